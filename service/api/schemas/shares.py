"""Shares: the card that every reader sees, and my own shares."""

from marshmallow import fields, validate

from service.api.schemas import Id, Instant, Int, Output

AUDIENCES = ("friends", "circle", "public", "direct")
STATUSES = ("live", "held", "withdrawn", "removed", "revoked", "expired")


class Bridge(Output):
    """A mutual friend who chose to be named."""

    id = Id(required=True)
    display_name = fields.String(required=True)


class Publisher(Output):
    """The publisher. Only friends can open the profile behind `id`."""

    id = Id(required=True)
    display_name = fields.String(required=True)
    creator = fields.Boolean(required=True)


class ShopLine(Output):
    """A shop in one line."""

    id = Id(required=True)
    name = fields.String(required=True)


class ProductLine(Output):
    """A product in one line; `category` is its id."""

    id = Id(required=True)
    name = fields.String(required=True)
    category = fields.String(required=True, allow_none=True)


class PlatformLine(Output):
    """A platform and its ways to open a coupon."""

    id = Id(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    open_with = fields.List(fields.String(), required=True)


class Terms(Output):
    """The terms of a coupon: `value` is fen when `fixed`, percent when `percent`."""

    kind = fields.String(required=True, validate=validate.OneOf(("fixed", "percent")))
    value = Int(required=True)
    max_off_fen = Int(required=True, allow_none=True)
    min_spend_fen = Int(required=True)
    currency = fields.String(required=True)
    use_days = Int(required=True, metadata={"description": "days to use a claim"})


class ShareCard(Output):
    """A share as its viewer sees it, the same in every list.

    `degree` is 0 (mine), 1 (friend), 2 (through a bridge) or null (`via` says `follow` or `direct`).
    Only the publisher sees `audience`. `claimed` is the id of the viewer's copy.
    `photos` are in order; each is at /v1/photos/{id}.
    """

    id = Id(required=True)
    note = fields.String(required=True)
    cons = fields.String(required=True, allow_none=True)
    used_for_days = Int(required=True, allow_none=True)
    audience = fields.String(allow_none=True, validate=validate.OneOf((*AUDIENCES, None)))
    published_at = Instant(required=True)
    edited_at = Instant(required=True, allow_none=True)
    expires_at = Instant(required=True)
    ad_label = fields.Boolean(required=True)
    degree = Int(0, 2, required=True, allow_none=True)
    via = fields.String(
        required=True, validate=validate.OneOf(("self", "friend", "circle", "follow", "direct"))
    )
    mutual_count = Int(required=True)
    bridges = fields.List(fields.Nested(Bridge), required=True)
    publisher = fields.Nested(Publisher, required=True)
    shop = fields.Nested(ShopLine, required=True)
    product = fields.Nested(ProductLine, required=True, allow_none=True)
    platform = fields.Nested(PlatformLine, required=True)
    terms = fields.Nested(Terms, required=True)
    quota = Int(required=True)
    remaining = Int(required=True)
    claimed = fields.String(required=True, allow_none=True)
    photos = fields.List(Id(), required=True)
    version = Int(required=True)


class SharePage(Output):
    """Shares of one person, newest first."""

    items = fields.List(fields.Nested(ShareCard), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ShopReply(Output):
    """The reply of a shop under a share."""

    id = Id(required=True)
    text = fields.String(required=True)
    at = Instant(required=True)
    edited_at = Instant(required=True, allow_none=True)


class ShareDetail(ShareCard):
    """A card with its claim: `reason` is the problem code that a claim would return."""

    claimable = fields.Boolean(required=True)
    reason = fields.String(required=True, allow_none=True)
    disclosure = fields.String(required=True)
    reply = fields.Nested(ShopReply, required=True, allow_none=True)


class Sent(Output):
    """The number of recipients who had not received it before."""

    sent = Int(required=True)


class MyShare(Output):
    """A share of mine with its results.

    `claims` counts its claimed copies, `buyers` those used by completed purchases: a day late, and without
    names. `sent` counts the friends who received it directly.
    """

    id = Id(required=True)
    coupon_id = Id(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    note = fields.String(required=True)
    cons = fields.String(required=True, allow_none=True)
    used_for_days = Int(required=True, allow_none=True)
    audience = fields.String(required=True, validate=validate.OneOf(AUDIENCES))
    published_at = Instant(required=True)
    edited_at = Instant(required=True, allow_none=True)
    expires_at = Instant(required=True)
    ad_label = fields.Boolean(required=True)
    version = Int(required=True, metadata={"description": "the ETag"})
    shop = fields.Nested(ShopLine, required=True)
    product = fields.Nested(ProductLine, required=True, allow_none=True)
    platform = fields.Nested(PlatformLine, required=True)
    terms = fields.Nested(Terms, required=True)
    quota = Int(required=True)
    remaining = Int(required=True)
    claims = Int(required=True)
    buyers = Int(required=True)
    sent = Int(required=True)
    photos = fields.List(Id(), required=True)


class MySharePage(Output):
    """My shares, newest first."""

    items = fields.List(fields.Nested(MyShare), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
