"""Publishing, reading, changing, sending and withdrawing."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import shares
from service.api.http.auth import ask, me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.http.versions import Tagged, expected, tagged
from service.api.schemas import PageQuery
from service.api.schemas.publications import DirectDraft, Publication, Recipients, Revision
from service.api.schemas.shares import MyShare, MySharePage, Sent, ShareDetail
from service.api.texts import disclosure

Row = dict[str, Any]
ORDER = ("published_at", "id")
blp = Blueprint("shares", __name__, url_prefix="/v1", description="Coupons published with a note")


@blp.post("/shares")
@blp.arguments(Publication)
@blp.response(201, MyShare)
def publish(asked: Row) -> Response:
    """Publish a coupon of mine with an honest note. Needs an Idempotency-Key.

    The first publication settles the quota: the smaller of the shop's and my level's.
    """
    return once(shares.work(**_new(), **asked), required=True)


@blp.post("/coupons/<coupon>/send")
@blp.arguments(DirectDraft)
@blp.response(201, MyShare)
def send_coupon(asked: Row, coupon: str) -> Response:
    """Publish a coupon of mine for these friends alone, and send it to them. Needs an Idempotency-Key.

    The same quota and daily limit hold as for every share; a friend who takes nothing of mine refuses all.
    """
    direct: Row = {"coupon_id": coupon, "audience": "direct"}
    return once(shares.work(**_new(), **direct, **asked), required=True)


@blp.get("/shares/<share>")
@blp.response(200, ShareDetail)
def read(share: str) -> Tagged:
    """One share as I may see it, and whether I can claim a copy; its version is the ETag."""
    card = ask("shares/read", share=share)["share"]
    return tagged({**card, "disclosure": disclosure.line(ad_label=card["ad_label"])})


@blp.patch("/shares/<share>")
@blp.arguments(Revision)
@blp.response(200, MyShare)
def revise(changes: Row, share: str) -> Tagged:
    """Change my share; it shows that it was edited. With If-Match only if it is still that version."""
    at: Row = {"me": me().id, "share": share, "now": now()}
    work = shares.revision(**at, op=new_id(), version=expected(), **changes)
    return tagged(graph().transaction(work))


@blp.post("/shares/<share>/withdraw")
@blp.response(200, MyShare)
def withdraw(share: str) -> Row:
    """Take my share back: nobody finds it from now on. Copies that friends took stay good."""
    at: Row = {"me": me().id, "share": share, "now": now()}
    graph().one("shares/withdraw", **at, op=new_id())
    return shares.own(graph(), **at)


@blp.post("/shares/<share>/send")
@blp.arguments(Recipients)
@blp.response(200, Sent)
def send(asked: Row, share: str) -> Row:
    """Send my share straight to friends, so many a day as my level allows; all of them or none.

    Safe to repeat: whom it was sent to before is not told again.
    """
    sent = graph().one("shares/send", me=me().id, share=share, now=now(), op=new_id(), **asked)
    return {"sent": sent["sent"]}


@blp.get("/me/shares")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MySharePage)
def mine(query: Row) -> Row:
    """My shares, newest first, in whatever state."""
    before = start(query["cursor"], of="me/shares", by=ORDER)
    rows = graph().rows(
        "shares/mine",
        me=me().id,
        share=None,
        before=before["published_at"],
        before_id=before["id"],
        limit=query["limit"] + 1,
        now=now(),
    )
    return page([row["share"] for row in rows], query["limit"], of="me/shares", by=ORDER)


def _new() -> Row:
    at = {"me": me().id, "share": new_id(), "now": now(), "op": new_id()}
    return {**at, "ad_label": disclosure.label()}
