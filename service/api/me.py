"""My own account."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import accounts
from service.actions.export import export
from service.api.http.auth import clear_cookie, me
from service.api.http.current import graph, keys, new_id, now
from service.api.http.limits import guesses
from service.api.http.versions import expected, tagged
from service.api.schemas.accounts import Export, Me, MyChanges, PasswordChange

blp = Blueprint("me", __name__, url_prefix="/v1/me", description="My own account")


@blp.get("")
@blp.response(200, Me)
def read() -> tuple[dict[str, Any], dict[str, str]]:
    """My account; its version is the ETag."""
    return tagged(graph().one("accounts/me", me=me().id))


@blp.patch("")
@blp.arguments(MyChanges)
@blp.response(200, Me)
def change(changes: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """My account, changed. With If-Match only if nobody changed it meanwhile (412).

    `bridge`: may friends of mine reach each other through me, and am I named (`named`), only
    counted (`counted`) or neither (`off`). `discoverable`: may strangers find me by my handle.
    """
    asked = {"me": me().id, "version": expected(), "op": new_id(), **changes}
    graph().one("accounts/change_me", **asked)
    return tagged(graph().one("accounts/me", me=me().id))


@blp.delete("")
@blp.response(204)
def deactivate() -> Response:
    """I leave: nobody finds me from now on, and every device is signed out.

    Signing in again within 15 days undoes it. Copies that friends have claimed stay good.
    """
    graph().run("accounts/deactivate", me=me().id, op=new_id(), now=now())
    response = Response(status=204)
    clear_cookie(response)
    return response


@blp.post("/export")
@blp.response(200, Export)
def take_out() -> dict[str, Any]:
    """Everything I made or that is about me; nothing that would tell of somebody else's choices."""
    at = now()
    return {"exported_at": at, "kinds": export(graph(), me().id, at)}


@blp.post("/password")
@guesses
@blp.arguments(PasswordChange)
@blp.response(204)
def change_password(asked: dict[str, Any]) -> None:
    """My password, changed; every other device is signed out."""
    kept = me().session_id
    accounts.change_password(graph(), keys(), me().id, kept=kept, now=now(), **asked)
