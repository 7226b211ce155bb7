"""The schema: what an older graph gets when the service starts on it."""

import pytest

from service.graph import schema
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given

TAKEN = "0090_claim_taken"
FOLLOW = "0091_shares_follow_coupons"
MORE_THAN_A_BATCH = 12_000
FORGET = "MATCH (migration:Migration {name: $name}) DELETE migration"
WRONG = "MATCH (claim:Claim) WHERE claim:Taken = (claim.returned_at IS NOT NULL) RETURN count(*)"


def test_the_claims_of_an_older_graph_are_taken_while_they_count(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (bob)-[:FRIEND]->(dee)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    given.claim("cy", "bob-kettle", returned_at=NOW)
    given.claim("dee", "bob-kettle", revoked_at=NOW)
    cypher.rows("MATCH (claim:Claim) REMOVE claim:Taken")
    cypher.rows(FORGET, name=TAKEN)
    assert schema.apply(graph) == [TAKEN]
    assert schema.apply(graph) == []
    assert cypher.value("MATCH (claim:Taken) RETURN collect(claim.id)") == ["ada-bob-kettle"]


def test_the_shares_of_an_older_graph_follow_their_coupons(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(bob)", shares={"bob": "kettle lamp pan"})
    cypher.rows("MATCH (coupon:Coupon {id: 'bob-kettle-coupon'}) SET coupon.revoked_at = $now", now=NOW)
    cypher.rows("MATCH (share:Share {id: 'bob-lamp'}) SET share.expires_at = $now", now=NOW)
    cypher.rows(FORGET, name=FOLLOW)
    assert schema.apply(graph) == [FOLLOW]
    assert schema.apply(graph) == []
    assert sorted(cypher.value("MATCH (share:Live) RETURN collect(share.id)")) == ["bob-lamp", "bob-pan"]
    assert cypher.value("MATCH (share {id: 'bob-kettle'}) RETURN share.withdrawn_at") == NOW


@pytest.mark.unchecked
def test_a_large_graph_is_labelled_batch_by_batch_and_labelling_it_again_changes_nothing(
    graph: Graph, cypher: Cypher
) -> None:
    cypher.rows(
        "UNWIND range(1, $many) AS n "
        "CREATE (:Claim {id: 'c' + n, returned_at: CASE n % 3 WHEN 0 THEN $now END})",
        many=MORE_THAN_A_BATCH,
        now=NOW,
    )
    for _ in range(2):
        cypher.rows(FORGET, name=TAKEN)
        assert schema.apply(graph) == [TAKEN]
        assert cypher.value("MATCH (claim:Taken) RETURN count(*)") == MORE_THAN_A_BATCH * 2 // 3
        assert cypher.value(WRONG) == 0
