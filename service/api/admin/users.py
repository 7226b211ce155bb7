"""People as admins see them, and their roles, given and taken with a reason."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas.admin_users import RoleChange, Users, UsersQuery

Row = dict[str, Any]
ORDER = ("handle",)
blp = Blueprint("admin_users", __name__, url_prefix="/v1/admin/users", description="People and their roles")


@blp.get("")
@blp.arguments(UsersQuery, location="query")
@blp.response(200, Users)
def listed(query: Row) -> Row:
    """People whose handle begins so, by handle; never whom they know or what they bought."""
    after = start(query["cursor"], of="admin/users", by=ORDER)
    role, limit = query["role"], query["limit"]
    asked = {"handle": query["handle"], "state": query["state"], "role": role.capitalize() if role else None}
    rows = graph().rows("admin/users", after=after["handle"], limit=limit + 1, **asked)
    return page(rows, limit, of="admin/users", by=ORDER)


@blp.post("/<user_id>/roles")
@blp.arguments(RoleChange)
@blp.response(204)
def grant(asked: Row, user_id: str) -> None:
    """Make somebody an admin or an analyst; merchants are named by shop, creators verified."""
    _change("admin/grant", user_id, **asked)


@blp.post("/<user_id>/roles/remove")
@blp.arguments(RoleChange)
@blp.response(204)
def revoke(asked: Row, user_id: str) -> None:
    """Take the role from somebody else; it is gone with their next request."""
    _change("admin/revoke", user_id, **asked)


def _change(query: str, user: str, *, role: str, reason: str) -> None:
    op = new_id()
    at: Row = {"admin": me().id, "user": user, "op": op, "now": now()}
    told: Row = {"role": role.capitalize(), "reason": reason}
    graph().transaction(lambda unit: unit.one(query, **at, **told), op=op)
