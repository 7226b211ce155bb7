"""Signals of fraud for moderators; voiding experience with a reason, and restoring it."""

from collections.abc import Callable
from typing import Any

import orjson
from flask import Response
from flask_smorest import Blueprint

from service.actions import moderation
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas.admin_reviews import Act, ReviewPage, ReviewsQuery, Voided, Window
from service.graph.client import Row, Unit

ORDER = ("points", "key")
blp = Blueprint("admin_reviews", __name__, url_prefix="/v1/admin", description="Experience under review")


@blp.get("/reviews")
@blp.arguments(ReviewsQuery, location="query")
@blp.response(200, ReviewPage)
def listed(query: Row) -> Row:
    """Signals of fraud, most points first. They are advice: nothing happens unless a moderator acts."""
    signals, limit = query["signal"] or list(moderation.SIGNALS), query["limit"]
    after = start(query["cursor"], of="reviews", by=ORDER)
    rows = moderation.reviews(graph(), signals, limit=limit + 1, now=now(), **after)
    return page(rows, limit, of="reviews", by=ORDER)


@blp.post("/xp-events/<key>/void")
@blp.arguments(Act)
@blp.response(200, Voided)
def void(body: Row, key: str) -> Response:
    """Void one line of a ledger. Its owner reads the reason; levels follow at once."""
    return _act(moderation.void, body["reason"], lambda _: [key])


@blp.post("/xp-events/<key>/restore")
@blp.arguments(Act)
@blp.response(200, Voided)
def restore(body: Row, key: str) -> Response:
    """Undo a void for fraud: the line counts as if it had never been void."""
    return _act(moderation.restore, body["reason"], lambda _: [key])


@blp.post("/users/<user>/xp-events/void")
@blp.arguments(Window)
@blp.response(200, Voided)
def void_window(body: Row, user: str) -> Response:
    """Void all lines of a person from `since` to before `until`."""
    return _act(moderation.void, **_of(user, **body))


@blp.post("/users/<user>/xp-events/restore")
@blp.arguments(Window)
@blp.response(200, Voided)
def restore_window(body: Row, user: str) -> Response:
    """Undo all voids for fraud of a person's lines from `since` to before `until`."""
    return _act(moderation.restore, **_of(user, **body))


def _of(user: str, *, reason: str, **span: Any) -> Row:
    return {"reason": reason, "lines": lambda unit: moderation.window(unit, user, **span)}


def _act(change: moderation.Change, reason: str, lines: Callable[[Unit], list[str]]) -> Response:
    """Change the `lines` once. Then recompute the levels it touched, also when repeated."""
    act = {"admin": me().id, "reason": reason, "op": new_id(), "now": now()}
    answer = once(lambda unit: change(unit, lines(unit), **act), status=200, required=True)
    moderation.derive(graph(), orjson.loads(answer.get_data())["people"], now=now())
    return answer
