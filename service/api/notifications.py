"""What I am told, what I have read of it, and what I wish to be told of."""

from typing import Any

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
from service.live.notifications import inboxes

Row = dict[str, Any]
ORDER = ("newest_at", "key")
LIST = "me/notifications"
TREATED = {True: "accept", False: "drop"}
blp = Blueprint("notifications", __name__, url_prefix="/v1/me", description="What I am told")


@blp.get("/notifications")
@blp.arguments(NotificationQuery, location="query")
@blp.response(200, NotificationPage)
@blp.alt_response(304, description="As it was under this ETag")
def listed(query: Row) -> Response:
    """What I was told, the newest first; with If-None-Match 304 while nothing has changed.

    Equal things are told together. Whom I block or mute is not heard of, and people I hardly know as
    my settings say; `filtered` lists what those have set aside.
    """
    after = start(query["cursor"], of=LIST, by=ORDER)
    found = _told(query["filtered"], query["limit"] + 1, after)
    items = page(found["items"], query["limit"], of=LIST, by=ORDER)
    return _tagged({**items, "unread": found["unread"]})


@blp.get("/notifications/unread")
@blp.response(200, Unread)
@blp.alt_response(304, description="As it was under this ETag")
def unread() -> Response:
    """How many I have not read; cheap to ask for again with If-None-Match."""
    return _tagged({"unread": _told(filtered=False, limit=0, after=start(None, of=LIST, by=ORDER))["unread"]})


@blp.post("/notifications/read")
@blp.arguments(Reading)
@blp.response(204)
def read(asked: Row) -> None:
    """I have read these; whatever is told of them later is unread again."""
    at = now()
    before = min(asked["before"] or at, at)
    graph().run("notifications/read", me=me().id, keys=asked["keys"], before=before, now=at)


@blp.get("/notification-settings")
@blp.response(200, Settings)
def settings() -> Row:
    """What I wish to be told of, and how people I hardly know are treated."""
    return graph().one("notifications/settings", me=me().id)


@blp.patch("/notification-settings")
@blp.arguments(SettingChanges)
@blp.response(200, Settings)
def change(asked: Row) -> Row:
    """The settings, changed; what is not named stays. They count for what I was told before, too."""
    kinds = {kind: TREATED[on] for kind, on in asked["kinds"].items()}
    graph().one("notifications/set", me=me().id, kinds=kinds, senders=asked["senders"], op=new_id())
    return graph().one("notifications/settings", me=me().id)


def _told(filtered: bool, limit: int, after: Row) -> Row:
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
