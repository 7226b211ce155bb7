"""Signed events (Standard Webhooks): the secret of a platform, signing and verifying."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from standardwebhooks import Webhook, WebhookVerificationError

from service.credentials.keys import Keys

FIRST_KEY = "v1"


def secret(keys: Keys, platform: str, key_id: str = FIRST_KEY) -> str:
    """The signing secret that we share with a platform: `whsec_` and base64. It is derived, never stored."""
    return "whsec_" + b64encode(keys.key(f"webhook:{platform}:{key_id}")).decode()


def sign(secret: str, event_id: str, body: str, at: datetime) -> dict[str, str]:
    """The three headers that sign `body`, sent at the instant `at` (aware)."""
    return {
        "webhook-id": event_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(event_id, at.astimezone(UTC), body),
    }


def genuine(secrets: Iterable[str], body: bytes, headers: Mapping[str, str]) -> bool:
    """Whether one of `secrets` signed this body and these headers within the last five minutes."""
    return any(_signed_by(each, body, headers) for each in secrets)


def operation(platform: str, event_id: str) -> str:
    """The id of the write that an event causes; the same event gives the same id."""
    return f"webhook:{platform}:{hashlib.sha256(event_id.encode()).hexdigest()}"


def _signed_by(secret: str, body: bytes, headers: Mapping[str, str]) -> bool:
    # ValueError: the body or the signature header is not valid text.
    with suppress(WebhookVerificationError, ValueError):
        Webhook(secret).verify(body, dict(headers), json_parse=False)
        return True
    return False
