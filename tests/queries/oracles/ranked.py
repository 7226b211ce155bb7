"""Reads a ranked feed page by page, as the route does."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from service.circle import ranking
from service.graph.client import Graph
from tests.support.given import NOW

FILTERS: dict[str, object] = {
    "platform": None,
    "category": None,
    "degree": None,
    "min_discount": None,
    "expiring_by": None,
    "include_exhausted": True,
}


def ranked_pages(
    graph: Graph, viewer: str, *, limit: int, between: Callable[[], datetime] = lambda: NOW
) -> Iterator[dict[str, Any]]:
    """Every page; `between` runs after each page, and returns the time of the next."""
    mark: dict[str, Any] | None = {"as_of": NOW}
    at = NOW
    while mark is not None:
        place = ranking.Place(**mark)
        session = f"{viewer}-session"
        for tastes in graph.rows("circle/tastes", session=session, now=at, as_of=place.as_of):
            page = ranking.page(graph, session, tastes, FILTERS, place, limit=limit, now=at)
            yield page
            mark = page["mark"]
            break
        else:
            return
        at = between()
