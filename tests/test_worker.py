"""The jobs: what they do, and that doing it twice does nothing more."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service import worker
from service.errors import Unavailable
from service.graph.client import Graph
from service.secrets import Keys
from tests.clock import Clock
from tests.cypher import Cypher
from tests.given import NOW, Given

KEYS = Keys(b"a secret that only this test knows")
LATER = NOW + timedelta(days=40)


def test_shares_whose_time_is_over_leave_the_paths(
    graph: Graph, given: Given, cypher: Cypher, clock: Clock
) -> None:
    clock.at = LATER
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"bob": "kettle"})
    given.share("cy", "lamp", claim_by=LATER + timedelta(days=9))
    first = worker.run_all(graph, KEYS, LATER)
    assert (first["expire shares"], first["trim reaches"]) == (1, 2)
    assert cypher.rows("MATCH (share:Live) RETURN share.id AS id") == [{"id": "cy-lamp"}]
    assert cypher.rows("MATCH (a)-[:REACHES]->(b) RETURN a.id AS a, b.id AS b") == [{"a": "bob", "b": "cy"}]
    again = worker.run_all(graph, KEYS, LATER)
    again.pop("forget operations")  # the proofs of the first round
    assert not any(again.values())


def test_a_clock_an_hour_fast_takes_nothing_away(graph: Graph, given: Given, cypher: Cypher) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.share("bob", "kettle", claim_by=NOW + timedelta(minutes=30))
    assert worker.run_all(graph, KEYS, NOW + timedelta(hours=1))["expire shares"] == 0


def test_proofs_of_writes_are_kept_for_a_day(graph: Graph, cypher: Cypher) -> None:
    graph.run("ops/finish", id="x", route="r", status=201, body="{}", body_hash="0")
    cypher.rows("CREATE (:Op {id: 'old', at: datetime() - duration('PT26H')})")
    cypher.rows("CREATE (:Op {id: 'new', at: datetime() - duration('PT23H')})")
    worker.run_all(graph, KEYS, datetime.now(UTC))
    assert cypher.value("MATCH (op:Op {id: 'new'}) RETURN count(op)") == 1
    assert cypher.value("MATCH (op:Op {id: 'old'}) RETURN count(op)") == 0


def test_a_worker_that_lives_shows_it(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        worker.alive(tmp_path, datetime.now(UTC))
    (tmp_path / worker.HEARTBEAT).touch()
    worker.alive(tmp_path, datetime.fromtimestamp(time.time(), UTC))
    with pytest.raises(Unavailable):
        worker.alive(tmp_path, datetime.now(UTC) + timedelta(minutes=5))
