"""The allow list of the analysts' copy: `cypher/copy/allowed.csv`, a row for each label, edge and property.

The copy reads nothing that has no row. A test checks that everything in cypher/README.md has a row.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service.settings import ROOT

ALLOWED = ROOT / "cypher" / "copy" / "allowed.csv"
TREATMENTS = {
    "take": "the copy has the label, the state or the edge",
    "keep": "the value as it is",
    "day": "the day of an instant, in UTC",
    "key": "a new key",
    "count": "the value as it is, if it counts enough people",
    "yuan": "fen as whole yuan",
    "band": "fen as the start of the price band in yuan: 1, 2, 5, 10, 20 …",
    "drop": "the copy has nothing",
}
IDENTITIES = ("id", "key", "rank")
_EDGE = re.compile(r"\((\w+)\)-\[:(\w+)\]->\((\w+)\)")


@dataclass(frozen=True)
class Row:
    """One decision: a treatment for a label, an edge, a state (`:Active`) or a property."""

    of: str
    name: str
    treatment: str
    type: str
    why: str


@dataclass(frozen=True)
class Column:
    """A property of the copy, with its treatment and type."""

    name: str
    treatment: str
    type: str

    @property
    def head(self) -> str:
        """Its name and type in the copy, as the importer reads them."""
        name = re.sub("_fen$", "_yuan", self.name) if self.treatment in {"yuan", "band"} else self.name
        return f"{name}:{self.type}"


@dataclass(frozen=True)
class Kind:
    """The nodes of one label."""

    label: str
    states: frozenset[str]
    columns: tuple[Column, ...]

    @property
    def identity(self) -> Column:
        """The property that identifies these nodes."""
        named = {column.name: column for column in self.columns}
        return next(named[name] for name in IDENTITIES if name in named)


@dataclass(frozen=True)
class Edge:
    """The edges of one type between two labels."""

    start: str
    type: str
    end: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class AllowList:
    """All that the copy has: kinds by label, edges by start, type and end."""

    kinds: Mapping[str, Kind]
    edges: Mapping[tuple[str, str, str], Edge]


def rows(file: Path = ALLOWED) -> list[Row]:
    """Every decision, also those to drop something."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [Row(**line) for line in csv.DictReader(lines)]


def read(file: Path = ALLOWED) -> AllowList:
    """The allow list in the file."""
    decided = rows(file)
    taken = [row.of for row in decided if row.treatment == "take" and not row.name]
    kinds = {of: _kind(of, decided) for of in taken if not _EDGE.fullmatch(of)}
    edges = [_edge(match, decided) for of in taken if (match := _EDGE.fullmatch(of))]
    return AllowList(kinds, {(edge.start, edge.type, edge.end): edge for edge in edges})


def _kind(label: str, decided: list[Row]) -> Kind:
    states = {
        row.name[1:] for row in decided if row.of == label and row.name[:1] == ":" and row.treatment == "take"
    }
    return Kind(label, frozenset(states), tuple(_columns(label, decided)))


def _edge(match: re.Match[str], decided: list[Row]) -> Edge:
    start, kind, end = match.groups()
    return Edge(start, kind, end, tuple(_columns(match[0], decided)))


def _columns(of: str, decided: list[Row]) -> Iterator[Column]:
    for row in decided:
        if row.of == of and row.name and row.treatment not in {"take", "drop"}:
            yield Column(row.name, row.treatment, row.type)
