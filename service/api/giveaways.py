"""Giveaways: propose one, enter one, and check that a draw was honest."""

import secrets
from pathlib import Path

from flask import Response
from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, keys, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas.giveaway_draws import Draw
from service.api.schemas.giveaways import (
    Entry,
    Giveaway,
    GiveawayDetail,
    GiveawayPage,
    GiveawaysQuery,
    Proof,
    Proposal,
)
from service.giveaways import replay, views
from service.graph.client import FIRST, Row, Unit

LIST = "giveaways/list"
ORDER = ("opens_at", "id")
NONCE_BYTES = 16
PYTHON = {"text/x-python": {"schema": {"type": "string"}}}
blp = Blueprint(
    "giveaways", __name__, url_prefix="/v1/giveaways", description="Free giveaways, drawn in the open"
)


@blp.get("")
@blp.arguments(GiveawaysQuery, location="query")
@blp.response(200, GiveawayPage)
def listed(query: Row) -> Row:
    """Giveaways, the last to open first, and my own that wait for review."""
    before, limit = start(query["cursor"], of=LIST, by=ORDER), query["limit"]
    who = {"me": me().id, "only": None, "every": False, "status": query["status"], "now": now()}
    place = {"before": before["opens_at"], "before_id": before["id"], "limit": limit + 1}
    return page(graph().rows(LIST, **who, **place), limit, of=LIST, by=ORDER)


@blp.post("")
@blp.arguments(Proposal)
@blp.response(201, Giveaway)
def propose(proposal: Row) -> Response:
    """Propose a giveaway. It opens after a reviewer approves it. Needs level 3 and an Idempotency-Key."""
    caller, giveaway, op, at = me().id, new_id(), new_id(), now()

    def work(unit: Unit) -> Row:
        views.propose(unit, keys(), proposal, me=caller, giveaway=giveaway, op=op, now=at)
        return unit.one(LIST, me=caller, only=giveaway, every=False, status=None, now=at, **FIRST)

    return once(work, required=True)


@blp.get("/replay.py")
@blp.doc(responses={"200": {"description": "A Python script", "content": PYTHON}})
def script() -> Response:
    """A script that replays a published draw. It needs only Python."""
    text = Path(replay.__file__).read_text("utf-8")
    return Response(text, content_type="text/x-python; charset=utf-8")


@blp.get("/<giveaway>")
@blp.response(200, GiveawayDetail)
def read(giveaway: str) -> Row:
    """A giveaway with my chance, also before I enter, and my entry."""
    return views.detail(graph(), giveaway, me=me().id, now=now())


@blp.put("/<giveaway>/entry")
@blp.response(200, Entry)
def enter(giveaway: str) -> Row:
    """Enter for free. Entering again returns the same entry.

    Of people who share a device, a payment or an address, directly or through others, only one can enter.
    """
    who = {"me": me().id, "giveaway": giveaway}
    pseudonym, nonce = views.pseudonym(keys(), giveaway, me().id), secrets.token_hex(NONCE_BYTES)
    graph().one("giveaways/enter", pseudonym=pseudonym, nonce=nonce, op=new_id(), now=now(), **who)
    return graph().one("giveaways/entry", **who)


@blp.delete("/<giveaway>/entry")
@blp.response(204)
def leave(giveaway: str) -> None:
    """Leave before the close. After the draw this passes the prize to the next in rank."""
    op, at, caller = new_id(), now(), me().id

    def work(unit: Unit) -> None:
        unit.one("giveaways/leave", me=caller, giveaway=giveaway, op=op, now=at)
        unit.run("giveaways/award", giveaway=giveaway, now=at)

    graph().transaction(work, op=op)


@blp.get("/<giveaway>/proof")
@blp.response(200, Proof)
def proof(giveaway: str) -> Row:
    """The proof that the root published at the close contains my entry."""
    return views.proof(graph(), giveaway, me().id)


@blp.get("/<giveaway>/verify")
@blp.response(200, Draw)
def verify(giveaway: str) -> Row:
    """The published draw without names, for anyone to repeat, and whether our own repeat agrees."""
    return views.verify(graph(), giveaway)
