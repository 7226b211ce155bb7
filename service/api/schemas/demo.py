"""The demo's guests: what goes out."""

from marshmallow import fields, validate

from service.api.schemas import Output
from service.town.guests import GUESTS


class Guest(Output):
    """Somebody of the demo town to be: sign in with the handle and the password."""

    handle = fields.String(required=True)
    display_name = fields.String(required=True)
    part = fields.String(required=True, validate=validate.OneOf([guest.part for guest in GUESTS]))
    password = fields.String(required=True)


class Guests(Output):
    """The three of them."""

    items = fields.List(fields.Nested(Guest), required=True)
