"""Events from platforms: what comes in, what goes out."""

from marshmallow import fields, validate

from service.api.schemas import Input, Instant, Output
from service.api.schemas.orders import External, OrderEvent

STATUSES = ("applied", "ignored", "duplicate")


class LinkEvent(Input):
    """Somebody typed a link code at the platform."""

    code = External(required=True)
    external_user_id = External(required=True)
    occurred_at = Instant(required=True)


class Event(Input):
    """An event as Standard Webhooks shapes it; `timestamp` is when it was written."""

    type = fields.String(required=True, validate=validate.Length(1, 100))
    timestamp = Instant()
    data = fields.Dict(keys=fields.String(), required=True)


class Receipt(Output):
    """What became of an event. `ignored` names its reason; sending it again would change nothing."""

    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    reason = fields.String(required=True, allow_none=True)


LINKED = "account.linked"
# What an order event says happened at `occurred_at`.
HAPPENED = {
    "purchase.verified": "verified_at",
    "purchase.completed": "completed_at",
    "purchase.cancelled": "cancelled_at",
    "purchase.refunded": "refunded_at",
}
DATA: dict[str, Input] = {LINKED: LinkEvent(), **dict.fromkeys(HAPPENED, OrderEvent())}
