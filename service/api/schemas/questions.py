"""Questions under a share: input and output."""

from marshmallow import fields

from service.api.schemas import Id, Input, Instant, Output, Text
from service.api.schemas.threads import TEXT


class FromThread(Input):
    """A message of mine as the answer, and the question in my own words."""

    message = Id(required=True)
    text = Text(*TEXT, required=True)


class Question(Output):
    """A question and its answer, without names. `mine` marks my own question."""

    id = Id(required=True)
    text = fields.String(required=True)
    at = Instant(required=True)
    answer = fields.String(required=True, allow_none=True)
    answered_at = Instant(required=True, allow_none=True)
    mine = fields.Boolean(required=True)


class QuestionPage(Output):
    """Questions, newest first."""

    items = fields.List(fields.Nested(Question), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
