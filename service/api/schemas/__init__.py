"""What every schema shares: strict bounds on what comes in, plain JSON on what goes out."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

INT64_MAX = 2**63 - 1
MAX_LIMIT = 100
LEAST_REASON, MOST_REASON = 3, 500


class Input(Schema):
    """What a client sends: an unknown field is an error."""

    class Meta:
        """Refuse what the schema does not name."""

        unknown = RAISE


class Output(Schema):
    """What a client gets. Rows are JSON already, so `dump` hands them on as they are;
    a test holds every answer to the OpenAPI text made from these schemas."""

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:  # noqa: ARG002
        """`obj` itself."""
        return obj


class Text(fields.String):
    """Text of bounded length, without NUL and lone surrogates; white space around it goes."""

    def __init__(self, least: int = 0, most: int = 200, **options: Any) -> None:
        super().__init__(validate=validate.Length(least, most), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        text = super()._deserialize(value, attr, data, **options)
        return clean(text).strip()


class Reason(Text):
    """Why somebody acted on what is another's."""

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
    """A whole number in an address, where all is text."""

    def __init__(self, least: int = 0, most: int = INT64_MAX, **options: Any) -> None:
        super().__init__(validate=validate.Range(least, most), **options)


class Instant(fields.AwareDateTime):
    """An instant, RFC 3339 with its offset; UTC in every answer."""

    def __init__(self, **options: Any) -> None:
        super().__init__(format="iso", **options)


def clean(text: str) -> str:
    """`text`; raises ValidationError for what no database or client can carry."""
    if "\x00" in text:
        raise ValidationError("NUL is not text.")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValidationError("A lone surrogate is not text.") from None
    return text


class PageQuery(Input):
    """The two parameters of every list."""

    limit = QueryInt(1, MAX_LIMIT, load_default=20)
    cursor = fields.String(load_default=None, validate=validate.Length(1, 1000))


class Known(Output):
    """Somebody, by name."""

    id = Id(required=True)
    handle = fields.String(required=True)
    display_name = fields.String(required=True)


class Nothing(Output):
    """An empty answer."""
