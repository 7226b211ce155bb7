"""Signed events from platforms, after the Standard Webhooks specification.

2xx means "received, do not send it again": applied, already known (`duplicate`), or `ignored` for a
reason that sending again would not change. 401 is a wrong signature or address, 422 a body that
breaks the contract, 400 `replayed` an event from the future, 503 "try again".
"""

from json import JSONDecodeError

from flask import request
from flask_smorest import Blueprint
from marshmallow import ValidationError

from service.actions import platform_events
from service.api.http.current import graph, keys, now
from service.api.problems.problem import flat
from service.api.schemas.webhooks import Event, Receipt, read
from service.errors import Invalid
from service.graph.client import Row

blp = Blueprint("webhooks", __name__, url_prefix="/v1/webhooks", description="Signed platform events")


@blp.post("/<platform>")
@blp.doc(requestBody={"required": True, "content": {"application/json": {"schema": Event}}})
@blp.response(200, Receipt)
def receive(platform: str) -> Row:
    """An event of a platform: account.linked, or purchase.verified, .completed, .cancelled, .refunded.

    Headers `webhook-id`, `webhook-timestamp`, `webhook-signature`, at most five minutes old. Events
    may come late, twice and in any order: `occurred_at` says what holds.
    """
    body, at = request.get_data(), now()
    headers = {name.lower(): value for name, value in request.headers.items()}
    event_id = platform_events.authenticate(graph(), keys(), platform, body, headers, now=at)
    return platform_events.take(graph(), keys(), platform, event_id, _event(body), now=at)


def _event(body: bytes) -> Row:
    try:
        return read(body)
    except JSONDecodeError as error:
        raise Invalid({"body": [f"Not JSON: {error.msg}."]}) from None
    except ValidationError as error:
        raise Invalid(dict(flat(error.messages))) from None
