"""A body is JSON; anything else is told so instead of being passed over."""

from flask import Flask, request
from werkzeug.exceptions import UnsupportedMediaType


def init(app: Flask) -> None:
    """Refuse a body of another kind before any handler looks at it."""
    app.before_request(_check)


def _check() -> None:
    if request.content_length and request.endpoint and not request.is_json:
        raise UnsupportedMediaType
