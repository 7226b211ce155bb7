"""What admins and merchants did, for other admins to read."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.current import graph
from service.api.http.paging import page, start
from service.api.schemas.admin_audit import Audit, AuditQuery

Row = dict[str, Any]
ORDER = ("at", "id")
blp = Blueprint("admin_audit", __name__, url_prefix="/v1/admin/audit", description="What was done, and why")


@blp.get("")
@blp.arguments(AuditQuery, location="query")
@blp.response(200, Audit)
def listed(query: Row) -> Row:
    """Every act with its reason, the newest first; nothing takes a line out of it."""
    after = start(query.pop("cursor"), of="admin/audit", by=ORDER)
    limit = query.pop("limit")
    rows = graph().rows("admin/audit", after=after["at"], after_id=after["id"], limit=limit + 1, **query)
    return page(rows, limit, of="admin/audit", by=ORDER)
