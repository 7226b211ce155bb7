"""Experience and levels, derived from the ledger when asked for.

The rules are queries of cypher/levels; here their rows are handed from one to the next. Only the first
five read the ledger. What is stored of a person (`level`, `xp`) is a copy of what they answer. Nothing
is stored of a line: 2,000 take a tenth of a second (bench/levels.py), so a void one leaves nothing to repair.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol

from service.credentials.tokens import new_id
from service.graph.client import Graph, Row, Unit
from service.graph.seeds.load import Progress

LOOKED_AT_DAILY = timedelta(days=1)


class Reader(Protocol):
    """Who asks the queries: a Graph, or the Unit of one transaction."""

    def rows(self, name: str, /, **parameters: object) -> list[Row]:
        """Every row of the query `name`."""

    def one(self, name: str, /, **parameters: object) -> Row:
        """The one row of the query `name`."""


def lines(ask: Reader, user: str) -> list[Row]:
    """Every line of `user` that is not void, by key: its factors, `points`, caps and `effective`.

    Lines that mature later are folded as if nothing changed until then.
    """
    partners = {row["person"]: row for row in ask.rows("levels/partners", user=user)}
    pairs = by_key(ask.one("levels/pairs", user=user, partners=partners)["pairs"])
    found = ask.one("levels/purchase_lines", user=user, partners=partners, pairs=pairs)["lines"]
    found += ask.one("levels/publish_lines", user=user)["lines"]
    found += ask.one("levels/answer_lines", user=user)["lines"]
    capped = by_key(ask.one("levels/capped", lines=found)["lines"])
    return [{**line, **capped[line["key"]]} for line in found]


def by_key(rows: list[Row]) -> dict[str, Row]:
    """`rows` by their key."""
    return {row["key"]: row for row in rows}


def totals(ask: Reader, user: str, now: datetime) -> Row:
    """`{xp, score, buyers, shops, active_days}` of `user` at `now`."""
    counting = [line for line in lines(ask, user) if line["effective"]]
    return ask.one("levels/totals", lines=counting, now=now)


def standing(ask: Reader, user: str, now: datetime) -> Row:
    """Where `user` stands at `now`: totals, level, the next one and the way there, notice, moves."""
    found = totals(ask, user, now)
    xp = found.pop("xp")
    due = ask.one("levels/change", user=user, now=now, **found)
    level = ask.one("levels/standing", level=due["level"], **found)
    moves = ask.rows("levels/moves", user=user)
    return {"xp": xp, **found, **level, "falls_at": due["falls_at"], "moves": moves}


def rules(ask: Reader) -> Row:
    """`levels` and `kinds` as listed, `numbers` by name."""
    found = ask.one("levels/rules")
    return {**found, "numbers": {row["name"]: row["value"] for row in found["numbers"]}}


def told(ask: Reader, user: str, now: datetime) -> list[str]:
    """The keys of the lines that `user` is told of, the one that matures last first."""
    found: list[str] = ask.one("levels/shown", user=user, now=now)["keys"]
    return found


def keys(ask: Reader, user: str) -> list[str]:
    """The keys of every line of `user`, told or not, the one that matures last first."""
    found: list[str] = ask.one("levels/keys", user=user)["keys"]
    return found


def ledger(ask: Reader, user: str, keys: list[str], now: datetime) -> list[tuple[Row, Row | None]]:
    """The lines of these keys, each with what the fold made of it; None for one that cannot count."""
    folded = by_key(lines(ask, user))
    rows = ask.rows("levels/ledger", user=user, keys=keys, now=now)
    return [(row, folded.get(row["key"])) for row in rows]


def refresh(graph: Graph, user: str, *, now: datetime) -> int | None:
    """Store what `user`'s ledger means at `now` and write down how the level moves; the level.

    Safe to run twice and side by side. None when nobody has this id.
    """
    op, moves = new_id(), [new_id(), new_id()]

    def work(unit: Unit) -> int | None:
        if not unit.rows("levels/begin", user=user, op=op, now=now):
            return None
        found = totals(unit, user, now)
        unit.run("levels/store", user=user, xp=found.pop("xp"), now=now)
        return _moved(unit, user, moves, found, now)

    return graph.transaction(work, op=op)


def _moved(unit: Unit, user: str, moves: list[str], found: Row, now: datetime) -> int:
    """The level after what is due; a step down may be followed by notice of the next."""
    for move in moves:
        due = unit.one("levels/change", user=user, now=now, **found)
        due.pop("falls_at")
        if due["change"]:
            unit.run("levels/move", user=user, move=move, now=now, **due)
    return int(due["level"])


def refresh_due(graph: Graph, *, now: datetime) -> int:
    """Refresh whoever's lines matured or were voided since, and everybody once a day; how many."""
    return _refresh_all(graph, _due(graph, now), now)


def catch_up(graph: Graph, *, now: datetime, progress: Progress = lambda _what, _done, _of: None) -> int:
    """Refresh everybody who is due, each once and however many; `progress` hears (what, done, of)."""
    seen: set[str] = set()
    while due := [user for user in _due(graph, now) if user not in seen]:
        for done, user in enumerate(due, len(seen) + 1):
            refresh(graph, user, now=now)
            progress("levels", done, len(seen) + len(due))
        seen.update(due)
    return len(seen)


def refresh_voided(graph: Graph, *, now: datetime) -> int:
    """Refresh whoever lost a line that is not taken in yet: at once, after the line was voided; how many."""
    return _refresh_all(graph, (row["id"] for row in graph.rows("levels/voided")), now)


def _due(graph: Graph, now: datetime) -> list[str]:
    rows = graph.rows("jobs/levels_due", now=now, before=now - LOOKED_AT_DAILY)
    return [row["id"] for row in rows]


def _refresh_all(graph: Graph, users: Iterable[str], now: datetime) -> int:
    return sum(refresh(graph, user, now=now) is not None for user in users)
