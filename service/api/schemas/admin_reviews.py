"""Experience under review: input and output."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.actions.moderation import SIGNALS
from service.api.schemas import Input, Instant, Known, Output, PageQuery, Reason

KINDS = ("void_xp", "restore_xp")


class ReviewsQuery(PageQuery):
    """The signals to list; all of them by default."""

    signal = fields.List(
        fields.String(validate=validate.OneOf(SIGNALS)), load_default=list, validate=validate.Length(0, 3)
    )


class Suspect(Known):
    """A person in a review."""

    level = fields.Integer(required=True)


class ReviewItem(Output):
    """One signal of fraud and the ledger lines behind it.

    `cycle`: each of `people` bought with the next one's coupon, and the last with the first one's.
    `identifiers`: `people` share devices, payments or addresses. `group`: the first of `people` got
    `percent` of their points from the others. `points` is the worth of the lines before any factor.
    """

    key = fields.String(required=True)
    signal = fields.String(required=True, validate=validate.OneOf(SIGNALS))
    people = fields.List(fields.Nested(Suspect), required=True)
    points = fields.Integer(required=True)
    percent = fields.Integer(required=True, allow_none=True)
    lines = fields.List(fields.String(), required=True)


class ReviewPage(Output):
    """Reviews, most points first."""

    items = fields.List(fields.Nested(ReviewItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Act(Input):
    """The reason, which the owner of the lines reads."""

    reason = Reason()


class Window(Act):
    """A period and the reason."""

    since = Instant(required=True)
    until = Instant(required=True)

    @validates_schema
    def _forward(self, data: Mapping[str, Any], **_: Any) -> None:
        if data["until"] <= data["since"]:
            raise ValidationError("After since.", "until")


class Voided(Output):
    """The act as the audit stores it, the number of lines, and the people with recomputed levels."""

    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    count = fields.Integer(required=True)
    people = fields.List(fields.String(), required=True)
