"""Signing in and out."""

from flask import Response, jsonify, request
from flask_smorest import Blueprint

from service.actions import accounts
from service.actions.accounts import SignedIn
from service.api.http.auth import clear_cookie, me, session_hash_or_none, set_cookie
from service.api.http.current import graph, keys, now
from service.api.http.limits import guesses
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.accounts import DEVICE_LENGTH, DevicePage, Session, SignIn
from service.graph.client import Row

blp = Blueprint("sessions", __name__, url_prefix="/v1/sessions", description="Signing in and out")
ORDER = ("created_at", "id")


@blp.post("")
@guesses
@blp.arguments(SignIn)
@blp.response(201, Session)
def sign_in(credentials: Row) -> Response:
    """Sign in on this device; its earlier session ends.

    An unknown handle, a wrong password and a suspended account get the same answer. Signing in
    within 15 days restores a closed account.
    """
    cookie = credentials.pop("cookie")
    where = {"device": _this_device(), **credentials}
    begun = accounts.sign_in(graph(), keys(), replaces=session_hash_or_none(), now=now(), **where)
    return _handed_over(begun, cookie=cookie)


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, DevicePage)
def devices(query: Row) -> Row:
    """My sessions, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="sessions", by=ORDER)
    mine = {"me": me().id, "current": me().session_id, "now": now()}
    rows = graph().rows("accounts/sessions", limit=limit + 1, **mine, **after)
    return page(rows, limit, of="sessions", by=ORDER)


@blp.delete("/current")
@blp.response(204)
def sign_out() -> Response:
    """Sign out on this device and delete its cookie."""
    graph().one("accounts/end_my_session", me=me().id, session_id=me().session_id)
    response = Response(status=204)
    clear_cookie(response)
    return response


@blp.delete("/<session_id>")
@blp.response(204)
def end(session_id: str) -> None:
    """Sign out one of my devices."""
    graph().one("accounts/end_my_session", me=me().id, session_id=session_id)


def _this_device() -> str:
    """The client's own name, from its User-Agent."""
    return request.user_agent.string[:DEVICE_LENGTH] or "unknown"


def _handed_over(begun: SignedIn, *, cookie: bool) -> Response:
    person = graph().one("accounts/me", me=begun.user_id)
    token = {} if cookie else {"token": begun.token}
    response = jsonify(**token, expires_at=begun.expires_at, person=person)
    response.status_code = 201
    if cookie:
        set_cookie(response, begun.token, begun.expires_at)
    return response
