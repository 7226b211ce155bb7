"""A body is JSON, or a photo where one is sent; anything else is told so instead of being passed over."""

from flask import Flask, request
from werkzeug.exceptions import UnsupportedMediaType

from service.actions.photos import TYPES


def init(app: Flask) -> None:
    """Refuse a body of another kind before any handler looks at it."""
    app.before_request(_check)


def _check() -> None:
    if request.content_length and request.endpoint and not _taken():
        raise UnsupportedMediaType


def _taken() -> bool:
    return request.mimetype in TYPES if request.endpoint == "photos.send" else request.is_json
