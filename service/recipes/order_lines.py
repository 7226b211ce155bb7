"""The lines of an order export, read by their columns' names into what an order is."""

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
HEAD_WITHIN = 10  # some exports begin with a title and the day they were made


@dataclass(frozen=True)
class Line:
    """One line, its cells by what they mean."""

    place: Place
    cells: dict[str, str]
    names: dict[str, str]

    def text(self, field: str) -> str:
        """A cell's text, empty when there is no such column."""
        return cells.plain(self.cells.get(field, ""))

    def at(self, *fields: str) -> datetime | None:
        """The first of these instants that is told; raises Unfit for what is none."""
        return next((at for field in fields if (at := self._read(field, cells.instant))), None)

    def fen(self, field: str) -> int | None:
        """An amount; raises Unfit for what is none."""
        return self._read(field, cells.fen)

    def order_id(self) -> str:
        """The order's number; raises Unfit for what is none, or is damaged."""
        return self._read("order_id", cells.order_number)

    def identifier(self, field: str) -> str:
        """An id of the platform's, or empty; raises Unfit for a damaged one."""
        return self._read(field, cells.identifier)

    def unfit(self, field: str, why: str) -> Unfit:
        """A fault of a cell, by the name that its column has in the file."""
        return Unfit(self.names.get(field, field), why)

    def _read(self, field: str, reader: Callable[[str], T]) -> T:
        try:
            return reader(self.cells.get(field, ""))
        except ValueError as error:
            raise self.unfit(field, str(error)) from None


def read(path: Path, export: Export, given: set[str], rejects: Rejects) -> Iterator[Line]:
    """Every line after the header; `given` are columns that need not be there.

    Raises BadSource for a file whose first lines hold no header of this export.
    """
    told = sources.table(path, _delimiter(path))
    first = list(islice(told, HEAD_WITHIN))
    at = _head(path, export, given, first)
    header = [cells.folded(cell) for cell in first[at][1]]
    found = {field: _found(export, field, header) for field in export.columns}
    places = {field: header.index(name) for field, name in found.items() if name}
    names = {field: cells.plain(first[at][1][number]) for field, number in places.items()}
    for place, row in chain(first[at + 1 :], told):
        if len(row) < len(header) or any(map(cells.plain, row[len(header) :])):
            rejects.add(place, "has not as many cells as there are columns")
        else:
            yield Line(place, {field: row[number] for field, number in places.items()}, names)


def _head(path: Path, export: Export, given: set[str], first: list[Cells]) -> int:
    """Which of the first rows is the header."""
    missing = [_missing(export, given, [cells.folded(cell) for cell in row]) for _, row in first]
    if not missing:
        raise BadSource(f"{path.name}: is no order export of {export.name}: it is empty")
    best = min(range(len(missing)), key=lambda n: len(missing[n]))
    if missing[best]:
        why = f"no column for {', '.join(missing[best])}"
        raise BadSource(f"{first[best][0]}: is no order export of {export.name}: {why}")
    return best


def _missing(export: Export, given: set[str], header: list[str]) -> list[str]:
    """What an export needs and this header has not, by the first name it could have."""
    wanted = [field for field in (*NEEDED, "buyer", "shop") if field not in given]
    lacking = [export.columns[field][0] for field in wanted if not _found(export, field, header)]
    if not any(_found(export, field, header) for field in MOMENTS):
        lacking.append(export.columns["ordered_at"][0])
    return lacking


def _found(export: Export, field: str, header: list[str]) -> str | None:
    names = map(cells.folded, export.columns.get(field, ()))
    return next((name for name in names if name in header), None)


def _delimiter(path: Path) -> str:
    head = "".join(line for _, line in islice(sources.lines(path), HEAD_WITHIN))
    return "\t" if head.count("\t") > head.count(",") else ","
