"""A write run again with the same parameters changes nothing more: retries are harmless."""

from datetime import timedelta
from typing import Any

import pytest

from service.graph.client import Graph
from tests.cypher import Cypher
from tests.given import DAY, NOW, Given

ME = {"viewer": "ada", "op": "op-1", "now": NOW}
DRAFT = {"note": "Boils a litre in four minutes.", "cons": None, "used_for_days": 3, "audience": "circle"}
WRITES: dict[str, dict[str, Any]] = {
    "shares/publish": {
        **ME,
        **DRAFT,
        "coupon_id": "ada-lamp-coupon",
        "share": "new",
        "ad_label": True,
        "to": ["bob"],
    },
    "shares/reach": {"viewer": "ada"},
    "shares/revise": {**ME, "share": "ada-chair", "version": 1, "changes": {"note": "New words of mine."}},
    "shares/withdraw": {**ME, "share": "ada-chair"},
    "shares/send": {**ME, "share": "ada-chair", "to": ["bob"]},
    "levels/publish": {"share": "ada-chair", "now": NOW},
    "levels/helpful": {"claim": "ada-bob-used", "now": NOW},
    "claims/claim": {
        "session": "ada-s",
        "share": "bob-kettle",
        "claim": "c",
        "code": "C",
        "op": "o",
        "now": NOW,
    },
    "claims/lock": {**ME, "claim": "ada-bob-open", "order_id": "o-1"},
    "claims/unlock": {"viewer": "ada", "op": "op-1", "claim": "ada-bob-open"},
    "claims/give_back": {**ME, "claim": "ada-bob-open"},
    "claims/judge": {**ME, "claim": "ada-bob-used", "as_described": False},
    "claims/thank": {**ME, "claim": "ada-bob-used"},
}


@pytest.fixture
def town(given: Given, graph: Graph, cypher: Cypher) -> None:
    """Ada, a friend of bob, with one of everything that these queries write to."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle open used", "ada": "chair"})
    given.coupon("ada", "lamp")
    given.claim("ada", "bob-open")
    given.redeemed("ada", "bob-used", "used", completed_at=NOW - DAY)
    cypher.rows("MATCH (claim:Claim {id: 'ada-bob-used'}) SET claim.verdict = 'as_described'")
    cypher.rows("MATCH (:User)-[reaches:REACHES]->(:User {id: 'ada'}) DELETE reaches")
    session = {"session": "ada-s", "session_id": "ada-s", "device": "test", "now": NOW}
    graph.run("accounts/open_session", user="ada", expires_at=NOW + timedelta(days=1), **session)


def picture(cypher: Cypher) -> tuple[list[Any], list[Any]]:
    """Every node and relationship, but for the proofs of operations."""
    nodes = cypher.rows(
        "MATCH (node) WHERE NOT node:Op "
        "RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties ORDER BY id"
    )
    edges = cypher.rows(
        "MATCH ()-[edge]->() "
        "RETURN elementId(edge) AS id, type(edge) AS type, properties(edge) AS properties ORDER BY id"
    )
    return nodes, edges


@pytest.mark.unchecked  # the way that shares/reach makes is taken away first
@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("name", WRITES)
def test_the_second_run_changes_nothing(name: str, graph: Graph, cypher: Cypher) -> None:
    before = picture(cypher)
    graph.run(name, **WRITES[name])
    once = picture(cypher)
    graph.run(name, **WRITES[name])
    assert once != before
    assert picture(cypher) == once


def test_every_write_of_these_features_is_among_them(graph: Graph) -> None:
    mine = ("shares/", "claims/", "coupons/")
    writes = {name for name, query in graph.catalogue.items() if query.mode == "write"}
    assert {name for name in writes if name.startswith(mine)} <= set(WRITES)
