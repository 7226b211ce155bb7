"""Events from platforms: input and output."""

import orjson
from marshmallow import fields, validate

from service.actions.platform_events import HAPPENED, LINKED, STATUSES
from service.api.schemas import Input, Instant, Output
from service.api.schemas.orders import External, OrderEvent
from service.graph.client import Row


class LinkEvent(Input):
    """A person typed a link code at the platform."""

    code = External(required=True)
    external_user_id = External(required=True)
    occurred_at = Instant(required=True)


class Event(Input):
    """An event in the form of Standard Webhooks; `timestamp` is the instant of writing."""

    type = fields.String(required=True, validate=validate.Length(1, 100))
    timestamp = Instant()
    data = fields.Dict(keys=fields.String(), required=True)


class Receipt(Output):
    """The result of an event. `ignored` has a `reason`; sending the event again would change nothing."""

    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    reason = fields.String(required=True, allow_none=True)


EVENT = Event()
DATA: dict[str, Input] = {LINKED: LinkEvent(), **dict.fromkeys(HAPPENED, OrderEvent())}


def read(body: bytes) -> Row:
    """The event in the body of a request; raises JSONDecodeError, or ValidationError with its faults."""
    event: Row = EVENT.load(orjson.loads(body))
    if event["type"] in DATA:
        event["data"] = DATA[event["type"]].load(event["data"])
    return event
