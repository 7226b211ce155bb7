"""Signed events of platforms: who may send them, what each does, and its receipt.

An event has an effect once: its id and its platform make the id of the write.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from json import dumps

from service.actions import levels, purchases
from service.credentials.keys import Keys
from service.credentials.link_codes import code_hash
from service.credentials.signatures import genuine, operation, secret
from service.credentials.tokens import new_id
from service.errors import Refused
from service.graph.client import Graph, Row, Unit

LINKED = "account.linked"
# Which instant of an order an event's `occurred_at` is.
HAPPENED = {
    "purchase.verified": "verified_at",
    "purchase.completed": "completed_at",
    "purchase.cancelled": "cancelled_at",
    "purchase.refunded": "refunded_at",
}
STATUSES = ("applied", "ignored", "duplicate")
# It returns the reason when the event changes nothing.
Effect = Callable[[Unit], str | None]


def authenticate(
    graph: Graph, keys: Keys, platform: str, body: bytes, headers: Mapping[str, str], *, now: datetime
) -> str:
    """The id of an event that the platform signed. `headers` have names in small letters.

    Raises Refused `bad_signature` for a wrong signature and for an unknown platform alike.
    """
    rows = graph.rows("platforms/webhook_keys", platform=platform, now=now)
    if not genuine([secret(keys, platform, row["key_id"]) for row in rows], body, headers):
        raise Refused("bad_signature")
    return headers["webhook-id"]


def take(graph: Graph, keys: Keys, platform: str, event_id: str, event: Row, *, now: datetime) -> Row:
    """Apply an event `{type, data}` once. Returns its receipt `{status, reason}`.

    The status is one of STATUSES; an ignored event has a reason. Raises Refused `replayed` for an
    event from the future.
    """
    op = operation(platform, event_id)
    effect = _effect(keys, platform, event, op=op, now=now)
    receipt = graph.transaction(lambda unit: _once(unit, event["type"], effect, op), op=op)
    levels.refresh_voided(graph, now=now)
    return receipt


def _effect(keys: Keys, platform: str, event: Row, *, op: str, now: datetime) -> Effect:
    kind, data = event["type"], event["data"]
    if kind == LINKED:
        link = {
            "platform": platform,
            "account": purchases.account_key(keys, platform, data["external_user_id"]),
            "account_id": new_id(),
            "code_hash": code_hash(keys, platform, data["code"]),
            "occurred_at": data["occurred_at"],
        }
        return lambda unit: purchases.link(unit, now=now, op=op, **link)
    if kind in HAPPENED:
        order = purchases.order_row(keys, platform, {**data, HAPPENED[kind]: data["occurred_at"]})
        return lambda unit: _record(unit, order, op=op, now=now)
    return lambda _: "unknown_event"


def _record(unit: Unit, order: Row, *, op: str, now: datetime) -> str | None:
    rows = purchases.record(unit, [order], evidence="webhook", now=now, op=op)
    reason: str | None = rows[0]["reason"]
    return reason


def _once(unit: Unit, kind: str, effect: Effect, op: str) -> Row:
    if unit.answer is not None:
        return {"status": "duplicate", "reason": None}
    reason = effect(unit)
    receipt = {"status": "ignored" if reason else "applied", "reason": reason}
    unit.run("ops/finish", id=op, route=kind, status=200, body=dumps(receipt), body_hash="")
    return receipt
