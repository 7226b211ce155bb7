"""The fold of the ledger agrees with the oracle on every line, in any order of arrival."""

import pytest
from hypothesis import HealthCheck, example, given, settings

from service.actions import levels
from service.graph.client import Graph
from tests.queries.oracles.ledger import Ledgers, Worth
from tests.queries.oracles.ledger_edges import exact_windows, full_weeks, young_buyers
from tests.queries.oracles.ledgers import build, ledgers
from tests.support.cypher import Cypher
from tests.support.given import NOW

NOTHING = Worth(0, 0, 0, 0)  # a verdict without the line of its purchase has no row
many = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@pytest.mark.unchecked
@many
@given(drawn=ledgers())
@example(drawn=full_weeks())
@example(drawn=exact_windows())
@example(drawn=young_buyers())
def test_every_line_has_the_points_of_the_domain(drawn: Ledgers, graph: Graph, cypher: Cypher) -> None:
    build(cypher, drawn)
    for user in drawn.people:
        lines = levels.lines(graph, user)
        worth = {line["key"]: Worth(*(line[stage] for stage in Worth._fields)) for line in lines}
        assert {**dict.fromkeys(drawn.worth(user), NOTHING), **worth} == drawn.worth(user), user
        assert levels.totals(graph, user, NOW) == drawn.totals(user, NOW), user
