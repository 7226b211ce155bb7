"""Search in the graph: what finds a word, how it is planned, and what is remembered of searches in vain."""

import re
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from service.actions.export import export
from service.circle import search
from service.circle.words import Word, words
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
PIECES = (
    *(
        "kettle",
        "Kett",
        "ｋｅｔ",
        "ket",
        "the",
        "or",
        "a",
        "KE",
        "1",
        "15",
        "３",
        "é",
        "ß",
        "_",
        "한",
        "ガ",
        "の",
    ),
    *(
        "水壶",
        "水",
        "壶",
        "热",
        "々",
        "〇",
        "・",
        "ー",
        "🍵",
        " ",
        "\n",
        "，",
        "。",
        ",",
        ".",
        ":",
        ";",
        "'",
        "’",
    ),
    *("·", "-", "/", "*", '"', "\\", "~", "\u00ad", "\u200d", "\u0301", "\u3000"),
)
mixed = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def sign_in(cypher: Cypher, user: str) -> None:
    cypher.rows(
        "MATCH (user:User {id: $user}) CREATE (user)-[:SIGNED_IN]->(:Session {token_hash: $session, "
        "id: $session, created_at: $now, last_seen_at: $now, expires_at: $now + duration('P30D')})",
        user=user,
        session=f"{user}-session",
        now=NOW,
    )


def remembered(graph: Graph, user: str) -> list[dict[str, Any]]:
    return export(graph, user, NOW)["searches"]


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


@pytest.mark.unchecked
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@drawn(texts=st.lists(mixed, min_size=1, max_size=8), typed=mixed)
@example(texts=["good.Kettle", "don't", "5,15", "a:b"], typed="kettle don't 15 b")
@example(texts=["々kettle", "kettle\u200d", "kettle\u0301", "e\u0301kettle"], typed="kettle")
@example(texts=["한kettle", "\uf900kettle"], typed="kettle")
@example(texts=["红色kettle壶", "热水壶", "水\u200d壶"], typed="水壶kettle")
def test_an_index_only_narrows_what_a_pattern_finds(
    texts: list[str], typed: str, graph: Graph, cypher: Cypher
) -> None:
    """Whatever a word's expression matches its lookup finds, and Java reads the expression as Python does."""
    cypher.rows(
        "MATCH (old:Product) DETACH DELETE old WITH count(*) AS none "
        "UNWIND range(0, size($texts) - 1) AS n CREATE (:Product {id: 'p' + n, name: $texts[n]})",
        texts=texts,
    )
    for word in (each for asked in words(typed) for each in (asked, Word(asked.text, open=not asked.open))):
        matched = set(cypher.value(MATCHED, test=word.test))
        assert matched == {text for text in texts if re.search(word.pattern, text)}, word
        if word.lookup:
            assert matched <= set(cypher.value(LOOKED_UP, lookup=word.lookup)), word


MATCHED = "MATCH (product:Product) WHERE product.name =~ $test RETURN collect(product.name)"
LOOKED_UP = (
    "CALL db.index.fulltext.queryNodes('name_text', $lookup) YIELD node "
    "WHERE node:Product RETURN collect(node.name)"
)


def test_texts_are_read_after_the_index_has_narrowed_what_to_read(graph: Graph, cypher: Cypher) -> None:
    """From the result down: notes, the window, names of what is left, and below that who may be seen."""
    query = graph.catalogue["circle/search"]
    steps = cypher.plan(query.text, dict(query.example))
    window = next(number for number, step in enumerate(steps) if step.startswith("Unwind candidates"))
    narrowed = next(number for number, step in enumerate(steps) if "IN rare" in step)
    names = next(
        number for number, step in enumerate(steps) if "product.name" in step and "Projection" in step
    )
    assert not any(".note" in step for step in steps[window + 1 :])
    reached = next(number for number, step in enumerate(steps) if "REACHES" in step)
    assert names < min(narrowed, reached)
    (friends,) = (step for step in steps if "FRIEND" in step)
    assert "FRIEND*0..1" in friends
