"""Signed events from platforms, after the Standard Webhooks specification.

2xx means "received, do not send it again": applied, already known (`duplicate`), or `ignored` for a
reason that sending again would not change. 401 is a wrong signature or address, 422 a body that
breaks the contract, 400 `replayed` an event from the future, 503 "try again".
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from json import JSONDecodeError, dumps

import orjson
from flask import request
from flask_smorest import Blueprint
from marshmallow import ValidationError

from service.actions import levels, purchases
from service.api.http.current import graph, keys, new_id, now
from service.api.problems.problem import flat
from service.api.schemas.webhooks import DATA, HAPPENED, LINKED, Event, Receipt
from service.credentials.link_codes import code_hash
from service.credentials.signatures import genuine, operation, secret
from service.errors import Invalid, Refused
from service.graph.client import Row, Unit

blp = Blueprint("webhooks", __name__, url_prefix="/v1/webhooks", description="Signed platform events")
EVENT = Event()
Effect = Callable[[Unit], str | None]


@blp.post("/<platform>")
@blp.doc(requestBody={"required": True, "content": {"application/json": {"schema": Event}}})
@blp.response(200, Receipt)
def receive(platform: str) -> Row:
    """An event of a platform: account.linked, or purchase.verified, .completed, .cancelled, .refunded.

    Headers `webhook-id`, `webhook-timestamp`, `webhook-signature`, at most five minutes old. Events
    may come late, twice and in any order: `occurred_at` says what holds.
    """
    return take(platform, request.get_data(), dict(request.headers))


def take(platform: str, body: bytes, headers: Mapping[str, str]) -> Row:
    """The receipt of an event as it came; raises Refused unless the platform has signed it."""
    event_id = _signed_id(platform, body, headers)
    event = _read(body)
    op = operation(platform, event_id)
    effect = _effect(platform, event, now(), op)
    receipt = graph().transaction(lambda unit: _once(unit, event["type"], effect, op), op=op)
    levels.refresh_voided(graph(), now=now())
    return receipt


def _signed_id(platform: str, body: bytes, headers: Mapping[str, str]) -> str:
    """The id of this event; raises Refused unless the platform, which exists, has signed it."""
    names = graph().rows("platforms/webhook_keys", platform=platform, now=now())
    secrets = [secret(keys(), platform, row["key_id"]) for row in names]
    told = {name.lower(): value for name, value in headers.items()}
    if not genuine(secrets, body, told):
        raise Refused("bad_signature")
    return told["webhook-id"]


def _read(body: bytes) -> Row:
    try:
        event: Row = EVENT.load(orjson.loads(body))
        if event["type"] in DATA:
            event["data"] = DATA[event["type"]].load(event["data"])
    except JSONDecodeError as error:
        raise Invalid({"body": [f"Not JSON: {error.msg}."]}) from None
    except ValidationError as error:
        raise Invalid(dict(flat(error.messages))) from None
    return event


def _effect(platform: str, event: Row, at: datetime, op: str) -> Effect:
    """What the event does; it answers the reason when it is left alone."""
    kind, data = event["type"], event["data"]
    if kind == LINKED:
        typed = {"code_hash": code_hash(keys(), platform, data["code"]), "account_id": new_id()}
        account = purchases.account_key(keys(), platform, data["external_user_id"])
        told = {"platform": platform, "account": account, "occurred_at": data["occurred_at"], **typed}
        return lambda unit: purchases.link(unit, now=at, op=op, **told)
    if kind in HAPPENED:
        order = purchases.order_row(keys(), platform, {**data, HAPPENED[kind]: data["occurred_at"]})
        return lambda unit: _reason(purchases.record(unit, [order], evidence="webhook", now=at, op=op))
    return lambda _: "unknown_event"


def _reason(told: list[Row]) -> str | None:
    reason: str | None = told[0]["reason"]
    return reason


def _once(unit: Unit, kind: str, effect: Effect, op: str) -> Row:
    if unit.answer is not None:
        return {"status": "duplicate", "reason": None}
    reason = effect(unit)
    receipt = {"status": "ignored" if reason else "applied", "reason": reason}
    unit.run("ops/finish", id=op, route=kind, status=200, body=dumps(receipt), body_hash="")
    return receipt
