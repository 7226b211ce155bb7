"""The oracles catch whatever the predicate and suggestions might forget, and this shows by which example.

    pytest -s tests/queries/faults/seeded.py

Not among the tests of the suite, because every fault is a query that the server must plan.
"""

from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table

from service.graph import catalogue
from service.graph.client import Graph
from service.graph.server.embedded import Address
from service.settings import ROOT
from tests.queries.faults.predicate import FAULTS, LACKING, SUGGESTIONS, Fault
from tests.queries.oracles.acquaintances import Town, settle
from tests.queries.oracles.neighbourhoods import towns
from tests.queries.oracles.worlds import World, build, worlds
from tests.queries.test_suggestions import lacking, told, wanted
from tests.queries.test_trust import heard, known, right_to_know, voices
from tests.queries.test_visibility import (
    chosen_from,
    claim,
    found,
    found_by_id,
    found_by_person,
    outcome,
    read,
    seen_in_feed,
    without_own,
)
from tests.support.cypher import Cypher
from tests.support.planning import planned_once

MOST = 300
Look = Callable[[Graph, World, str], str | None]
Example = TypeVar("Example")


@pytest.mark.unchecked
@pytest.mark.usefixtures("graph", "small_groups")
def test_every_fault_of_the_predicate_is_caught(address: Address, cypher: Cypher) -> None:
    assert uncaught(address, FAULTS, worlds(), lambda world: build(cypher, world), predicate_differs) == []


@pytest.mark.unchecked
@pytest.mark.usefixtures("graph", "small_groups")
def test_every_fault_of_suggestions_is_caught(address: Address, cypher: Cypher) -> None:
    assert uncaught(address, SUGGESTIONS, towns(), lambda town: settle(cypher, town), suggested_wrongly) == []


def uncaught(
    address: Address,
    faults: list[Fault],
    examples: st.SearchStrategy[Example],
    store: Callable[[Example], None],
    caught: Callable[[Graph, Example, Fault], str | None],
) -> list[tuple[str, str]]:
    """Faults that no example gives away; of the others, a table of which does."""
    right = planned_once(catalogue.load(ROOT / "cypher"))
    left = list(faults)
    table = Table("query", "forgets", "example", "caught by", title=f"{len(left)} faults", show_lines=False)
    graph = Graph(address, right, seconds=60)
    for number, example in enumerate(drawn(examples), 1):
        store(example)
        for fault in list(left):
            graph.catalogue = {**right, fault.query: fault.put_into(right[fault.query])}
            if evidence := caught(graph, example, fault):
                left.remove(fault)
                table.add_row(fault.query, fault.told, str(number), evidence)
        if not left:
            break
    graph.close()
    Console(width=150).print(table)
    return [(fault.query, fault.told) for fault in left]


def drawn(examples: st.SearchStrategy[Example]) -> list[Example]:
    """The same examples at every run."""
    found: list[Example] = []

    @settings(
        max_examples=MOST,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(example=examples)
    def draw(example: Example) -> None:
        found.append(example)

    draw()
    return found


def predicate_differs(graph: Graph, world: World, fault: Fault) -> str | None:
    """The first thing that somebody in `world` would be shown wrongly."""
    differences = (LOOKS[fault.query](graph, world, viewer) for viewer in world.people)
    return next(filter(None, differences), None)


def suggested_wrongly(graph: Graph, town: Town, fault: Fault) -> str | None:
    """What I would be suggested wrongly: `me` is who has most around them in every town."""
    if fault in LACKING:
        return unlike(lacking(graph, "me"), wanted(town, "me"))
    return unlike(told(graph, "me"), town.suggested("me"))


def unlike(seen: object, right: object) -> str | None:
    return None if seen == right else f"me is told {seen}, not {right}"


def feed_differs(graph: Graph, world: World, viewer: str) -> str | None:
    return differs(world, viewer, seen_in_feed(graph, viewer))


def search_differs(graph: Graph, world: World, viewer: str) -> str | None:
    try:
        seen = found(graph, viewer, lookups=[])
    except AssertionError:
        return f"{viewer} finds what has no card for them"
    return differs(world, viewer, seen)


def candidates_differ(graph: Graph, world: World, viewer: str) -> str | None:
    return differs(world, viewer, chosen_from(graph, viewer))


def visible_differs(graph: Graph, world: World, viewer: str) -> str | None:
    ways, seen = world.ways(viewer), found_by_id(graph, world, viewer)
    return None if seen == ways else f"{viewer} may keep {seen}, not {ways}"


def person_differs(graph: Graph, world: World, viewer: str) -> str | None:
    ways, seen = world.ways(viewer), found_by_person(graph, world, viewer)
    return None if seen == ways else f"{viewer} finds {seen} by person, not {ways}"


def trust_differs(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        right, told = right_to_know(world, viewer, offer), known(graph, viewer, offer)
        if told != right:
            return f"{viewer} is told {told} of {offer.id}, not {right}"
    return None


def voices_differ(graph: Graph, world: World, viewer: str) -> str | None:
    for share in [*world.ways(viewer)][:1]:
        right, told = voices(world, viewer), heard(graph, viewer, share)
        if told != right:
            return f"{viewer} hears {told}, not {right}"
    return None


def differs(world: World, viewer: str, seen: dict[str, str]) -> str | None:
    ways = world.ways(viewer)
    wrong = set(seen.items()) ^ set(without_own(ways).items())
    return f"{viewer} is shown {seen}, not {without_own(ways)}" if wrong else None


def read_differs(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        expected, seen = world.way(viewer, offer), read(graph, viewer, offer)
        if seen != expected:
            return f"{viewer} reads {offer.id} by {seen}, not {expected}"
    return None


def claim_differs(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        expected = outcome(world, viewer, offer, world.way(viewer, offer))
        seen = claim(graph, viewer, offer)
        if seen != expected:
            return f"{viewer} claims {offer.id}: {seen}, not {expected}"
    return None


LOOKS: dict[str, Look] = {
    "circle/feed": feed_differs,
    "circle/candidates": candidates_differ,
    "circle/search": search_differs,
    "shares/read": read_differs,
    "claims/claim": claim_differs,
    "shares/visible": visible_differs,
    "people/shares": person_differs,
    "trust/share": trust_differs,
    "trust/voices": voices_differ,
}
