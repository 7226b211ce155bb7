"""A folder as tables of DuckDB: cells held to their types, references turned into row numbers.

`raw.FILE` is what the file says, `FILE` what it means: `line` (the row's number from 0), references as the
line of the row that they name, typed values; `FILE_node` adds what follows from it (`nodes/FILE.sql`). Every
kind of file has a table, if an empty one. What is wrong goes to `fault`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import psutil

from service.bulk.cells import fault, name_of, text_of, value
from service.bulk.inputs import Input
from service.bulk.shape import sql
from service.bulk.structure import structure_faults
from service.errors import Unavailable
from service.graph.seeds.files import HASHED_FOR, Fingerprint, Loader

LEAST_MEMORY = 1_000_000_000
SHARE_OF_MEMORY = 3  # of what is free: the others are Neo4j's importer and everybody else
SOME = 10_000
MARK = "@"  # around a row's number in the words of a fault, where its line is to be told
Row = tuple[Any, ...]


class Tables:
    """The tables of one import; kept in a file, so that they outlive a process that is killed."""

    def __init__(self, file: Path, known: Mapping[str, Loader]) -> None:
        self.known = known
        self._folder = file.parent
        self._database = duckdb.connect(str(file))
        for setting in (
            f"memory_limit = '{_memory()}B'",
            f"temp_directory = {text_of(str(file.parent / 'spill'))}",
        ):
            self._database.execute(f"SET {setting}")
        self._referred = {target for each in known.values() for target in each.references.values()}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def run(self, question: str) -> list[Row]:
        """The rows that a question is answered with; raises Unavailable when there is too little memory."""
        with _enough():
            return self._database.execute(question).fetchall()

    def rows(self, question: str) -> Iterator[Row]:
        """The same, some at a time."""
        with _enough():
            found = self._database.cursor().execute(question)
            while some := found.fetchmany(SOME):
                yield from some

    def number(self, question: str) -> int:
        """The one number that a question is answered with."""
        return int(self.run(question)[0][0])

    def read(
        self,
        inputs: Mapping[str, Input],
        rules: Mapping[str, Input],
        shift_days: int,
        fingerprint: Fingerprint,
        told: Callable[[str, int, int], None],
    ) -> dict[str, int]:
        """Read the files, and the installation's rules where the folder says nothing else; rows by file."""
        self.run("CREATE SCHEMA IF NOT EXISTS raw")
        self.run("CREATE OR REPLACE TABLE fault (file VARCHAR, line BIGINT, name VARCHAR, why VARCHAR)")
        for number, (kind, loader) in enumerate(self.known.items()):
            told(f"reading {kind}", number, len(self.known))
            self._stage(loader, inputs.get(kind), rules.get(kind))
            self._hold_cells(loader, fingerprint)
            self._resolve(loader, shift_days)
            self._hold_keys(loader)
        for name, question in sql("nodes").items():
            self.run(f"CREATE OR REPLACE VIEW {node_of(name)} AS {question}")
        for kind in self.known:
            self.run(f"CREATE VIEW IF NOT EXISTS {node_of(kind)} AS FROM {name_of(kind)}")
        return {kind: self.number(f"SELECT count(*) FROM {name_of(kind)}") for kind in inputs}

    def note(self, file: str, name: str, rows: str) -> None:
        """Note a fault for each row (line, why) of a question."""
        self.run(f"INSERT INTO fault SELECT {text_of(file)}, line, {text_of(name)}, why FROM ({rows})")

    def _stage(self, loader: Loader, given: Input | None, rules: Input | None) -> None:
        table = f"raw.{name_of(loader.file)}"
        columns = ", ".join(f"{name_of(name)} VARCHAR" for name in loader.columns)
        self.run(f"CREATE OR REPLACE TABLE {table} ({columns})")
        if given:
            try:
                self.run(f"INSERT INTO {table} BY NAME {given.select()}")
            except duckdb.Error as error:
                structure_faults(given, error)
        if rules:
            keys = " AND ".join(
                f"had.{name_of(name)} = new.{name_of(name)}"
                for name, each in loader.columns.items()
                if each.key
            )
            new = f"FROM ({rules.select()}) AS new ANTI JOIN {table} AS had ON {keys}"
            self.run(f"INSERT INTO {table} BY NAME {new}")

    def _hold_cells(self, loader: Loader, fingerprint: Fingerprint) -> None:
        table, columns = f"raw.{name_of(loader.file)}", loader.columns
        counts = ", ".join(f"count({fault(column)})" for column in columns.values())
        for column, count in zip(
            columns.values(), self.run(f"SELECT {counts} FROM {table} AS raw")[0], strict=True
        ):
            if count:
                rows = (
                    f"SELECT rowid AS line, {fault(column)} AS why FROM {table} AS raw WHERE why IS NOT NULL"
                )
                self.note(loader.file, column.name, rows)
        for name in (name for name, each in columns.items() if each.kind == "hashed"):
            self._replace(table, name, lambda cell: fingerprint(HASHED_FOR, cell))

    def _replace(self, table: str, name: str, by: Callable[[str], str]) -> None:
        """Each cell of a column by another."""
        cell = name_of(name)
        self.run(f"CREATE OR REPLACE TEMP TABLE replaced (line BIGINT, {cell} VARCHAR)")
        found = self.rows(f"SELECT rowid, {cell} FROM {table} WHERE {cell} IS NOT NULL")
        while some := list(islice(found, SOME)):
            self._database.execute(
                "INSERT INTO replaced SELECT unnest(?::BIGINT[]), unnest(?::VARCHAR[])",
                [[line for line, _ in some], [by(text) for _, text in some]],
            )
        self.run(f"UPDATE {table} AS old SET {cell} = new.{cell} FROM replaced AS new WHERE old.rowid = line")

    def _resolve(self, loader: Loader, shift_days: int) -> None:
        table = name_of(loader.file)
        picked, joins = [], []
        for name, column in loader.columns.items():
            if column.refers_to:
                joined = name_of(f"to {name}")
                key = f"key.{name_of(column.refers_to)}"
                picked.append(f"{joined}.line AS {name_of(name)}")
                joins.append(f"LEFT JOIN {key} AS {joined} ON {joined}.key = raw.{name_of(name)}")
            else:
                picked.append(f"{value(column, shift_days)} AS {name_of(name)}")
        source = f"raw.{table} AS raw {' '.join(joins)}"
        self.run(
            f"CREATE OR REPLACE TABLE {table} AS SELECT raw.rowid AS line, {', '.join(picked)} FROM {source}"
        )
        for name, target in loader.references.items():
            cell = name_of(name)
            self.note(
                loader.file,
                name,
                f"SELECT line, 'there is no {target} ' || raw.{cell} AS why FROM {table} AS row "
                f"JOIN raw.{table} AS raw ON raw.rowid = line "
                f"WHERE row.{cell} IS NULL AND raw.{cell} IS NOT NULL",
            )

    def _hold_keys(self, loader: Loader) -> None:
        table = name_of(loader.file)
        keys = [name for name, each in loader.columns.items() if each.key]
        listed = ", ".join(map(name_of, keys))
        whole = " AND ".join(f"{name_of(name)} IS NOT NULL" for name in keys)
        twice = (
            f"SELECT {listed}, min(line) AS first FROM {table} WHERE {whole} GROUP BY ALL HAVING count(*) > 1"
        )
        said = ", ".join(f"raw.{name_of(name)}" for name in keys)
        why = f"concat_ws(' ', {said}) || ' is on line {MARK}' || first || '{MARK} already' AS why"
        rows = f"SELECT line, {why} FROM {table} JOIN ({twice}) USING ({listed})"
        rows = f"{rows} JOIN raw.{table} AS raw ON raw.rowid = line WHERE line > first"
        self.note(loader.file, keys[0], rows)
        if loader.file in self._referred:
            self.run("CREATE SCHEMA IF NOT EXISTS key")
            self.run(
                f"CREATE OR REPLACE TABLE key.{table} AS "
                f"SELECT {name_of(keys[0])}::VARCHAR AS key, min(line) AS line "
                f"FROM {table} WHERE {whole} GROUP BY 1"
            )


def node_of(file: str) -> str:
    """The view of a file's rows with all that their nodes hold."""
    return name_of(f"{file}_node")


@contextmanager
def _enough() -> Iterator[None]:
    """Hold DuckDB to our errors where it runs out of memory."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        free = psutil.virtual_memory().available // 1_000_000
        raise Unavailable(f"The folder needs more memory than there is ({free:,} MB free).") from error


def _memory() -> int:
    """How many bytes the tables may take of this machine; what is beyond is spilled to the disk."""
    return max(LEAST_MEMORY, psutil.virtual_memory().available // SHARE_OF_MEMORY)
