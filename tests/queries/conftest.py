"""What the facts about queries begin with."""

from collections.abc import Iterator

import pytest

from service.graph.client import Graph
from tests.cypher import Cypher
from tests.given import Given
from tests.orders import Orders
from tests.queries.worlds import SMALL


@pytest.fixture
def orders(given: Given, graph: Graph) -> Orders:
    """Bob shares a kettle, his friend ada has claimed it and linked her account."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    made = Orders(graph)
    made.link("ada")
    return made


@pytest.fixture
def small_groups(cypher: Cypher) -> Iterator[None]:
    """A published number stands for three people; as before, after the test."""
    with cypher.ruled(least_group=SMALL):
        yield


@pytest.fixture
def rules(cypher: Cypher) -> Iterator[None]:
    """The rules as they were, after a test whose worlds change them."""
    with cypher.ruled():
        yield
