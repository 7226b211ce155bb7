"""Writes seed files line by line; a large town writes parts, and joins them."""

import csv
import gzip
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from service.town.clock import iso

SWIFT = 3  # gzip's compression level


@dataclass
class Part:
    """Files without header lines in a folder, with their columns and numbers of rows."""

    folder: Path
    columns: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


class Tables:
    """The files of a part; the first row of a file sets its columns."""

    def __init__(self, folder: Path, anchor: datetime, *, gzip: bool) -> None:
        self.part = Part(folder)
        self._anchor = anchor
        self._gzip = gzip
        self._writers: dict[str, Any] = {}
        self._open = ExitStack()
        folder.mkdir(parents=True)

    def write(self, file: str, **cells: object) -> None:
        """Write one row; None is an empty cell."""
        if file not in self._writers:
            self._begin(file, list(cells))
        self._writers[file](cells.values())
        self.part.counts[file] += 1

    def at(self, moment: int | None) -> str:
        """An instant as a cell."""
        return iso(self._anchor, moment)

    @staticmethod
    def yes(fact: bool) -> str:
        """A truth value as a cell."""
        return "true" if fact else "false"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def _begin(self, file: str, columns: list[str]) -> None:
        raw: IO[bytes] = self._open.enter_context((self.part.folder / file).open("wb"))
        lines = self._open.enter_context(_packed(raw)) if self._gzip else raw
        text = self._open.enter_context(TextIOWrapper(lines, encoding="utf-8", newline=""))
        self._writers[file] = csv.writer(text, lineterminator="\n").writerow
        self.part.columns[file], self.part.counts[file] = columns, 0


class Joined:
    """The files of a folder, joined from parts; each file has one header line."""

    def __init__(self, folder: Path, *, gzip: bool) -> None:
        self.counts: dict[str, int] = {}
        self._folder = folder
        self._gzip = gzip
        self._files: dict[str, IO[bytes]] = {}

    def add(self, part: Part) -> None:
        """Append the rows of a part, and remove its folder."""
        for file, columns in part.columns.items():
            if file not in self._files:
                self._begin(file, columns)
            with (part.folder / file).open("rb") as rows:
                shutil.copyfileobj(rows, self._files[file], 1 << 20)
            self.counts[file] += part.counts[file]
        shutil.rmtree(part.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in self._files.values():
            stream.close()

    def _begin(self, file: str, columns: list[str]) -> None:
        names = [self._folder / f"{file}.csv", self._folder / f"{file}.csv.gz"]
        names[not self._gzip].unlink(missing_ok=True)  # left by an earlier town
        header = (",".join(columns) + "\n").encode()
        self._files[file] = names[self._gzip].open("wb")
        self._files[file].write(gzip.compress(header, mtime=0) if self._gzip else header)
        self.counts[file] = 0


def _packed(raw: IO[bytes]) -> gzip.GzipFile:
    return gzip.GzipFile("", "wb", SWIFT, raw, mtime=0)
