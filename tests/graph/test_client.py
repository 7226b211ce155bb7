"""The client: all or nothing, once, in time, and in our own words."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest

from service.errors import BadQuery, NotFound, Refused, Unavailable
from service.graph.catalogue import Query
from service.graph.client import Graph, Unit
from service.graph.server.embedded import Address
from tests.support.cypher import Cypher
from tests.support.proxy import Wire, wire

EXTRA = {
    "t/make": ("CREATE (:Thing {id: $id}) RETURN $id AS id", "write"),
    "t/refuse": ("CREATE (:Thing {id: $id}) RETURN 'exhausted' AS refused, 7 AS limit", "write"),
    "t/hide": ("RETURN 'not_found' AS refused", "read"),
    "t/two": ("UNWIND [1, 2] AS n RETURN n", "read"),
    "t/none": ("MATCH (thing:Thing {id: $id}) RETURN thing.id AS id", "read"),
    "t/wrong": ("RETURN 1 / 0 AS n", "read"),
    "t/long": ("UNWIND range(1, 100000000) AS a UNWIND range(1, 1000) AS b RETURN count(*) AS n", "read"),
    "t/lock": ("MATCH (thing:Thing {id: $id}) SET thing.lock = $op RETURN thing.id AS id", "write"),
    "t/instant": ("RETURN datetime('2030-01-01T08:00:00+08:00') AS at, [date('2030-01-01')] AS days", "read"),
}


def with_extra(graph: Graph) -> dict[str, Query]:
    extra = {name: Query(name, text, "A test.", mode, {}, ()) for name, (text, mode) in EXTRA.items()}
    return {**graph.catalogue, **extra}


@pytest.fixture
def lab(graph: Graph, address: Address) -> Iterator[Graph]:
    """A client with a few queries of its own and two seconds' patience."""
    made = Graph(address, with_extra(graph), seconds=4)
    yield made
    made.close()


@pytest.fixture
def cut(graph: Graph, address: Address) -> Iterator[tuple[Wire, Graph]]:
    """The same over a wire that can be cut."""
    with wire(address) as (between, near):
        made = Graph(near, with_extra(graph), seconds=10)
        yield between, made
        made.close()


def things(cypher: Cypher) -> int:
    return int(cypher.value("MATCH (thing:Thing) RETURN count(thing)"))


def test_a_refusal_rolls_back_what_was_written_and_carries_its_facts(lab: Graph, cypher: Cypher) -> None:
    def work(unit: Unit) -> None:
        unit.run("t/make", id="a")
        unit.run("t/refuse", id="b")

    with pytest.raises(Refused) as refusal:
        lab.transaction(work)
    assert (refusal.value.code, refusal.value.facts) == ("exhausted", {"limit": 7})
    assert things(cypher) == 0


def test_nothing_and_hidden_are_both_not_found(lab: Graph) -> None:
    with pytest.raises(NotFound):
        lab.one("t/none", id="x")
    with pytest.raises(NotFound):
        lab.rows("t/hide")


def test_one_row_means_one(lab: Graph) -> None:
    with pytest.raises(BadQuery):
        lab.one("t/two")


def test_a_name_that_no_file_has_is_a_bad_query(lab: Graph) -> None:
    with pytest.raises(BadQuery, match="nowhere"):
        lab.rows("nowhere/at_all")


def test_a_mistake_in_a_query_is_not_taken_for_bad_input(lab: Graph) -> None:
    with pytest.raises(BadQuery, match="t/wrong"):
        lab.rows("t/wrong")


def test_a_query_that_takes_too_long_is_ended(lab: Graph) -> None:
    with pytest.raises(Unavailable):
        lab.rows("t/long")


def test_a_lock_that_is_not_given_up_is_waited_for_in_vain_only_so_long(
    lab: Graph, graph: Graph, address: Address
) -> None:
    lab.run("t/make", id="a")
    patient = Graph(address, with_extra(graph), seconds=60)
    held, done = threading.Event(), threading.Event()

    def hold(unit: Unit) -> None:
        unit.run("t/lock", id="a", op="one")
        held.set()
        done.wait(20)

    def attempt() -> None:
        with suppress(Unavailable):  # by then the server may have ended this transaction
            patient.transaction(hold)

    holder = threading.Thread(target=attempt)
    holder.start()
    held.wait(5)
    with pytest.raises(Unavailable):
        lab.run("t/lock", id="a", op="two")
    done.set()
    holder.join()
    patient.close()


def test_instants_are_utc_and_dates_are_dates(lab: Graph) -> None:
    row = lab.one("t/instant")
    assert row["at"].isoformat() == "2030-01-01T00:00:00+00:00"
    assert row["days"][0].isoformat() == "2030-01-01"


def test_nothing_listening_is_unavailable(address: Address, graph: Graph) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    lost = Graph(replace(address, uri=f"bolt://127.0.0.1:{port}"), graph.catalogue, seconds=2)
    with pytest.raises(Unavailable):
        lost.alive()
    lost.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_connection_lost_at_commit_stores_once_and_answers(
    moment: str, cut: tuple[Wire, Graph], cypher: Cypher
) -> None:
    between, lab = cut
    lab.alive()
    between.cut = moment
    assert lab.one("t/make", id="a") == {"id": "a"}
    assert (things(cypher), between.cuts) == (1, 1)


def test_a_write_leaves_a_mark_that_another_client_can_wait_for(lab: Graph, graph: Graph) -> None:
    lab.read_after(())
    before = lab.wrote
    lab.run("t/make", id="a")
    assert (before, lab.wrote) == (False, True)
    assert lab.bookmarks
    graph.read_after(lab.bookmarks)
    assert graph.rows("ops/alive") == [{"alive": True}]


def test_the_driver_brings_no_packages_of_analysts_and_they_can_still_be_imported() -> None:
    unused = "{name for name in ('numpy', 'pandas', 'pyarrow') if name in sys.modules}"
    lines = f"import sys, service.graph.client; print({unused}); import pandas; print(sorted({unused})[:2])"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n['numpy', 'pandas']\n"
