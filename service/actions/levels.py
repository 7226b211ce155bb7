"""Experience and levels, derived from the ledger at every request.

The rules are queries of cypher/levels; this module passes the rows of one to the next. Only the first
five read the ledger. A person's `level` and `xp` are stored copies of the result. Nothing derived is
stored of a line, so a void line leaves nothing to repair: 2,000 lines take 0.1 s (bench/levels.py).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from service.credentials.tokens import new_id
from service.graph.client import Graph, Row, Unit
from service.graph.seeds.load import Progress

LOOKED_AT_DAILY = timedelta(days=1)


class Reader(Protocol):
    """A Graph, or the Unit of one transaction: both run queries."""

    def rows(self, name: str, /, **parameters: object) -> list[Row]:
        """Every row of the query `name`."""

    def one(self, name: str, /, **parameters: object) -> Row:
        """The one row of the query `name`."""


def lines(ask: Reader, user: str) -> list[Row]:
    """Every valid line of `user`: its key, factors, `points`, caps and `effective`.

    A line that matures later is derived as if nothing changed until then.
    """
    partners = {row["person"]: row for row in ask.rows("levels/partners", user=user)}
    pairs = by_key(ask.one("levels/pairs", user=user, partners=partners)["pairs"])
    uncapped = ask.one("levels/purchase_lines", user=user, partners=partners, pairs=pairs)["lines"]
    uncapped += ask.one("levels/publish_lines", user=user)["lines"]
    uncapped += ask.one("levels/answer_lines", user=user)["lines"]
    capped = by_key(ask.one("levels/capped", lines=uncapped)["lines"])
    return [{**line, **capped[line["key"]]} for line in uncapped]


def by_key(rows: list[Row]) -> dict[str, Row]:
    """`rows`, each by its key."""
    return {row["key"]: row for row in rows}


def totals(ask: Reader, user: str, now: datetime) -> Row:
    """`{xp, score, buyers, shops, active_days}` of `user` at `now`."""
    counting = [line for line in lines(ask, user) if line["effective"]]
    return ask.one("levels/totals", lines=counting, now=now)


def standing(ask: Reader, user: str, now: datetime) -> Row:
    """The standing of `user` at `now`: totals, level, the next level and the way there, notice, moves."""
    sums = totals(ask, user, now)
    xp = sums.pop("xp")
    due = ask.one("levels/change", user=user, now=now, **sums)
    level = ask.one("levels/standing", level=due["level"], **sums)
    moves = ask.rows("levels/moves", user=user)
    return {"xp": xp, **sums, **level, "falls_at": due["falls_at"], "moves": moves}


def rules(ask: Reader) -> Row:
    """`levels` and `kinds` as listed, `numbers` by name."""
    row = ask.one("levels/rules")
    return {**row, "numbers": {number["name"]: number["value"] for number in row["numbers"]}}


def visible_keys(ask: Reader, user: str, now: datetime) -> list[str]:
    """The keys of the lines that `user` may see now, the one that matures last first."""
    visible: list[str] = ask.one("levels/shown", user=user, now=now)["keys"]
    return visible


def keys(ask: Reader, user: str) -> list[str]:
    """The keys of every line of `user`, visible or not, the one that matures last first."""
    every: list[str] = ask.one("levels/keys", user=user)["keys"]
    return every


def ledger(ask: Reader, user: str, keys: list[str], now: datetime) -> list[tuple[Row, Row | None]]:
    """The lines of these keys, each with its derived values, or None for a void line."""
    derived = by_key(lines(ask, user))
    rows = ask.rows("levels/ledger", user=user, keys=keys, now=now)
    return [(row, derived.get(row["key"])) for row in rows]


def refresh(graph: Graph, user: str, *, now: datetime) -> int | None:
    """Store the experience and level of `user` at `now`, and log a move of the level. Returns the level.

    Safe to run twice and in parallel. Returns None for an unknown id.
    """
    op, moves = new_id(), [new_id(), new_id()]

    def work(unit: Unit) -> int | None:
        if not unit.rows("levels/begin", user=user, op=op, now=now):
            return None
        sums = totals(unit, user, now)
        unit.run("levels/store", user=user, xp=sums.pop("xp"), now=now)
        return _moved(unit, user, moves, sums, now)

    return graph.transaction(work, op=op)


def _moved(unit: Unit, user: str, moves: list[str], sums: Row, now: datetime) -> int:
    """The level after the moves that are due. After a step down, notice of the next may be due at once."""
    for move in moves:
        due = unit.one("levels/change", user=user, now=now, **sums)
        due.pop("falls_at")
        if due["change"]:
            unit.run("levels/move", user=user, move=move, now=now, **due)
    return int(due["level"])


def refresh_due(graph: Graph, *, now: datetime) -> int:
    """Recompute everyone with newly matured or voided lines, and everybody once a day. Returns how many."""
    return _refresh_all(graph, _due(graph, now), now)


def catch_up(graph: Graph, *, now: datetime, progress: Progress = lambda _what, _done, _of: None) -> int:
    """Recompute everyone who is due, each once; `progress` gets (what, done, of). Returns how many."""
    seen: set[str] = set()
    while due := [user for user in _due(graph, now) if user not in seen]:
        for done, user in enumerate(due, len(seen) + 1):
            refresh(graph, user, now=now)
            progress("levels", done, len(seen) + len(due))
        seen.update(due)
    return len(seen)


def refresh_voided(graph: Graph, *, now: datetime) -> int:
    """Recompute the level of everyone with a voided line not yet counted. Returns how many."""
    return _refresh_all(graph, (row["id"] for row in graph.rows("levels/voided")), now)


def _due(graph: Graph, now: datetime) -> list[str]:
    rows = graph.rows("jobs/levels_due", now=now, before=now - LOOKED_AT_DAILY)
    return [row["id"] for row in rows]


def _refresh_all(graph: Graph, users: Iterable[str], now: datetime) -> int:
    return sum(refresh(graph, user, now=now) is not None for user in users)
