"""Fraud: what looks like it, for a moderator to judge, and voiding experience, which can be undone.

Nothing here acts by itself. Voiding touches the lines it names and derives anew whom they touch.
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
    """What looks like fraud, the most points first: `{key, signal, people, points, percent, lines}`.

    `after` is `now` and the `points` and `key` of the last one seen, null for the first page.
    """
    steps = _steps(graph, after["now"]) if "cycle" in signals else {}
    found = [row for name in signals for row in graph.rows(SIGNALS[name], limit=limit, steps=steps, **after)]
    return sorted(found, key=lambda row: (-row["points"], row["key"]))[:limit]


def _steps(graph: Graph, now: object) -> dict[str, dict[str, int]]:
    """The points by buyer and sharer of those who did it often enough."""
    steps: dict[str, dict[str, int]] = {}
    for row in graph.rows("moderation/steps", now=now):
        steps.setdefault(row["buyer"], {})[row["sharer"]] = row["points"]
    return steps


def window(unit: Unit, user: str, since: datetime, until: datetime) -> list[str]:
    """The keys of all lines of somebody in a span of time; raises NotFound, also when there are none."""
    keys: list[str] = unit.one("moderation/window", user=user, since=since, until=until)["keys"]
    return keys


def void(unit: Unit, keys: list[str], **act: object) -> Row:
    """Void these lines; `act` is admin, reason, op and now. `{id, kind, count, people}`.

    `people` are those whose level must be derived anew. Raises NotFound and Refused `self`.
    """
    done = unit.one("moderation/void", keys=keys, **act)
    unit.run("moderation/tell", keys=keys, op=act["op"], now=act["now"])
    return {**done, "people": _touched(unit, keys)}


def restore(unit: Unit, keys: list[str], **act: object) -> Row:
    """The opposite of `void`; a line that something else voids meanwhile is void for that."""
    done = unit.one("moderation/restore", keys=keys, **act)
    unit.run("moderation/tell", keys=keys, op=act["op"], now=act["now"])
    grounds = unit.one("moderation/grounds", keys=keys)
    for claim in grounds["claims"]:
        unit.run("levels/helpful", claim=claim, now=act["now"])
    unit.run("levels/void_purchase", purchases=grounds["purchases"])
    return {**done, "people": _touched(unit, keys)}


def derive(graph: Graph, people: Iterable[str], *, now: datetime) -> None:
    """Derive the levels of these people anew; safe to run twice."""
    for user in people:
        levels.refresh(graph, user, now=now)


def _touched(unit: Unit, keys: list[str]) -> list[str]:
    return [row["id"] for row in unit.rows("moderation/touched", keys=keys)]
