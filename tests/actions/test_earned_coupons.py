"""The coupon that a completed order earns."""

from datetime import datetime
from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.orders import BOUGHT, DAY, DONE, HOUR, Orders, coupons


def test_a_completed_order_earns_a_coupon_on_the_terms_of_the_program(orders: Orders, cypher: Cypher) -> None:
    orders.tell("verified", at=BOUGHT)
    assert coupons(cypher) == []
    orders.tell("completed", at=DONE)
    orders.tell("completed", at=DONE)
    (coupon,) = coupons(cypher)
    coupon.pop("lock", None)
    assert coupon == {
        "id": coupon["id"],
        "key": "coupon:taobao:o-1",
        "kind": "percent",
        "value": 10,
        "max_off_fen": 5_000,
        "min_spend_fen": 0,
        "currency": "CNY",
        "use_days": 14,
        "restore": True,
        "program_quota": 10,
        "earned_at": DONE,
        "claim_by": DONE + 30 * DAY,
        "use_until": DONE + 44 * DAY,
    }


@pytest.mark.parametrize(
    ("program", "order"),
    [
        ({}, {"paid": 999}),
        ({"starts_at": DONE + HOUR}, {}),
        ({"ends_at": DONE}, {}),
        ({"monthly_budget": 0}, {}),
        ({"hero_only": True}, {}),
    ],
)
def test_an_order_outside_the_program_earns_nothing(
    given: Given, graph: Graph, cypher: Cypher, program: dict[str, Any], order: dict[str, Any]
) -> None:
    given("(ada)")
    given.product("kettle", **program)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("completed", at=DONE, **order)
    assert coupons(cypher) == []


def test_the_product_of_a_hero_program_earns(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)")
    given.product("kettle", hero_only=True)
    graph.run("seed/program-HERO-product", rows=[{"program": "kettle-program", "product": "kettle"}])
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("completed", at=DONE)
    assert len(coupons(cypher)) == 1


def test_a_program_that_ends_sooner_ends_the_claiming(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)")
    given.product("kettle", ends_at=DONE + 3 * DAY)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("completed", at=DONE)
    assert coupons(cypher)[0]["claim_by"] == DONE + 3 * DAY


def test_a_monthly_budget_holds_within_a_batch_and_begins_anew_at_midnight_in_china(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)")
    given.product("kettle", monthly_budget=2)
    orders = Orders(graph)
    orders.link("ada")
    month = datetime(2029, 12, 1, tzinfo=NOW.tzinfo) - 8 * HOUR
    for number, at in enumerate([month - HOUR, month, month + DAY, month + 2 * DAY]):
        orders.tell("completed", f"o-{number}", at=at)
    earned = [len(coupons(cypher, f"taobao:o-{number}")) for number in range(4)]
    assert earned == [1, 1, 1, 0]
