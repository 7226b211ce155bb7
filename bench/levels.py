"""The derivation of a level beside a Python fold over the same rows, in one run: `python -m bench.levels`.

It uses an own server and store. After a warm-up both run in turns, so that other load affects both alike.
The figure is the fastest time of each, for the same reason.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import neo4j
from rich.console import Console
from rich.table import Table

from bench import fold, ledgers
from service import settings as environment
from service.actions import levels
from service.credentials.keys import keys
from service.demo.load import DEMO
from service.graph.client import Graph, Row
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import Address, server
from service.graph.values import plain
from service.settings import Settings

SIZES = (50, 100, 500, 2_000)
WARM_UP = 40
TIMES = 25
NOW = datetime.now(UTC)


def main() -> None:
    """Draw, time and print the table."""
    table = Table("what", "lines", "Cypher ms", "ms a line", "Python ms", "Cypher / Python", "RETURN 1 ms")
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder:
        settings = replace(environment.from_env(), home=Path(folder) / "home")
        settings.home.mkdir()
        with server(settings) as address, opened(address) as graph, Fetched(address) as rows:
            prepare(address)
            for size in SIZES:
                ledgers.draw(graph, f"p{size}", size, NOW)
                table.add_row(*person(graph, rows, f"p{size}"))
            for figures in town(graph, rows, settings):
                table.add_row(*figures)
    Console(width=100).print(table)


class Fetched:
    """Fetches the rows for the Python fold with its own query."""

    def __init__(self, address: Address) -> None:
        self._driver = neo4j.GraphDatabase.driver(
            address.uri, auth=(address.user, address.password), notifications_min_severity="OFF"
        )
        self._database = address.database

    def __enter__(self) -> Callable[[str], list[Row]]:
        return self._rows

    def __exit__(self, *_: object) -> None:
        self._driver.close()

    def _rows(self, user: str) -> list[Row]:
        answer = self._driver.execute_query(fold.ROWS, user=user, database_=self._database, routing_="r")
        return [plain(dict(record)) for record in answer.records]


def person(graph: Graph, rows: Callable[[str], list[Row]], user: str) -> list[str]:
    """One row of the table; raises when the two folds differ."""
    in_cypher = {line["key"]: line["effective"] for line in levels.lines(graph, user)}
    if in_cypher != fold.fold(rows(user)):
        raise SystemExit(f"The folds of {user} differ.")
    works = (
        lambda: levels.totals(graph, user, NOW),
        lambda: fold.fold(rows(user)),
        graph.alive,
    )
    for _ in range(WARM_UP):
        for work in works:
            work()
    taken = [[milliseconds(work) for work in works] for _ in range(TIMES)]
    cypher, python, bare = (min(column) for column in zip(*taken, strict=True))
    count = len(in_cypher)
    figures = [cypher, cypher / count, python, cypher / python, bare]
    return ["one person", f"{count:,}", *(f"{figure:.2f}" for figure in figures)]


def town(graph: Graph, rows: Callable[[str], list[Row]], settings: Settings) -> Iterator[list[str]]:
    """The rows for everybody in the demo town: derived, beside the Python fold; then derived and stored."""
    seeds.load(graph, DEMO, today=NOW.date(), fingerprint=keys(settings).fingerprint)
    due = [row["id"] for row in graph.rows("jobs/levels_due", now=NOW, before=NOW)]
    count = sum(len(levels.keys(graph, user)) for user in due)
    cypher = milliseconds(lambda: [levels.totals(graph, user, NOW) for user in due])
    python = milliseconds(lambda: [fold.fold(rows(user)) for user in due])
    stored = milliseconds(lambda: [levels.refresh(graph, user, now=NOW) for user in due])
    beside = [f"{python:.0f}", f"{cypher / python:.2f}"]
    yield [f"{len(due)} of the town", f"{count:,}", f"{cypher:.0f}", f"{cypher / count:.2f}", *beside]
    yield ["the same, stored", f"{count:,}", f"{stored:.0f}", f"{stored / count:.2f}"]


def milliseconds(work: Callable[[], object]) -> float:
    """The duration of `work`."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
