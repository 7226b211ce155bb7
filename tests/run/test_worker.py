"""The jobs: what they do, and that doing it twice does nothing more."""

import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from service.credentials.keys import Keys
from service.errors import Unavailable
from service.graph.client import Graph
from service.run import worker
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.giveaways import OPENS, Host
from tests.support.given import DAY, NOW, Given
from tests.support.orders import CODE, HOUR, Orders
from tests.support.together import together

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


def test_what_a_worker_does_late_it_does_once_and_early_nothing(host: Host, given: Given) -> None:
    """It paused for more than a week; then three work at once, a clock an hour slow and one an hour fast."""
    graph, cypher = host.graph, host.cypher
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", code=CODE)
    given.share("cy", "lamp", claim_by=NOW + 8 * DAY)
    orders = Orders(graph)
    orders.link("ada")
    orders.tell("completed", at=NOW - 30 * HOUR, claim_code=CODE)
    host.level("ada", 1)
    giveaway = host.opened()
    host.enter(giveaway, *(host.sign_in(name) for name in ("ada", "bob", "cy")))
    early = worker.run_all(graph, host.keys, OPENS)
    assert (early["draw giveaways"], early["derive levels"], early["expire shares"]) == (0, 0, 0)
    late = NOW + 9 * DAY
    rounds = [partial(worker.run_all, graph, host.keys, late + off) for off in (-HOUR, 0 * HOUR, HOUR)]
    done = [counts for counts in together(*rounds) if isinstance(counts, dict)]
    assert len(done) == 3
    assert sum(counts["draw giveaways"] for counts in done) == 2
    assert cypher.value("MATCH (share:Live) RETURN collect(share.id)") == ["bob-kettle"]
    host.clock.at = late
    assert host.verified(giveaway)["replayed"] is True
    assert cypher.value("MATCH (bob:User {id: 'bob'}) RETURN bob.xp") == 30
    again = worker.run_all(graph, host.keys, late)
    assert (again["draw giveaways"], again["derive levels"], again["expire shares"]) == (0, 0, 0)


def test_a_clock_that_is_fast_is_held_to_the_databases(graph: Graph) -> None:
    now, hour = datetime.now(UTC), timedelta(hours=1)
    assert worker.agreed(graph, now - hour) == now - hour
    assert abs(worker.agreed(graph, now + hour) - now) < hour / 2


@pytest.mark.parametrize("days", [-40, -1, 1, 40])
def test_no_job_runs_by_clocks_that_are_far_apart(graph: Graph, days: int) -> None:
    with pytest.raises(Unavailable, match=r"^the clock here says"):
        worker.agreed(graph, datetime.now(UTC) + timedelta(days=days))


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
