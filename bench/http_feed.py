"""The feed over HTTP beside a bare round trip to the database, in one run: `python -m bench.http_feed EDGES`.

It uses an own server and store, and two worker processes; a few connections ask in turns (bench/turns.py).
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
import httpx

from bench import ego_facebook
from bench.turns import BARE, Cuts, Times, Turns, bare
from service import settings as environment
from service.actions.accounts import open_session
from service.cli.where import ready
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import server
from service.settings import Settings

TURNS = Turns(warm_up=600, blocks=4, block=150, connections=4)
PEOPLE = 200


@click.command()
@click.argument("edges", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(edges: Path) -> None:
    """Load EDGES (SNAP ego-Facebook), serve it, and print the table."""
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder:
        settings = replace(environment.from_env(), home=Path(folder) / "home", demo=False)
        settings.home.mkdir()
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            people = _load(graph, edges, Path(folder) / "seeds")
            tokens = _tokens(graph, people)
            with served(settings) as url:
                _report(graph, url, tokens)


def _load(graph: Graph, edges: Path, folder: Path) -> int:
    people = ego_facebook.write(edges, folder, datetime.now(UTC))
    began = time.perf_counter()
    report = seeds.load(graph, folder)
    rows = sum(report.counts.values())
    print(f"{edges.name}: {rows:,} rows loaded in {time.perf_counter() - began:.0f} s: {report.counts}")
    return people


def _tokens(graph: Graph, people: int) -> list[str]:
    chosen = random.Random(1).sample(range(people), PEOPLE)
    return [open_session(graph, str(person), "bench", datetime.now(UTC)) for person in chosen]


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """Run `circle serve` over the same CIRCLE_HOME, without rate limits; gives its address."""
    more = {"CIRCLE_HOME": str(settings.home), "CIRCLE_PORT": "0", "CIRCLE_LOG_LEVEL": "error"}
    more["CIRCLE_RATE_LIMITS"] = "10000000 per minute"
    command = [sys.executable, "-m", "service.cli", "serve"]
    child = subprocess.Popen(command, env={**os.environ, **more}, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    try:
        url = child.stdout.readline().strip()
        _wait(url)
        yield url
    finally:
        child.terminate()
        child.wait(30)


def _wait(url: str) -> None:
    for _ in range(300):
        if ready(url):
            return
        time.sleep(0.1)
    raise SystemExit("The service did not start.")


def _report(graph: Graph, url: str, tokens: list[str]) -> None:
    client = httpx.Client(base_url=url, limits=httpx.Limits(max_connections=TURNS.connections))

    def feed(number: int) -> None:
        token = tokens[number % len(tokens)]
        answer = client.get("/v1/circle", headers={"Authorization": f"Bearer {token}"})
        answer.raise_for_status()

    def process(_: int) -> None:
        client.get("/livez").raise_for_status()

    _print(
        TURNS.measure(
            {
                BARE: bare(graph),
                "GET /livez, HTTP only": process,
                "GET /v1/circle, 20 cards": feed,
            }
        )
    )


def _print(times: Times) -> None:
    base = Cuts.of(times[BARE]).p50
    print(TURNS)
    print(f"{'':28}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'p50 / RETURN 1':>17}")
    for name, taken in times.items():
        cuts = Cuts.of(taken)
        print(f"{name:28}{cuts.p50:9.2f}{cuts.p95:9.2f}{cuts.p99:9.2f}{cuts.p50 / base:17.1f}")


if __name__ == "__main__":
    main()
