"""Play a platform: sign an event and send it to a running service."""

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

to = click.option("--to", metavar="URL", help="The service; by default the one that runs on CIRCLE_HOME.")
key_id = click.option("--key-id", default=FIRST_KEY, show_default=True, help="The signing key's name.")


@click.group()
def platform() -> None:
    """Play a platform where people buy."""


@platform.command("list")
@to
def list_platforms(to: str | None) -> None:
    """List the platforms of a running service."""
    answer = _asked(lambda: httpx.get(f"{to or address()}/v1/platforms", timeout=SECONDS))
    for each in answer.json()["items"]:
        click.echo(f"{each['id']:<12} {each['name_zh']} {each['name_en']}")


@platform.command()
@click.argument("platform")
@key_id
def key(platform: str, key_id: str) -> None:
    """Print the secret that PLATFORM signs with."""
    click.echo(secret(keys(environment.from_env()), platform, key_id))


@platform.command()
@click.argument("platform")
@click.argument("event", type=click.Choice(EVENTS))
@to
@key_id
@click.option("--user", default="buyer-1", show_default=True, help="The buyer's id at the platform.")
@click.option("--code", help="What the buyer typed to link the account (account.linked).")
@click.option("--order", default="order-1", show_default=True, help="The order's number.")
@click.option("--shop", default="shop-1", show_default=True, help="The shop's id at the platform.")
@click.option("--product", default="product-1", show_default=True, help="The product's id there.")
@click.option("--paid", type=click.IntRange(min=0), default=20_000, show_default=True, help="Fen.")
@click.option("--refunded", type=click.IntRange(min=1), help="Fen given back in all; without it, all.")
@click.option("--claim-code", help="The code of the claim that the order used.")
@click.option("--device", help="The platform's id of the buyer's device.")
@click.option("--payment", help="The platform's id of how it was paid.")
@click.option("--address", "sent_to", help="The platform's id of where it is sent.")
@click.option("--at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z"]), help="When it happened; now.")
@click.option("--id", "event_id", help="The event's id; a fresh one.")
@click.option("--repeat", type=click.IntRange(1, 100), default=1, help="Send the same event so often.")
@click.option("--tamper", is_flag=True, help="Change the body after signing.")
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
    **told: Any,
) -> None:
    """Sign EVENT (account.linked, purchase.verified, .completed, .cancelled, .refunded) and send it."""
    now = datetime.now(UTC)
    body = json.dumps(_event(event, at or now, **told))
    event_id = event_id or str(uuid7())
    headers = sign(secret(keys(environment.from_env()), platform, key_id), event_id, body, now)
    headers["content-type"] = "application/json"
    url = f"{to or address()}/v1/webhooks/{platform}"
    sent = body.replace("{", "{ ", 1) if tamper else body
    taken = True
    for _ in range(repeat):
        answer = _delivered(lambda: httpx.post(url, content=sent, headers=headers, timeout=SECONDS))
        click.echo(_told(event, event_id, answer))
        taken = taken and answer.is_success
    sys.exit(0 if taken else 1)


def _event(kind: str, at: datetime, *, user: str, code: str | None, **told: Any) -> dict[str, Any]:
    """The body of an event, as the platform writes it."""
    data: dict[str, Any] = {"external_user_id": user, "occurred_at": at.isoformat()}
    if kind == LINKED:
        if code is None:
            raise click.UsageError("account.linked needs --code: what the buyer typed.")
        return {"type": kind, "timestamp": at.isoformat(), "data": {**data, "code": code}}
    data |= {
        "order_id": told["order"],
        "shop": {"external_id": told["shop"]},
        "product": {"external_id": told["product"]},
        "paid_fen": told["paid"],
        "currency": "CNY",
        "claim_code": told["claim_code"],
        "identifiers": _identifiers(told["device"], told["payment"], told["sent_to"]),
        "refunded_fen": told["refunded"] if kind == "purchase.refunded" else None,
    }
    given = {name: value for name, value in data.items() if value is not None}
    return {"type": kind, "timestamp": at.isoformat(), "data": given}


def _identifiers(device: str | None, payment: str | None, address: str | None) -> dict[str, str] | None:
    told = {"device": device, "payment": payment, "address": address}
    return {kind: value for kind, value in told.items() if value is not None} or None


def _asked(ask: Callable[[], httpx.Response]) -> httpx.Response:
    try:
        return ask()
    except httpx.HTTPError as error:
        raise click.ClickException(f"the service did not answer: {error}") from error


def _delivered(post: Callable[[], httpx.Response]) -> httpx.Response:
    """The answer to an event, which is sent again while the service is busy, as a platform would."""
    answer = _asked(post)
    for wait in WAITS:
        if answer.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
            break
        time.sleep(wait)
        answer = _asked(post)
    return answer


def _told(event: str, event_id: str, answer: httpx.Response) -> str:
    """What became of an event, in one line."""
    body = answer.json()
    if answer.is_success:
        became = body["status"] + (f" ({body['reason']})" if body["reason"] else "")
    else:
        faults = "".join(f"\n  {path}: {' '.join(why)}" for path, why in body.get("fields", {}).items())
        became = f"{body['code']}: {body['detail']}{faults}"
    return f"{answer.status_code} {event} {event_id}: {became}"
