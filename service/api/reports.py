"""Reports to moderators, and appeals against their decisions."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import reports
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.reports import ActionPage, Appeal, Filing, Report, ReportPage
from service.graph.client import Row

ORDER = ("at", "id")
blp = Blueprint("reports", __name__, url_prefix="/v1", description="Reports and appeals")


@blp.post("/reports")
@blp.arguments(Filing)
@blp.response(201, Report)
def file(body: Row) -> Response:
    """Report a person, or a thing that I saw. Its owner never learns who reported it.

    Sending an open report again changes nothing.
    """
    at = {"about": body.pop("id"), "op": new_id(), "now": now(), **body}
    caller, report = me().id, new_id()
    return once(lambda unit: reports.file(unit, caller, report, **at))


@blp.get("/me/reports")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ReportPage)
def mine(query: Row) -> Row:
    """My reports and appeals with their outcomes, newest first."""
    before, limit = start(query["cursor"], of="me/reports", by=ORDER), query["limit"]
    rows = graph().rows("reports/mine", report=None, **_page(before, limit))
    return page(rows, limit, of="me/reports", by=ORDER)


@blp.get("/me/actions")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ActionPage)
def actions(query: Row) -> Row:
    """Moderators' decisions about me or my things, with reasons, newest first."""
    before, limit = start(query["cursor"], of="me/actions", by=ORDER), query["limit"]
    rows = graph().rows("reports/actions", action=None, **_page(before, limit))
    return page(rows, limit, of="me/actions", by=ORDER)


@blp.post("/actions/<action>/appeal")
@blp.arguments(Appeal)
@blp.response(201, Report)
def appeal(body: Row, action: str) -> Response:
    """Appeal a moderator's decision about me or my things, once each. Another look follows."""
    at = {"op": new_id(), "now": now(), **body}
    caller, report = me().id, new_id()
    return once(lambda unit: reports.appeal(unit, caller, action, report, **at))


def _page(before: Row, limit: int) -> Row:
    return {"me": me().id, "before": before["at"], "before_id": before["id"], "limit": limit + 1}
