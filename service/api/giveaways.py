"""Giveaways: proposing, entering, and checking that a draw was honest."""

import secrets
from pathlib import Path
from typing import Any

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
from service.graph.client import Unit

Row = dict[str, Any]
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
    """Giveaways, the last to open first, and mine that wait for review."""
    return listing(query, every=False)


@blp.post("")
@blp.arguments(Proposal)
@blp.response(201, Giveaway)
def propose(asked: Row) -> Response:
    """Propose a giveaway; it opens when a reviewer has agreed. Needs level 3 and an Idempotency-Key."""
    caller, giveaway, op, at = me().id, new_id(), new_id(), now()

    def work(unit: Unit) -> Row:
        views.propose(unit, keys(), asked, me=caller, giveaway=giveaway, op=op, now=at)
        return unit.one("giveaways/list", me=caller, only=giveaway, every=False, now=at, **views.ONE)

    return once(work, required=True)


@blp.get("/replay.py")
@blp.doc(responses={"200": {"description": "A Python script", "content": PYTHON}})
def script() -> Response:
    """The script with which anybody replays a published draw; it needs Python and nothing else."""
    text = Path(replay.__file__).read_text("utf-8")
    return Response(text, content_type="text/x-python; charset=utf-8")


@blp.get("/<giveaway>")
@blp.response(200, GiveawayDetail)
def read(giveaway: str) -> Row:
    """A giveaway, my chance in it (before entering too) and my entry."""
    return views.detail(graph(), giveaway, me=me().id, now=now())


@blp.put("/<giveaway>/entry")
@blp.response(200, Entry)
def enter(giveaway: str) -> Row:
    """Enter, for nothing; entered again, the same entry.

    Of people who share a device, a payment or an address, however many steps apart, one enters.
    """
    who = {"me": me().id, "giveaway": giveaway}
    pseudonym, nonce = views.pseudonym(keys(), giveaway, me().id), secrets.token_hex(NONCE_BYTES)
    graph().one("giveaways/enter", pseudonym=pseudonym, nonce=nonce, op=new_id(), now=now(), **who)
    return graph().one("giveaways/entry", **who)


@blp.delete("/<giveaway>/entry")
@blp.response(204)
def leave(giveaway: str) -> None:
    """Leave before the close; after the draw pass, and the next in rank moves up."""
    op, at, caller = new_id(), now(), me().id

    def work(unit: Unit) -> None:
        unit.one("giveaways/leave", me=caller, giveaway=giveaway, op=op, now=at)
        unit.run("giveaways/award", giveaway=giveaway, now=at)

    graph().transaction(work, op=op)


@blp.get("/<giveaway>/proof")
@blp.response(200, Proof)
def proof(giveaway: str) -> Row:
    """That the root published at the close holds my entry."""
    return views.proof(graph(), giveaway, me().id)


@blp.get("/<giveaway>/verify")
@blp.response(200, Draw)
def verify(giveaway: str) -> Row:
    """The published draw, all but who, for anybody to make again; and whether it came out alike for us."""
    return views.verify(graph(), giveaway)


def listing(query: Row, *, every: bool) -> Row:
    """A page of giveaways; with `every` also those that others have proposed."""
    before = start(query["cursor"], of="giveaways", by=ORDER)
    rows = graph().rows(
        "giveaways/list",
        me=me().id,
        only=None,
        every=every,
        status=query["status"],
        before=before["opens_at"],
        before_id=before["id"],
        limit=query["limit"] + 1,
        now=now(),
    )
    return page(rows, query["limit"], of="giveaways", by=ORDER)
