"""Search in my circle."""

from datetime import datetime
from typing import Any

from flask_smorest import Blueprint

from service.api.circle import EXPIRING
from service.api.http.auth import ask, session_hash
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.search import FILTERS, SearchPage, SearchQuery
from service.api.texts.search_help import advice
from service.circle import search as searching
from service.circle.marks import highlights
from service.circle.words import Word, words

Row = dict[str, Any]
OF = "circle/search"
ORDER = ("score", "published_at", "id")
blp = Blueprint("search", __name__, url_prefix="/v1/circle", description="Find what my circle shares")


@blp.get("/search")
@blp.arguments(SearchQuery, location="query")
@blp.response(200, SearchPage)
def find(query: Row) -> Row:
    """What my circle shows me that has every word: in the note, the product, shop, category or platform.

    A word counts by the best place that has it (product 3, other names 2, note 1); equal counts come newest
    first. Chinese words may stand anywhere, others at the start of a word, and the last one typed may be
    unfinished. Signs part words and mean nothing. The pages are of one instant: what is published later is
    found by searching again.
    """
    asked, at = words(query["q"]), now()
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
        **searching.parameters(asked),
    )
    found = page(answer["hits"], query["limit"], of=OF, by=ORDER, as_of=as_of)
    cards = graph().rows("circle/cards", session=session_hash(), now=at, visible=found["items"])
    narrowed = query["expiring"] or any(value is not None for value in narrow.values())
    if not query["cursor"] and not narrowed:
        searching.learn(graph(), session_hash(), asked, answer, at)
    return {
        "items": [_item(row, asked) for row in cards],
        "next_cursor": found["next_cursor"],
        "words": [word.text for word in asked],
        "complete": answer["complete"],
        "help": [] if cards else advice(asked, narrowed=narrowed, complete=answer["complete"]),
    }


def _item(row: Row, asked: list[Word]) -> Row:
    return {**row["card"], "highlights": highlights(row["texts"], asked)}
