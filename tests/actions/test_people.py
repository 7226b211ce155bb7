"""Friendships and blocks as facts on the graph, also when things happen at once."""

from collections.abc import Callable
from functools import partial

import pytest

from service.actions import people
from service.credentials.tokens import new_id
from service.graph.client import Graph, Row
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker
from tests.support.together import together


def ask(graph: Graph, viewer: str, user: str) -> Row:
    op = new_id()
    return graph.transaction(lambda unit: people.ask(unit, viewer, user, op=op, message=None, now=NOW), op=op)


def accept(graph: Graph, viewer: str, request: str) -> str:
    op = new_id()
    return graph.transaction(lambda unit: people.accept(unit, viewer, request, op=op, now=NOW), op=op)


def block(graph: Graph, viewer: str, user: str) -> str:
    op = new_id()
    graph.transaction(lambda unit: people.block(unit, viewer, user, op=op, now=NOW), op=op)
    return user


def edges(cypher: Cypher, kind: str) -> list[tuple[str, str]]:
    rows = cypher.rows(f"MATCH (a:User)-[:{kind}]->(b:User) RETURN a.id AS a, b.id AS b ORDER BY a, b")
    return [(row["a"], row["b"]) for row in rows]


@pytest.fixture
def friendships(cypher: Cypher) -> Callable[[], list[tuple[str, ...]]]:
    """Who is whose friend, each pair in alphabetical order."""
    return lambda: sorted(tuple(sorted(pair)) for pair in edges(cypher, "FRIEND"))


def test_a_friend_reaches_whoever_publishes(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)-[:ASKED]->(bob)", shares={"bob": "kettle"})
    accept(graph, "bob", "ada-asks-bob")
    assert edges(cypher, "REACHES") == [("ada", "bob")]
    assert edges(cypher, "ASKED") == []


def test_two_publishers_reach_each_other(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)-[:ASKED]->(bob)", shares={"ada": "lamp", "bob": "kettle"})
    accept(graph, "bob", "ada-asks-bob")
    assert edges(cypher, "REACHES") == [("ada", "bob"), ("bob", "ada")]


def test_a_withdrawn_share_is_nothing_to_reach(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)-[:ASKED]->(bob)")
    given.share("bob", "kettle", withdrawn_at=NOW)
    accept(graph, "bob", "ada-asks-bob")
    assert edges(cypher, "REACHES") == []


def test_unfriending_ends_the_reach_both_ways_and_no_other(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(cy)-[:FRIEND]->(ada)-[:FRIEND]->(bob)", shares={"ada": "lamp", "bob": "kettle"})
    graph.transaction(lambda unit: people.unfriend(unit, "bob", "ada", op="op"))
    assert edges(cypher, "FRIEND") == [("cy", "ada")]
    assert edges(cypher, "REACHES") == [("cy", "ada")]


def test_a_block_ends_every_edge_between_two_and_no_other(given: Given, graph: Graph, cypher: Cypher) -> None:
    given(
        "(ada:Creator)-[:FRIEND]->(bob:Creator) (bob)-[:FOLLOWS]->(ada)-[:FOLLOWS]->(bob)"
        "(bob)-[:ASKED]->(ada)-[:ASKED]->(bob) (cy)-[:FRIEND]->(ada) (cy)-[:ASKED]->(bob)",
        shares={"ada": "lamp", "bob": "kettle"},
    )
    for _ in range(2):
        block(graph, "ada", "bob")
        assert edges(cypher, "BLOCKS") == [("ada", "bob")]
        assert edges(cypher, "FRIEND") == edges(cypher, "REACHES") == [("cy", "ada")]
        assert edges(cypher, "FOLLOWS") == []
        assert edges(cypher, "ASKED") == [("cy", "bob")]


def test_forty_people_befriend_one_at_once(
    given: Given, graph: Graph, cypher: Cypher, friendships: Callable[[], list[tuple[str, ...]]]
) -> None:
    names = [f"p{n:02}" for n in range(40)]
    given(" ".join(f"(hub)-[:ASKED]->({name})" for name in names), shares={"hub": "kettle"})
    answers = together(*(partial(accept, graph, name, f"hub-asks-{name}") for name in names))
    assert answers == ["hub"] * 40
    assert friendships() == [("hub", name) for name in names]
    assert edges(cypher, "REACHES") == [(name, "hub") for name in names]


def test_the_last_place_for_a_friend_is_taken_once(given: Given, graph: Graph, cypher: Cypher) -> None:
    names = [f"p{n}" for n in range(8)]
    given(" ".join(f"({name})-[:ASKED]->(hub)" for name in names))
    cypher.rows(
        "MATCH (hub:User {id: 'hub'}) UNWIND range(1, 997) AS n "
        "CREATE (hub)-[:FRIEND {since: $now}]->(:User:Active {id: 'u' + n})",
        now=NOW,
    )
    answers = together(*(partial(accept, graph, "hub", f"{name}-asks-hub") for name in names))
    codes = [answer.code for answer in answers if not isinstance(answer, str)]
    assert codes == ["friend_limit"] * 5
    assert cypher.value("MATCH (:User {id: 'hub'})-[f:FRIEND]-() RETURN count(f)") == 1000


def test_asking_each_other_at_once_makes_friends_exactly_once(
    given: Given, graph: Graph, cypher: Cypher, friendships: Callable[[], list[tuple[str, ...]]]
) -> None:
    pairs = [(f"a{n}", f"b{n}") for n in range(10)]
    given(" ".join(f"({a}) ({b})" for a, b in pairs))
    for a, b in pairs:
        answers = together(partial(ask, graph, a, b), partial(ask, graph, b, a))
        states = [answer["state"] for answer in answers if isinstance(answer, dict)]
        assert sorted(states) == ["accepted", "pending"]
    assert friendships() == sorted(pairs)
    assert edges(cypher, "ASKED") == []


def test_a_block_and_an_acceptance_at_once_never_both_stand(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    pairs = [(f"a{n}", f"b{n}") for n in range(10)]
    given(" ".join(f"({a})-[:ASKED]->({b})" for a, b in pairs))
    for a, b in pairs:
        together(partial(accept, graph, b, f"{a}-asks-{b}"), partial(block, graph, a, b))
    assert edges(cypher, "FRIEND") == []
    assert edges(cypher, "BLOCKS") == pairs


def test_befriending_while_publishing_never_loses_the_reach(
    given: Given, graph: Graph, cypher: Cypher, person: PersonMaker
) -> None:
    pairs = [(f"a{n}", f"b{n}") for n in range(10)]
    given(" ".join(f"({a})-[:ASKED]->({b})" for a, b in pairs))
    for a, b in pairs:
        coupon = given.coupon(b, f"kettle-{b}")
        body = {"coupon_id": coupon, "note": "Boils a litre in four minutes.", "audience": "circle"}
        publish = partial(person(b).post, "/v1/shares", body, Idempotency_Key=b)
        befriend = partial(person(b).post, f"/v1/friend-requests/{a}-asks-{b}/accept")
        answers = [answer for answer in together(publish, befriend) if not isinstance(answer, Exception)]
        assert [answer.status_code for answer in answers] == [201, 200], answers[0].get_json()
    assert edges(cypher, "REACHES") == pairs
