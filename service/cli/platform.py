"""Act as a platform: sign an event and send it to a running service."""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import click
import httpx
from uuid_utils import uuid7

from service import settings as environment
from service.cli.where import address
from service.credentials.keys import keys
from service.credentials.signatures import FIRST_KEY, secret, sign

LINKED = "account.linked"
ORDER_EVENTS = ("verified", "completed", "cancelled", "refunded")
EVENTS = (LINKED, *(f"purchase.{name}" for name in ORDER_EVENTS))
SECONDS = 15.0
WAITS = (1, 2, 4, 8)  # s

to = click.option("--to", metavar="URL", help="The service's address; by default the service of CIRCLE_HOME.")
key_id = click.option("--key-id", default=FIRST_KEY, show_default=True, help="The name of the signing key.")


@click.group()
def platform() -> None:
    """Act as a platform where people buy."""


@platform.command("list")
@to
def list_platforms(to: str | None) -> None:
    """List the platforms of a running service."""
    answer = _answer(lambda: httpx.get(f"{to or address()}/v1/platforms", timeout=SECONDS))
    for each in answer.json()["items"]:
        click.echo(f"{each['id']:<12} {each['name_zh']} {each['name_en']}")


@platform.command()
@click.argument("platform")
@key_id
def key(platform: str, key_id: str) -> None:
    """Print the secret with which PLATFORM signs its events."""
    click.echo(secret(keys(environment.from_env()), platform, key_id))


@platform.command()
@click.argument("platform")
@click.argument("event", type=click.Choice(EVENTS))
@to
@key_id
@click.option("--user", default="buyer-1", show_default=True, help="The buyer's id at the platform.")
@click.option("--code", help="The code that links the account; account.linked needs it.")
@click.option("--order", default="order-1", show_default=True, help="The order's number at the platform.")
@click.option("--shop", default="shop-1", show_default=True, help="The shop's id at the platform.")
@click.option("--product", default="product-1", show_default=True, help="The product's id at the platform.")
@click.option(
    "--paid", type=click.IntRange(min=0), default=20_000, show_default=True, help="The amount paid, in fen."
)
@click.option(
    "--refunded", type=click.IntRange(min=1), help="The total refund, in fen; by default the whole amount."
)
@click.option("--claim-code", help="The code of the claim that the order used.")
@click.option("--device", help="The platform's id of the buyer's device.")
@click.option("--payment", help="The platform's id of the payment account.")
@click.option("--address", "sent_to", help="The platform's id of the delivery address.")
@click.option(
    "--at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), help="The time of the event; by default now."
)
@click.option("--id", "event_id", help="The event's id; by default a new one.")
@click.option(
    "--repeat",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    help="How many times to send the event.",
)
@click.option("--tamper", is_flag=True, help="Change the body after signing, to test the signature check.")
def send(
    platform: str,
    event: str,
    *,
    to: str | None,
    key_id: str,
    at: datetime | None,
    event_id: str | None,
    repeat: int,
    tamper: bool,
    **facts: Any,
) -> None:
    """Sign EVENT as PLATFORM and send it to a running service.

    The exit code is 1 if the service refuses the event.
    """
    now = datetime.now(UTC)
    body = json.dumps(_event(event, at or now, **facts))
    event_id = event_id or str(uuid7())
    headers = sign(secret(keys(environment.from_env()), platform, key_id), event_id, body, now)
    headers["content-type"] = "application/json"
    url = f"{to or address()}/v1/webhooks/{platform}"
    sent = body.replace("{", "{ ", 1) if tamper else body
    taken = True
    for _ in range(repeat):
        answer = _delivered(lambda: httpx.post(url, content=sent, headers=headers, timeout=SECONDS))
        click.echo(_result(event, event_id, answer))
        taken = taken and answer.is_success
    sys.exit(0 if taken else 1)


def _event(kind: str, at: datetime, *, user: str, code: str | None, **facts: Any) -> dict[str, Any]:
    """The body of an event, as a platform writes it."""
    data: dict[str, Any] = {"external_user_id": user, "occurred_at": at.isoformat()}
    if kind == LINKED:
        if code is None:
            raise click.UsageError("account.linked needs --code, the code that the buyer typed.")
        return {"type": kind, "timestamp": at.isoformat(), "data": {**data, "code": code}}
    data |= {
        "order_id": facts["order"],
        "shop": {"external_id": facts["shop"]},
        "product": {"external_id": facts["product"]},
        "paid_fen": facts["paid"],
        "currency": "CNY",
        "claim_code": facts["claim_code"],
        "identifiers": _identifiers(facts["device"], facts["payment"], facts["sent_to"]),
        "refunded_fen": facts["refunded"] if kind == "purchase.refunded" else None,
    }
    given = {name: value for name, value in data.items() if value is not None}
    return {"type": kind, "timestamp": at.isoformat(), "data": given}


def _identifiers(device: str | None, payment: str | None, address: str | None) -> dict[str, str] | None:
    given = {"device": device, "payment": payment, "address": address}
    return {kind: value for kind, value in given.items() if value is not None} or None


def _answer(send: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        return send()
    except httpx.HTTPError as error:
        raise click.ClickException(f"The service did not answer: {error}") from error


def _delivered(post: Callable[[], httpx.Response]) -> httpx.Response:
    """The answer to an event; like a platform, sends the event again while the service is busy."""
    answer = _answer(post)
    for wait in WAITS:
        if answer.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
            break
        time.sleep(wait)
        answer = _answer(post)
    return answer


def _result(event: str, event_id: str, answer: httpx.Response) -> str:
    """One line about the service's answer to an event, and a line for each wrong field."""
    body = answer.json()
    if answer.is_success:
        outcome = body["status"] + (f" ({body['reason']})" if body["reason"] else "")
    else:
        faults = "".join(f"\n  {path}: {' '.join(why)}" for path, why in body.get("fields", {}).items())
        outcome = f"{body['code']}: {body['detail']}{faults}"
    return f"{answer.status_code} {event} {event_id}: {outcome}"
