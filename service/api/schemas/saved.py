"""Saved shares and hidden shares: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output
from service.api.schemas.shares import ShareCard

REASONS = ("hidden", "not_interested")


class Saved(Output):
    """A share I saved. Once I may no longer see it, `gone` is true and `share` is null."""

    share_id = Id(required=True)
    since = Instant(required=True)
    gone = fields.Boolean(required=True)
    share = fields.Nested(ShareCard, required=True, allow_none=True)


class SavedPage(Output):
    """My saved shares, latest first."""

    items = fields.List(fields.Nested(Saved), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Hiding(Input):
    """The reason. `not_interested` also ranks its publisher and category lower."""

    reason = fields.String(load_default="hidden", validate=validate.OneOf(REASONS))


class Hide(Output):
    """A share I hide."""

    share_id = Id(required=True)
    since = Instant(required=True)
    reason = fields.String(required=True, validate=validate.OneOf(REASONS))


class Hidden(Saved):
    """A share I hide, with its card as long as I may see it."""

    reason = fields.String(required=True, validate=validate.OneOf(REASONS))


class HiddenPage(Output):
    """My hidden shares, latest first."""

    items = fields.List(fields.Nested(Hidden), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
