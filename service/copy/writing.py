"""Writes the graph as files for Neo4j's importer: treated, re-keyed, in the order of the new keys."""

import csv
import hmac
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from service.copy.allowed import AllowList, Column, Edge, Kind
from service.graph.client import Graph, Row
from service.graph.server.importer import Source

KEY_BYTES = 10
# The starts of bands, in units of the power of ten below.
STEPS = (5, 2, 1)
BIN = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}


class Writer:
    """Writes all that the allow list takes into a folder, under keys that need `secret` to reproduce."""

    def __init__(self, allowed: AllowList, folder: Path, secret: bytes) -> None:
        self._allowed = allowed
        self._folder = folder
        self._secret = secret

    def write(self, graph: Graph) -> list[Source]:
        """A file for each kind of node and of edge, for the importer."""
        return [source for kind in self._allowed.kinds.values() for source in self._written(graph, kind)]

    def _written(self, graph: Graph, kind: Kind) -> Iterator[Source]:
        edges = [edge for edge in self._allowed.edges.values() if edge.start == kind.label]
        names = sorted({column.name for edge in edges for column in edge.columns})
        with ExitStack() as stack:
            nodes = _Table(stack, self._folder / kind.label, _node_heads(kind))
            tables = {
                (edge.type, edge.end): _Table(stack, self._folder / "-".join(_ends(edge)), _edge_heads(edge))
                for edge in edges
            }
            for row in self._rows(graph, kind, edges, names):
                key = self._keyed(kind, row["key"])
                states = sorted(kind.states.intersection(row["labels"]))
                treated = self._treated(kind, kind.columns, row["values"])
                nodes.add([key, ";".join([kind.label, *states]), *treated])
                for target in row["edges"]:
                    self._add(tables, kind, names, key, target)
        yield Source("", nodes.files, nodes.lines)
        for edge in edges:
            table = tables[edge.type, edge.end]
            yield Source(edge.type, table.files, table.lines)

    def _rows(self, graph: Graph, kind: Kind, edges: Sequence[Edge], names: list[str]) -> Iterator[Row]:
        return graph.each(
            "copy/extract",
            label=kind.label,
            key=kind.identity.name,
            properties=[column.name for column in kind.columns],
            days=_named(kind.columns, "day"),
            counts=_named(kind.columns, "count"),
            edges=sorted({edge.type for edge in edges}),
            edge_properties=names,
            edge_days=_named((column for edge in edges for column in edge.columns), "day"),
        )

    def _add(
        self,
        tables: Mapping[tuple[str, str], "_Table"],
        kind: Kind,
        names: list[str],
        start: str,
        target: Row,
    ) -> None:
        for label in target["labels"]:
            if edge := self._allowed.edges.get((kind.label, target["type"], label)):
                end = self._allowed.kinds[label]
                values = dict(zip(names, target["values"], strict=True))
                treated = self._treated(end, edge.columns, [values[column.name] for column in edge.columns])
                tables[edge.type, label].add([start, self._keyed(end, target["key"]), *treated])

    def _keyed(self, kind: Kind, value: object) -> str:
        if kind.identity.treatment != "key":
            return str(value)
        named = f"{kind.label}:{value}".encode()
        return hmac.digest(self._secret, named, "sha256")[:KEY_BYTES].hex()

    def _treated(self, kind: Kind, columns: Iterable[Column], values: Iterable[Any]) -> Iterator[object]:
        for column, value in zip(columns, values, strict=True):
            if value is None:
                yield None
            elif column.treatment == "key":
                yield self._keyed(kind, value)
            else:
                yield TREATED[column.treatment](value)


class _Table:
    """A CSV file, and beside it a file with its header."""

    def __init__(self, stack: ExitStack, place: Path, heads: list[str]) -> None:
        self.files = (place.with_suffix(".head"), place.with_suffix(".csv"))
        self.lines = 0
        self.files[0].write_text(",".join(heads) + "\n", "utf-8")
        file = stack.enter_context(self.files[1].open("w", encoding="utf-8", newline=""))
        stack.callback(_shuffle, file, self.files[1])
        self._writer = csv.writer(file, lineterminator="\n")

    def add(self, cells: Iterable[object]) -> None:
        """Write one line."""
        self._writer.writerow(cells)
        self.lines += 1


def _shuffle(file: TextIOWrapper, place: Path) -> None:
    """Sort the lines by their new keys, to hide the order in which the nodes were created."""
    file.close()
    subprocess.run(["sort", "-o", str(place), str(place)], env=BIN, check=True)  # noqa: S603, S607


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.start, edge.type, edge.end


def _node_heads(kind: Kind) -> list[str]:
    return [f":ID({kind.label})", ":LABEL", *(column.head for column in kind.columns)]


def _edge_heads(edge: Edge) -> list[str]:
    return [f":START_ID({edge.start})", f":END_ID({edge.end})", *(column.head for column in edge.columns)]


def _named(columns: Iterable[Column], treatment: str) -> list[str]:
    """The names of the columns with this treatment, which the query applies."""
    return sorted({column.name for column in columns if column.treatment == treatment})


def _plain(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _yuan(fen: int) -> int:
    return round(fen / 100)


def _band(fen: int) -> int:
    """The start of a price's band: 1, 2, 5, 10, 20, 50 … yuan; 0 below one yuan."""
    yuan = fen // 100
    power = 10 ** (len(str(yuan)) - 1)
    return next((step * power for step in STEPS if step * power <= yuan), 0)


TREATED: dict[str, Callable[[Any], object]] = {
    "keep": _plain,
    "count": _plain,
    "day": _plain,
    "yuan": _yuan,
    "band": _band,
}
