"""Search in my circle."""

from datetime import datetime

from flask_smorest import Blueprint

from service.api.http.auth import ask, session_hash
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.circle import EXPIRING
from service.api.schemas.search import FILTERS, SearchPage, SearchQuery
from service.api.texts.search_help import advice
from service.circle import search as searching
from service.circle.marks import highlights
from service.circle.words import Word, words
from service.graph.client import Row

OF = "circle/search"
ORDER = ("score", "published_at", "id")
blp = Blueprint("search", __name__, url_prefix="/v1/circle", description="Search the shares of my circle")


@blp.get("/search")
@blp.arguments(SearchQuery, location="query")
@blp.response(200, SearchPage)
def find(query: Row) -> Row:
    """The shares of my circle that contain every word, in the note, product, shop, category or platform.

    A word counts by its best place (product 3, other names 2, note 1); equal counts come newest first.
    Chinese words match anywhere, others at the start of a word, and the last word may be unfinished.
    Symbols only separate words. All pages show one instant: a new search finds later shares.
    """
    terms, at = words(query["q"]), now()
    mark = start(query["cursor"], of=OF, by=(*ORDER, "as_of"))
    as_of: datetime = mark["as_of"] or at
    narrow = {name: query[name] for name in FILTERS}
    answer = ask(
        "circle/search",
        as_of=as_of,
        after=[mark["score"], mark["published_at"]] if query["cursor"] else None,
        after_id=mark["id"],
        limit=query["limit"] + 1,
        sort=query["sort"],
        include_exhausted=query["include_exhausted"],
        expiring_by=at + EXPIRING if query["expiring"] else None,
        **narrow,
        **searching.parameters(terms),
    )
    result = page(answer["hits"], query["limit"], of=OF, by=ORDER, as_of=as_of)
    cards = graph().rows("circle/cards", session=session_hash(), now=at, visible=result["items"])
    narrowed = query["expiring"] or any(value is not None for value in narrow.values())
    if not query["cursor"] and not narrowed:
        searching.learn(graph(), session_hash(), terms, answer, at)
    return {
        "items": [_item(row, terms) for row in cards],
        "next_cursor": result["next_cursor"],
        "words": [word.text for word in terms],
        "complete": answer["complete"],
        "help": [] if cards else advice(terms, narrowed=narrowed, complete=answer["complete"]),
    }


def _item(row: Row, terms: list[Word]) -> Row:
    return {**row["card"], "highlights": highlights(row["texts"], terms)}
