"""The ranked feed: candidates, their places by the published formula, the cards of one page.

Each step is a query of cypher/circle; this module passes the rows of one to the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from service.graph.client import Graph, Row, Unit


@dataclass(frozen=True)
class Place:
    """The position of a reader: the feed's instant, the shares shown, the size of the last window."""

    as_of: datetime
    shown: list[str] = field(default_factory=list)
    window: int = 0

    def after(self, cards: list[Row], window: int) -> Row:
        """The place after `cards`, as a cursor stores it."""
        shown = [*self.shown, *(card["id"] for card in cards)]
        return {"as_of": self.as_of, "shown": shown, "window": window}


def page(
    graph: Graph, session: str, tastes: Row, filters: Row, place: Place, *, limit: int, now: datetime
) -> Row:
    """The next `items`, each with its `why`; `mark`, the place of the next page, or None at the end.

    `cut` says that older shares were left out. `tastes` is the row of circle/tastes for `session`: the
    reader and their dislikes.
    """
    most, at = tastes["candidates"], {"me": tastes["me"], "now": now, "as_of": place.as_of}
    newest = graph.rows("circle/candidates", limit=most + 1, **at, **filters)
    known = {row["id"]: row for row in newest[:most]}
    chosen = _choose(graph, tastes, [*known.values()], place, limit)
    why = {pick["id"]: {**pick["why"], "sent": known[pick["id"]]["sent"]} for pick in chosen["picks"]}
    shown = graph.rows("circle/cards", session=session, now=now, visible=[known[share] for share in why])
    return {
        "items": [{**row["card"], "why": why[row["card"]["id"]]} for row in shown],
        "cut": len(newest) > most,
        "mark": place.after(chosen["picks"], len(chosen["window"])) if chosen["more"] else None,
    }


def seen(
    unit: Unit, me: str, shares: Sequence[str], opened: Sequence[str], *, op: str, now: datetime
) -> None:
    """Store that `me` saw `shares` and opened `opened`, as far as they are visible shares of others."""
    visible = unit.rows("shares/visible", me=me, shares=[*shares, *opened], now=now)
    others = [row["id"] for row in visible if row["way"] > 0]
    unit.run("circle/see", me=me, shares=others, opened=opened, op=op, now=now)


def _choose(graph: Graph, tastes: Row, candidates: list[Row], place: Place, limit: int) -> Row:
    return graph.one(
        "circle/ranked",
        candidates=candidates,
        shown=place.shown,
        window=place.shown[len(place.shown) - place.window :],
        ignored=_by_id(tastes["ignored"]),
        unwanted=_by_id(tastes["unwanted"]),
        counted_until=tastes["counted_until"],
        as_of=place.as_of,
        limit=limit,
    )


def _by_id(rows: list[Row]) -> dict[str, int]:
    return {row["id"]: row["times"] for row in rows}
