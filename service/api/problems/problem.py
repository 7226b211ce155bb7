"""The only error handlers: every error is application/problem+json (RFC 9457) in one shape."""

import re

import structlog
from flask import Flask, Response, request
from flask.json import dumps
from werkzeug.exceptions import HTTPException

from service.api.problems.codes import CODES
from service.errors import CircleError, Invalid, Problem, Unavailable

MEDIA_TYPE = "application/problem+json"
_PART = re.compile(r"\[(.*?)\]")
_FACT = re.compile(r"{(\w+)}")
_BY_STATUS = {
    400: "bad_request",
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    408: "request_timeout",
    412: "stale_version",
    413: "too_large",
    415: "unsupported_media_type",
    421: "unknown_host",
    422: "invalid",
    429: "rate_limited",
    503: "unavailable",
}
log = structlog.get_logger()


def init(app: Flask) -> None:
    """Answer every error as a problem, Flask's own errors included."""
    app.register_error_handler(Problem, _problem)
    app.register_error_handler(Unavailable, _unavailable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RecursionError, _too_deep)
    app.register_error_handler(CircleError, _internal)
    app.register_error_handler(Exception, _internal)


def language() -> str:
    """`zh` or `en`, by the client's Accept-Language; English by default."""
    return request.accept_languages.best_match(["en", "zh"]) or "en"


def answer(code: str, facts: dict[str, object] | None = None) -> Response:
    """The problem `code` as a response."""
    entry = CODES[code]
    facts = facts or {}
    text = entry.zh if language() == "zh" else entry.en
    body = {
        "type": f"/docs/problems#{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": entry.status,
        "detail": detail(text, facts),
        "code": code,
    }
    response = Response(dumps(body | facts | body), status=entry.status, content_type=MEDIA_TYPE)
    response.headers["Content-Language"] = language()
    if entry.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def detail(text: str, facts: dict[str, object]) -> str:
    """`text` with its `facts`, without bracketed parts whose facts are missing."""
    known = _PART.sub(lambda part: part[1] if facts.keys() >= set(_FACT.findall(part[1])) else "", text)
    return known.format_map(_Facts(facts))


class _Facts(dict[str, object]):
    """Facts for a text; a missing one becomes a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _problem(problem: Problem) -> Response:
    if isinstance(problem, Invalid):
        return answer(problem.code, {"fields": problem.fields})
    return answer(problem.code, problem.facts)


def _unavailable(error: Unavailable) -> Response:
    log.warning("unavailable", reason=str(error))
    return answer("unavailable")


def _http(error: HTTPException) -> Response:
    code = _BY_STATUS.get(error.code or 500, "internal")
    response = answer(code, _fields(error))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _fields(error: HTTPException) -> dict[str, object]:
    """The faults that webargs reports, by path: `json.note` -> its faults."""
    messages = getattr(error, "data", {}).get("messages", {})
    return {"fields": dict(flat(messages))} if messages else {}


def flat(messages: object, path: str = "") -> list[tuple[str, list[str]]]:
    """marshmallow's nested messages as (path, faults) pairs: `note.0` -> its faults."""
    if isinstance(messages, dict):
        pairs = messages.items()
        return [pair for key, value in pairs for pair in flat(value, f"{path}.{key}".strip("."))]
    faults = messages if isinstance(messages, list) else [messages]
    return [(path, [str(fault) for fault in faults])]


def _too_deep(_: RecursionError) -> Response:
    """Whatever a client nests so deep that something here cannot follow."""
    return answer("bad_request")


def _internal(error: Exception) -> Response:
    log.error("internal", exc_info=error)
    return answer("internal")
