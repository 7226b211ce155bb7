"""Cards of shares by their ids: of those that a person may see now, and of no others."""

from collections.abc import Sequence
from datetime import datetime

from service.graph.client import Graph, Row


def visible(graph: Graph, viewer: str, shares: Sequence[str], now: datetime) -> dict[str, Row]:
    """The card of each share that `viewer` may see at `now`, by its id."""
    picks = graph.rows("shares/visible", viewer=viewer, shares=shares, now=now)
    return {card["id"]: card for card in graph.rows("circle/cards", viewer=viewer, picks=picks)}


def kept(graph: Graph, viewer: str, rows: list[Row], now: datetime) -> list[Row]:
    """`rows`, each of which names a `share_id`, with its card; `gone` when it is not to be seen now."""
    cards = visible(graph, viewer, [row["share_id"] for row in rows], now)
    found = [cards.get(row["share_id"]) for row in rows]
    return [{**row, "gone": card is None, "share": card} for row, card in zip(rows, found, strict=True)]
