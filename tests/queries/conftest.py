"""What the facts about orders begin with."""

import pytest

from service.graph.client import Graph
from tests.given import Given
from tests.orders import Orders


@pytest.fixture
def orders(given: Given, graph: Graph) -> Orders:
    """Bob shares a kettle, his friend ada has claimed it and linked her account."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    made = Orders(graph)
    made.link("ada")
    return made
