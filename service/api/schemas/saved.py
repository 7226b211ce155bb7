"""Shares kept for later, and shares hidden."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output
from service.api.schemas.shares import ShareCard

REASONS = ("hidden", "not_interested")


class Saved(Output):
    """A share I keep; `gone` is true, and `share` null, once I may not see it any more."""

    share_id = Id(required=True)
    since = Instant(required=True)
    gone = fields.Boolean(required=True)
    share = fields.Nested(ShareCard, required=True, allow_none=True)


class SavedPage(Output):
    """What I keep, the last kept first."""

    items = fields.List(fields.Nested(Saved), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Hiding(Input):
    """Why: `not_interested` also lowers the weight of its publisher and category."""

    reason = fields.String(load_default="hidden", validate=validate.OneOf(REASONS))


class Hide(Output):
    """A share I hide."""

    share_id = Id(required=True)
    since = Instant(required=True)
    reason = fields.String(required=True, validate=validate.OneOf(REASONS))


class Hidden(Saved):
    """A share I hide, with its card while I may see it."""

    reason = fields.String(required=True, validate=validate.OneOf(REASONS))


class HiddenPage(Output):
    """What I hide, the last hidden first."""

    items = fields.List(fields.Nested(Hidden), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
