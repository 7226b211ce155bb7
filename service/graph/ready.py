"""Open a graph, and prepare it: its schema, its rules and the plans of its queries."""

from collections.abc import Iterator
from contextlib import contextmanager

from service.graph import catalogue, schema
from service.graph.client import Graph
from service.graph.probe import Address
from service.graph.seeds import load as seeds
from service.settings import ROOT

LOADING_SECONDS = 120
HOT = (
    "circle/feed",
    "shares/read",
    "claims/claim",
    "accounts/caller",
    "ops/begin",
    "notifications/out_of_sight",
    "notifications/list",
    "events/shares",
)
SELDOM = {"schema", "seed", "jobs", "explore", "check"}


@contextmanager
def opened(address: Address, seconds: float = LOADING_SECONDS) -> Iterator[Graph]:
    """The graph at `address`, closed at the end. A query may take `seconds`, long enough for loading."""
    graph = Graph(address, catalogue.load(ROOT / "cypher"), seconds=seconds)
    try:
        yield graph
    finally:
        graph.close()


def prepare(address: Address) -> None:
    """Bring the schema up to date and load the rules; the second time changes nothing."""
    with opened(address) as graph:
        schema.apply(graph)
        seeds.load(graph, ROOT / "seeds" / "rules")


def warm(address: Address) -> None:
    """Let the server plan the queries of requests, the most frequent first: a first plan is slow."""
    with opened(address) as graph:
        names = [name for name in graph.catalogue if name.split("/")[0] not in SELDOM]
        for name in (*HOT, *sorted(set(names) - set(HOT))):
            graph.warm(name)
