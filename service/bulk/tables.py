"""A folder as tables of DuckDB: cells checked by type, references turned into row numbers.

`raw.FILE` has the cells as text. `FILE` has `line` (the row's number from 0), typed values, and each
reference as the line of its row. `FILE_node` adds properties that follow from these (`nodes/FILE.sql`).
Every kind of file has a table, even without rows. `fault` has the faults.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

import duckdb

from service.bulk.cells import fault, name_of, text_of, value
from service.bulk.database import SOME, Database
from service.bulk.inputs import Input
from service.bulk.shape import sql
from service.bulk.structure import structure_faults
from service.graph.seeds.files import HASHED_FOR, Fingerprint, Loader
from service.graph.seeds.load import Progress

MARK = "@"  # around a row's number in the text of a fault; the report has the row's line instead


class Tables(Database):
    """The tables of one import, kept in a file so that they outlive a killed process."""

    def __init__(self, file: Path, known: Mapping[str, Loader]) -> None:
        super().__init__(file)
        self.known = known
        self._referred = {target for each in known.values() for target in each.references.values()}

    def read(
        self,
        inputs: Mapping[str, Input],
        rules: Mapping[str, Input],
        shift_days: int,
        fingerprint: Fingerprint,
        progress: Progress,
    ) -> dict[str, int]:
        """Read the files, then the installation's rules that the folder lacks; returns rows by file."""
        self.run("CREATE SCHEMA IF NOT EXISTS raw")
        self.run("CREATE OR REPLACE TABLE fault (file VARCHAR, line BIGINT, name VARCHAR, why VARCHAR)")
        for number, (kind, loader) in enumerate(self.known.items()):
            progress(f"reading {kind}", number, len(self.known))
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
        """Note a fault for each row (line, why) that a question returns."""
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
        """Replace each cell of a column by `by(cell)`."""
        cell = name_of(name)
        self.run(f"CREATE OR REPLACE TEMP TABLE replaced (line BIGINT, {cell} VARCHAR)")
        rows = self.rows(f"SELECT rowid, {cell} FROM {table} WHERE {cell} IS NOT NULL")
        while some := list(islice(rows, SOME)):
            self.run(
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
        cells = ", ".join(f"raw.{name_of(name)}" for name in keys)
        why = f"concat_ws(' ', {cells}) || ' is on line {MARK}' || first || '{MARK} already' AS why"
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
    """The view of a file's rows with all properties of their nodes."""
    return name_of(f"{file}_node")
