"""Seed files, written line by line."""

import csv
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from service.town.clock import iso


class Tables:
    """The files of a folder: the first row of each says its columns."""

    def __init__(self, folder: Path, anchor: datetime) -> None:
        self.counts: dict[str, int] = {}
        self._folder = folder
        self._anchor = anchor
        self._open: dict[str, tuple[Any, IO[str]]] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, file: str, **cells: object) -> None:
        """One row; None is an empty cell."""
        if file not in self._open:
            stream = (self._folder / f"{file}.csv").open("w", encoding="utf-8", newline="")
            self._open[file] = (csv.writer(stream, lineterminator="\n"), stream)
            self._open[file][0].writerow(cells)
            self.counts[file] = 0
        self._open[file][0].writerow(map(_cell, cells.values()))
        self.counts[file] += 1

    def at(self, moment: int | None) -> str:
        """An instant as a cell."""
        return iso(self._anchor, moment)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, stream in self._open.values():
            stream.close()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
