"""Publishing a coupon: input."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Id, Input, Int, Text
from service.api.schemas.photos import shown
from service.api.schemas.shares import AUDIENCES

NOTE = (20, 2000)
CONS_MOST = 500
DAYS_MOST = 36_500
RECIPIENTS_MOST = 20


def recipients(least: int, **options: Any) -> fields.List[str]:
    """Ids of friends to send to, each once."""
    length = validate.Length(least, RECIPIENTS_MOST)
    return fields.List(Id(), validate=length, **options)


class Gifted(fields.Boolean):
    """Whether the product was a prize, a sample or a gift; the share then carries the ad label."""

    def __init__(self, **options: Any) -> None:
        super().__init__(load_default=False, truthy={True}, falsy={False}, **options)


class Draft(Input):
    """A coupon of mine with an honest note."""

    note = Text(*NOTE, required=True)
    cons = Text(1, CONS_MOST, load_default=None, allow_none=True)
    used_for_days = Int(0, DAYS_MOST, load_default=None, allow_none=True)
    gifted = Gifted()
    photos = shown(load_default=list)


class Publication(Draft):
    """A coupon of mine with an honest note. The server also sends it directly to the friends in `to`."""

    coupon_id = Id(required=True)
    audience = fields.String(load_default="circle", validate=validate.OneOf(AUDIENCES))
    to = recipients(0, load_default=list)

    @validates_schema
    def _somebody_sees_it(self, data: dict[str, Any], **_: object) -> None:
        if data["audience"] == "direct" and not data["to"]:
            raise ValidationError("A direct share needs at least one recipient.", "to")


class DirectDraft(Draft):
    """A note, and the only friends who see it."""

    to = recipients(1, required=True)


class Revision(Input):
    """Changes to a share. A missing field stays; null clears `cons` and `used_for_days`.

    `photos` replaces all photos, in their order.
    """

    note = Text(*NOTE)
    cons = Text(1, CONS_MOST, allow_none=True)
    used_for_days = Int(0, DAYS_MOST, allow_none=True)
    audience = fields.String(validate=validate.OneOf(AUDIENCES))
    photos = shown()


class Recipients(Input):
    """Friends to send a share to: all of them, or none."""

    to = recipients(1, required=True)
