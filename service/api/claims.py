"""Claiming copies, my wallet, and verdicts and thanks after a purchase."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import claims, levels
from service.api.http import qr
from service.api.http.auth import ask, me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas.claims import (
    Claim,
    Claimed,
    ClaimPage,
    ClaimsQuery,
    Locked,
    Order,
    Verdict,
)
from service.credentials.codes import new_code
from service.graph.client import FIRST, Row

ORDER = ("claimed_at", "id")
blp = Blueprint("claims", __name__, url_prefix="/v1", description="Friends' copies of a coupon")


@blp.put("/shares/<share>/claim")
@blp.response(201, Claimed)
@blp.alt_response(200, schema=Claimed, description="I already have this copy")
def claim(share: str) -> tuple[Row, int]:
    """Claim my copy of a share's coupon. Asking again returns the same copy."""
    taken = ask("claims/claim", share=share, claim=new_id(), code=new_code(claims.CODE_LENGTH), op=new_id())
    return taken["claim"], taken["status"]


@blp.get("/me/claims")
@blp.arguments(ClaimsQuery, location="query")
@blp.response(200, ClaimPage)
def mine(query: Row) -> Row:
    """My wallet, the latest claim first; `status` selects one tab."""
    before = start(query["cursor"], of="me/claims", by=ORDER)
    rows = graph().rows(
        "claims/mine",
        me=me().id,
        claim=None,
        status=query["status"],
        before=before["claimed_at"],
        before_id=before["id"],
        limit=query["limit"] + 1,
        now=now(),
    )
    return page(rows, query["limit"], of="me/claims", by=ORDER)


@blp.get("/claims/<claim_id>")
@blp.response(200, Claim)
def read(claim_id: str) -> Row:
    """One of my copies. Its terms always stay; its note shows while I may see the sharer."""
    return _one(claim_id)


@blp.get("/claims/<claim_id>/qr")
@blp.doc(responses={"200": {"description": "The copy's code as a QR code", "content": qr.SVG}})
def drawn(claim_id: str) -> Response:
    """The code of one of my copies as a QR code, to scan at a checkout."""
    return Response(qr.drawn(_one(claim_id)["code"]), content_type="image/svg+xml")


@blp.delete("/claims/<claim_id>")
@blp.response(204)
def give_back(claim_id: str) -> None:
    """Return an unused copy, so that another person can claim it."""
    graph().one("claims/give_back", me=me().id, claim=claim_id, op=new_id(), now=now())


@blp.post("/claims/<claim_id>/lock")
@blp.arguments(Order)
@blp.response(200, Locked)
def lock(order: Row, claim_id: str) -> Row:
    """Reserve a copy for one order while I pay. The same order may ask again; one copy per shop."""
    return graph().one("claims/lock", me=me().id, claim=claim_id, op=new_id(), now=now(), **order)


@blp.delete("/claims/<claim_id>/lock")
@blp.response(204)
def unlock(claim_id: str) -> None:
    """Release a copy from its order."""
    graph().one("claims/unlock", me=me().id, claim=claim_id, op=new_id())


@blp.put("/claims/<claim_id>/verdict")
@blp.arguments(Verdict)
@blp.response(204)
def judge(body: Row, claim_id: str) -> None:
    """Give a verdict: was the purchase as the note describes? I can change it later."""
    at = {"me": me().id, "op": new_id(), "now": now(), **body}
    graph().transaction(lambda unit: claims.judge(unit, claim_id, **at))
    levels.refresh_voided(graph(), now=now())


@blp.post("/claims/<claim_id>/thanks")
@blp.response(204)
def thank(claim_id: str) -> None:
    """Thank the sharer after using a copy. Only this shows them my name."""
    graph().one("claims/thank", me=me().id, claim=claim_id, op=new_id(), now=now())


def _one(claim_id: str) -> Row:
    return graph().one("claims/mine", me=me().id, claim=claim_id, status=None, now=now(), **FIRST)
