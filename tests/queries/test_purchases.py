"""What an order sets off: the claim it uses, the coupon it earns, the experience it gives."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from service.graph.client import Graph
from tests.cypher import Cypher
from tests.given import NOW, Given
from tests.orders import Orders

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
CODE = "ada-bob-kettle-code"
BOUGHT = NOW - 2 * DAY
DONE = NOW - DAY


@pytest.fixture
def orders(given: Given, graph: Graph) -> Orders:
    """Bob shares a kettle, his friend ada has claimed it and linked her account."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    made = Orders(graph)
    made.link("ada")
    return made


def of_claim(cypher: Cypher, claim: str = "ada-bob-kettle") -> dict[str, Any]:
    (row,) = cypher.rows(
        """MATCH (claim:Claim {id: $claim}) RETURN claim.use_by AS use_by,
        [(p:Purchase)-[:REDEEMED]->(claim) | p.key + ' ' + p.credit_source] AS used""",
        claim=claim,
    )
    return row


def xp(cypher: Cypher) -> list[tuple[Any, ...]]:
    rows = cypher.rows(
        """MATCH (user:User)-[:GAINED]->(event:XpEvent) RETURN user.id, event.kind, event.raw,
        event.matures_at, event.void_reason ORDER BY event.kind"""
    )
    return [tuple(row.values()) for row in rows]


def coupons(cypher: Cypher, order: str = "taobao:o-1") -> list[dict[str, Any]]:
    return [
        row["coupon"]
        for row in cypher.rows(
            "MATCH (:Purchase {key: $order})-[:EARNED]->(c) RETURN properties(c) AS coupon", order=order
        )
    ]


# The claim an order uses


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


# Experience


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


# The coupon an order earns


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


# Cancelled and refunded


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
    given.xp("bob", "pub:bob-kettle-coupon", "publish", 10)
    given.xp("bob", "help:ada-bob-kettle", "helpful", 5)
    orders.link("bob")
    orders.tell("refunded", "bob-kettle-order", buyer="bob", at=NOW)
    share = cypher.rows("MATCH (s:Share) RETURN s:Live AS live, s.withdrawn_at AS at")
    assert share == [{"live": False, "at": NOW}]
    voided = [(line[1], line[-1]) for line in xp(cypher)]
    assert voided == [("helpful", None), ("publish", "refunded")]
    orders.tell("verified", at=NOW, claim_code=CODE)
    assert of_claim(cypher)["used"] == ["taobao:o-1 code"]


def test_a_refund_voids_the_buyers_verdict_on_the_note(orders: Orders, given: Given, cypher: Cypher) -> None:
    given.xp("bob", "help:ada-bob-kettle", "helpful", 5)
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
