"""The graph's rows in tables of PostgreSQL, and its answers to the questions of bench/sql.

The rows come out of Neo4j (bench/rows), so both hold the same data. Ids become numbers, as in most tables.
"""

from collections.abc import Iterator
from typing import Any

from bench.postgres import NEEDED
from bench.turns import Ask
from service.graph.catalogue import load
from service.graph.client import Graph
from service.graph.seeds.load import batches
from service.settings import ROOT

try:
    import psycopg
    from psycopg.rows import dict_row
except ImportError:
    raise SystemExit(NEEDED) from None

Row = dict[str, Any]
SQL, ROWS = ROOT / "bench" / "sql", ROOT / "bench" / "rows"
PIECES = ("circle", "tastes", "offered", "open", "card", "joins")
EVERYBODY = "people"


class Mirror:
    """A connection to a database with the rows of the graph."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True, row_factory=dict_row)
        self._sql: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def fill(self, graph: Graph) -> dict[str, int]:
        """Create the tables and copy the rows of `graph`, whose catalogue has ROWS; returns rows by table."""
        for file in ("tables", "spread"):
            self._run(file)
        people = [row["id"] for row in graph.rows(EVERYBODY)]
        tables = sorted(set(load(ROWS)) - {EVERYBODY})
        counts = {table: self._copy(graph, table, people) for table in tables}
        self._run("indexes")
        self._connection.execute("VACUUM ANALYZE")
        return counts

    def rows(self, question: str, **parameters: object) -> list[Row]:
        """The answer to bench/sql/<question>.sql, by a prepared statement."""
        if question not in self._sql:
            self._sql[question] = _sql(question)
        rows: list[Row] = self._connection.execute(self._sql[question], parameters, prepare=True).fetchall()
        return rows

    def bare(self) -> Ask:
        """A round trip to the database without a real query."""
        return lambda _: self._connection.execute("SELECT 1", prepare=True).fetchall()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _run(self, file: str) -> None:
        self._connection.execute((SQL / f"{file}.sql").read_text("utf-8"))

    def _copy(self, source: Graph, table: str, people: list[str]) -> int:
        query, count = source.catalogue[table], 0
        columns = ", ".join(query.returns)
        with self._connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in _rows(source, table, people):
                copy.write_row([self._cell(name, row[name]) for name in query.returns])
                count += 1
        return count

    def _cell(self, column: str, value: object) -> object:
        """An id as a number; any other value as it is."""
        if column.endswith("_key"):
            return self._numbers.setdefault(str(value), len(self._numbers))
        return value


def _rows(source: Graph, table: str, people: list[str]) -> Iterator[Row]:
    if not source.catalogue[table].parameters:
        yield from source.rows(table)
        return
    for some in batches(people):
        yield from source.rows(table, people=some)


def _sql(question: str) -> str:
    """The statement, with the text of each piece it names."""
    text = (SQL / f"{question}.sql").read_text("utf-8")
    for piece in PIECES:
        text = text.replace(f"{{{piece}}}", (SQL / f"{piece}.sql").read_text("utf-8").rstrip())
    return text
