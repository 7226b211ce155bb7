"""My own account."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import accounts
from service.actions.export import export
from service.api.http.auth import clear_cookie, me
from service.api.http.current import graph, keys, new_id, now
from service.api.http.limits import guesses
from service.api.http.versions import expected, tagged
from service.api.schemas.accounts import Export, Me, MyChanges, PasswordChange
from service.graph.client import Row

blp = Blueprint("me", __name__, url_prefix="/v1/me", description="My own account")


@blp.get("")
@blp.response(200, Me)
def read() -> tuple[Row, dict[str, str]]:
    """My account. Its version is the ETag."""
    return tagged(graph().one("accounts/me", me=me().id))


@blp.patch("")
@blp.arguments(MyChanges)
@blp.response(200, Me)
def change(changes: Row) -> tuple[Row, dict[str, str]]:
    """Change my account. With If-Match, only while it still has that version (412).

    `bridge`: may my friends see each other's shares through me, with my name (`named`), as a number
    (`counted`) or not at all (`off`). `discoverable`: may strangers find me by my handle.
    """
    update = {"me": me().id, "version": expected(), "op": new_id(), **changes}
    graph().one("accounts/change_me", **update)
    return tagged(graph().one("accounts/me", me=me().id))


@blp.delete("")
@blp.response(204)
def deactivate() -> Response:
    """Close my account: nobody can find me from now on, and all my devices are signed out.

    Signing in within 15 days undoes it. Copies that friends have claimed stay valid.
    """
    graph().run("accounts/deactivate", me=me().id, op=new_id(), now=now())
    response = Response(status=204)
    clear_cookie(response)
    return response


@blp.post("/export")
@blp.response(200, Export)
def take_out() -> Row:
    """Everything I created and everything about me, without the private choices of other people."""
    at = now()
    return {"exported_at": at, "kinds": export(graph(), me().id, at)}


@blp.post("/password")
@guesses
@blp.arguments(PasswordChange)
@blp.response(204)
def change_password(passwords: Row) -> None:
    """Change my password. This signs out every other device."""
    kept = me().session_id
    accounts.change_password(graph(), keys(), me().id, kept=kept, now=now(), **passwords)
