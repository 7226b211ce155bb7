"""A platform of the demo town, played: its events, signed as a real one signs them."""

import json
from datetime import UTC, datetime
from typing import Any

from service.credentials.keys import Keys
from service.credentials.signatures import secret, sign

Event = tuple[bytes, dict[str, str]]


def buyer(user: str) -> str:
    """How the demo's platforms call somebody who buys there."""
    return f"demo-{user}"


def order_id(claim: str) -> str:
    """The one order that uses this copy, however often it is told."""
    return f"demo-{claim}"


def linking(user: str, code: str, at: datetime) -> dict[str, Any]:
    """`account.linked`: somebody typed their code."""
    return _event("account.linked", at, external_user_id=buyer(user), code=code)


def ordering(user: str, claim: str, order: dict[str, Any], at: datetime) -> dict[str, Any]:
    """`purchase.completed` of an order as `demo/order` tells it."""
    return _event(
        "purchase.completed",
        at,
        order_id=order_id(claim),
        external_user_id=buyer(user),
        shop={"external_id": order["shop"]},
        product={"external_id": order["product"]},
        **{name: order[name] for name in ("paid_fen", "currency", "claim_code")},
    )


def signed(keys: Keys, platform: str, key_id: str, event_id: str, event: dict[str, Any]) -> Event:
    """The body and the headers as they would arrive now."""
    body = json.dumps(event)
    return body.encode(), sign(secret(keys, platform, key_id), event_id, body, datetime.now(UTC))


def _event(kind: str, at: datetime, **data: Any) -> dict[str, Any]:
    told = at.isoformat()
    return {"type": kind, "timestamp": told, "data": {**data, "occurred_at": told}}
