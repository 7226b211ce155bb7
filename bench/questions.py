"""Feed and search in Neo4j and, with the same rows, in PostgreSQL: `python -m bench.questions`.

Each place has its own servers and stores. The bench first compares the answers row by row. Then it runs the
questions in turns (bench/turns.py), beside a bare round trip to each database.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from bench import places, postgres
from bench.beside import Beside, Question
from bench.first_page import FirstPage
from bench.mirror import EVERYBODY, ROWS, Mirror
from bench.places import Place
from bench.turns import BARE, Cuts, Times, Turns, bare
from service import settings as environment
from service.graph import catalogue
from service.graph.client import Graph
from service.graph.ready import LOADING_SECONDS
from service.graph.server.embedded import server
from service.settings import ROOT

PEOPLE = 200
TABLES = "SELECT 1"
COLUMNS = (
    *("question", "Neo4j p50 / p95 / p99 ms", "PostgreSQL p50 / p95 / p99 ms"),
    *("Neo4j : RETURN 1", "PostgreSQL : RETURN 1", "Neo4j : PostgreSQL"),
)
PAGE_CACHE = "1g"  # as much as PostgreSQL's shared_buffers


@click.command()
@click.argument("edges", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--people", default=200_000, show_default=True, help="The number of people in the generated town."
)
@click.option("--only", default="", help="Only places with a name that begins with this text.")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Keep the graphs here.")
@click.option("--compared", default=400, show_default=True, help="Calls of each question to compare.")
@click.option("--warm-up", default=800, show_default=True, help="Calls of each question before timing.")
@click.option("--blocks", default=6, show_default=True, help="Blocks of calls of each question.")
@click.option("--block", default=200, show_default=True, help="Calls in a block.")
def main(
    edges: Path,
    people: int,
    only: str,
    keep: Path | None,
    compared: int,
    warm_up: int,
    blocks: int,
    block: int,
) -> None:
    """Ask in the demo town, among EDGES (SNAP ego-Facebook) and in a generated town; a table each."""
    turns = Turns(warm_up, blocks, block)
    for place in (places.demo(), places.ego(edges), places.large(people)):
        if place.name.startswith(only):
            with loaded(place, keep) as (graph, mirror):
                report(place, graph, mirror, turns, compared)


@contextmanager
def loaded(place: Place, keep: Path | None) -> Iterator[tuple[Graph, Mirror]]:
    """The place in Neo4j, and an empty PostgreSQL; loads no graph that was kept."""
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder, postgres.server() as tables:
        home = (keep or Path(folder)).resolve() / place.name.replace(" ", "-")
        settings = replace(environment.from_env(), home=home, neo4j_pagecache=PAGE_CACHE)
        if not settings.home.exists():
            settings.home.mkdir(parents=True)
            with timed(f"{place.name} in Neo4j"):
                place.fill(settings, Path(folder) / "seeds")
        with server(settings) as address:
            known = {**catalogue.load(ROOT / "cypher"), **catalogue.load(ROWS)}
            graph, mirror = Graph(address, known, seconds=LOADING_SECONDS), Mirror(tables)
            try:
                yield graph, mirror
            finally:
                mirror.close()
                graph.close()


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print the duration of the block."""
    began = time.perf_counter()
    yield
    click.echo(f"{what} after {time.perf_counter() - began:.0f} s", err=True)


def report(place: Place, graph: Graph, mirror: Mirror, turns: Turns, calls: int) -> None:
    """Compare, measure and print."""
    people = [row["id"] for row in graph.rows(EVERYBODY) if row["active"]]
    sessions = places.viewers(graph, people, PEOPLE)
    with timed(f"{place.name} in PostgreSQL"):
        counts = mirror.fill(graph)
    questions = Beside(FirstPage(graph, sessions, place.words, datetime.now(UTC)), mirror).questions()
    with timed("compared"):
        alike = sum(compare(question, calls) for question in questions)
    cut = sum(len(question.cut) for question in questions)
    asks = {BARE: bare(graph), TABLES: mirror.bare()}
    for question in questions:
        asks |= {f"{question.name} {BARE}": question.graph, f"{question.name} {TABLES}": question.tables}
    times = turns.measure(asks)
    click.echo(f"\n{place.name}: {size(counts)}; {alike:,} rows alike; {turns}")
    if cut:
        click.echo(f"{cut} of {calls} searches looked at the newest part of a circle only: not compared")
    click.echo("\n".join(table(questions, times)))


def compare(question: Question, calls: int) -> int:
    """The number of equal rows in `calls` calls; exits with a message at the first difference."""
    return sum(question.compare(number) for number in range(calls))


def size(counts: dict[str, int]) -> str:
    """The size of a place, as text."""
    named = {
        "people": "person",
        "friendships": "friend",
        "reaches": "reaches",
        "shares": "share",
        "claims": "claim",
    }
    sizes = {name: counts[table] for name, table in named.items()}
    sizes["friendships"] //= 2
    return ", ".join(f"{size:,} {name}" for name, size in sizes.items())


def table(questions: list[Question], times: Times) -> Iterator[str]:
    """The lines of a table in Markdown: the times of each side, also in bare round trips to Neo4j."""
    yield "".join(f"| {column} " for column in COLUMNS) + "|"
    yield "|---" * len(COLUMNS) + "|"
    base = Cuts.of(times[BARE])
    sides = {"a bare round trip": (BARE, TABLES)}
    sides |= {one.name: (f"{one.name} {BARE}", f"{one.name} {TABLES}") for one in questions}
    for name, (ours, theirs) in sides.items():
        one, other = Cuts.of(times[ours]), Cuts.of(times[theirs])
        ratios = one.p50 / base.p50, other.p50 / base.p50, one.p50 / other.p50
        yield f"| {name} | {one} | {other} | " + " | ".join(f"{ratio:.1f}" for ratio in ratios) + " |"


if __name__ == "__main__":
    main()
