"""Shops as people read them."""

from marshmallow import fields

from service.api.schemas import Id, Output
from service.api.schemas.shares import PlatformLine, ShareCard


class ShopRead(Output):
    """A shop, the number of people in my circle who recommend it, and a page of their shares."""

    id = Id(required=True)
    name = fields.String(required=True)
    platform = fields.Nested(PlatformLine, required=True)
    recommenders = fields.Integer(required=True, metadata={"description": "people with a share of it now"})
    items = fields.List(fields.Nested(ShareCard), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
