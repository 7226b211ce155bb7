"""The demo plays the platforms: it builds their events and signs them as a real platform does."""

import json
from datetime import UTC, datetime

from service.credentials.keys import Keys
from service.credentials.signatures import secret, sign
from service.graph.client import Row

SignedEvent = tuple[bytes, dict[str, str]]


def buyer(user: str) -> str:
    """A user's id at the demo's platforms."""
    return f"demo-{user}"


def order_id(claim: str) -> str:
    """The id of the one order that uses this copy."""
    return f"demo-{claim}"


def linking(user: str, code: str, at: datetime) -> Row:
    """`account.linked`: the user typed their link code."""
    return _event("account.linked", at, external_user_id=buyer(user), code=code)


def ordering(user: str, claim: str, order: Row, at: datetime) -> Row:
    """`purchase.completed` of an order, a row of `demo/order`."""
    return _event(
        "purchase.completed",
        at,
        order_id=order_id(claim),
        external_user_id=buyer(user),
        shop={"external_id": order["shop"]},
        product={"external_id": order["product"]},
        **{name: order[name] for name in ("paid_fen", "currency", "claim_code")},
    )


def signed(keys: Keys, platform: str, key_id: str, event_id: str, event: Row) -> SignedEvent:
    """The body and the headers of an event that is sent now."""
    body = json.dumps(event)
    return body.encode(), sign(secret(keys, platform, key_id), event_id, body, datetime.now(UTC))


def _event(kind: str, at: datetime, **data: object) -> Row:
    text = at.isoformat()
    return {"type": kind, "timestamp": text, "data": {**data, "occurred_at": text}}
