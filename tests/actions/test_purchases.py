"""Which claim an order uses, and the experience that gives."""

from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.orders import BOUGHT, CODE, DAY, DONE, HOUR, Orders, coupons, of_claim, xp


def test_an_order_with_the_code_of_a_claim_uses_it(orders: Orders, cypher: Cypher) -> None:
    orders.tell("verified", at=BOUGHT, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]


def test_an_order_without_a_code_uses_the_only_open_claim_at_that_shop(
    orders: Orders, cypher: Cypher
) -> None:
    orders.tell("verified", at=BOUGHT)
    assert of_claim(cypher)["used"] == ["taobao:o-1 only"]


def test_an_order_made_before_the_claim_uses_none(orders: Orders, cypher: Cypher) -> None:
    orders.tell("verified", at=NOW - 6 * DAY)
    assert of_claim(cypher)["used"] == []


def test_of_several_claims_none_is_guessed_until_the_buyer_had_time_to_say(
    orders: Orders, given: Given, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(cy)", shares={"cy": "kettle"})
    given.claim("ada", "cy-kettle", claimed_at=NOW - 4 * DAY)
    orders.tell("verified", at=BOUGHT)
    orders.tell("completed", at=DONE)
    orders.now = BOUGHT + 7 * DAY - HOUR
    assert orders.settle_due() == 0
    assert xp(cypher) == []
    orders.now = BOUGHT + 7 * DAY
    assert orders.settle_due() == 1
    assert orders.settle_due() == 0
    assert of_claim(cypher, "ada-cy-kettle")["used"] == ["taobao:o-1 latest"]
    assert xp(cypher) == [("cy", "friend_purchase", 30, DONE + 7 * DAY, None)]


def test_a_claim_that_another_order_used_leaves_the_other_as_the_only_one(
    orders: Orders, given: Given, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(cy)", shares={"cy": "kettle"})
    given.claim("ada", "cy-kettle", claimed_at=NOW - 4 * DAY)
    orders.tell("verified", "o-1", at=BOUGHT)
    orders.tell("verified", "o-2", at=DONE, claim_code=CODE)
    assert of_claim(cypher, "ada-cy-kettle")["used"] == ["taobao:o-1 only"]


@pytest.mark.parametrize(
    "unfit",
    [
        {"buyer": "eve"},  # another person's code
        {"word": "lamp"},  # another shop
        {"at": NOW + 9 * DAY},  # after use_by
        {"paid": 4_999},  # below the least payment
    ],
)
def test_a_code_that_does_not_fit_the_order_uses_nothing(
    given: Given, graph: Graph, cypher: Cypher, unfit: dict[str, Any]
) -> None:
    given("(ada)-[:FRIEND]->(bob) (eve)")
    given.product("kettle", min_spend_fen=5_000)
    given.product("lamp")
    given.claim("ada", given.share("bob", "kettle"))
    orders = Orders(graph, now=NOW + 20 * DAY)
    orders.link("ada")
    orders.link("eve")
    orders.tell("verified", **{"at": NOW, "claim_code": CODE, **unfit})
    assert of_claim(cypher)["used"] == []
    orders.tell("verified", "o-2", at=NOW, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-2 code"]


def test_a_claim_held_for_one_order_is_used_by_that_order_only(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", locked_by="o-2", locked_until=BOUGHT + HOUR)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("verified", "o-1", at=BOUGHT, claim_code=CODE)
    assert of_claim(cypher)["used"] == []
    orders.tell("verified", "o-2", at=BOUGHT, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-2 code"]


def test_a_claim_is_used_once(orders: Orders, cypher: Cypher) -> None:
    orders.tell("verified", "o-1", at=BOUGHT, claim_code=CODE)
    orders.tell("verified", "o-2", at=BOUGHT, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]


def test_orders_made_before_the_account_was_linked_find_their_buyer(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    orders = Orders(graph)
    orders.tell("verified", at=BOUGHT)
    orders.tell("completed", at=DONE)
    assert (of_claim(cypher)["used"], coupons(cypher), xp(cypher)) == ([], [], [])
    orders.link("ada")
    assert of_claim(cypher)["used"] == ["taobao:o-1 only"]
    assert len(coupons(cypher)) == 1
    assert xp(cypher) == [("bob", "friend_purchase", 30, DONE + 7 * DAY, None)]


def test_a_completed_order_gives_its_sharer_experience_once(orders: Orders, cypher: Cypher) -> None:
    for _ in range(2):
        orders.tell("verified", at=BOUGHT, claim_code=CODE)
        orders.tell("completed", at=DONE)
    assert xp(cypher) == [("bob", "friend_purchase", 30, DONE + 7 * DAY, None)]


def test_a_follower_gives_a_creator_half(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)-[:FOLLOWS]->(bob:Creator)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", via="follow", degree=None)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("verified", at=BOUGHT)
    orders.tell("completed", at=DONE)
    assert [(line[0], line[2]) for line in xp(cypher)] == [("bob", 15)]


def test_a_sharer_who_left_gets_no_further_experience(orders: Orders, given: Given, cypher: Cypher) -> None:
    orders.tell("verified", at=BOUGHT, claim_code=CODE)
    given.user("bob", "Deactivated")
    orders.tell("completed", at=DONE)
    assert xp(cypher) == []
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]
