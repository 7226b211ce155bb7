"""Shared by all schemas: strict bounds for input, plain JSON for output."""

from datetime import UTC, datetime
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

INT64_MAX = 2**63 - 1
MAX_LIMIT = 100
LEAST_REASON, MOST_REASON = 3, 500


class Input(Schema):
    """A body or query from a client; an unknown field is an error."""

    class Meta:
        """Refuse fields that the schema does not name."""

        unknown = RAISE


class Output(Schema):
    """An answer for a client. Rows are JSON already, so `dump` returns them unchanged.
    A test checks every answer against the OpenAPI document of these schemas."""

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:  # noqa: ARG002
        """`obj` itself."""
        return obj


class Text(fields.String):
    """Text of bounded length, without NUL and lone surrogates. White space around it is removed."""

    def __init__(self, least: int = 0, most: int = 200, **options: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        text = super()._deserialize(value, attr, data, **options)
        return clean(text).strip()


class Reason(Text):
    """The reason of an act on another person's things."""

    def __init__(self) -> None:
        super().__init__(LEAST_REASON, MOST_REASON, required=True)


class Id(fields.String):
    """An opaque id: 1 to 128 characters."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=validate.Length(1, 128), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return clean(super()._deserialize(value, attr, data, **options))


class Int(fields.Integer):
    """A whole number within bounds; `"3"` and `3.0` are not whole numbers."""

    def __init__(self, least: int = 0, most: int = INT64_MAX, **options: Any) -> None:
        super().__init__(strict=True, validate=validate.Range(least, most), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:  # noqa: ARG002
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValidationError("Not a valid integer.")
        return value


class QueryInt(fields.Integer):
    """A whole number in a query string, where every value is text."""

    def __init__(self, least: int = 0, most: int = INT64_MAX, **options: Any) -> None:
        super().__init__(validate=validate.Range(least, most), **options)


class Instant(fields.AwareDateTime):
    """An instant, RFC 3339 with its offset; UTC here and in every answer.

    Python knows offsets that the database refuses (beyond 18 hours), so none gets there.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(format="iso", **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> datetime:
        given: datetime = super()._deserialize(value, attr, data, **options)
        try:
            return given.astimezone(UTC)
        except OverflowError:  # at the ends of the calendar
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None


def clean(text: str) -> str:
    """`text`; raises ValidationError for characters that no database or client can carry."""
    if "\x00" in text:
        raise ValidationError("NUL is not text.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValidationError("A lone surrogate is not text.") from None
    return text


class PageQuery(Input):
    """The two parameters of every list: `limit` and `cursor`."""

    limit = QueryInt(1, MAX_LIMIT, load_default=20)
    cursor = fields.String(load_default=None, validate=validate.Length(1, 1000))


class Known(Output):
    """A person by name."""

    id = Id(required=True)
    handle = fields.String(required=True)
    display_name = fields.String(required=True)


class Nothing(Output):
    """An empty answer."""
