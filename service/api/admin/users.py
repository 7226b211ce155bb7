"""People for admins, and their roles, granted and removed with a reason."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas.admin_users import RoleChange, Users, UsersQuery
from service.graph.client import Row

ORDER = ("handle",)
blp = Blueprint("admin_users", __name__, url_prefix="/v1/admin/users", description="People and their roles")


@blp.get("")
@blp.arguments(UsersQuery, location="query")
@blp.response(200, Users)
def listed(query: Row) -> Row:
    """People by the start of their handle. Never their friends or purchases."""
    after = start(query["cursor"], of="admin/users", by=ORDER)
    role, limit = query["role"], query["limit"]
    filters = {
        "handle": query["handle"],
        "state": query["state"],
        "role": role.capitalize() if role else None,
    }
    rows = graph().rows("admin/users", after=after["handle"], limit=limit + 1, **filters)
    return page(rows, limit, of="admin/users", by=ORDER)


@blp.post("/<user_id>/roles")
@blp.arguments(RoleChange)
@blp.response(204)
def grant(body: Row, user_id: str) -> None:
    """Make a person an admin or an analyst. (Shops appoint merchants; moderators verify creators.)"""
    _change("admin/grant", user_id, **body)


@blp.post("/<user_id>/roles/remove")
@blp.arguments(RoleChange)
@blp.response(204)
def revoke(body: Row, user_id: str) -> None:
    """Remove a role from another person. It is gone with their next request."""
    _change("admin/revoke", user_id, **body)


def _change(query: str, user: str, *, role: str, reason: str) -> None:
    op = new_id()
    who: Row = {"admin": me().id, "user": user, "op": op, "now": now()}
    change: Row = {"role": role.capitalize(), "reason": reason}
    graph().transaction(lambda unit: unit.one(query, **who, **change), op=op)
