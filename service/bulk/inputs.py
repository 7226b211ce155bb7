"""The files of an import folder: CSV, gzipped CSV or Parquet, one for each kind of row."""

import csv
import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

import duckdb

from service.bulk.cells import name_of, text_of
from service.bulk.shape import HERE, is_known
from service.errors import BadSeed
from service.graph.seeds.files import Loader

SUFFIXES = (".csv", ".csv.gz", ".parquet")
LONGEST_LINE = 16_000_000


@dataclass(frozen=True)
class Input:
    """One file and the names of its columns."""

    kind: str
    path: Path
    header: list[str]

    @property
    def is_parquet(self) -> bool:
        """Whether the file is Parquet, which has rows but no lines."""
        return self.path.suffix == ".parquet"

    def select(self) -> str:
        """SQL for its rows: every cell a text, an empty cell NULL."""
        path = text_of(str(self.path))
        if self.is_parquet:
            cells = ", ".join(_as_text(*each) for each in _parquet(self.path))
            return f"SELECT {cells} FROM read_parquet({path})"
        columns = ", ".join(f"{text_of(name)}: 'VARCHAR'" for name in self.header)
        return (
            f"SELECT * FROM read_csv({path}, auto_detect = false, header = true, delim = ',', nullstr = '', "
            f"quote = '\"', escape = '\"', strict_mode = true, max_line_size = {LONGEST_LINE}, "
            f"columns = {{{columns}}})"
        )

    def lines(self) -> Iterator[tuple[int, list[str]]]:
        """Its rows as Python's CSV reader gives them, each with its first line."""
        with opened(self.path) as stream:
            reader = csv.reader(stream, strict=True)
            next(reader, None)
            line = reader.line_num + 1
            for cells in reader:
                if cells:
                    yield line, cells
                line = reader.line_num + 1

    def lines_of(self, records: Iterable[int]) -> dict[int, int]:
        """The line of each record (records count from 0); in a Parquet file the row, counted from 1."""
        wanted = set(records)
        if self.is_parquet or not wanted:
            return {record: record + 1 for record in wanted}
        lines: dict[int, int] = {}
        for record, (line, _) in enumerate(self.lines()):
            if record in wanted:
                lines[record] = line
                if len(lines) == len(wanted):
                    break
        return lines


def opened(path: Path) -> IO[str]:
    """Open a file as text; a .gz file is unpacked."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def find(folder: Path, known: Mapping[str, Loader]) -> tuple[dict[str, Input], list[str]]:
    """The files of the folder by kind, in the order of loading, and the faults of names and headers.

    Raises BadSeed when the folder has no files.
    """
    paths = sorted(each for each in folder.glob("*") if each.name.endswith(SUFFIXES))
    if not paths:
        raise BadSeed([f"{folder}: is not a folder with {', '.join(SUFFIXES)} files"])
    faults: list[str] = []
    inputs: dict[str, Input] = {}
    for path in paths:
        kind = path.name.removesuffix(path.suffix).removesuffix(".csv")
        if kind not in known or not is_known(kind):
            faults.append(f"{path.name}:1:1 no file of an import has this name; see seeds/README.md")
        elif kind in inputs:
            faults.append(f"{path.name}:1:1 {inputs[kind].path.name} has the rows of {kind} already")
        else:
            inputs[kind] = Input(kind, path, _header(path, faults))
            wrong = known[kind].faults_of(inputs[kind].header)
            faults += [f"{path.name}:1:{number} {why}" for number, why in wrong]
    return {kind: inputs[kind] for kind in known if kind in inputs}, faults


def digest(inputs: Iterable[Input], *more: object) -> str:
    """A digest that changes with the files, with `more`, and with the code of this package."""
    code = [each for each in HERE.rglob("*") if each.suffix in {".py", ".sql"}]
    paths = sorted([*(each.path for each in inputs), *code])
    parts = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in paths]
    parts += [str(each) for each in more]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _header(path: Path, faults: list[str]) -> list[str]:
    try:
        if path.suffix == ".parquet":
            return [name for name, _ in _parquet(path)]
        with opened(path) as stream:
            return next(csv.reader(stream, strict=True), [])
    except (OSError, UnicodeDecodeError, csv.Error, duckdb.Error) as error:
        faults.append(f"{path.name}:1:1 cannot be read: {str(error).splitlines()[0]}")
        return []


def _parquet(path: Path) -> list[tuple[str, str]]:
    with duckdb.connect() as database:
        rows = database.execute(f"DESCRIBE FROM read_parquet({text_of(str(path))})").fetchall()
    return [(str(row[0]), str(row[1])) for row in rows]


def _as_text(name: str, kind: str) -> str:
    cell = name_of(name)
    if kind.startswith(("TIMESTAMP", "DATE")):
        return f"strftime({cell}::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%fZ') AS {cell}"
    if kind.endswith("[]"):
        return f"nullif(array_to_string({cell}, ' '), '') AS {cell}"
    return f"nullif({cell}::VARCHAR, '') AS {cell}"
