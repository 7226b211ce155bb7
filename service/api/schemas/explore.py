"""Analysts' questions and free Cypher on the copy: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from service.api.schemas import INT64_MAX, Input, Output, Text, clean
from service.copy.guard import LONGEST
from service.graph.catalogue import PICTURES

NAME = validate.Regexp(r"[^\W\d]\w{0,63}\Z", error="A name of at most 64 letters, digits and underscores.")
DEEPEST = 10


class Value(fields.Raw):
    """Any JSON of bounded depth; whole numbers fit 64 bits."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> Any:
        _hold(super()._deserialize(value, attr, data, **options), DEEPEST)
        return value


def _hold(value: Any, deep: int) -> None:
    if isinstance(value, list | dict):
        if not deep:
            raise ValidationError(f"Deeper than {DEEPEST}.")
        for each in [*value, *(value.values() if isinstance(value, dict) else [])]:
            _hold(each, deep - 1)
    elif isinstance(value, str):
        clean(value)
    elif isinstance(value, int) and not -INT64_MAX <= value <= INT64_MAX:
        raise ValidationError("Not a whole number of 64 bits.")


class LibraryParameter(Output):
    """A parameter of a question. An integer goes from `least` to `most` in steps of `step`."""

    name = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(["integer", "text"]))
    default = fields.Raw(required=True, allow_none=True)
    least = fields.Integer(required=True, allow_none=True)
    most = fields.Integer(required=True, allow_none=True)
    step = fields.Integer(required=True, allow_none=True)
    name_zh = fields.String(required=True)


class LibraryColumn(Output):
    """A column of the answer."""

    name = fields.String(required=True)
    name_zh = fields.String(required=True)


class Picture(Output):
    """A suitable picture of the answer: its kind and its columns.

    `bar` and `line`: position, height and optionally series. `funnel`: step and height. `map`: two ends
    and the weight between them. `table`: none.
    """

    kind = fields.String(required=True, validate=validate.OneOf(list(PICTURES)))
    columns = fields.List(fields.String(), required=True)


class LibraryQuestion(Output):
    """A question for analysts. `words_zh` has the Chinese for every word of its answers."""

    name = fields.String(required=True)
    title_en = fields.String(required=True)
    title_zh = fields.String(required=True)
    parameters = fields.List(fields.Nested(LibraryParameter), required=True)
    columns = fields.List(fields.Nested(LibraryColumn), required=True)
    picture = fields.Nested(Picture, required=True)
    words_zh = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class Library(Output):
    """Every question, by name."""

    items = fields.List(fields.Nested(LibraryQuestion), required=True)


class Explored(Output):
    """The rows at `as_of`, with the parameters of the question. `truncated` says that there are more rows."""

    name = fields.String(required=True)
    as_of = fields.AwareDateTime(required=True)
    parameters = fields.Dict(keys=fields.String(), values=fields.Raw(allow_none=True), required=True)
    columns = fields.List(fields.String(), required=True)
    rows = fields.List(fields.Dict(keys=fields.String(), values=fields.Raw(allow_none=True)), required=True)
    truncated = fields.Boolean(required=True)
    milliseconds = fields.Integer(required=True)


class CypherAsked(Input):
    """One read-only statement for the copy, with its values as `$name`."""

    query = Text(1, LONGEST, required=True)
    parameters = fields.Dict(
        keys=fields.String(validate=NAME), values=Value(allow_none=True), load_default=dict[str, Any]
    )


class CypherFound(Output):
    """At most 1,000 rows; `truncated` says there are more. Nodes and edges are objects, days are text."""

    columns = fields.List(fields.String(), required=True)
    rows = fields.List(fields.Dict(keys=fields.String(), values=fields.Raw(allow_none=True)), required=True)
    truncated = fields.Boolean(required=True)
    milliseconds = fields.Integer(required=True)
