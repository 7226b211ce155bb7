"""What my circle shows me."""

from datetime import timedelta
from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import ask, me, session_hash
from service.api.http.current import graph, new_id, now
from service.api.http.paging import onward, page, start
from service.api.problems.problem import language
from service.api.schemas.circle import FeedPage, FeedQuery, Formula, Seen
from service.api.texts import why
from service.circle import ranking

Row = dict[str, Any]
ORDER = ("published_at", "id")
RANKED = "circle/ranked"
EXPIRING = timedelta(hours=48)
blp = Blueprint("circle", __name__, url_prefix="/v1/circle", description="Friends and friends of friends")


@blp.get("")
@blp.arguments(FeedQuery, location="query")
@blp.response(200, FeedPage)
def feed(query: Row) -> Row:
    """The shares my circle can show me: the newest, or ranked by the formula of /v1/circle/formula."""
    query["expiring_by"] = now() + EXPIRING if query.pop("expiring") else None
    return {"recent": _recent, "ranked": _ranked}[query.pop("sort")](**query)


@blp.get("/formula")
@blp.response(200, Formula)
def formula() -> Row:
    """What the ranked feed goes by, the same for everybody, in both languages."""
    found = graph().one("circle/formula")
    return why.published(found["ranking"], {rule["name"]: rule["value"] for rule in found["rules"]})


@blp.post("/seen")
@blp.arguments(Seen)
@blp.response(204)
def seen(asked: Row) -> None:
    """Shares that I was shown, and those I opened: whom I keep passing by weighs less in my ranked feed.

    Nobody else is told. Safe to repeat; what I may not see is passed over.
    """
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: ranking.seen(unit, caller, **asked, op=op, now=at), op=op)


def _recent(limit: int, cursor: str | None, **filters: object) -> Row:
    before = start(cursor, of="circle", by=ORDER)
    found = ask(
        "circle/feed", before=before["published_at"], before_id=before["id"], limit=limit + 1, **filters
    )
    return page(found["items"], limit, of="circle", by=ORDER)


def _ranked(limit: int, cursor: str | None, **filters: object) -> Row:
    at = now()
    place = ranking.Place(**{"as_of": at, **start(cursor, of=RANKED, by=())})
    tastes = ask("circle/tastes", as_of=place.as_of)
    found = ranking.page(graph(), session_hash(), tastes, filters, place, limit=limit, now=at)
    for card in found["items"]:
        card["why"]["text"] = why.told(card, place.as_of, language())
    return {**onward(found["items"], found["mark"], of=RANKED), "as_of": place.as_of, "cut": found["cut"]}
