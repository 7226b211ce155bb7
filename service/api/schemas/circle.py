"""What the circle takes and gives."""

from marshmallow import fields, validate

from service.api.schemas import Id, Output, PageQuery, QueryInt
from service.api.schemas.shares import ShareCard


class FeedQuery(PageQuery):
    """How to narrow the feed; `min_discount` is in fen, by the most a coupon can take off."""

    sort = fields.String(load_default="recent", validate=validate.OneOf(["recent"]))
    platform = Id(load_default=None)
    category = Id(load_default=None)
    degree = QueryInt(1, 2, load_default=None)
    min_discount = QueryInt(load_default=None)
    expiring = fields.Boolean(load_default=False)
    include_exhausted = fields.Boolean(load_default=False)


class FeedPage(Output):
    """One page of cards, newest first."""

    items = fields.List(fields.Nested(ShareCard), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
