"""Invites: a link or a QR code to hand to somebody, who may then ask to be my friend."""

from typing import Any

import orjson
from flask import Response, request
from flask_smorest import Blueprint

from service.actions import invites
from service.api.http import qr as drawing
from service.api.http.auth import me, session_hash, session_hash_or_none
from service.api.http.current import graph, keys, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.invites import Accepting, Invite, InvitePage, Inviter, Inviting
from service.api.schemas.people import Asked

Row = dict[str, Any]
ORDER = ("created_at", "id")
blp = Blueprint("invites", __name__, url_prefix="/v1", description="Inviting people one knows")


@blp.post("/invites")
@blp.arguments(Inviting)
@blp.response(201, Invite)
def create(asked: Row) -> Row:
    """A code and a link to hand to people I know; they earn nobody anything.

    Good for 14 days and for everybody who holds it; five may be open.
    """
    invite: Row = {"me": me().id, "invite": new_id(), "op": new_id(), "now": now()}
    made = once(lambda unit: invites.create(unit, keys(), **invite, **asked))
    return _told(orjson.loads(made.get_data()))


@blp.get("/me/invites")
@blp.arguments(PageQuery, location="query")
@blp.response(200, InvitePage)
def mine(query: Row) -> Row:
    """My open invites, the latest first."""
    limit, after = query["limit"], start(query["cursor"], of="invites", by=ORDER)
    rows = graph().rows("invites/mine", me=me().id, now=now(), limit=limit + 1, **after)
    listed = page(rows, limit, of="invites", by=ORDER)
    return {**listed, "items": [_told(row) for row in listed["items"]]}


@blp.delete("/me/invites/<invite_id>")
@blp.response(204)
def withdraw(invite_id: str) -> None:
    """The code is good no more; requests that came by it stand."""
    graph().run("invites/withdraw", me=me().id, invite=invite_id)


@blp.get("/invites/<code>")
@blp.response(200, Inviter)
def card(code: str) -> Row:
    """Who invites; 404 when the code has ended, was withdrawn or never was, or a block stands."""
    return {"display_name": _inviter(code)["display_name"]}


@blp.get("/invites/<code>/qr")
@blp.doc(responses={"200": {"description": "The link as a QR code", "content": drawing.SVG}})
def qr(code: str) -> Response:
    """The link of a good code as a QR code."""
    _inviter(code)
    return Response(drawing.drawn(_link(invites.plain(code))), content_type="image/svg+xml")


@blp.post("/invites/<code>/accept")
@blp.arguments(Accepting)
@blp.response(201, Asked)
def accept(asked: Row, code: str) -> Response:
    """I ask whoever invites to be friends; when they have asked me we are friends at once."""
    caller, session, hashed = me().id, session_hash(), invites.code_hash(keys(), code)
    told = {"hashed": hashed, "session": session, "op": new_id(), "now": now(), **asked}
    return once(lambda unit: invites.accept(unit, caller, **told))


def _inviter(code: str) -> Row:
    hashed = invites.code_hash(keys(), code)
    return graph().one("invites/inviter", code_hash=hashed, session=session_hash_or_none(), now=now())


def _told(invite: Row) -> Row:
    """An invite with its code, which is not in the graph."""
    code = invites.code(keys(), invite["id"])
    return {**invite, "code": code, "link": _link(code)}


def _link(code: str) -> str:
    """The page that shows it; what follows `#` is sent to no server."""
    return f"{request.url_root}#/invite/{code}"
