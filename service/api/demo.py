"""The guests of the demo, and the acts of its town. 404 unless CIRCLE_DEMO is on."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import people, platform_events
from service.api.http.auth import me
from service.api.http.current import graph, keys, new_id, now, settings
from service.api.http.idempotency import once
from service.api.schemas.demo import DemoCompany, DemoOrder, DemoOrdered, Guests
from service.api.schemas.webhooks import read
from service.credentials.link_codes import code_hash, new_link_code
from service.demo import platform
from service.demo.guests import GUESTS, HOST, Guest
from service.errors import NotFound
from service.graph.client import Row

blp = Blueprint("demo", __name__, url_prefix="/v1/demo", description="Whom a visitor of the demo may be")


@blp.get("")
@blp.response(200, Guests)
def guests() -> Row:
    """Three people of the demo town, with their passwords; 404 unless CIRCLE_DEMO is on."""
    _only_here()
    known = {guest.id: guest for guest in GUESTS}
    rows = graph().rows("demo/people", people=list(known))
    return {"items": [{**row, **_facts(known[row["handle"]])} for row in rows]}


@blp.post("/orders")
@blp.arguments(DemoOrder)
@blp.response(201, DemoOrdered)
def order(body: dict[str, str]) -> Response:
    """Be the platform: an order of mine that uses a copy of mine, completed now; 404 without the demo.

    The platform's events are built, signed and taken in like any that come to `/v1/webhooks`: first
    `account.linked` when none of mine there is the demo's, then `purchase.completed`. A copy has one
    such order, so asking again changes nothing.
    """
    _only_here()
    user, claim = me().id, body["claim_id"]
    account = keys().fingerprint("platform-account", platform.buyer(user))
    own = {"user": user, "claim": claim, "order": platform.order_id(claim)}
    facts = graph().one("demo/order", **own, account=account, now=now())
    name, key_id = facts["platform"], facts["key_id"]
    if not facts["linked"]:
        _link(name, key_id)
    _send(name, key_id, own["order"], platform.ordering(user, claim, facts, now()))
    stored = {"user": user, "order": f"{name}:{own['order']}"}
    return once(lambda unit: unit.one("demo/ordered", **stored))


@blp.post("/company")
@blp.response(201, DemoCompany)
def company() -> Response:
    """Somebody of the town who knows many asks to be my friend; 404 without the demo.

    For a newcomer without friends. A second call leaves the request as it is.
    """
    _only_here()
    user, op, at = me().id, new_id(), now()
    return once(lambda unit: people.ask(unit, HOST, user, op=op, message=None, now=at))


def _only_here() -> None:
    if not settings().demo:
        raise NotFound


def _facts(guest: Guest) -> dict[str, str]:
    return {"part": guest.part, "password": guest.password}


def _link(name: str, key_id: str) -> None:
    """Link my demo account at a platform, as if I had typed my code there."""
    code, at = new_link_code(), now()
    stored = {"platform": name, "code_hash": code_hash(keys(), name, code)}
    graph().one("platforms/new_link_code", user=me().id, **stored, op=new_id(), now=at)
    _send(name, key_id, f"demo-link-{new_id()}", platform.linking(me().id, code, at))


def _send(name: str, key_id: str, event_id: str, event: dict[str, Any]) -> None:
    """Sign an event as the platform and take it in."""
    body, headers = platform.signed(keys(), name, key_id, event_id, event)
    signed_id = platform_events.authenticate(graph(), keys(), name, body, headers, now=now())
    platform_events.take(graph(), keys(), name, signed_id, read(body), now=now())
