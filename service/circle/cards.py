"""Cards of shares by their ids: of those that a person may see now, and of no others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.graph.client import Graph, Row


@dataclass(frozen=True)
class Reader:
    """Who reads cards at `now`: a person, and the session that shows it."""

    me: str
    session: str
    now: datetime


def visible(graph: Graph, reader: Reader, shares: Sequence[str]) -> dict[str, Row]:
    """The card of each share that the reader may see, by its id."""
    found = graph.rows("shares/visible", me=reader.me, shares=shares, now=reader.now)
    rows = graph.rows("circle/cards", session=reader.session, now=reader.now, visible=found)
    return {row["card"]["id"]: row["card"] for row in rows}


def kept(graph: Graph, reader: Reader, rows: list[Row]) -> list[Row]:
    """`rows`, each of which names a `share_id`, with its card; `gone` when it is not to be seen now."""
    cards = visible(graph, reader, [row["share_id"] for row in rows])
    found = [cards.get(row["share_id"]) for row in rows]
    return [{**row, "gone": card is None, "share": card} for row, card in zip(rows, found, strict=True)]
