"""Wishes: mine, those of my circle, and answers to them."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import wishes
from service.api.http.auth import me
from service.api.http.bodies import to_come
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.wishes import Answer, Answered, MatchPage, Wanted, Wish, WishPage
from service.api.texts import disclosure
from service.api.texts.wishes import line
from service.graph.client import FIRST, Row, Unit

ORDER = ("created_at", "id")

blp = Blueprint("wishes", __name__, url_prefix="/v1", description="Wishes of the circle")


@blp.post("/me/wishes")
@blp.arguments(Wanted)
@blp.response(201, Wish)
def make(wanted: Row) -> Response:
    """Post a wish. The server asks owners in my circle, without my name; they need not answer."""
    at: Row = {"me": me().id, "now": now()}
    to_come(wanted["expires_at"], "expires_at", now=at["now"])
    wish = new_id()

    def work(unit: Unit) -> Row:
        stored = wishes.make(unit, wish=wish, **at, **wanted)
        return unit.one("wishes/mine", **at, **stored, **FIRST)

    return once(work)


@blp.get("/me/wishes")
@blp.arguments(PageQuery, location="query")
@blp.response(200, WishPage)
def mine(query: Row) -> Row:
    """My wishes, newest first, each with the answers I may see."""
    at, limit = _from(query, of="me/wishes"), query["limit"] + 1
    rows = graph().rows("wishes/mine", me=me().id, wish=None, limit=limit, now=now(), **at)
    return page(rows, query["limit"], of="me/wishes", by=ORDER)


@blp.delete("/me/wishes/<wish>")
@blp.response(204)
def close(wish: str) -> None:
    """Close a wish: it asks nobody any more. Its answers stay."""
    graph().one("wishes/close", me=me().id, wish=wish, op=new_id(), now=now())


@blp.get("/me/wish-matches")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MatchPage)
def matches(query: Row) -> Row:
    """Wishes of my circle that a coupon of mine would answer, newest first.

    Nobody learns that I was asked. The server considers the newest hundred wishes that fit my purchases.
    """
    at, limit = _from(query, of="me/wish-matches"), query["limit"] + 1
    rows = wishes.asking(graph(), me().id, limit=limit, now=now(), **at)
    items = [{**row, "line": line()} for row in rows]
    return page(items, query["limit"], of="me/wish-matches", by=ORDER)


@blp.post("/wish-matches/<wish>/answer")
@blp.arguments(Answer)
@blp.response(201, Answered)
def answer(reply: Row, wish: str) -> Response:
    """Answer with a live share of mine, or publish a coupon as the answer. Needs an Idempotency-Key.

    The server notifies the wisher, who sees the share even if its audience is narrower. I never learn who
    wished.
    """
    at: Row = {"me": me().id, "wish": wish, "now": now(), "op": new_id()}
    label = {"ad_label": disclosure.label(), "to": []}
    with_what: Row = {
        "share": reply["share_id"] or new_id(),
        "draft": reply["draft"] and reply["draft"] | label,
    }
    return once(lambda unit: wishes.answer(unit, **with_what, **at), required=True)


@blp.delete("/wish-matches/<wish>")
@blp.response(204)
def decline(wish: str) -> None:
    """Decline a wish: the server does not ask me again. Nobody else learns of it."""
    graph().one("wishes/decline", me=me().id, wish=wish, now=now())


def _from(query: Row, *, of: str) -> Row:
    before = start(query["cursor"], of=of, by=ORDER)
    return {"before": before["created_at"], "before_id": before["id"]}
