"""Platform events over HTTP: signatures and receipts."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from service.credentials.keys import keys
from service.credentials.signatures import secret, sign
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker
from tests.support.platform import DAY, PlatformPlayer, link_event, order_event, player

COMPLETED = order_event("completed", "o-1", "ext-bob", "kettle", at=NOW)


@pytest.fixture
def taobao(app: Flask, settings: Settings, given: Given) -> PlatformPlayer:
    """Taobao, where a shop sells kettles."""
    given.product("kettle")
    return player(app, keys(settings), "taobao")


def test_a_signed_event_is_applied(taobao: PlatformPlayer, cypher: Cypher) -> None:
    answer = taobao.send(COMPLETED)
    assert (answer.status_code, answer.json) == (200, {"status": "applied", "reason": None})
    assert cypher.value("MATCH (p:Purchase {key: 'taobao:o-1'}) RETURN p.completed_at") == NOW


def test_the_same_event_again_is_acknowledged_without_effect(taobao: PlatformPlayer, cypher: Cypher) -> None:
    taobao.send(COMPLETED, event_id="e-1")
    later = order_event("completed", "o-2", "ext-bob", "kettle")
    answer = taobao.send(later, event_id="e-1")
    assert (answer.status_code, answer.json) == (200, {"status": "duplicate", "reason": None})
    assert cypher.value("MATCH (p:Purchase) RETURN count(p)") == 1


def test_an_unknown_platform_and_a_wrong_signature_are_answered_alike(
    taobao: PlatformPlayer, app: Flask, settings: Settings, cypher: Cypher
) -> None:
    nowhere = player(app, keys(settings), "nowhere").send(COMPLETED)
    forged = taobao.send(COMPLETED, key_id="another")
    assert nowhere.status_code == forged.status_code == 401
    assert nowhere.data == forged.data
    assert forged.json is not None
    assert forged.json["code"] == "bad_signature"
    assert cypher.value("MATCH (p:Purchase) RETURN count(p)") == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda body, headers: (body.replace("20000", "99999"), headers),
        lambda body, headers: (body, headers | {"webhook-id": "another"}),
        lambda body, headers: (body, headers | {"webhook-timestamp": "1"}),
        lambda body, headers: (body, headers | {"webhook-timestamp": "NaN"}),
        lambda body, headers: (body, headers | {"webhook-signature": "v1,!"}),
        lambda body, headers: (body, headers | {"webhook-signature": "no comma"}),
        lambda body, headers: (b"\xff", headers),
        lambda body, headers: (body, {}),
    ],
)
def test_what_was_not_signed_so_is_refused(taobao: PlatformPlayer, settings: Settings, spoil: object) -> None:
    body = json.dumps(COMPLETED)
    headers = sign(secret(keys(settings), "taobao"), "e-1", body, datetime.now(UTC))
    assert callable(spoil)
    assert taobao.post(*spoil(body, headers)).status_code == 401


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_event_outside_the_replay_window_is_refused(
    taobao: PlatformPlayer, settings: Settings, minutes: int
) -> None:
    body, at = json.dumps(COMPLETED), datetime.now(UTC) + timedelta(minutes=minutes)
    headers = sign(secret(keys(settings), "taobao"), "e-1", body, at)
    assert taobao.post(body, headers).status_code == 401


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (COMPLETED | {"data": COMPLETED["data"] | {"paid_fen": -1}}, "paid_fen"),
        (COMPLETED | {"data": COMPLETED["data"] | {"paid_fen": "1"}}, "paid_fen"),
        (COMPLETED | {"data": COMPLETED["data"] | {"currency": "EUR"}}, "currency"),
        (COMPLETED | {"data": COMPLETED["data"] | {"occurred_at": "2030-01-01"}}, "occurred_at"),
        (COMPLETED | {"data": COMPLETED["data"] | {"refunded_fen": 20_001}}, "refunded_fen"),
        (COMPLETED | {"data": COMPLETED["data"] | {"surprise": 1}}, "surprise"),
        (COMPLETED | {"data": COMPLETED["data"] | {"order_id": "a\x00b"}}, "order_id"),
        (COMPLETED | {"data": COMPLETED["data"] | {"shop": {"external_id": ""}}}, "shop.external_id"),
        (COMPLETED | {"more": 1}, "more"),
        ({"type": "purchase.completed"}, "data"),
    ],
)
def test_a_signed_body_that_breaks_the_contract_is_named_and_writes_nothing(
    taobao: PlatformPlayer, cypher: Cypher, event: dict[str, object], field: str
) -> None:
    answer = taobao.send(event)
    assert answer.status_code == 422
    assert answer.json is not None
    assert list(answer.json["fields"]) == [field]
    assert (
        cypher.value("MATCH (n:Purchase|Op) WHERE n:Purchase OR n.id STARTS WITH 'webhook:' RETURN count(n)")
        == 0
    )


def test_a_signed_body_that_is_no_json_is_refused(taobao: PlatformPlayer, settings: Settings) -> None:
    headers = sign(secret(keys(settings), "taobao"), "e-1", "{", datetime.now(UTC))
    assert taobao.post("{", headers).status_code == 422
    headers = sign(secret(keys(settings), "taobao"), "e-1", "[]", datetime.now(UTC))
    assert taobao.post("[]", headers).status_code == 422


def test_an_event_from_the_future_is_refused_and_writes_nothing(
    taobao: PlatformPlayer, cypher: Cypher, clock: Clock
) -> None:
    ahead = order_event("completed", "o-1", "ext-bob", "kettle", at=clock() + timedelta(minutes=6))
    answer = taobao.send(ahead, event_id="e-1")
    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["code"] == "replayed"
    assert (
        cypher.value("MATCH (n:Purchase|Op) WHERE n:Purchase OR n.id STARTS WITH 'webhook:' RETURN count(n)")
        == 0
    )
    clock.forward(minutes=2)
    assert taobao.send(ahead, event_id="e-1").json == {"status": "applied", "reason": None}


def test_an_unknown_kind_of_event_is_acknowledged_and_left_alone(taobao: PlatformPlayer) -> None:
    answer = taobao.send({"type": "shop.renamed", "data": {}})
    assert answer.json == {"status": "ignored", "reason": "unknown_event"}


def test_an_event_that_fits_no_order_of_its_number_is_left_alone(
    taobao: PlatformPlayer, cypher: Cypher
) -> None:
    taobao.tell("verified", "o-1", "ext-bob", "kettle", at=NOW - DAY)
    other = taobao.tell("completed", "o-1", "ext-eve", "kettle")
    assert other.json == {"status": "ignored", "reason": "other_order"}
    assert cypher.value("MATCH (p:Purchase) RETURN p.completed_at") is None


def test_the_previous_key_stays_valid_for_three_days(
    taobao: PlatformPlayer, given: Given, person: PersonMaker, clock: Clock, cypher: Cypher
) -> None:
    given("(root:Admin)")
    change = {"key_id": "v2", "reason": "Yearly rotation"}
    address = "/v1/admin/platforms/taobao/webhook-key"
    try:
        for _ in range(2):  # asked twice, the overlap is still one key
            answer = person("root").post(address, change)
            assert answer.status_code == 200
            assert answer.json is not None
            assert (answer.json["key_id"], answer.json["previous_key_id"]) == ("v2", "v1")
        assert taobao.send(COMPLETED, key_id="v2").status_code == 200
        assert taobao.send(COMPLETED, key_id="v1").status_code == 200
        clock.forward(days=3)
        assert taobao.send(COMPLETED, key_id="v1").status_code == 401
    finally:
        cypher.rows("MATCH (p:Platform {id: 'taobao'}) SET p.webhook_key_id = null")


def test_events_at_once_end_as_events_in_turn(
    app: Flask, settings: Settings, given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    code = person("ada").post("/v1/me/platform-accounts", {"platform": "taobao"}).json["code"]
    more: dict[str, Any] = {"claim_code": "ada-bob-kettle-code"}
    events = [
        link_event(code, "ext-ada"),
        order_event("verified", "o-1", "ext-ada", "kettle", at=NOW - 2 * DAY, **more),
        order_event("completed", "o-1", "ext-ada", "kettle", at=NOW - DAY, **more),
        order_event("completed", "o-2", "ext-ada", "kettle", at=NOW - DAY),
    ]

    def send(number: int) -> int:
        place = number % len(events)
        taobao = player(app, keys(settings), "taobao")
        return taobao.send(events[place], event_id=f"e-{place}").status_code

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(send, range(16))) == {200}
    bought = "MATCH (:User {id: 'ada'})-[:MADE]->(p:Purchase)-[:EARNED]->(:Coupon) RETURN count(p)"
    assert cypher.value(bought) == 2
    used = "MATCH (p:Purchase)-[:REDEEMED]->(:Claim)<-[:CLAIMED]-() RETURN p.key"
    assert cypher.value(used) == "taobao:o-1"
    assert cypher.value("MATCH (:User {id: 'bob'})-[:GAINED]->(e:XpEvent) RETURN count(e)") == 1
