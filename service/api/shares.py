"""Shares: publish, read, change, send and withdraw."""

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
from service.graph.client import Row

ORDER = ("published_at", "id")
blp = Blueprint("shares", __name__, url_prefix="/v1", description="Coupons published with a note")


@blp.post("/shares")
@blp.arguments(Publication)
@blp.response(201, MyShare)
def publish(body: Row) -> Response:
    """Publish a coupon of mine with an honest note. Needs an Idempotency-Key.

    The first publication fixes the quota: the smaller of the shop's and my level's.
    """
    return once(shares.work(**_new(), **body), required=True)


@blp.post("/coupons/<coupon>/send")
@blp.arguments(DirectDraft)
@blp.response(201, MyShare)
def send_coupon(body: Row, coupon: str) -> Response:
    """Publish a coupon of mine only for these friends and send it to them. Needs an Idempotency-Key.

    The usual quota and daily limit apply. One friend who refuses my sends makes the whole request fail.
    """
    direct: Row = {"coupon_id": coupon, "audience": "direct"}
    return once(shares.work(**_new(), **direct, **body), required=True)


@blp.get("/shares/<share>")
@blp.response(200, ShareDetail)
def read(share: str) -> Tagged:
    """One share as I may see it, and whether I can claim a copy. Its version is the ETag."""
    card = ask("shares/read", share=share)["share"]
    return tagged({**card, "disclosure": disclosure.line(ad_label=card["ad_label"])})


@blp.patch("/shares/<share>")
@blp.arguments(Revision)
@blp.response(200, MyShare)
def revise(changes: Row, share: str) -> Tagged:
    """Change my share; readers see that I edited it. With If-Match, only while it has that version."""
    at: Row = {"me": me().id, "share": share, "now": now()}
    work = shares.revision(**at, op=new_id(), version=expected(), **changes)
    return tagged(graph().transaction(work))


@blp.post("/shares/<share>/withdraw")
@blp.response(200, MyShare)
def withdraw(share: str) -> Row:
    """Withdraw my share: nobody can find it any more. Copies that friends claimed stay valid."""
    at: Row = {"me": me().id, "share": share, "now": now()}
    graph().one("shares/withdraw", **at, op=new_id())
    return shares.own(graph(), **at)


@blp.post("/shares/<share>/send")
@blp.arguments(Recipients)
@blp.response(200, Sent)
def send(body: Row, share: str) -> Row:
    """Send my share directly to friends, within my level's daily limit; all of them or none.

    Safe to repeat: the server does not notify earlier recipients again.
    """
    sent = graph().one("shares/send", me=me().id, share=share, now=now(), op=new_id(), **body)
    return {"sent": sent["sent"]}


@blp.get("/me/shares")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MySharePage)
def mine(query: Row) -> Row:
    """My shares in every state, newest first."""
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
