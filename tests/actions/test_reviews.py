"""What looks like fraud is found, and what does not is not."""

from typing import Any

import pytest

from service.actions import moderation
from service.graph.client import Graph, Row
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.rewards import reward

FIRST: Row = {"now": NOW, "points": None, "key": None}


def found(graph: Graph, signal: str, **page: Any) -> list[tuple[str, int]]:
    """The reviews of one signal: key and points."""
    rows = moderation.reviews(graph, [signal], **{**FIRST, "limit": 20, **page})
    return [(row["key"], row["points"]) for row in rows]


def test_a_ring_of_rewards_is_told_once_from_its_first_member(given: Given, graph: Graph) -> None:
    given("(ada) (bob) (cy) (dee) (eve)")
    for buyer, sharer in ("ab", "bc", "cd", "da"):
        names = {"a": "ada", "b": "bob", "c": "cy", "d": "dee"}
        reward(given, names[buyer], names[sharer], 2)
    reward(given, "eve", "ada", 5)
    assert found(graph, "cycle") == [("cycle:ada>bob>cy>dee", 240)]
    (row,) = moderation.reviews(graph, ["cycle"], limit=9, **FIRST)
    assert [person["id"] for person in row["people"]] == ["ada", "bob", "cy", "dee"]
    assert len(row["lines"]) == 8


@pytest.mark.parametrize(
    ("there", "back", "ago", "told"),
    [(2, 2, 9, True), (2, 1, 9, False), (2, 2, 90, False)],
    ids=["both ways", "once only", "long ago"],
)
def test_two_who_buy_from_each_other_are_told_when_it_happens_again_and_again(
    given: Given, graph: Graph, there: int, back: int, ago: int, told: bool
) -> None:
    given("(ada) (bob)")
    reward(given, "ada", "bob", there, ago=ago * DAY)
    reward(given, "bob", "ada", back, ago=ago * DAY)
    assert found(graph, "cycle") == ([("cycle:ada>bob", 120)] if told else [])


def test_a_ring_of_five_is_longer_than_the_rule_looks(given: Given, graph: Graph) -> None:
    names = ["ada", "bob", "cy", "dee", "eve"]
    given(" ".join(f"({name})" for name in names))
    for place, name in enumerate(names):
        reward(given, name, names[place - 1], 2)
    assert found(graph, "cycle") == []


def connect(cypher: Cypher, **users: str) -> None:
    """Each identifier, by name, is used by these people."""
    for key, names in users.items():
        cypher.rows(
            "MERGE (identifier:Identifier {key: $key}) WITH identifier "
            "MATCH (user:User) WHERE user.id IN $names MERGE (user)-[:USES {since: $now}]->(identifier)",
            key=key,
            names=names.split(),
            now=NOW,
        )


def test_people_joined_by_identifiers_are_told_when_they_earn_from_each_other(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada) (bob) (cy) (dee) (eve)")
    connect(cypher, phone="cy bob", card="bob ada", door="dee eve")
    reward(given, "cy", "ada", 1)
    reward(given, "dee", "ada", 3)
    assert found(graph, "identifiers") == [("identifiers:ada", 30)]
    (row,) = moderation.reviews(graph, ["identifiers"], limit=9, **FIRST)
    assert [person["id"] for person in row["people"]] == ["ada", "bob", "cy"]


@pytest.mark.parametrize(("others", "told"), [(3, [("group:ada", 210)]), (4, [("group:ada", 210)]), (5, [])])
def test_points_from_one_small_group_are_told_when_they_are_more_than_the_rules_percent(
    given: Given, graph: Graph, others: int, told: list[tuple[str, int]]
) -> None:
    """Seven purchases of three people: of 10 in all 70%, of 11 63.6%, of 12 58.3%."""
    given("(ada) (bob) (cy) (dee)" + "".join(f" (o{number})" for number in range(others)))
    for buyer, times in (("bob", 3), ("cy", 2), ("dee", 2)):
        reward(given, buyer, "ada", times)
    for number in range(others):
        reward(given, f"o{number}", "ada", 1)
    assert found(graph, "group") == told


def test_few_points_are_no_concern(given: Given, graph: Graph) -> None:
    given("(ada) (bob)")
    reward(given, "bob", "ada", 4)
    assert found(graph, "group") == []


def test_reviews_of_all_signals_page_by_points(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada) (bob) (cy)")
    connect(cypher, phone="ada bob")
    reward(given, "bob", "ada", 6)
    reward(given, "ada", "bob", 2)
    reward(given, "cy", "bob", 4)
    signals = list(moderation.SIGNALS)
    whole = moderation.reviews(graph, signals, limit=20, **FIRST)
    assert [row["key"] for row in whole] == ["cycle:ada>bob", "identifiers:ada", "group:ada", "group:bob"]
    seen: list[Row] = []
    while True:
        after = {name: seen[-1][name] for name in ("points", "key")} if seen else {}
        rows = moderation.reviews(graph, signals, limit=1, **{**FIRST, **after})
        if not rows:
            break
        seen += rows
    assert seen == whole
