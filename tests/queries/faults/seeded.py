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
from tests.queries.faults.predicate import LACKING, PREDICATE, SUGGESTIONS, Fault
from tests.queries.oracles.acquaintances import Town, settle
from tests.queries.oracles.doors import DOORS, furnish
from tests.queries.oracles.neighbourhoods import towns
from tests.queries.oracles.worlds import World, worlds
from tests.queries.test_suggestions import lacking, suggested, wanted
from tests.support.cypher import Cypher
from tests.support.planning import planned_once

MOST = 600
Example = TypeVar("Example")


@pytest.mark.unchecked
@pytest.mark.usefixtures("graph", "small_groups")
def test_every_fault_of_the_predicate_is_caught(address: Address, cypher: Cypher) -> None:
    assert (
        uncaught(address, PREDICATE, worlds(), lambda world: furnish(cypher, world), predicate_differs) == []
    )


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
                table.add_row(fault.query, fault.forgets, str(number), evidence)
        if not left:
            break
    graph.close()
    Console(width=150).print(table)
    return [(fault.query, fault.forgets) for fault in left]


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
    door = DOORS["circle/search" if fault.query == "circle/cards" else fault.query]
    return next(filter(None, (door(graph, world, viewer) for viewer in world.people)), None)


def suggested_wrongly(graph: Graph, town: Town, fault: Fault) -> str | None:
    """What I would be suggested wrongly: `me` is who has most around them in every town."""
    if fault in LACKING:
        return unlike(lacking(graph, "me"), wanted(town, "me"))
    return unlike(suggested(graph, "me"), town.suggested("me"))


def unlike(seen: object, right: object) -> str | None:
    return None if seen == right else f"me is shown {seen}, not {right}"
