"""The cards of shares by id, only of shares that the reader may see now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.graph.client import Graph, Row


@dataclass(frozen=True)
class Reader:
    """The person who reads cards at `now`, and their session."""

    me: str
    session: str
    now: datetime


def visible(graph: Graph, reader: Reader, shares: Sequence[str]) -> dict[str, Row]:
    """The card of each share that the reader may see, by its id."""
    seen = graph.rows("shares/visible", me=reader.me, shares=shares, now=reader.now)
    rows = graph.rows("circle/cards", session=reader.session, now=reader.now, visible=seen)
    return {row["card"]["id"]: row["card"] for row in rows}


def kept(graph: Graph, reader: Reader, rows: list[Row]) -> list[Row]:
    """Each of `rows` with the card of its `share_id` as `share`; `gone` when the reader may not see it."""
    cards = visible(graph, reader, [row["share_id"] for row in rows])
    shares = [cards.get(row["share_id"]) for row in rows]
    return [{**row, "gone": card is None, "share": card} for row, card in zip(rows, shares, strict=True)]
