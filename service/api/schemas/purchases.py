"""My purchases: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Output

STATUSES = ("recorded", "verified", "completed", "partially_refunded", "refunded", "cancelled")
SOURCES = ("code", "picked", "only", "latest")


class Bought(Output):
    """The shop or the product of a purchase."""

    id = fields.String(required=True)
    name = fields.String(required=True)


class EarnedCoupon(Output):
    """The coupon that a purchase earned; `quota` is null before publication."""

    id = fields.String(required=True)
    quota = fields.Integer(required=True, allow_none=True)
    claim_by = fields.AwareDateTime(required=True)
    revoked_at = fields.AwareDateTime(required=True, allow_none=True)


class Purchase(Output):
    """A real order of mine; nobody else sees it.

    `claim_id` is the claim it used, and `credit_source` says how the server knows. Until `pick_until` I can
    choose the claim when there were several.
    """

    id = fields.String(required=True)
    platform = fields.String(required=True)
    shop = fields.Nested(Bought, required=True)
    product = fields.Nested(Bought, required=True)
    paid_fen = fields.Integer(required=True)
    refunded_fen = fields.Integer(required=True, allow_none=True)
    currency = fields.String(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    recorded_at = fields.AwareDateTime(required=True)
    verified_at = fields.AwareDateTime(required=True, allow_none=True)
    completed_at = fields.AwareDateTime(required=True, allow_none=True)
    cancelled_at = fields.AwareDateTime(required=True, allow_none=True)
    refunded_at = fields.AwareDateTime(required=True, allow_none=True)
    coupon = fields.Nested(EarnedCoupon, required=True, allow_none=True)
    claim_id = fields.String(required=True, allow_none=True)
    credit_source = fields.String(required=True, allow_none=True, validate=validate.OneOf([*SOURCES, None]))
    pick_until = fields.AwareDateTime(required=True, allow_none=True)


class PurchasePage(Output):
    """Purchases, newest first."""

    items = fields.List(fields.Nested(Purchase), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Choice(Output):
    """A claim that a purchase may have used."""

    claim_id = fields.String(required=True)
    code = fields.String(required=True)
    share_id = fields.String(required=True)
    claimed_at = fields.AwareDateTime(required=True)
    use_by = fields.AwareDateTime(required=True)


class Choices(Output):
    """Claims, latest first."""

    items = fields.List(fields.Nested(Choice), required=True)


class Pick(Input):
    """The claim that a purchase used."""

    claim_id = Id(required=True)


class Picked(Output):
    """The purchase and the claim it used."""

    id = fields.String(required=True)
    claim_id = fields.String(required=True)
