"""Suggestions agree with a brute-force oracle: the people, their order, and the counts of each."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.circle import suggestions
from service.graph.client import Graph
from tests.queries.oracles.acquaintances import CATEGORIES, Town, settle
from tests.queries.oracles.neighbourhoods import towns
from tests.support.cypher import Cypher
from tests.support.given import NOW

many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@pytest.mark.usefixtures("rules")
@many
@given(town=towns())
def test_suggestions_are_exactly_those_of_the_domain(town: Town, graph: Graph, cypher: Cypher) -> None:
    settle(cypher, town)
    for viewer in town.world.people:
        assert suggested(graph, viewer) == town.suggested(viewer), viewer
        assert lacking(graph, viewer) == wanted(town, viewer), viewer


def suggested(graph: Graph, viewer: str) -> list[tuple[str, int, int, int]]:
    rows = suggestions.ranked(graph, viewer, now=NOW, place=None, limit=100)
    assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))
    return [
        (row["user"]["id"], *(row["reason"][name] for name in ("categories", "coupons", "mutual_count")))
        for row in rows
    ]


def lacking(graph: Graph, viewer: str) -> dict[str, int]:
    """The categories that the circle of `viewer` lacks, with their weights."""
    rows = graph.rows("suggestions/lacking", me=viewer, now=NOW)
    return {row["id"]: row["weight"] for row in rows if row["id"] in CATEGORIES}


def wanted(town: Town, viewer: str) -> dict[str, int]:
    """The right answer of `lacking`, from the words of the domain."""
    names = town.lacking(viewer) if town.world.people[viewer].active else set()
    return {name: town.weight(name) for name in names}
