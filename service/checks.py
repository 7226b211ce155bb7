"""The invariants of the graph, each a query of cypher/check, read and never repaired.

A query answers how many break its invariant and a few of them. Those of cypher/check/notes tell of
what is allowed but worth knowing; all others are errors.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from service.graph.client import Graph

FOLDER = "check/"
NOTES = "check/notes/"


@dataclass(frozen=True)
class Finding:
    """What one check found: how many break the invariant that `title` states, and up to five of them."""

    name: str
    title: str
    severity: str
    offenders: int
    examples: list[str]

    @property
    def fails(self) -> bool:
        """Whether the graph is wrong."""
        return self.severity == "error" and self.offenders > 0


def names(graph: Graph) -> list[str]:
    """The name of every check, as `circle check` takes it."""
    return [name.removeprefix(FOLDER) for name in graph.catalogue if name.startswith(FOLDER)]


def run(graph: Graph, wanted: Iterable[str], *, now: datetime) -> Iterator[Finding]:
    """What each of the `wanted` checks finds, in their order; raises BadQuery for an unknown name."""
    for name in wanted:
        query = FOLDER + name
        found = graph.one(query, now=now)
        severity = "note" if query.startswith(NOTES) else "error"
        yield Finding(name, graph.catalogue[query].title, severity, **found)
