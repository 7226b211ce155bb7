"""Claims: copies of friends' coupons in a wallet."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Int, Output, PageQuery
from service.api.schemas.shares import PlatformLine, ProductLine, Publisher, ShopLine, Terms

STATUSES = ("open", "locked", "redeemed", "expired", "returned", "revoked")
VIAS = ("friend", "circle", "follow", "direct")
VERDICTS = ("as_described", "not_as_described")


class Claimed(Output):
    """The new copy, or the earlier one. `code` identifies it to the platform."""

    id = Id(required=True)
    share_id = Id(required=True)
    code = fields.String(required=True)
    claimed_at = Instant(required=True)
    use_by = Instant(required=True)
    remaining = Int(required=True, metadata={"description": "copies left for others"})


class ClaimsQuery(PageQuery):
    """A tab of the wallet; all tabs by default."""

    status = fields.String(load_default=None, validate=validate.OneOf(STATUSES))


class Recommendation(Output):
    """The note behind a copy, and its author."""

    id = Id(required=True)
    note = fields.String(required=True)
    cons = fields.String(required=True, allow_none=True)
    used_for_days = Int(required=True, allow_none=True)
    edited_at = Instant(required=True, allow_none=True)
    ad_label = fields.Boolean(required=True)
    publisher = fields.Nested(Publisher, required=True)


class Claim(Output):
    """One of my copies. When it is not `usable`, `reason` is the code of the problem.

    `share` is null for a former sharer: the sharer has left, or one of us blocks the other.
    """

    id = Id(required=True)
    code = fields.String(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    usable = fields.Boolean(required=True)
    reason = fields.String(required=True, allow_none=True)
    claimed_at = Instant(required=True)
    use_by = Instant(required=True)
    returned_at = Instant(required=True, allow_none=True)
    locked_until = Instant(required=True, allow_none=True)
    locked_by = fields.String(required=True, allow_none=True)
    degree = Int(1, 2, required=True, allow_none=True)
    via = fields.String(required=True, validate=validate.OneOf(VIAS))
    verdict = fields.String(required=True, allow_none=True, metadata={"enum": [*VERDICTS, None]})
    verdict_at = Instant(required=True, allow_none=True)
    thanked_at = Instant(required=True, allow_none=True)
    shop = fields.Nested(ShopLine, required=True)
    product = fields.Nested(ProductLine, required=True, allow_none=True)
    platform = fields.Nested(PlatformLine, required=True)
    terms = fields.Nested(Terms, required=True)
    share = fields.Nested(Recommendation, required=True, allow_none=True)


class ClaimPage(Output):
    """My copies, latest claim first."""

    items = fields.List(fields.Nested(Claim), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Order(Input):
    """The platform's order that reserves a copy."""

    order_id = Id(required=True)


class Locked(Output):
    """The end of the reservation."""

    locked_until = Instant(required=True)


class Verdict(Input):
    """Was the purchase as the note describes?"""

    as_described = fields.Boolean(required=True, truthy={True}, falsy={False})
