"""The feed over HTTP beside a bare round trip to the database, in one run.

Own server, own store, two worker processes; a few connections ask in turn. Both are warmed up
first, then measured in alternating blocks, so that a noisy neighbour hurts both alike.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bench import ego_facebook
from service import settings as environment
from service.accounts import open_session
from service.graph import seeds
from service.graph.client import Graph
from service.graph.embedded import server
from service.settings import Settings
from service.start import opened, prepare

CONNECTIONS = 4
WARM_UP = 600
BLOCKS = 4
BLOCK = 150
PEOPLE = 200


def main(edges: Path) -> None:
    """Load `edges`, serve it, and print the table."""
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
    """`circle serve` as a child process over the same CIRCLE_HOME, without rate limits; its address."""
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
        try:
            if httpx.get(f"{url}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise SystemExit("the service did not come up")


def _report(graph: Graph, url: str, tokens: list[str]) -> None:
    client = httpx.Client(base_url=url, limits=httpx.Limits(max_connections=CONNECTIONS))

    def feed(number: int) -> None:
        token = tokens[number % len(tokens)]
        answer = client.get("/v1/circle", headers={"Authorization": f"Bearer {token}"})
        answer.raise_for_status()

    def bare(_: int) -> None:
        graph.alive()

    def process(_: int) -> None:
        client.get("/livez").raise_for_status()

    measured: dict[str, Callable[[int], None]] = {
        "RETURN 1, driver": bare,
        "GET /livez, HTTP only": process,
        "GET /v1/circle, 20 cards": feed,
    }
    for ask in measured.values():
        _times(ask, WARM_UP)
    times: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(BLOCKS):
        for name, ask in measured.items():
            times[name] += _times(ask, BLOCK)
    _print(times)


def _times(ask: Callable[[int], None], count: int) -> list[float]:
    """Milliseconds of `count` calls by CONNECTIONS threads in turn."""
    times: list[float] = []

    def some(first: int) -> None:
        for number in range(first, count, CONNECTIONS):
            began = time.perf_counter()
            ask(number)
            times.append((time.perf_counter() - began) * 1000)

    threads = [threading.Thread(target=some, args=(first,)) for first in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _print(times: dict[str, list[float]]) -> None:
    base = statistics.median(times["RETURN 1, driver"])
    print(f"{CONNECTIONS} connections, {BLOCKS} x {BLOCK} calls each after {WARM_UP} to warm up")
    print(f"{'':28}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'p50 / RETURN 1':>17}")
    for name, taken in times.items():
        cuts = statistics.quantiles(taken, n=100)
        print(f"{name:28}{cuts[49]:9.2f}{cuts[94]:9.2f}{cuts[98]:9.2f}{cuts[49] / base:17.1f}")
