"""Bodies are JSON, or a photo where the route takes one. The server refuses any other kind."""

from datetime import datetime

from flask import Flask, request
from werkzeug.exceptions import UnsupportedMediaType

from service.actions.photos import TYPES
from service.errors import Invalid


def init(app: Flask) -> None:
    """Refuse a body of another kind before any handler reads it."""
    app.before_request(_check)


def to_come(instant: datetime | None, field: str, *, now: datetime) -> None:
    """Return when the field `field` of the body is empty or later than `now`; raises Invalid."""
    if instant is not None and instant <= now:
        raise Invalid({f"json.{field}": ["Must be an instant to come."]})


def _check() -> None:
    if request.content_length and request.endpoint and not _taken():
        raise UnsupportedMediaType


def _taken() -> bool:
    return request.mimetype in TYPES if request.endpoint == "photos.send" else request.is_json
