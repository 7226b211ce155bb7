"""One log line and one metric per request; never a token, a body or a query text."""

import re
import time

import structlog
from flask import Flask, Response, g, request
from prometheus_client import Histogram

from service.api.http.current import new_id

HEADER = "X-Request-Id"
METHODS = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"}  # a client may invent others
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
SECONDS = Histogram(
    "circle_request_seconds", "Time to answer, by route and status", ["route", "method", "status"]
)
log = structlog.get_logger()


def init(app: Flask) -> None:
    """Observe every request from its first hook to its last."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    given = request.headers.get(HEADER, "")
    g.request_id = given if _GIVEN.fullmatch(given) else new_id()
    g.began = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def _end(response: Response) -> Response:
    took = time.perf_counter() - g.get("began", time.perf_counter())
    route = str(request.url_rule) if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    SECONDS.labels(route, method, str(response.status_code)).observe(took)
    log.info(
        "request",
        method=method,
        route=route,
        status=response.status_code,
        ms=round(took * 1000, 1),
    )
    response.headers[HEADER] = g.get("request_id", "")
    return response
