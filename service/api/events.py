"""What happens, told while it happens: server-sent events (WHATWG HTML, 9.2).

Here a stream is asked for like anything else: the access table, the limits and the problems hold for it.
`service/run/asgi.py` then keeps the answer open, without a thread of its own.
"""

from flask import Response, request
from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import streams

SCOPE, STREAM = "asgi.scope", "circle.stream"
EVENTS = {"text/event-stream": {"schema": {"type": "string"}}}
blp = Blueprint("events", __name__, url_prefix="/v1/me", description="What happens, while it happens")


@blp.get("/events")
@blp.doc(
    parameters=[{"name": "Last-Event-ID", "in": "header", "required": False, "schema": {"type": "string"}}],
    responses={"200": {"description": "A stream of server-sent events", "content": EVENTS}},
)
def follow() -> Response:
    """A stream of events: `notification` {key, kind, count}, `unread` {count}, `circle` {count}, `end`.

    `circle` says only how many shares are new to me; the feed shows them.
    Each has an id; with the last one in `Last-Event-ID`, which browsers send by themselves, nothing is
    missed for a day. It ends with the session. A person may hold a few open at once (429 `stream_limit`).
    Without it, ask `/v1/me/notifications/unread` again and again with its ETag.
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
