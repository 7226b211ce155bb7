"""Experience under review: what comes in, what goes out."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.actions.moderation import SIGNALS
from service.api.schemas import Input, Instant, Known, Output, PageQuery, Reason

KINDS = ("void_xp", "restore_xp")


class ReviewsQuery(PageQuery):
    """Which signals to look at; all of them when none is named."""

    signal = fields.List(
        fields.String(validate=validate.OneOf(SIGNALS)), load_default=list, validate=validate.Length(0, 3)
    )


class Suspect(Known):
    """Somebody whom a review is about."""

    level = fields.Integer(required=True)


class ReviewItem(Output):
    """One thing that looks like fraud, and the lines of ledgers that it is made of.

    `cycle`: each of `people` bought with the coupon of the next, the last with that of the first.
    `identifiers`: `people` share devices, payments or addresses. `group`: the first of `people` has
    `percent` of their points from the others. `points` are what the lines are worth before any factor.
    """

    key = fields.String(required=True)
    signal = fields.String(required=True, validate=validate.OneOf(SIGNALS))
    people = fields.List(fields.Nested(Suspect), required=True)
    points = fields.Integer(required=True)
    percent = fields.Integer(required=True, allow_none=True)
    lines = fields.List(fields.String(), required=True)


class ReviewPage(Output):
    """Reviews, the most points first."""

    items = fields.List(fields.Nested(ReviewItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Act(Input):
    """Why; whoever's lines they are reads it."""

    reason = Reason()


class Window(Act):
    """A span of time, and why."""

    since = Instant(required=True)
    until = Instant(required=True)

    @validates_schema
    def _forward(self, data: Mapping[str, Any], **_: Any) -> None:
        if data["until"] <= data["since"]:
            raise ValidationError("After since.", "until")


class Voided(Output):
    """What was done, as the audit keeps it: to how many lines, and whose levels were derived anew."""

    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    count = fields.Integer(required=True)
    people = fields.List(fields.String(), required=True)
