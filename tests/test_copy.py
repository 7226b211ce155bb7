"""The analysts' copy has the shape of the living graph, and nothing that tells of somebody."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from service.copy.allowed import read
from service.copy.place import Place
from service.copy.snapshot import newer, take_up
from service.graph.client import Graph
from service.graph.embedded import home_of
from service.graph.flock import held, take
from service.graph.home import Home
from service.settings import Settings
from tests.copied import MARK, Copied, copied, holding, look
from tests.cypher import Cypher


@pytest.fixture(scope="module")
def world(settings: Settings, prepared: Graph, cypher: Cypher) -> Iterator[Copied]:
    """The marked graph, copied and served."""
    with copied(replace(settings, neo4j_heap="512m", neo4j_pagecache="64m"), prepared, cypher) as made:
        yield made


def test_no_file_of_the_copy_holds_a_text_that_tells_of_somebody(world: Copied, settings: Settings) -> None:
    living = home_of(settings).folder / "data"
    if living.joinpath("databases").exists():  # else the database of this run is not embedded
        assert holding(living, MARK) != set()
    assert len(list(world.place.folder.rglob("neostore*"))) > 10
    assert holding(world.place.folder, MARK) == set()


def test_no_value_of_the_copy_is_a_text_that_tells_of_somebody(world: Copied) -> None:
    marked = {text for text in world.original["texts"] if MARK in text}
    assert len(marked) > 100
    told = {text.split(MARK)[0] for text in marked} - world.original["texts"]
    assert {"ada", "taobao:tb-ada-1", "BOB-KETTLE"} <= told
    assert look(world.copy)["texts"] & (marked | told) == set()


def test_the_copy_has_the_shape_of_the_original(world: Copied) -> None:
    allowed, found = read(), look(world.copy)
    taken = {kind.label for kind in allowed.kinds.values()} | {"Active", "Creator", "Live"}
    assert found["friends"] == world.original["friends"]
    assert found["nodes"] == {
        label: many for label, many in world.original["nodes"].items() if label in taken
    }
    ends = {edge: many for edge, many in found["edges"].items() if edge in allowed.edges}
    assert ends == {edge: many for edge, many in world.original["edges"].items() if edge in allowed.edges}
    assert {edge for _, edge, _ in found["edges"]} == {edge for _, edge, _ in ends}
    assert world.report.nodes == world.copy.value("MATCH (node) RETURN count(node) AS nodes")
    assert world.report.edges == sum(ends.values())


def test_instants_are_days_prices_are_bands_and_small_counts_are_gone(world: Copied) -> None:
    types = """
      MATCH (node)
      UNWIND [properties(node)] + COLLECT { MATCH (node)-[edge]->() RETURN properties(edge) } AS told
      UNWIND keys(told) AS name RETURN DISTINCT valueType(told[name]) AS type"""
    found = {row["type"].removesuffix(" NOT NULL") for row in world.copy.rows(types)}
    assert found == {"STRING", "INTEGER", "BOOLEAN", "DATE"}
    prize = world.copy.value("MATCH (prize:Giveaway) RETURN properties(prize) AS told")
    assert prize["value_yuan"] == 100
    assert "entrants" not in prize
    assert len(prize["id"]) == 20
    paid = world.copy.rows("MATCH (order:Purchase) RETURN order.paid_yuan AS yuan")
    assert 144 in {row["yuan"] for row in paid}


def test_two_nodes_of_one_id_cannot_be_joined_by_it(world: Copied) -> None:
    """A coupon has its purchase's id, an experience event a key that begins with a person's."""
    joined = "MATCH (one), (other) WHERE one.id = other.id AND one <> other RETURN count(*) AS pairs"
    assert world.copy.value(joined) == 0


def test_the_copy_that_is_served_stays_until_a_newer_one_is_whole(tmp_path: Path, settings: Settings) -> None:
    place = Place.of(replace(settings, home=tmp_path))

    def stored(home: Home, text: str) -> None:
        for part in ("databases/neo4j", "transactions/neo4j"):
            folder = home.folder / "data" / part
            folder.mkdir(parents=True)
            (folder / "store").write_text(text)

    stored(place.home, "old")
    store = place.home.folder / "data" / "databases" / "neo4j" / "store"
    stored(Home.of(place.next), "new")
    with held(place.serving) as handle:
        assert take(handle)
        assert not take_up(place)  # it is being served
        assert store.read_text() == "old"
    assert take_up(place)
    assert store.read_text() == "new"
    assert not place.next.exists()
    (place.next / "data").mkdir(parents=True)  # a snapshot that was killed
    newer(place)
    assert store.read_text() == "new"
