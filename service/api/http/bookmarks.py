"""Read your own writes on a cluster, whichever process answers next.

After a write the response carries a signed mark in `Circle-Bookmark` and, for browsers, a cookie.
A client that sends it back within a minute gets an answer that includes its write. A single server needs no
marks.
"""

from flask import Flask, Response, request
from itsdangerous import BadData, URLSafeTimedSerializer

from service.api.http.current import graph, keys

HEADER = "Circle-Bookmark"
COOKIE = "circle_bookmark"
SECONDS = 60


def init(app: Flask) -> None:
    """Read the mark before each request, and send a new one after each write."""
    app.before_request(_take)
    app.after_request(_give)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(keys().key("bookmark"))


def _take() -> None:
    mark = request.headers.get(HEADER) or request.cookies.get(COOKIE)
    try:
        graph().read_after(_signer().loads(mark, max_age=SECONDS) if mark else ())
    except BadData:
        graph().read_after(())


def _give(response: Response) -> Response:
    if graph().wrote:
        mark = str(_signer().dumps(sorted(graph().bookmarks)))
        response.headers[HEADER] = mark
        if "Authorization" not in request.headers:
            response.set_cookie(COOKIE, mark, max_age=SECONDS, httponly=True, samesite="Lax")
    return response
