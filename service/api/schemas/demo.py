"""The demo's guests: what goes out."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output
from service.demo.guests import GUESTS


class Guest(Output):
    """Somebody of the demo town to be: sign in with the handle and the password."""

    handle = fields.String(required=True)
    display_name = fields.String(required=True)
    part = fields.String(required=True, validate=validate.OneOf([guest.part for guest in GUESTS]))
    password = fields.String(required=True)


class Guests(Output):
    """The three of them."""

    items = fields.List(fields.Nested(Guest), required=True)


class DemoOrder(Input):
    """The copy of mine that an order shall use."""

    claim_id = Id(required=True)


class DemoOrdered(Output):
    """The completed order: the copy it used, and the coupon it earned, null when the shop offers none now."""

    purchase_id = Id(required=True)
    completed_at = Instant(required=True)
    claim_id = Id(required=True, allow_none=True)
    coupon_id = Id(required=True, allow_none=True)


class DemoCompany(Output):
    """The request to me; `accepted` at once when I have asked them as well."""

    id = Id(required=True)
    user_id = Id(required=True, metadata={"description": "whom it was sent to: me"})
    message = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    expires_at = Instant(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["pending", "accepted"]))
