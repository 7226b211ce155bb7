"""Checks of the graph's invariants, each a query of cypher/check. They repair nothing.

A query returns how many nodes break its invariant, and a few of them. Queries of cypher/check/notes
report allowed states that are worth knowing; all others report errors. The invariant of levels needs
their whole derivation, so it is checked here.
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
    """The result of one check: how many break the invariant in `title`, and up to five of them."""

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
    """The finding of each of the `wanted` checks, in order; raises BadQuery for an unknown name."""
    for name in wanted:
        yield _levels(graph) if name == LEVELS else _query(graph, FOLDER + name, now)


def _query(graph: Graph, query: str, now: datetime) -> Finding:
    row = graph.one(query, now=now)
    severity = "note" if query.startswith(NOTES) else "error"
    return Finding(query.removeprefix(FOLDER), graph.catalogue[query].title, severity, **row)


def _levels(graph: Graph) -> Finding:
    settled = graph.rows("check/levels/settled")
    wrong = [person["id"] for person in settled if not _is_derived(graph, person)]
    return Finding(LEVELS, LEVELS_TITLE, "error", len(wrong), wrong[:EXAMPLES])


def _is_derived(graph: Graph, person: Row) -> bool:
    at = {"user": person["id"], "now": person["derived_at"]}
    totals = levels.totals(graph, **at)
    xp = totals.pop("xp")
    return bool(xp == person["xp"] and graph.one("levels/change", **at, **totals)["change"] is None)
