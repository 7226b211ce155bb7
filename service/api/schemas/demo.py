"""The demo: its guests, orders and friend request."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output
from service.demo.guests import GUESTS


class Guest(Output):
    """A resident of the demo town; sign in with the handle and the password."""

    handle = fields.String(required=True)
    display_name = fields.String(required=True)
    part = fields.String(required=True, validate=validate.OneOf([guest.part for guest in GUESTS]))
    password = fields.String(required=True)


class Guests(Output):
    """The three residents."""

    items = fields.List(fields.Nested(Guest), required=True)


class DemoOrder(Input):
    """My copy that the order uses."""

    claim_id = Id(required=True)


class DemoOrdered(Output):
    """The completed order, its used copy, and its earned coupon (null when the shop has no offer now)."""

    purchase_id = Id(required=True)
    completed_at = Instant(required=True)
    claim_id = Id(required=True, allow_none=True)
    coupon_id = Id(required=True, allow_none=True)


class DemoCompany(Output):
    """The request to me; `accepted` at once when I have asked them too."""

    id = Id(required=True)
    user_id = Id(required=True, metadata={"description": "the recipient: me"})
    message = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    expires_at = Instant(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["pending", "accepted"]))
