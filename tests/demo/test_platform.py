"""The demo's platform: its events are signed as a real platform signs them."""

import json
from datetime import UTC, datetime

import pytest

from service.api.schemas.webhooks import DATA, Event
from service.credentials.keys import Keys
from service.credentials.signatures import genuine, secret
from service.demo import platform
from service.graph.client import Row

KEYS = Keys(b"a secret")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
ORDER = {"shop": "s-1", "product": "p-1", "paid_fen": 20_000, "currency": "CNY", "claim_code": "CODE"}
LINKING = platform.linking("xinyi", "ABCD2345", NOW)
ORDERING = platform.ordering("xinyi", "c-1", ORDER, NOW)


@pytest.mark.parametrize("event", [LINKING, ORDERING], ids=lambda event: event["type"])
def test_an_event_is_genuine_and_keeps_the_contract(event: Row) -> None:
    body, headers = platform.signed(KEYS, "taobao", "v1", "e-1", event)
    assert genuine([secret(KEYS, "taobao")], body, headers)
    assert headers["webhook-id"] == "e-1"
    loaded = Event().load(json.loads(body))
    assert loaded["timestamp"] == NOW
    data = DATA[loaded["type"]].load(loaded["data"])
    assert data["external_user_id"] == platform.buyer("xinyi")
    assert data["occurred_at"] == NOW


def test_a_copy_has_one_order_however_often_it_is_used() -> None:
    again = platform.ordering("xinyi", "c-1", ORDER, NOW)
    assert again == ORDERING
    assert ORDERING["data"]["order_id"] == platform.order_id("c-1") != platform.order_id("c-2")
