"""Deriving a level reads one person's events and those between the same pairs, in even time for each."""

import time
from dataclasses import replace

import pytest

from service.actions import levels
from service.graph.client import Graph, Row
from service.graph.unit import single
from tests.queries.oracles.ledger import Bought, Ledgers, Line, Person
from tests.queries.oracles.ledgers import HOUR, build
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW

pytestmark = pytest.mark.unchecked  # ledgers drawn bare


class Counting:
    """A reader that counts what its queries ask of the store."""

    def __init__(self, graph: Graph, cypher: Cypher) -> None:
        self._graph, self._cypher = graph, cypher
        self.hits = 0

    def rows(self, name: str, /, **parameters: object) -> list[Row]:
        """Every row of the query."""
        self.hits += self._cypher.hits(self._graph.catalogue[name].text, parameters)
        return self._graph.rows(name, **parameters)

    def one(self, name: str, /, **parameters: object) -> Row:
        """The one row of the query."""
        return single(self.rows(name, **parameters))


def between_two(count: int, one: str = "p0", other: str = "p1") -> Ledgers:
    """`count` purchases between two people, every third the other way, one each hour."""
    people = {name: Person(name, NOW - 900 * DAY, frozenset()) for name in (one, other)}
    orders, lines = {}, []
    for number in range(count):
        at, key = NOW - number * HOUR, f"{one}-{number}"
        sharer, buyer = (other, one) if number % 3 == 0 else (one, other)
        orders[key] = Bought(key, buyer, "shop0", at - 8 * DAY)
        lines.append(Line(f"buy:{key}", sharer, "friend_purchase", 30, at, key))
    return Ledgers(people, orders, lines)


def together(*some: Ledgers) -> Ledgers:
    """Several ledgers side by side."""
    people = {name: person for each in some for name, person in each.people.items()}
    orders = {key: order for each in some for key, order in each.purchases.items()}
    return Ledgers(people, orders, [line for each in some for line in each.lines])


def hits(graph: Graph, cypher: Cypher) -> int:
    counting = Counting(graph, cypher)
    levels.totals(counting, "p0", NOW)
    return counting.hits


def test_what_others_do_with_others_is_not_read(graph: Graph, cypher: Cypher) -> None:
    mine = between_two(60)
    build(cypher, mine)
    hits(graph, cypher)  # planned for this graph, once for both
    alone = hits(graph, cypher)
    others = between_two(300, "p2", "p3")
    # p1 sells to others too, and somebody else sells to them
    busy = replace(others, lines=[replace(x, user="p1") if x.user == "p2" else x for x in others.lines])
    build(cypher, together(mine, busy))
    assert hits(graph, cypher) <= alone


def test_the_work_grows_with_the_number_of_events_of_one_pair(graph: Graph, cypher: Cypher) -> None:
    build(cypher, between_two(150))
    few, quick = hits(graph, cypher), fastest(graph)
    build(cypher, between_two(1_200))
    assert hits(graph, cypher) < few * 8 * 1.2
    assert fastest(graph) < quick * 8 * 3  # the naive way takes 64 times as long


def fastest(graph: Graph) -> float:
    """Seconds of the quickest of ten derivations."""
    taken = []
    for _ in range(10):
        began = time.perf_counter()
        levels.totals(graph, "p0", NOW)
        taken.append(time.perf_counter() - began)
    return min(taken)
