"""My purchases over HTTP."""

from typing import Any

import pytest
from flask import Flask

from service.credentials.keys import keys
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker
from tests.support.platform import DAY, PlatformPlayer, player

MINE = "/v1/me/purchases"


@pytest.fixture
def taobao(app: Flask, settings: Settings) -> PlatformPlayer:
    """Taobao."""
    return player(app, keys(settings), "taobao")


@pytest.fixture
def ada(given: Given, person: PersonMaker, taobao: PlatformPlayer) -> str:
    """Ada, with an account on taobao and two claims on kettles from two friends."""
    given("(ada)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(cy) (eve)", shares={"bob": "kettle", "cy": "kettle"})
    given.claim("ada", "bob-kettle", claimed_at=NOW - 5 * DAY)
    given.claim("ada", "cy-kettle", claimed_at=NOW - 4 * DAY)
    code = person("ada").post("/v1/me/platform-accounts", {"platform": "taobao"}).json["code"]
    taobao.linked(code, "ext-ada")
    return "ada"


def of(person: PersonMaker, who: str, query: str = "") -> list[dict[str, Any]]:
    answer = person(who).get(MINE + query)
    assert answer.status_code == 200, answer.text
    return list(answer.json["items"])


def test_a_purchase_shows_its_status_its_coupon_and_the_claim_it_used(
    ada: str, person: PersonMaker, taobao: PlatformPlayer
) -> None:
    story = {"claim_code": "ada-cy-kettle-code"}
    taobao.tell("verified", "o-1", "ext-ada", "kettle", at=NOW - 2 * DAY, **story)
    (bought,) = of(person, ada)
    assert (bought["status"], bought["coupon"], bought["claim_id"]) == ("verified", None, "ada-cy-kettle")
    taobao.tell("completed", "o-1", "ext-ada", "kettle", at=NOW - DAY, **story)
    (bought,) = of(person, ada)
    assert bought == {
        "id": bought["id"],
        "platform": "taobao",
        "shop": {"id": "kettle-shop", "name": "kettle shop"},
        "product": {"id": "kettle", "name": "kettle"},
        "paid_fen": 20_000,
        "refunded_fen": None,
        "currency": "CNY",
        "status": "completed",
        "recorded_at": "2030-01-01T00:00:00Z",
        "verified_at": "2029-12-30T00:00:00Z",
        "completed_at": "2029-12-31T00:00:00Z",
        "cancelled_at": None,
        "refunded_at": None,
        "coupon": {
            "id": bought["coupon"]["id"],
            "quota": None,
            "claim_by": "2030-01-30T00:00:00Z",
            "revoked_at": None,
        },
        "claim_id": "ada-cy-kettle",
        "credit_source": "code",
        "pick_until": None,
    }


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([("verified", {})], "verified"),
        ([("cancelled", {})], "cancelled"),
        ([("completed", {})], "completed"),
        ([("completed", {}), ("cancelled", {})], "completed"),
        ([("cancelled", {}), ("completed", {})], "cancelled"),
        ([("completed", {}), ("refunded", {"refunded_fen": 500})], "partially_refunded"),
        ([("completed", {}), ("refunded", {})], "refunded"),
        ([("refunded", {"refunded_fen": 500})], "partially_refunded"),
    ],
)
def test_a_status_follows_from_what_happened(
    ada: str,
    person: PersonMaker,
    taobao: PlatformPlayer,
    events: list[tuple[str, dict[str, int]]],
    status: str,
) -> None:
    for days, (kind, more) in enumerate(events):
        taobao.tell(kind, "o-1", "ext-ada", "kettle", at=NOW - (3 - days) * DAY, **more)
    assert [bought["status"] for bought in of(person, ada)] == [status]


def test_nobody_else_sees_what_i_bought(ada: str, person: PersonMaker, taobao: PlatformPlayer) -> None:
    taobao.tell("verified", "o-1", "ext-ada", "kettle")
    (bought,) = of(person, ada)
    assert of(person, "bob") != of(person, ada)
    foreign = person("eve").get(f"{MINE}/{bought['id']}/choices")
    absent = person("eve").get(f"{MINE}/absent/choices")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data


def test_pages_hold_every_purchase_once(
    ada: str, person: PersonMaker, taobao: PlatformPlayer, clock: Clock
) -> None:
    for number in range(5):
        taobao.tell("verified", f"o-{number}", "ext-ada", "kettle", at=NOW - DAY)
        clock.forward(minutes=number % 2)
    ids: list[str] = []
    cursor = ""
    while True:
        answer = person(ada).get(f"{MINE}?limit=2{cursor}").json
        ids += [item["id"] for item in answer["items"]]
        if answer["next_cursor"] is None:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert ids == [item["id"] for item in of(person, ada)]
    assert len(set(ids)) == 5


# Choosing the claim that an order used


@pytest.fixture
def order(ada: str, person: PersonMaker, taobao: PlatformPlayer) -> str:
    """An order of ada's that may have used either claim."""
    taobao.tell("verified", "o-1", "ext-ada", "kettle", at=NOW - 2 * DAY)
    (bought,) = of(person, ada)
    assert bought["pick_until"] == "2030-01-06T00:00:00Z"
    return str(bought["id"])


def pick(person: PersonMaker, order: str, claim: str, who: str = "ada") -> tuple[int, str | None]:
    answer = person(who).put(f"{MINE}/{order}/claim", {"claim_id": claim})
    return answer.status_code, answer.json.get("code")


def test_of_several_claims_the_buyer_says_which_was_used(
    order: str, person: PersonMaker, taobao: PlatformPlayer, cypher: Cypher
) -> None:
    choices = person("ada").get(f"{MINE}/{order}/choices").json["items"]
    assert [choice["claim_id"] for choice in choices] == ["ada-cy-kettle", "ada-bob-kettle"]
    assert choices[1] == {
        "claim_id": "ada-bob-kettle",
        "code": "ada-bob-kettle-code",
        "share_id": "bob-kettle",
        "claimed_at": "2029-12-27T00:00:00Z",
        "use_by": "2030-01-10T00:00:00Z",
    }
    assert pick(person, order, "ada-bob-kettle") == (200, None)
    assert pick(person, order, "ada-bob-kettle") == (200, None)
    assert pick(person, order, "ada-cy-kettle") == (409, "wrong_state")
    (bought,) = of(person, "ada")
    assert (bought["claim_id"], bought["credit_source"]) == ("ada-bob-kettle", "picked")
    assert bought["pick_until"] is None
    assert person("ada").get(f"{MINE}/{order}/choices").json["items"] == []
    taobao.tell("completed", "o-1", "ext-ada", "kettle", at=NOW - DAY)
    assert cypher.value("MATCH (user)-[:GAINED]->(:XpEvent) RETURN user.id") == "bob"


def test_a_code_from_the_platform_says_it_better(
    order: str, person: PersonMaker, taobao: PlatformPlayer, cypher: Cypher
) -> None:
    pick(person, order, "ada-bob-kettle")
    taobao.tell("completed", "o-1", "ext-ada", "kettle", at=NOW - DAY, claim_code="ada-cy-kettle-code")
    (bought,) = of(person, "ada")
    assert (bought["claim_id"], bought["credit_source"]) == ("ada-cy-kettle", "code")
    assert cypher.value("MATCH (user)-[:GAINED]->(:XpEvent) RETURN user.id") == "cy"


def test_a_pick_is_refused_by_name(
    order: str, given: Given, person: PersonMaker, clock: Clock, taobao: PlatformPlayer
) -> None:
    given("(ada) (dee)", shares={"bob": "lamp", "dee": "kettle"})
    given.claim("ada", "dee-kettle")
    given.claim("ada", "bob-lamp")
    given.claim("eve", "bob-kettle")
    assert pick(person, order, "ada-bob-lamp") == (409, "wrong_shop")
    assert pick(person, order, "eve-bob-kettle") == (404, "not_found")
    assert pick(person, order, "absent") == (404, "not_found")
    assert pick(person, order, "eve-bob-kettle", "eve") == (404, "not_found")
    taobao.tell("verified", "o-2", "ext-ada", "kettle", at=NOW - DAY, claim_code="ada-cy-kettle-code")
    assert pick(person, order, "ada-cy-kettle") == (409, "redeemed")
    clock.forward(days=5)
    assert pick(person, order, "ada-bob-kettle") == (410, "expired")
    assert person("ada").put(f"{MINE}/{order}/claim", {}).status_code == 422
