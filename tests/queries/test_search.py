"""Search in the graph: what is remembered of searches in vain, and what finds a word."""

from datetime import timedelta
from typing import Any

from service import search
from service.export import export
from service.graph.client import Graph
from service.words import words
from tests.cypher import Cypher
from tests.given import NOW, Given

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def sign_in(cypher: Cypher, user: str) -> None:
    cypher.rows(
        "MATCH (user:User {id: $user}) CREATE (user)-[:SIGNED_IN]->(:Session {token_hash: $session, "
        "id: $session, created_at: $now, last_seen_at: $now, expires_at: $now + duration('P30D')})",
        user=user,
        session=f"{user}-session",
        now=NOW,
    )


def remembered(graph: Graph, user: str) -> list[dict[str, Any]]:
    return export(graph, user)["searches"]


def test_a_search_in_vain_is_remembered_once_with_the_categories_it_speaks_of(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada) (bob)")
    given.product("steel kettle", category="kitchen")
    given.product("露营帐篷", category="sports")
    sign_in(cypher, "ada")
    for number, text in enumerate(["Kettle", "帐篷  KETTLE", "ｋｅｔｔｌｅ!", "pram", "厨"]):
        search.remember(graph, "ada-session", words(text), NOW + number * HOUR)
    assert remembered(graph, "ada") == [
        {"text": "帐篷 kettle", "at": NOW + HOUR, "times": 1, "categories": ["kitchen", "sports"]},
        {"text": "kettle", "at": NOW + 2 * HOUR, "times": 2, "categories": ["kitchen"]},
        {"text": "pram", "at": NOW + 3 * HOUR, "times": 1, "categories": []},
        {"text": "厨", "at": NOW + 4 * HOUR, "times": 1, "categories": ["kitchen"]},
    ]
    assert remembered(graph, "bob") == []


def test_of_many_searches_in_vain_the_last_are_kept(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)")
    given.searched("ada", "oldest", at=NOW - 9 * DAY)
    sign_in(cypher, "ada")
    for number in range(20):
        search.remember(graph, "ada-session", words(f"thing{number}"), NOW + number * HOUR)
    assert [row["text"] for row in remembered(graph, "ada")] == [f"thing{number}" for number in range(20)]


def test_words_that_say_nothing_name_no_category(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada)")
    sign_in(cypher, "ada")
    search.remember(graph, "ada-session", words("food and snacks and"), NOW)
    search.remember(graph, "ada-session", words("and "), NOW)
    assert [row["categories"] for row in remembered(graph, "ada")] == [[], ["food", "takeaway"]]


def test_old_searches_are_forgotten(given: Given, graph: Graph) -> None:
    given("(ada)")
    given.searched("ada", "tent", at=NOW - 31 * DAY)
    given.searched("ada", "desk", at=NOW - 29 * DAY)
    assert graph.one("jobs/forget_searches", now=NOW) == {"forgotten": 1}
    assert [row["text"] for row in remembered(graph, "ada")] == ["desk"]


def test_what_is_found_at_last_is_no_longer_remembered(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada) (bob)")
    sign_in(cypher, "ada")
    for user in ("ada", "bob"):
        given.searched(user, "tent")
    search.forget(graph, "ada-session", words("TENT"), NOW)
    assert (remembered(graph, "ada"), len(remembered(graph, "bob"))) == ([], 1)
