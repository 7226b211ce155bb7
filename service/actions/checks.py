"""The invariants of the graph, each a query of cypher/check, read and never repaired.

A query answers how many break its invariant and a few of them. Those of cypher/check/notes tell of
what is allowed but worth knowing; all others are errors. One invariant takes the whole derivation of
levels and is put together here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from service.actions import levels
from service.graph.client import Graph, Row

FOLDER = "check/"
NOTES = "check/notes/"
COLUMNS = ("offenders", "examples")
EXAMPLES = 5
LEVELS = "levels_are_derived"
LEVELS_TITLE = "Stored experience and levels are what the ledger means."


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
    queries = [query for query in graph.catalogue.values() if query.name.startswith(FOLDER)]
    return [query.name.removeprefix(FOLDER) for query in queries if query.returns == COLUMNS] + [LEVELS]


def run(graph: Graph, wanted: Iterable[str], *, now: datetime) -> Iterator[Finding]:
    """What each of the `wanted` checks finds, in their order; raises BadQuery for an unknown name."""
    for name in wanted:
        yield _levels(graph) if name == LEVELS else _query(graph, FOLDER + name, now)


def _query(graph: Graph, query: str, now: datetime) -> Finding:
    found = graph.one(query, now=now)
    severity = "note" if query.startswith(NOTES) else "error"
    return Finding(query.removeprefix(FOLDER), graph.catalogue[query].title, severity, **found)


def _levels(graph: Graph) -> Finding:
    settled = graph.rows("check/levels/settled")
    wrong = [person["id"] for person in settled if not _is_derived(graph, person)]
    return Finding(LEVELS, LEVELS_TITLE, "error", len(wrong), wrong[:EXAMPLES])


def _is_derived(graph: Graph, person: Row) -> bool:
    at = {"user": person["id"], "now": person["derived_at"]}
    found = levels.totals(graph, **at)
    xp = found.pop("xp")
    return bool(xp == person["xp"] and graph.one("levels/change", **at, **found)["change"] is None)
