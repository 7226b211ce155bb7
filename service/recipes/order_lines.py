"""Reads the lines of an order export: finds each column by its names, and gives cells by field."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from service.errors import BadSource
from service.recipes import cells, sources
from service.recipes.order_exports import MOMENTS, NEEDED, Export
from service.recipes.rejects import Place, Rejects
from service.recipes.seed_folder import Unfit
from service.recipes.sources import Cells

T = TypeVar("T")
HEAD_WITHIN = 10  # some exports begin with a title and their date


@dataclass(frozen=True)
class Line:
    """One line, its cells by field; `names` are the column names in the file."""

    place: Place
    cells: dict[str, str]
    names: dict[str, str]

    def text(self, field: str) -> str:
        """A cell's text; empty when the column is missing."""
        return cells.plain(self.cells.get(field, ""))

    def at(self, *fields: str) -> datetime | None:
        """The first of these instants that is not empty; raises Unfit for a wrong cell."""
        return next((at for field in fields if (at := self._read(field, cells.instant))), None)

    def fen(self, field: str) -> int | None:
        """An amount in fen, or None; raises Unfit for a wrong cell."""
        return self._read(field, cells.fen)

    def order_id(self) -> str:
        """The order's number; raises Unfit for a wrong or damaged one."""
        return self._read("order_id", cells.order_number)

    def identifier(self, field: str) -> str:
        """A platform's id, or empty; raises Unfit for a damaged one."""
        return self._read(field, cells.identifier)

    def unfit(self, field: str, why: str) -> Unfit:
        """A fault of a cell, with the column's name in the file."""
        return Unfit(self.names.get(field, field), why)

    def _read(self, field: str, reader: Callable[[str], T]) -> T:
        try:
            return reader(self.cells.get(field, ""))
        except ValueError as error:
            raise self.unfit(field, str(error)) from None


def read(path: Path, export: Export, given: set[str], rejects: Rejects) -> Iterator[Line]:
    """Every line after the header; columns in `given` may be missing.

    Raises BadSource if the first lines of the file hold no header of this export.
    """
    rows = sources.table(path, _delimiter(path))
    first = list(islice(rows, HEAD_WITHIN))
    at = _head(path, export, given, first)
    header = [cells.folded(cell) for cell in first[at][1]]
    columns = {field: _column(export, field, header) for field in export.columns}
    places = {field: header.index(name) for field, name in columns.items() if name}
    names = {field: cells.plain(first[at][1][number]) for field, number in places.items()}
    for place, row in chain(first[at + 1 :], rows):
        if len(row) < len(header) or any(map(cells.plain, row[len(header) :])):
            rejects.add(place, "does not have one cell for each column")
        else:
            yield Line(place, {field: row[number] for field, number in places.items()}, names)


def _head(path: Path, export: Export, given: set[str], first: list[Cells]) -> int:
    """The index of the header among the first rows."""
    missing = [_missing(export, given, [cells.folded(cell) for cell in row]) for _, row in first]
    if not missing:
        raise BadSource(f"{path.name}: is not an order export of {export.name}: it is empty")
    best = min(range(len(missing)), key=lambda n: len(missing[n]))
    if missing[best]:
        why = f"no column for {', '.join(missing[best])}"
        raise BadSource(f"{first[best][0]}: is not an order export of {export.name}: {why}")
    return best


def _missing(export: Export, given: set[str], header: list[str]) -> list[str]:
    """The columns that an export needs and this header lacks, by the first of their names."""
    wanted = [field for field in (*NEEDED, "buyer", "shop") if field not in given]
    lacking = [export.columns[field][0] for field in wanted if not _column(export, field, header)]
    if not any(_column(export, field, header) for field in MOMENTS):
        lacking.append(export.columns["ordered_at"][0])
    return lacking


def _column(export: Export, field: str, header: list[str]) -> str | None:
    names = map(cells.folded, export.columns.get(field, ()))
    return next((name for name in names if name in header), None)


def _delimiter(path: Path) -> str:
    head = "".join(line for _, line in islice(sources.lines(path), HEAD_WITHIN))
    return "\t" if head.count("\t") > head.count(",") else ","
