"""Whom I could befriend: what goes out."""

from marshmallow import fields

from service.api.schemas import Output
from service.api.schemas.people import NamedFriend, PersonCard


class Reason(Output):
    """Why somebody is suggested, in counts only: what becoming friends would open for me.

    Counted are coupons of their friends, in categories where my circle shows me nothing; 0 while
    they stand for too few people to be told.
    """

    categories = fields.Integer(required=True, metadata={"description": "new categories"})
    coupons = fields.Integer(required=True, metadata={"description": "coupons in them, at least so many"})
    mutual_count = fields.Integer(required=True, metadata={"description": "friends in common"})


class Suggestion(Output):
    """Somebody I could befriend; `mutual_friends` are those who chose to be named, three at most."""

    place = fields.Integer(required=True)
    user = fields.Nested(PersonCard, required=True)
    reason = fields.Nested(Reason, required=True)
    mutual_friends = fields.List(fields.Nested(NamedFriend), required=True)


class SuggestionPage(Output):
    """Whoever would open most first."""

    items = fields.List(fields.Nested(Suggestion), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
