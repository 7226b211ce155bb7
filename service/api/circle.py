"""The feed of my circle, newest first or ranked."""

from flask_smorest import Blueprint

from service.api.http.auth import ask, me, session_hash
from service.api.http.current import graph, new_id, now
from service.api.http.paging import onward, page, start
from service.api.problems.problem import language
from service.api.schemas.circle import EXPIRING, FeedPage, FeedQuery, Formula, Seen
from service.api.texts import why
from service.circle import ranking
from service.graph.client import Row

ORDER = ("published_at", "id")
RANKED = "circle/ranked"

blp = Blueprint("circle", __name__, url_prefix="/v1/circle", description="Friends and friends of friends")


@blp.get("")
@blp.arguments(FeedQuery, location="query")
@blp.response(200, FeedPage)
def feed(query: Row) -> Row:
    """The shares of my circle, newest first or ranked by the formula of /v1/circle/formula."""
    query["expiring_by"] = now() + EXPIRING if query.pop("expiring") else None
    return {"recent": _recent, "ranked": _ranked}[query.pop("sort")](**query)


@blp.get("/formula")
@blp.response(200, Formula)
def formula() -> Row:
    """The formula of the ranked feed, the same for everyone, in both languages."""
    stored = graph().one("circle/formula")
    return why.published(stored["ranking"], {rule["name"]: rule["value"] for rule in stored["rules"]})


@blp.post("/seen")
@blp.arguments(Seen)
@blp.response(204)
def seen(cards: Row) -> None:
    """Report shares that I saw and shares that I opened.

    People whose shares I keep passing by rank lower in my feed. Nobody else learns of it. Safe to repeat;
    the server ignores shares that I may not see.
    """
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: ranking.seen(unit, caller, **cards, op=op, now=at), op=op)


def _recent(limit: int, cursor: str | None, **filters: object) -> Row:
    before = start(cursor, of="circle", by=ORDER)
    answer = ask(
        "circle/feed", before=before["published_at"], before_id=before["id"], limit=limit + 1, **filters
    )
    return page(answer["items"], limit, of="circle", by=ORDER)


def _ranked(limit: int, cursor: str | None, **filters: object) -> Row:
    at = now()
    place = ranking.Place(**{"as_of": at, **start(cursor, of=RANKED, by=())})
    tastes = ask("circle/tastes", as_of=place.as_of)
    ranked = ranking.page(graph(), session_hash(), tastes, filters, place, limit=limit, now=at)
    for card in ranked["items"]:
        card["why"]["text"] = why.reasons(card, place.as_of, language())
    return {**onward(ranked["items"], ranked["mark"], of=RANKED), "as_of": place.as_of, "cut": ranked["cut"]}
