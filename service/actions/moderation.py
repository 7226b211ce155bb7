"""Fraud: signals of it for a moderator to judge, and voids of experience, which can be undone.

Nothing here acts without a moderator. A void changes the lines it names, and the levels of their people.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from service.actions import levels
from service.graph.client import Graph, Row, Unit

SIGNALS = {
    "cycle": "moderation/cycles",
    "identifiers": "moderation/clusters",
    "group": "moderation/groups",
}
Change = Callable[..., Row]


def reviews(graph: Graph, signals: Collection[str], *, limit: int, **after: object) -> list[Row]:
    """Signals of fraud, the most points first: `{key, signal, people, points, percent, lines}`.

    `after` is `now`, and the `points` and `key` of the last row, null for the first page.
    """
    steps = _steps(graph, after["now"]) if "cycle" in signals else {}
    rows = [row for name in signals for row in graph.rows(SIGNALS[name], limit=limit, steps=steps, **after)]
    return sorted(rows, key=lambda row: (-row["points"], row["key"]))[:limit]


def _steps(graph: Graph, now: object) -> dict[str, dict[str, int]]:
    """The points by buyer and sharer, of pairs with enough purchases."""
    steps: dict[str, dict[str, int]] = {}
    for row in graph.rows("moderation/steps", now=now):
        steps.setdefault(row["buyer"], {})[row["sharer"]] = row["points"]
    return steps


def window(unit: Unit, user: str, since: datetime, until: datetime) -> list[str]:
    """The keys of all lines of a user in a span of time; raises NotFound for no user and for no lines."""
    keys: list[str] = unit.one("moderation/window", user=user, since=since, until=until)["keys"]
    return keys


def void(unit: Unit, keys: list[str], **act: object) -> Row:
    """Void these lines; `act` is admin, reason, op and now. Returns `{id, kind, count, people}`.

    The levels of `people` must be derived again. Raises NotFound and Refused `self`.
    """
    done = unit.one("moderation/void", keys=keys, **act)
    unit.run("moderation/tell", keys=keys, op=act["op"], now=act["now"])
    return {**done, "people": _touched(unit, keys)}


def restore(unit: Unit, keys: list[str], **act: object) -> Row:
    """Undo `void`. A line that has another reason by now stays void for that reason."""
    done = unit.one("moderation/restore", keys=keys, **act)
    unit.run("moderation/tell", keys=keys, op=act["op"], now=act["now"])
    grounds = unit.one("moderation/grounds", keys=keys)
    for claim in grounds["claims"]:
        unit.run("levels/helpful", claim=claim, now=act["now"])
    unit.run("levels/void_purchase", purchases=grounds["purchases"])
    return {**done, "people": _touched(unit, keys)}


def derive(graph: Graph, people: Iterable[str], *, now: datetime) -> None:
    """Derive the levels of these people again; safe to run twice."""
    for user in people:
        levels.refresh(graph, user, now=now)


def _touched(unit: Unit, keys: list[str]) -> list[str]:
    return [row["id"] for row in unit.rows("moderation/touched", keys=keys)]
