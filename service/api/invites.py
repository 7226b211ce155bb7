"""Invites: a link or a QR code for a person I know, who may then ask to be my friend."""

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
from service.graph.client import Row

ORDER = ("created_at", "id")
blp = Blueprint("invites", __name__, url_prefix="/v1", description="Inviting people I know")


@blp.post("/invites")
@blp.arguments(Inviting)
@blp.response(201, Invite)
def create(body: Row) -> Row:
    """Create a code and a link for people I know. Invites earn nobody anything.

    An invite is valid for 14 days and for everyone who has it. I may have five open.
    """
    invite: Row = {"me": me().id, "invite": new_id(), "op": new_id(), "now": now()}
    stored = once(lambda unit: invites.create(unit, keys(), **invite, **body))
    return _complete(orjson.loads(stored.get_data()))


@blp.get("/me/invites")
@blp.arguments(PageQuery, location="query")
@blp.response(200, InvitePage)
def mine(query: Row) -> Row:
    """My open invites, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="invites", by=ORDER)
    rows = graph().rows("invites/mine", me=me().id, now=now(), limit=limit + 1, **after)
    listed = page(rows, limit, of="invites", by=ORDER)
    return {**listed, "items": [_complete(row) for row in listed["items"]]}


@blp.delete("/me/invites/<invite_id>")
@blp.response(204)
def withdraw(invite_id: str) -> None:
    """Withdraw an invite. Requests that came through it stay."""
    graph().run("invites/withdraw", me=me().id, invite=invite_id)


@blp.get("/invites/<code>")
@blp.response(200, Inviter)
def card(code: str) -> Row:
    """The inviter. 404 for an expired, withdrawn or unknown code, or with a block between us."""
    return {"display_name": _inviter(code)["display_name"]}


@blp.get("/invites/<code>/qr")
@blp.doc(responses={"200": {"description": "The link as a QR code", "content": drawing.SVG}})
def qr(code: str) -> Response:
    """The link of a valid code as a QR code."""
    _inviter(code)
    return Response(drawing.drawn(_link(invites.plain(code))), content_type="image/svg+xml")


@blp.post("/invites/<code>/accept")
@blp.arguments(Accepting)
@blp.response(201, Asked)
def accept(body: Row, code: str) -> Response:
    """Ask the inviter to be friends. If they have already asked me, we are friends at once."""
    caller, session, hashed = me().id, session_hash(), invites.code_hash(keys(), code)
    given = {"hashed": hashed, "session": session, "op": new_id(), "now": now(), **body}
    return once(lambda unit: invites.accept(unit, caller, **given))


def _inviter(code: str) -> Row:
    hashed = invites.code_hash(keys(), code)
    return graph().one("invites/inviter", code_hash=hashed, session=session_hash_or_none(), now=now())


def _complete(invite: Row) -> Row:
    """An invite with its code and link; the graph does not store the code."""
    code = invites.code(keys(), invite["id"])
    return {**invite, "code": code, "link": _link(code)}


def _link(code: str) -> str:
    """The page of an invite. Browsers send no server the part after `#`."""
    return f"{request.url_root}#/invite/{code}"
