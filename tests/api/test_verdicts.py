"""Verdicts of buyers over HTTP, and their effects for the sharer."""

from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker

DONE = NOW - DAY
LINE = "MATCH (event:XpEvent {key: 'help:ada-bob-kettle'})"


def judged(person: PersonMaker, who: str, *, as_described: bool) -> Any:
    """The answer to a verdict on bob's kettle."""
    return person(who).put(f"/v1/claims/{who}-bob-kettle/verdict", {"as_described": as_described})


@pytest.fixture
def bought(given: Given) -> None:
    """Ada, a friend of bob, has bought with his kettle coupon, and the purchase is completed."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.redeemed("ada", "bob-kettle", "kettle", completed_at=DONE)


@pytest.mark.usefixtures("bought")
def test_as_described_is_five_pending_points_for_the_sharer_once(person: PersonMaker, cypher: Cypher) -> None:
    for _ in range(2):
        assert judged(person, "ada", as_described=True).status_code == 204
    lines = cypher.rows(
        "MATCH (user)-[:GAINED]->(event:XpEvent {kind: 'helpful'})-[:BECAUSE_OF]->(claim:Claim) "
        "RETURN user.id AS user, claim.id AS claim, event {.key, .raw, .occurred_at, .matures_at, .voided_at}"
    )
    event = {"key": "help:ada-bob-kettle", "raw": 5, "occurred_at": NOW, "matures_at": DONE + 7 * DAY}
    assert lines == [{"user": "bob", "claim": "ada-bob-kettle", "event": {**event, "voided_at": None}}]


@pytest.mark.usefixtures("bought")
def test_a_changed_verdict_voids_the_points_and_changed_back_restores_them(
    person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    judged(person, "ada", as_described=True)
    clock.forward(days=1)
    judged(person, "ada", as_described=False)
    void = f"{LINE} RETURN event.voided_at AS at, event.void_reason AS reason"
    assert cypher.rows(void) == [{"at": NOW + DAY, "reason": "retracted"}]
    assert person("ada").get("/v1/claims/ada-bob-kettle").json["verdict"] == "not_as_described"
    judged(person, "ada", as_described=True)
    assert cypher.rows(void) == [{"at": None, "reason": None}]


@pytest.mark.usefixtures("bought")
def test_points_voided_for_fraud_stay_void(person: PersonMaker, cypher: Cypher) -> None:
    judged(person, "ada", as_described=True)
    cypher.rows(f"{LINE} SET event.voided_at = $now, event.void_reason = 'fraud'", now=NOW)
    judged(person, "ada", as_described=False)
    judged(person, "ada", as_described=True)
    assert cypher.value(f"{LINE} RETURN event.void_reason") == "fraud"


@pytest.mark.parametrize("state", ["open", "redeemed but not completed"])
def test_only_a_completed_purchase_lets_one_judge(
    given: Given, person: PersonMaker, cypher: Cypher, state: str
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    if state == "open":
        given.claim("ada", "bob-kettle")
    else:
        given.redeemed("ada", "bob-kettle", "kettle")
    answer = judged(person, "ada", as_described=True)
    assert (answer.status_code, answer.json["code"]) == (409, "not_redeemed")
    assert cypher.value("MATCH (claim:Claim) RETURN claim.verdict") is None


@pytest.mark.parametrize("ended", ["refunded_at", "gone"])
def test_a_refunded_buyer_or_a_banned_sharer_earns_nobody_points(
    given: Given, person: PersonMaker, cypher: Cypher, ended: str
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    refund: dict[str, Any] = {"refunded_at": NOW} if ended == "refunded_at" else {}
    given.redeemed("ada", "bob-kettle", "kettle", completed_at=DONE, **refund)
    if ended == "gone":
        given("(bob:Suspended)")
    assert judged(person, "ada", as_described=True).status_code == 204
    assert cypher.value("MATCH (event:XpEvent {kind: 'helpful'}) RETURN count(event)") == 0


def test_three_buyers_who_say_no_hold_the_share_and_a_moderator_decides(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (dee)-[:FRIEND]->(bob)-[:FRIEND]->(eve)")
    given.share("bob", "kettle")
    for buyer in ("ada", "cy", "dee"):
        given.redeemed(buyer, "bob-kettle", "kettle", completed_at=DONE)
    for buyer in ("ada", "cy"):
        judged(person, buyer, as_described=False)
        judged(person, buyer, as_described=False)
    assert person("eve").get("/v1/shares/bob-kettle").status_code == 200
    judged(person, "dee", as_described=False)
    assert person("eve").get("/v1/shares/bob-kettle").status_code == 404
    assert person("bob").get("/v1/me/shares").json["items"][0]["status"] == "held"
    judged(person, "dee", as_described=True)
    assert person("eve").get("/v1/shares/bob-kettle").status_code == 404


@pytest.mark.usefixtures("bought")
def test_thanks_are_told_to_the_sharer_once_and_only_then_who_it_was(
    person: PersonMaker, cypher: Cypher
) -> None:
    notified = (
        "MATCH (user)-[:TOLD]->(notified:Notification)-[:ABOUT]->(claim:Claim) "
        "RETURN user.id AS user, notified.kind AS kind, notified.count AS count, claim.id AS claim"
    )
    assert cypher.rows(notified) == []
    for _ in range(2):
        assert person("ada").post("/v1/claims/ada-bob-kettle/thanks").status_code == 204
    assert cypher.rows(notified) == [{"user": "bob", "kind": "thanks", "count": 1, "claim": "ada-bob-kettle"}]
    assert person("ada").get("/v1/claims/ada-bob-kettle").json["thanked_at"] == "2030-01-01T00:00:00Z"


def test_thanks_come_after_using_a_copy_and_stop_at_a_block(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    early = person("ada").post("/v1/claims/ada-bob-kettle/thanks")
    assert (early.status_code, early.json["code"]) == (409, "not_redeemed")
    given.redeemed("cy", "bob-kettle", "kettle")
    person("bob").put("/v1/me/blocks/cy")
    assert person("cy").post("/v1/claims/cy-bob-kettle/thanks").status_code == 204
    assert cypher.value("MATCH (notified:Notification) RETURN count(notified)") == 0
