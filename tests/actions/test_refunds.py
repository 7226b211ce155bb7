"""What a cancelled or refunded order takes back."""

from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.orders import BOUGHT, CODE, DAY, DONE, HOUR, Orders, coupons, of_claim, xp


def test_a_cancelled_order_gives_the_claim_back_with_a_day_to_use_it(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", use_by=NOW - HOUR)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("verified", at=BOUGHT, claim_code=CODE)
    orders.tell("cancelled", at=DONE)
    assert of_claim(cypher) == {"use_by": NOW + DAY, "used": []}
    orders.now = NOW + HOUR
    orders.tell("verified", "o-2", at=NOW, claim_code=CODE)
    orders.tell("cancelled", "o-1", at=DONE)
    assert of_claim(cypher) == {"use_by": NOW + DAY, "used": ["taobao:o-2 code"]}


def test_an_order_that_waited_for_a_claim_gets_it_when_the_first_is_cancelled(
    orders: Orders, cypher: Cypher
) -> None:
    orders.tell("verified", "o-1", at=BOUGHT, claim_code=CODE)
    orders.tell("verified", "o-2", at=DONE, claim_code=CODE)
    orders.tell("cancelled", "o-1", at=BOUGHT + HOUR)
    assert of_claim(cypher)["used"] == ["taobao:o-2 code"]


def test_a_cancellation_after_completion_changes_nothing(orders: Orders, cypher: Cypher) -> None:
    orders.tell("completed", at=BOUGHT, claim_code=CODE)
    orders.tell("cancelled", at=DONE)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]
    assert coupons(cypher)[0].get("revoked_at") is None


def refunded(orders: Orders, **refund: Any) -> None:
    orders.tell("verified", at=BOUGHT, claim_code=CODE)
    orders.tell("completed", at=DONE)
    orders.tell("refunded", at=NOW, **refund)


@pytest.mark.parametrize("refund", [{}, {"refunded_fen": 19_001}])
def test_a_refund_voids_the_experience_and_revokes_the_coupon_and_its_share(
    orders: Orders, given: Given, cypher: Cypher, graph: Graph, refund: dict[str, Any]
) -> None:
    refunded(orders, **refund)
    assert xp(cypher) == [("bob", "friend_purchase", 30, DONE + 7 * DAY, "refunded")]
    assert coupons(cypher)[0]["revoked_at"] == NOW
    assert of_claim(cypher)["used"] == []


def test_a_refund_that_leaves_ten_yuan_changes_nothing(orders: Orders, cypher: Cypher) -> None:
    refunded(orders, refunded_fen=19_000)
    assert xp(cypher)[0][-1] is None
    assert coupons(cypher)[0].get("revoked_at") is None
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]


def test_a_refund_withdraws_the_share_and_leaves_friends_their_claims(
    orders: Orders, given: Given, cypher: Cypher
) -> None:
    given.xp("bob", "pub:bob-kettle-coupon", "publish", 10, share="bob-kettle")
    given.xp("bob", "help:ada-bob-kettle", "helpful", 5, claim="ada-bob-kettle")
    orders.link("bob")
    orders.tell("refunded", "bob-kettle-order", buyer="bob", at=NOW)
    share = cypher.rows("MATCH (s:Share) RETURN s:Live AS live, s.withdrawn_at AS at")
    assert share == [{"live": False, "at": NOW}]
    voided = [(line[1], line[-1]) for line in xp(cypher)]
    assert voided == [("helpful", None), ("publish", "refunded")]
    orders.tell("verified", at=NOW, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]


@pytest.mark.parametrize("act", ["hold_share", "remove_share"])
def test_a_share_whose_coupon_was_revoked_meanwhile_stays_withdrawn_when_it_is_restored(
    orders: Orders, graph: Graph, cypher: Cypher, act: str
) -> None:
    graph.run(f"moderation/{act}", thing="bob-kettle", op="op-1", now=NOW)
    orders.link("bob")
    orders.tell("refunded", "bob-kettle-order", buyer="bob", at=NOW)
    graph.run("moderation/restore_share", thing="bob-kettle", op="op-2", now=NOW)
    share = (
        "MATCH (s:Share) RETURN s:Live AS live, s.withdrawn_at AS at, s.held_at AS held, s.removed_at AS gone"
    )
    assert cypher.rows(share) == [{"live": False, "at": NOW, "held": None, "gone": None}]


def test_a_refund_voids_the_buyers_verdict_on_the_note(orders: Orders, given: Given, cypher: Cypher) -> None:
    given.xp("bob", "help:ada-bob-kettle", "helpful", 5, claim="ada-bob-kettle")
    refunded(orders)
    assert [line[-1] for line in xp(cypher)] == ["refunded", "refunded"]


@pytest.mark.parametrize("keeps", ["forfeit", "out of date"])
def test_a_refund_leaves_a_claim_used_when_the_program_or_its_date_says_so(
    given: Given, graph: Graph, cypher: Cypher, keeps: str
) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.product("kettle", restore=keeps != "forfeit")
    use_by = NOW if keeps == "out of date" else NOW + DAY
    given.claim("ada", given.share("bob", "kettle"), use_by=use_by)
    orders = Orders(graph)
    orders.link("ada")
    refunded(orders)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]
    assert xp(cypher)[0][-1] == "refunded"


def test_a_claim_is_given_back_after_a_refund_once(orders: Orders, cypher: Cypher) -> None:
    refunded(orders)
    for kind in ("verified", "completed", "refunded"):
        orders.tell(kind, "o-2", at=NOW, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-2 code"]
    assert [line[-1] for line in xp(cypher)] == ["refunded", "refunded"]
