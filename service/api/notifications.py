"""My notifications, what I have read, and my notification settings."""

from flask import Response, jsonify, request
from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.problems.problem import language
from service.api.schemas.notifications import (
    NotificationPage,
    NotificationQuery,
    Reading,
    SettingChanges,
    Settings,
    Unread,
)
from service.errors import Unauthenticated
from service.graph.client import Row
from service.live.notifications import inboxes

ORDER = ("newest_at", "key")
LIST = "me/notifications"
TREATED = {True: "accept", False: "drop"}
blp = Blueprint("notifications", __name__, url_prefix="/v1/me", description="Notifications")


@blp.get("/notifications")
@blp.arguments(NotificationQuery, location="query")
@blp.response(200, NotificationPage)
@blp.alt_response(304, description="As it was under this ETag")
def listed(query: Row) -> Response:
    """My notifications, newest first. With If-None-Match: 304 while nothing has changed.

    One notification groups equal events. It leaves out people I block or mute and treats people I barely
    know as my settings say. `filtered` lists the notifications that these settings filter.
    """
    after = start(query["cursor"], of=LIST, by=ORDER)
    inbox = _inbox(query["filtered"], query["limit"] + 1, after)
    items = page(inbox["items"], query["limit"], of=LIST, by=ORDER)
    return _tagged({**items, "unread": inbox["unread"]})


@blp.get("/notifications/unread")
@blp.response(200, Unread)
@blp.alt_response(304, description="As it was under this ETag")
def unread() -> Response:
    """The number of unread notifications; cheap to poll with If-None-Match."""
    return _tagged(
        {"unread": _inbox(filtered=False, limit=0, after=start(None, of=LIST, by=ORDER))["unread"]}
    )


@blp.post("/notifications/read")
@blp.arguments(Reading)
@blp.response(204)
def read(body: Row) -> None:
    """Mark notifications as read. A later event makes its notification unread again."""
    at = now()
    before = min(body["before"] or at, at)
    graph().run("notifications/read", me=me().id, keys=body["keys"], before=before, now=at)


@blp.get("/notification-settings")
@blp.response(200, Settings)
def settings() -> Row:
    """The kinds of notification I receive, and how the server treats people I barely know."""
    return graph().one("notifications/settings", me=me().id)


@blp.patch("/notification-settings")
@blp.arguments(SettingChanges)
@blp.response(200, Settings)
def change(body: Row) -> Row:
    """Change the settings; the rest stays. They apply to earlier notifications too."""
    kinds = {kind: TREATED[on] for kind, on in body["kinds"].items()}
    graph().one("notifications/set", me=me().id, kinds=kinds, senders=body["senders"], op=new_id())
    return graph().one("notifications/settings", me=me().id)


def _inbox(filtered: bool, limit: int, after: Row) -> Row:
    """The one row of this session; raises Unauthenticated when it has ended."""
    shown = {
        "before": after["newest_at"],
        "before_key": after["key"],
        "limit": limit,
        "filtered": filtered,
        "language": language(),
    }
    mine: Row = {"id": "", "session": session_hash(), "since": None}
    rows = inboxes(graph(), [mine], now(), **shown)
    if not rows:
        raise Unauthenticated
    return rows[0]


def _tagged(row: Row) -> Response:
    """`row` as JSON under the hash of its text, or 304 when the client has that already."""
    response: Response = jsonify(row)
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Accept-Language, Authorization, Cookie"
    response.add_etag()
    response.make_conditional(request)
    return response
