"""One predicate, many doors: each agrees with a brute-force oracle on random small worlds."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.graph import catalogue
from service.graph.client import Graph
from service.settings import ROOT
from tests.queries.faults.predicate import FAULTS, PARTS
from tests.queries.oracles.doors import DOORS, furnish
from tests.queries.oracles.ranked import ranked_pages
from tests.queries.oracles.worlds import World, worlds
from tests.support.cypher import Cypher

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@pytest.mark.usefixtures("small_groups")
@many
@given(world=worlds())
def test_every_door_shows_exactly_what_the_domain_says(world: World, graph: Graph, cypher: Cypher) -> None:
    furnish(cypher, world)
    for viewer in world.people:
        assert {name: wrong for name, door in DOORS.items() if (wrong := door(graph, world, viewer))} == {}
        assert ranked(graph, viewer) == {
            share: way for share, way in world.ways(viewer).items() if way != "self"
        }


def ranked(graph: Graph, viewer: str) -> dict[str, str]:
    """All pages, to the end."""
    items = [card for page in ranked_pages(graph, viewer, limit=20) for card in page["items"]]
    assert len({item["id"] for item in items}) == len(items)
    return {item["id"]: item["via"] for item in items}


def test_every_query_that_uses_a_part_with_faults_is_a_door_held_to_the_oracle() -> None:
    users = {name for name, query in catalogue.load(ROOT / "cypher").items() if set(PARTS) & set(query.parts)}
    # Suggestions have an oracle of their own, and a search shows its cards.
    assert users - {"suggestions/lacking", "circle/cards"} == set(DOORS)


def test_every_seeded_fault_still_fits_its_query() -> None:
    """`pytest -s tests/queries/faults/seeded.py` then shows that the oracle notices each."""
    queries = catalogue.load(ROOT / "cypher")
    assert all(fault.put_into(queries[fault.query]) != queries[fault.query] for fault in FAULTS)
