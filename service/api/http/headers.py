"""Security headers of every answer: no sniffing, no framing, no shared caching, no scripts."""

from flask import Flask, Response

RETRY_SECONDS = "2"
CSP = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"


def init(app: Flask) -> None:
    """Set the headers on every answer that has not set its own."""
    app.after_request(_set)


def _set(response: Response) -> Response:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Content-Security-Policy", CSP)
    response.headers.setdefault("Cache-Control", "no-store")
    if response.status_code != 429:  # the limiter sets it on every answer, and curl obeys
        response.headers.pop("Retry-After", None)
    if response.status_code == 503:
        response.headers["Retry-After"] = RETRY_SECONDS
    if response.status_code in {204, 304}:  # flask-smorest writes `null`, but these must be empty
        response.set_data(b"")
        response.headers.pop("Content-Type", None)
    return response
