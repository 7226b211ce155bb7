"""Signing in and out."""

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint

from service.actions import accounts
from service.actions.accounts import SignedIn
from service.api.http.auth import clear_cookie, me, session_hash_or_none, set_cookie
from service.api.http.current import graph, keys, now
from service.api.http.limits import guesses
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.accounts import DevicePage, Session, SignIn

blp = Blueprint("sessions", __name__, url_prefix="/v1/sessions", description="Signing in and out")
ORDER = ("created_at", "id")


@blp.post("")
@guesses
@blp.arguments(SignIn)
@blp.response(201, Session)
def sign_in(asked: dict[str, Any]) -> Response:
    """A session on this device; the one it had before ends.

    An unknown handle, a wrong password and a suspended account are answered alike. Signing in
    within 15 days brings a deactivated account back.
    """
    cookie = asked.pop("cookie")
    old = session_hash_or_none()
    begun = accounts.sign_in(graph(), keys(), replaces=old, now=now(), **asked)
    return _handed_over(begun, cookie=cookie)


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, DevicePage)
def devices(query: dict[str, Any]) -> dict[str, Any]:
    """Where I am signed in, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="sessions", by=ORDER)
    mine = {"me": me().id, "current": me().session_id, "now": now()}
    rows = graph().rows("accounts/sessions", limit=limit + 1, **mine, **after)
    return page(rows, limit, of="sessions", by=ORDER)


@blp.delete("/current")
@blp.response(204)
def sign_out() -> Response:
    """This device is signed out, its cookie taken back."""
    graph().one("accounts/end_my_session", me=me().id, session_id=me().session_id)
    response = Response(status=204)
    clear_cookie(response)
    return response


@blp.delete("/<session_id>")
@blp.response(204)
def end(session_id: str) -> None:
    """One of my devices is signed out."""
    graph().one("accounts/end_my_session", me=me().id, session_id=session_id)


def _handed_over(begun: SignedIn, *, cookie: bool) -> Response:
    person = graph().one("accounts/me", me=begun.user_id)
    told = {} if cookie else {"token": begun.token}
    response = jsonify(**told, expires_at=begun.expires_at, person=person)
    response.status_code = 201
    if cookie:
        set_cookie(response, begun.token, begun.expires_at)
    return response
