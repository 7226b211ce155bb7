"""The DuckDB file of an import: SQL questions, and a limit on memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psutil

from service.bulk.cells import text_of
from service.errors import Unavailable

LEAST_MEMORY = 1_000_000_000
SHARE_OF_MEMORY = 3  # a third of the free memory: Neo4j's importer and other programs need the rest
SOME = 10_000
Row = tuple[Any, ...]


class Database:
    """A DuckDB file; it outlives a killed process."""

    def __init__(self, file: Path) -> None:
        self._database = duckdb.connect(str(file))
        self._database.execute(f"SET memory_limit = '{_memory()}B'")
        self._database.execute(f"SET temp_directory = {text_of(str(file.parent / 'spill'))}")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def run(self, question: str, parameters: list[Any] | None = None) -> list[Row]:
        """The rows of a question; raises Unavailable when memory is too small."""
        with _enough():
            return self._database.execute(question, parameters).fetchall()

    def rows(self, question: str) -> Iterator[Row]:
        """The rows of a question, fetched in batches; raises Unavailable like `run`."""
        with _enough():
            cursor = self._database.cursor().execute(question)
            while some := cursor.fetchmany(SOME):
                yield from some

    def number(self, question: str) -> int:
        """The one number that a question returns."""
        return int(self.run(question)[0][0])


@contextmanager
def _enough() -> Iterator[None]:
    """Raise Unavailable where DuckDB runs out of memory."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        free = psutil.virtual_memory().available // 1_000_000
        raise Unavailable(f"The folder needs more memory than there is ({free:,} MB free).") from error


def _memory() -> int:
    """The memory limit of the tables in bytes; DuckDB writes what exceeds it to the disk."""
    return max(LEAST_MEMORY, psutil.virtual_memory().available // SHARE_OF_MEMORY)
