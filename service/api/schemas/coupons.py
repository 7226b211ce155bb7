"""Coupons earned by purchases, and a preview of their audience."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Int, Output, PageQuery
from service.api.schemas.shares import AUDIENCES, PlatformLine, ProductLine, ShopLine, Terms

STATUSES = ("available", "exhausted", "expired", "revoked")
BUCKETS = ("0", "1-9", "10-49", "50-99", "100-499", "500+")


class CouponsQuery(PageQuery):
    """A status of coupons; all by default."""

    status = fields.String(load_default=None, validate=validate.OneOf(STATUSES))


class Coupon(Output):
    """The right to give `quota` friends a copy. `taken` copies are claimed; `shares` offer the coupon."""

    id = Id(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    earned_at = Instant(required=True)
    claim_by = Instant(required=True, metadata={"description": "the last instant to claim"})
    use_until = Instant(required=True)
    quota = Int(required=True)
    taken = Int(required=True)
    shares = fields.List(Id(), required=True)
    shop = fields.Nested(ShopLine, required=True)
    product = fields.Nested(ProductLine, required=True, allow_none=True)
    platform = fields.Nested(PlatformLine, required=True)
    terms = fields.Nested(Terms, required=True)


class CouponPage(Output):
    """My coupons, newest first."""

    items = fields.List(fields.Nested(Coupon), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Audience(Input):
    """An audience to preview."""

    audience = fields.String(load_default="circle", validate=validate.OneOf(AUDIENCES))


class Preview(Output):
    """Roughly how many people would see the share, in buckets.

    `via_friends` is null while it would reveal the circle of a single friend. `more_at_level` is the level
    from which the coupon gives more copies. It is null when the shop or the first publication fixed them.
    """

    quota = Int(required=True)
    more_at_level = fields.Integer(required=True, allow_none=True)
    friends = fields.String(required=True, validate=validate.OneOf(BUCKETS))
    via_friends = fields.String(required=True, allow_none=True, metadata={"enum": [*BUCKETS, None]})
    followers = fields.String(required=True, validate=validate.OneOf(BUCKETS))
    ad_label = fields.Boolean(required=True)
    disclosure = fields.String(required=True, metadata={"description": "the disclosure of the share"})
