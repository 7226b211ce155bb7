"""A folder of seed files as typed rows, with every fault by file, line and column.

The types come from the headers of cypher/seed. This module does not use the graph.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from service.errors import BadSeed
from service.graph.catalogue import Query
from service.graph.seeds.types import Column, Value, column

if TYPE_CHECKING:
    import _csv

PREFIX = "seed/"
HASHED_FOR = "platform-account"
Key = tuple[Value, ...]
Fingerprint = Callable[[str, str], str]


@dataclass(frozen=True)
class Row:
    """One line of a file, or (line 0) one stored node or relationship."""

    file: str
    values: Mapping[str, Value]
    line: int = 0

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name)

    def text(self, name: str) -> str:
        """A required value, as text."""
        return str(self.values[name])

    def at(self, name: str) -> datetime | None:
        """An instant, if there is one."""
        value = self[name]
        return value if isinstance(value, datetime) else None

    def number(self, name: str) -> int:
        """A number; 0 when there is none."""
        value = self[name]
        return value if isinstance(value, int) else 0


@dataclass(frozen=True)
class Loader:
    """The query that loads one kind of file, and the columns that its header declares."""

    file: str
    columns: Mapping[str, Column]

    @property
    def references(self) -> dict[str, str]:
        """Column -> the file whose key its cells repeat."""
        return {name: each.refers_to for name, each in self.columns.items() if each.refers_to}

    def key_of(self, row: Row) -> Key:
        """The key of a row in its file."""
        return tuple(row[name] for name, each in self.columns.items() if each.key)

    def faults_of(self, header: list[str]) -> list[tuple[int, str]]:
        """The faults of a file's first line, each with the number of the column."""
        faults = [
            (number, f"column {name}: {'comes twice' if name in self.columns else 'is not known'}")
            for number, name in enumerate(header, 1)
            if name not in self.columns or name in header[: number - 1]
        ]
        return faults + [
            (len(header) + 1, f"column {name}: is missing")
            for name, each in self.columns.items()
            if name not in header and not each.optional
        ]


@dataclass
class Folder:
    """The contents of a seed folder: rows by file in the order of loading, and faults."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    headers: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, row: Row, name: str, why: str) -> None:
        """Add a fault of one cell."""
        header = self.headers[row.file]
        number = header.index(name) + 1 if name in header else len(header) + 1
        self.faults.append(f"{row.file}.csv:{row.line}:{number} column {name}: {why}")


def loaders(catalogue: Mapping[str, Query]) -> dict[str, Loader]:
    """Every loader by file name, each after the files that its columns refer to."""
    unordered = {}
    for name in sorted(catalogue):
        if columns := catalogue[name].columns:
            file = name.removeprefix(PREFIX)
            unordered[file] = Loader(file, {of: column(of, kind) for of, kind in columns.items()})
    order = TopologicalSorter(
        {file: sorted(set(each.references.values())) for file, each in unordered.items()}
    )
    return {file: unordered[file] for file in order.static_order()}


def read(
    path: Path, known: Mapping[str, Loader], shift: timedelta, fingerprint: Fingerprint | None
) -> Folder:
    """The rows of every file, instants moved by `shift` and `hashed` cells fingerprinted.

    Raises BadSeed without such a folder; collects every other fault. A cell with a fault is None.
    """
    files = {file.stem: file for file in sorted(path.glob("*.csv"))}
    if not files:
        raise BadSeed([f"{path}: is no folder with .csv files"])
    folder = Folder()
    for stem in sorted(set(files) - set(known)):
        folder.faults.append(f"{stem}.csv:1:1 no seed file has this name; see seeds/README.md")
    for stem in (stem for stem in known if stem in files):
        content = files[stem].read_bytes()
        folder.rows[stem] = list(_File(known[stem], shift, fingerprint, folder).rows(content))
    return folder


@dataclass
class _File:
    loader: Loader
    shift: timedelta
    fingerprint: Fingerprint | None
    folder: Folder

    def rows(self, content: bytes) -> Iterator[Row]:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = content[: error.start].split(b"\n")
            self.fault(len(before), len(before[-1]) + 1, "the bytes are not UTF-8")
            return
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            yield from self.typed(lines)
        except csv.Error as error:
            self.fault(lines.line_num, 1, f"is not CSV: {error}")

    def typed(self, lines: "_csv.Reader") -> Iterator[Row]:
        header: list[str] = next(lines, [])
        self.folder.headers[self.loader.file] = header
        if not self.holds(header):
            return
        line = lines.line_num + 1
        for cells in lines:
            if len(cells) == len(header):
                yield self.row(header, cells, line)
            elif cells:
                self.fault(line, len(cells), f"{len(cells)} cells under {len(header)} names")
            line = lines.line_num + 1

    def holds(self, header: list[str]) -> bool:
        faults = self.loader.faults_of(header)
        for number, why in faults:
            self.fault(1, number, why)
        return not faults

    def row(self, header: list[str], cells: list[str], line: int) -> Row:
        values: dict[str, Value] = {}
        row = Row(self.loader.file, values, line)
        for name, cell in zip(header, cells, strict=True):
            try:
                values[name] = self.value(self.loader.columns[name], cell)
            except ValueError as error:
                values[name] = None
                self.folder.fault(row, name, str(error))
        return row

    def value(self, into: Column, cell: str) -> Value:
        if not cell:
            if into.optional:
                return None
            raise ValueError("is empty")
        value = into.read(cell)
        if isinstance(value, datetime):
            return value + self.shift
        if into.kind != "hashed":
            return value
        if self.fingerprint is None:
            raise ValueError("is a platform's own id and no fingerprint was given")
        return self.fingerprint(HASHED_FOR, cell)

    def fault(self, line: int, number: int, why: str) -> None:
        self.folder.faults.append(f"{self.loader.file}.csv:{line}:{number} {why}")
