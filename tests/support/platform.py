"""A platform, played by a test: it signs events and sends them to the service."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.credentials.keys import Keys
from service.credentials.signatures import FIRST_KEY, secret, sign
from tests.support.given import NOW

DAY = timedelta(days=1)


class PlatformPlayer:
    """`taobao.tell("purchase.completed", "o-1", "ext-bob", "kettle", at=...)`."""

    def __init__(self, client: FlaskClient, keys: Keys, platform: str) -> None:
        self._client = client
        self._keys = keys
        self._numbers = count()
        self.platform = platform

    def tell(self, kind: str, order: str, buyer: str, word: str, **facts: Any) -> TestResponse:
        """An event of an order of `word` at its shop, as `given.product` names them."""
        return self.send(order_event(kind, order, buyer, word, **facts))

    def linked(self, code: str, buyer: str, at: datetime = NOW) -> TestResponse:
        """The account.linked event: `buyer` typed `code`."""
        return self.send(link_event(code, buyer, at))

    def send(
        self, event: dict[str, Any], *, event_id: str | None = None, key_id: str = FIRST_KEY
    ) -> TestResponse:
        """Any event, signed now."""
        body = json.dumps(event)
        event_id = event_id or f"event-{next(self._numbers)}"
        headers = sign(secret(self._keys, self.platform, key_id), event_id, body, datetime.now(UTC))
        return self.post(body, headers)

    def post(self, body: str | bytes, headers: dict[str, str]) -> TestResponse:
        """A body with any headers."""
        return self._client.post(
            f"/v1/webhooks/{self.platform}", data=body, headers=headers, content_type="application/json"
        )


def order_event(
    kind: str, order: str, buyer: str, word: str, *, at: datetime = NOW, paid: int = 20_000, **more: Any
) -> dict[str, Any]:
    """`purchase.<kind>` of an order of `word` at its shop."""
    data = {
        "order_id": order,
        "external_user_id": buyer,
        "shop": {"external_id": f"{word}-shop"},
        "product": {"external_id": word},
        "paid_fen": paid,
        "occurred_at": at.isoformat(),
        **more,
    }
    return {"type": f"purchase.{kind}", "data": data}


def link_event(code: str, buyer: str, at: datetime = NOW) -> dict[str, Any]:
    """`account.linked`."""
    data = {"code": code, "external_user_id": buyer, "occurred_at": at.isoformat()}
    return {"type": "account.linked", "data": data}


PlatformMaker = Callable[[str], PlatformPlayer]


def player(app: Flask, keys: Keys, platform: str) -> PlatformPlayer:
    """A platform that talks to `app`."""
    return PlatformPlayer(app.test_client(use_cookies=False), keys, platform)
