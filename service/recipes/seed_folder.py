"""Writes seed files, and checks each cell against the column type in the loader's header."""

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from service.graph import catalogue
from service.graph.seeds.files import Loader, loaders
from service.graph.seeds.types import Column
from service.settings import ROOT

RULES = ROOT / "seeds" / "rules" / "rule.csv"


class Unfit(ValueError):
    """A cell that does not fit its column; `column` is the name."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(f"{column} {why}")
        self.column, self.why = column, why


@cache
def known() -> Mapping[str, Loader]:
    """Every kind of seed file and its columns."""
    return loaders(catalogue.load(ROOT / "cypher" / "seed"))


@cache
def rule(name: str) -> int:
    """The value of a rule in seeds/rules."""
    with RULES.open(encoding="utf-8", newline="") as stream:
        return next(int(row["value"]) for row in csv.DictReader(stream) if row["name"] == name)


class SeedFolder:
    """The files of a folder, each opened at its first row; `counts` has the number of rows by file."""

    def __init__(self, folder: Path) -> None:
        self.counts: dict[str, int] = {}
        self._folder = folder
        self._open: dict[str, tuple[Any, IO[str]]] = {}

    def write(self, file: str, **cells: object) -> None:
        """Write one row; raises Unfit, and writes nothing, when a cell does not fit its column's type."""
        row = [_fit(column, cells.get(name)) for name, column in known()[file].columns.items()]
        if file not in self._open:
            self._begin(file)
        self._open[file][0].writerow(row)
        self.counts[file] += 1

    def _begin(self, file: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        stream = (self._folder / f"{file}.csv").open("w", encoding="utf-8", newline="")
        self._open[file] = (csv.writer(stream, lineterminator="\n"), stream)
        self._open[file][0].writerow(known()[file].columns)
        self.counts[file] = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, stream in self._open.values():
            stream.close()


def _fit(column: Column, value: object) -> str:
    cell = _cell(value)
    if not cell and not column.optional:
        raise Unfit(column.name, "is empty")
    try:
        if cell:
            column.read(cell)
    except ValueError as error:
        raise Unfit(column.name, str(error)) from None
    return cell


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        plain = value.astimezone(UTC).replace(tzinfo=None)
        return plain.isoformat(timespec="milliseconds" if plain.microsecond else "seconds") + "Z"
    return "" if value is None else str(value)
