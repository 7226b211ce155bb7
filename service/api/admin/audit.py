"""The acts of admins and merchants, for admins to read."""

from flask_smorest import Blueprint

from service.api.http.current import graph
from service.api.http.paging import page, start
from service.api.schemas.admin_audit import Audit, AuditQuery
from service.graph.client import Row

ORDER = ("at", "id")
blp = Blueprint("admin_audit", __name__, url_prefix="/v1/admin/audit", description="The audit log")


@blp.get("")
@blp.arguments(AuditQuery, location="query")
@blp.response(200, Audit)
def listed(query: Row) -> Row:
    """Every act with its reason, newest first. No act removes a line."""
    after = start(query.pop("cursor"), of="admin/audit", by=ORDER)
    limit = query.pop("limit")
    rows = graph().rows("admin/audit", after=after["at"], after_id=after["id"], limit=limit + 1, **query)
    return page(rows, limit, of="admin/audit", by=ORDER)
