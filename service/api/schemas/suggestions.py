"""Suggested people: output."""

from marshmallow import fields

from service.api.schemas import Output
from service.api.schemas.people import NamedFriend, PersonCard


class Reason(Output):
    """The reason for a suggestion, in counts only: what this friendship would add to my circle.

    It counts coupons of their friends in categories that my circle lacks. It is 0 while it covers too few
    people to show.
    """

    categories = fields.Integer(required=True, metadata={"description": "new categories"})
    coupons = fields.Integer(required=True, metadata={"description": "coupons in them, at least"})
    mutual_count = fields.Integer(required=True, metadata={"description": "mutual friends"})


class Suggestion(Output):
    """A suggested person; `mutual_friends` has at most three who chose to be named."""

    place = fields.Integer(required=True)
    user = fields.Nested(PersonCard, required=True)
    reason = fields.Nested(Reason, required=True)
    mutual_friends = fields.List(fields.Nested(NamedFriend), required=True)


class SuggestionPage(Output):
    """Suggestions; those who would add most come first."""

    items = fields.List(fields.Nested(Suggestion), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
