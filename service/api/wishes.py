"""What I look for, what my circle looks for, and answering."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import wishes
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.problems.problem import language
from service.api.schemas import PageQuery
from service.api.schemas.wishes import Answer, Answered, MatchPage, Wanted, Wish, WishPage
from service.api.texts import disclosure
from service.graph.client import Unit

Row = dict[str, Any]
ORDER = ("created_at", "id")
LINE = {
    "en": "Someone in your circle is looking for this. Would you share yours? You owe no answer.",
    "zh": "圈里有人在找这个，愿意分享你的券吗？不回应也没关系。",
}
blp = Blueprint("wishes", __name__, url_prefix="/v1", description="What the circle looks for")


@blp.post("/me/wishes")
@blp.arguments(Wanted)
@blp.response(201, Wish)
def make(asked: Row) -> Response:
    """I look for something: those of my circle who bought it are asked without my name, and owe no answer."""
    at: Row = {"me": me().id, "now": now()}
    wish = new_id()

    def work(unit: Unit) -> Row:
        made = wishes.make(unit, wish=wish, **at, **asked)
        return unit.one("wishes/mine", **at, **made, before=None, before_id=None, limit=1)

    return once(work)


@blp.get("/me/wishes")
@blp.arguments(PageQuery, location="query")
@blp.response(200, WishPage)
def mine(query: Row) -> Row:
    """What I look for or looked for, newest first, each with the answers I may see."""
    at, limit = _from(query, of="me/wishes"), query["limit"] + 1
    rows = graph().rows("wishes/mine", me=me().id, wish=None, limit=limit, now=now(), **at)
    return page(rows, query["limit"], of="me/wishes", by=ORDER)


@blp.delete("/me/wishes/<wish>")
@blp.response(204)
def close(wish: str) -> None:
    """I look for it no longer: nobody is asked from now on. Its answers stay."""
    graph().one("wishes/close", me=me().id, wish=wish, op=new_id(), now=now())


@blp.get("/me/wish-matches")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MatchPage)
def matches(query: Row) -> Row:
    """What someone in my circle looks for and a coupon of mine would answer, newest first.

    Nobody learns that I was asked. The newest hundred wishes that fit what I bought are looked at.
    """
    at, limit = _from(query, of="me/wish-matches"), query["limit"] + 1
    rows = wishes.asking(graph(), me().id, limit=limit, now=now(), **at)
    told = [{**row, "line": LINE[language()]} for row in rows]
    return page(told, query["limit"], of="me/wish-matches", by=ORDER)


@blp.post("/wish-matches/<wish>/answer")
@blp.arguments(Answer)
@blp.response(201, Answered)
def answer(asked: Row, wish: str) -> Response:
    """Answer with a live share of mine, or publish a coupon and answer with that. Needs an Idempotency-Key.

    Whoever wished is told, and sees the share even if its audience is narrower. I am not told who it is.
    """
    at: Row = {"me": me().id, "wish": wish, "now": now(), "op": new_id()}
    label = {"ad_label": disclosure.label(), "to": []}
    with_what: Row = {
        "share": asked["share_id"] or new_id(),
        "draft": asked["draft"] and asked["draft"] | label,
    }
    return once(lambda unit: wishes.answer(unit, **with_what, **at), required=True)


@blp.delete("/wish-matches/<wish>")
@blp.response(204)
def decline(wish: str) -> None:
    """I leave it unanswered and am asked no more. Nobody is told."""
    graph().one("wishes/decline", me=me().id, wish=wish, now=now())


def _from(query: Row, *, of: str) -> Row:
    before = start(query["cursor"], of=of, by=ORDER)
    return {"before": before["created_at"], "before_id": before["id"]}
