"""Reports for moderators, and their acts; the audit keeps each act with its reason."""

from collections.abc import Callable

import orjson
from flask import Response
from flask_smorest import Blueprint

from service.actions import moderation, reports
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas.reports import Deed, Done, Queue, QueueQuery, Resolution
from service.graph.client import Row, Unit

ORDER = ("at", "id")
blp = Blueprint("admin_reports", __name__, url_prefix="/v1/admin", description="Reports and moderation")


@blp.get("/reports")
@blp.arguments(QueueQuery, location="query")
@blp.response(200, Queue)
def listed(query: Row) -> Row:
    """Open reports, or with `open=false` closed ones, oldest first."""
    after = start(query.pop("cursor"), of="reports/queue", by=ORDER)
    limit = query.pop("limit")
    rows = graph().rows("reports/queue", after=after["at"], after_id=after["id"], limit=limit + 1, **query)
    return page(rows, limit, of="reports/queue", by=ORDER)


@blp.post("/reports/<report>/resolve")
@blp.arguments(Resolution)
@blp.response(200, Done)
def resolve(body: Row, report: str) -> Response:
    """Close a report, and all others about the same thing, with an act or by dismissing it.

    Hold, remove or restore a share; hide or restore a message, question, wish or reply; suspend the owner,
    or restore a person. The owner reads the reason and may appeal.
    """
    at = {"admin": me().id, "op": new_id(), "now": now(), **body}
    return _once(lambda unit: reports.resolve(unit, report, **at))


@blp.post("/actions")
@blp.arguments(Deed)
@blp.response(200, Done)
def act(body: Row) -> Response:
    """The same acts without a report; also verify a creator, or undo that with `unverify`."""
    what = {"kind": body.pop("kind"), "id": body.pop("id")}
    at = {"admin": me().id, "op": new_id(), "now": now(), **body}

    def work(unit: Unit) -> Row:
        about = unit.one("moderation/subject", admin=at["admin"], **what)
        return reports.act(unit, about=about, **at)

    return _once(work)


def _once(work: Callable[[Unit], Row]) -> Response:
    """Do `work` once. Then recompute the levels it touched, also when the request is repeated."""
    answer = once(work, status=200, required=True)
    moderation.derive(graph(), orjson.loads(answer.get_data())["people"], now=now())
    return answer
