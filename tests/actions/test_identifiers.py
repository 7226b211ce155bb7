"""Devices, payments and addresses that platforms tell of: whose they are, what that does to experience."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from service.actions import levels
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.orders import BOUGHT, CODE, DAY, DONE, HOUR, Orders
from tests.support.people import PersonMaker
from tests.support.talk import asked, say

HOME: dict[str, Any] = {"identifiers": {"address": "12 Lane 3"}}
LATER = NOW + 8 * DAY
USES = """
MATCH (user:User)-[uses:USES]->(identifier:Identifier)
RETURN user.id AS user, identifier.kind AS kind, uses.since AS since ORDER BY user, kind
"""


@pytest.fixture
def orders(graph: Graph, given: Given) -> Orders:
    """Ada holds a copy of bob's kettle, both have linked accounts at taobao."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", code=CODE)
    made = Orders(graph)
    for person in ("ada", "bob"):
        made.link(person)
    return made


def score(graph: Graph, cypher: Cypher, at: datetime = LATER) -> int:
    """Bob's stored experience after the worker has come by."""
    levels.refresh_due(graph, now=at)
    found: int = cypher.value("MATCH (bob:User {id: 'bob'}) RETURN bob.xp")
    return found


def test_what_an_order_tells_is_kept_as_a_hash_once_each(orders: Orders, cypher: Cypher) -> None:
    told: dict[str, Any] = {"identifiers": {"address": "12 Lane 3", "device": "phone-1", "payment": "card-1"}}
    for _ in range(2):
        orders.tell("verified", at=BOUGHT, **told)
    assert [(row["user"], row["kind"]) for row in cypher.rows(USES)] == [
        ("ada", "address"),
        ("ada", "device"),
        ("ada", "payment"),
    ]
    stored = str(cypher.rows("MATCH (node) RETURN properties(node) AS properties"))
    assert not any(value in stored for value in told["identifiers"].values())


def test_an_account_that_nobody_has_linked_keeps_what_it_showed_for_its_owner(
    graph: Graph, given: Given, cypher: Cypher
) -> None:
    given("(ada)")
    given.product("kettle")
    orders = Orders(graph)
    orders.tell("verified", at=BOUGHT, **HOME)
    assert cypher.rows(USES) == []
    orders.link("ada", at=NOW)
    assert cypher.rows(USES) == [{"user": "ada", "kind": "address", "since": NOW}]
    account = cypher.value("MATCH (:User)-[:HAS]->(account) RETURN account.id")
    graph.run("platforms/unlink", user="ada", account=account, op="op")
    assert len(cypher.rows(USES)) == 1


def test_whoever_shares_an_address_with_the_sharer_brings_no_experience(
    orders: Orders, graph: Graph, cypher: Cypher
) -> None:
    orders.tell("completed", "b-1", buyer="bob", at=DONE, word="lamp", **HOME)
    orders.tell("completed", at=DONE, claim_code=CODE, **HOME)
    assert score(graph, cypher) == 0
    assert cypher.value("MATCH (line:XpEvent {kind: 'friend_purchase'}) RETURN line.raw") == 30


def test_an_address_found_to_be_shared_takes_experience_back_at_the_next_round(
    orders: Orders, graph: Graph, cypher: Cypher, person: PersonMaker
) -> None:
    thread = asked(person("ada"))
    say(person("bob"), thread, "Not at all.")
    person("ada").post(f"/v1/threads/{thread}/helpful")
    orders.tell("completed", at=DONE, claim_code=CODE, **HOME)
    assert score(graph, cypher) == 32
    orders.now = LATER + HOUR
    orders.tell("completed", "b-1", buyer="bob", at=LATER, word="lamp", **HOME)
    assert score(graph, cypher, LATER + timedelta(hours=2)) == 0


def test_the_same_id_of_another_kind_is_another(orders: Orders, graph: Graph, cypher: Cypher) -> None:
    orders.tell("completed", "b-1", buyer="bob", at=DONE, word="lamp", identifiers={"device": "7"})
    orders.tell("completed", at=DONE, claim_code=CODE, identifiers={"payment": "7"})
    assert score(graph, cypher) == 30
