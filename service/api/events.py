"""Live events: server-sent events (WHATWG HTML, 9.2).

A client asks for a stream like for any other route, with the same access table, limits and problems.
`service/run/asgi.py` then keeps the answer open, without a thread of its own.
"""

from flask import Response, request
from flask_smorest import Blueprint

from service.api.http.arrival import SCOPE
from service.api.http.auth import me, session_hash
from service.api.http.current import streams

STREAM = "circle.stream"
EVENTS = {"text/event-stream": {"schema": {"type": "string"}}}
blp = Blueprint("events", __name__, url_prefix="/v1/me", description="Live events")


@blp.get("/events")
@blp.doc(
    parameters=[{"name": "Last-Event-ID", "in": "header", "required": False, "schema": {"type": "string"}}],
    responses={"200": {"description": "A stream of server-sent events", "content": EVENTS}},
)
def follow() -> Response:
    """A stream of events: `notification` {key, kind, count}, `unread` {count}, `circle` {count}, `end`.

    `circle` counts the shares that are new to me; the feed shows them. A client that loses its connection
    reconnects with the last event id in `Last-Event-ID`, as browsers do, and misses nothing for a day.
    The stream ends with the session. A person may keep a few open at once (429 `stream_limit`).
    A client without streams polls `/v1/me/notifications/unread` with its ETag.
    """
    stream = streams().open(session_hash(), me().id, request.headers.get("Last-Event-ID"))
    scope = request.environ.get(SCOPE)
    if scope is None or request.method != "GET":
        streams().close(stream)
        return _opened(stream.take())
    scope[STREAM] = stream
    return _opened(b"")


def _opened(body: bytes) -> Response:
    response = Response(body, content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store, no-transform"
    response.headers["X-Accel-Buffering"] = "no"
    return response
