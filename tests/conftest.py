"""Settings, one Neo4j per run, an empty graph and a client per test.

With CIRCLE_TEST_HOME=DIR, whose server `CIRCLE_HOME=DIR circle db start` has started, runs share that one
server, which then knows its plans already; one run at a time, in one process. `make test` runs several
processes (pytest-xdist), each with a server of its own.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app
from service.credentials.keys import keys
from service.graph import catalogue, schema
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.graph.server.embedded import Address, server
from service.settings import ROOT, Settings, from_env
from tests.queries.oracles.worlds import SMALL
from tests.support.clock import Clock
from tests.support.contract import Contract
from tests.support.cypher import Cypher
from tests.support.giveaways import Host
from tests.support.given import NOW, Given
from tests.support.invariants import broken
from tests.support.orders import Orders
from tests.support.people import Person, PersonMaker
from tests.support.planning import planned_once
from tests.support.running import ONE_COLLECTOR
from tests.support.site import served
from tests.support.template import furnish

pytest_plugins = ["tests.support.session"]
PATIENCE = 60  # seconds for one query: plans are slow on a server that has just started, on a busy machine


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a service of its own, with the caches of this machine."""
    return Settings(
        home=Path(kept) if (kept := os.environ.get("CIRCLE_TEST_HOME")) else tmp_path_factory.mktemp("home"),
        cache=from_env({}).cache,
        neo4j_java=ONE_COLLECTOR,
        demo=True,
        secret="a secret that only the tests know, 32+",
        rate_limits="100000 per minute",
        sign_in_limits="100000 per minute",
        cypher_limits="100000 per minute",
    )


@pytest.fixture(scope="session")
def address(settings: Settings) -> Iterator[Address]:
    """A real Neo4j for this run: embedded, or in a container when CIRCLE_TEST_DB asks for it."""
    if os.environ.get("CIRCLE_TEST_DB") == "container":
        from tests.support.container import container  # noqa: PLC0415  needs Docker to import well

        with container() as answering:
            yield answering
    else:
        furnish(settings)
        with server(settings) as answering:
            yield answering


@pytest.fixture(scope="session")
def database(address: Address, settings: Settings) -> dict[str, str]:
    """The settings of a service over the graph of the tests."""
    return {
        "NEO4J_URI": address.uri,
        "NEO4J_USER": address.user,
        "NEO4J_PASSWORD": address.password,
        "CIRCLE_SECRET": settings.secret,
    }


@pytest.fixture(scope="session")
def environment(database: dict[str, str], settings: Settings) -> dict[str, str]:
    """What a command of this project needs to work on the graph of the tests."""
    return {**database, "CIRCLE_HOME": str(settings.home)}


@pytest.fixture(scope="module")
def empty_database(prepared: Graph, cypher: Cypher, database: dict[str, str]) -> Iterator[dict[str, str]]:
    """The same, with nothing in the graph but the schema and the rules when the tests of a module begin."""
    if cypher.empty():
        seeds.load(prepared, ROOT / "seeds" / "rules")
    yield database
    cypher.empty()


@pytest.fixture(scope="session")
def prepared(address: Address) -> Iterator[Graph]:
    """A graph with the schema and the rules."""
    graph = Graph(address, planned_once(catalogue.load(ROOT / "cypher")), seconds=PATIENCE)
    schema.apply(graph)
    seeds.load(graph, ROOT / "seeds" / "rules")
    yield graph
    graph.close()


@pytest.fixture(scope="session")
def cypher(prepared: Graph, address: Address) -> Iterator[Cypher]:
    """Any Cypher, for looking at what a test has made."""
    with Cypher(address) as door:
        yield door


@pytest.fixture
def graph(prepared: Graph, cypher: Cypher, clock: Clock, request: pytest.FixtureRequest) -> Iterator[Graph]:
    """A graph with nothing in it but the schema and the rules; every invariant holds after the test."""
    if cypher.empty():
        seeds.load(prepared, ROOT / "seeds" / "rules")
    prepared.read_after(())
    yield prepared
    if not request.node.get_closest_marker("unchecked"):
        assert broken(cypher, clock()) == {}


@pytest.fixture
def given(graph: Graph) -> Given:
    """Draws small graphs."""
    return Given(graph)


@pytest.fixture(scope="session")
def the_clock() -> Clock:
    """The clock of the application that all tests share."""
    return Clock(NOW)


@pytest.fixture
def clock(the_clock: Clock) -> Clock:
    """A clock that stands still at NOW until a test moves it."""
    the_clock.at, the_clock.step = NOW, timedelta()
    return the_clock


@pytest.fixture(scope="session")
def contract(settings: Settings, prepared: Graph, the_clock: Clock) -> Contract:
    """The application that all tests share, and what its answers owe to their OpenAPI text."""
    return Contract(create_app(settings, prepared, clock=the_clock))


@pytest.fixture
def app(contract: Contract, graph: Graph, clock: Clock) -> Iterator[Flask]:
    """The application over the test's graph, by the test's clock; its answers keep their OpenAPI text."""
    contract.faults.clear()
    yield contract.app
    assert contract.faults == []


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """Where the application answers over HTTP, on a free port."""
    with served(app) as url:
        yield url


@pytest.fixture
def person(app: Flask, graph: Graph, clock: Clock) -> PersonMaker:
    """`person("ada")`: a client of the API, signed in as somebody the test has drawn."""
    return lambda handle: Person.signed_in(app, graph, handle, clock())


@pytest.fixture
def host(
    given: Given, person: PersonMaker, graph: Graph, cypher: Cypher, clock: Clock, settings: Settings
) -> Host:
    """Somebody who proposes giveaways, with a reviewer and a worker at hand."""
    return Host(given, person, graph, cypher, clock, keys(settings))


@pytest.fixture
def orders(given: Given, graph: Graph) -> Orders:
    """Bob shares a kettle, his friend ada has claimed it and linked her account."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    orders = Orders(graph)
    orders.link("ada")
    return orders


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
