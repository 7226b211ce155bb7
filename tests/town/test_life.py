"""A town lives on its own clock, through the service's functions: see bench/town_life.py."""

from pathlib import Path

from bench.town_life import START, Life
from service.credentials.keys import Keys
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY

KEYS = Keys(b"a secret that only this test knows")
DAYS = 16
WROTE = """
MATCH (publisher:User)-[:PUBLISHED]->(:Share)-[:OFFERS]->(coupon:Coupon)
MATCH (coupon)<-[:EARNED]-(:Purchase)<-[:MADE]-(owner:User)
RETURN count(*) AS shares, count(CASE WHEN publisher = owner THEN 1 END) AS own,
  COUNT { (:Claim) } AS copies, COUNT { (:XpEvent {kind: 'publish'}) } AS lines,
  COUNT { (:Purchase)-[:REDEEMED]->(:Claim) } AS used
"""


def test_a_town_buys_publishes_and_claims_on_its_own_clock(
    graph: Graph, cypher: Cypher, clock: Clock, tmp_path: Path
) -> None:
    life = Life(graph, KEYS, tmp_path, 100, 7)
    for _ in range(DAYS):
        life.day()
    life.work()
    clock.at = life.now
    assert life.now == START + DAYS * DAY
    (wrote,) = cypher.rows(WROTE)
    assert wrote["shares"] == wrote["own"] == wrote["lines"] == life.count["published"] > 0
    assert wrote["copies"] == life.count["copies taken"] > 0
    assert cypher.value("MATCH (order:Purchase) RETURN max(order.completed_at)") < life.now
    assert cypher.value("MATCH (user:User) WHERE user.derived_at IS NOT NULL RETURN count(user)") > 0
