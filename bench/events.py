"""Streams of events under load: `python -m bench.events`.

It uses an own server and store with the demo town, and `circle serve` with two worker processes. People
listen, while others send requests at a fixed rate. The exit code is 1 if a request or a stream failed, if
an event did not arrive, or if the memory of the service grew between the second minute and the last.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click
import httpx
import psutil

from bench.event_load import Load
from bench.event_readers import Readers
from bench.http_feed import served
from service import settings as environment
from service.actions.accounts import open_session
from service.credentials.keys import keys
from service.demo.load import DEMO
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import server
from service.logs import configure
from service.settings import Settings

EVERY = 10  # seconds between two measurements of the processes
GROWTH_PERCENT = 5
SETTLING_SECONDS = 60
ARRIVAL_SECONDS = 30
Look = tuple[float, int, int, int]  # minutes, resident bytes, threads, connections


@click.command()
@click.option("--listeners", default=200, show_default=True, help="The number of open streams.")
@click.option("--rate", default=20, show_default=True, help="Requests a second.")
@click.option("--seconds", default=600, show_default=True, help="How long to send requests.")
def main(listeners: int, rate: int, seconds: int) -> None:
    """Listen with LISTENERS people for SECONDS, and send RATE requests a second."""
    configure("warning")
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder:
        settings = replace(environment.from_env(), home=Path(folder) / "home", demo=False)
        settings.home.mkdir()
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            tokens = town(graph, settings, listeners)
            with served(settings) as url:
                sys.exit(asyncio.run(measure(url, tokens, rate, seconds)))


def town(graph: Graph, settings: Settings, count: int) -> dict[str, str]:
    """Load the demo town; returns session tokens of `count` people by id."""
    now = datetime.now(UTC)
    seeds.load(graph, DEMO, today=now.date(), fingerprint=keys(settings).fingerprint)
    rows = (DEMO / "user.csv").read_text("utf-8").splitlines()[1:]
    there = [row.split(",")[0] for row in rows if row.endswith(",,")]
    return {user: open_session(graph, user, "bench", now) for user in there[:count]}


async def measure(url: str, tokens: dict[str, str], rate: int, seconds: int) -> int:
    """Run the load and print the results; returns the exit code."""
    readers = Readers(url)
    limits = httpx.Limits(max_connections=rate * 2, keepalive_expiry=30)
    async with httpx.AsyncClient(base_url=url, limits=limits, timeout=60) as client:
        load = Load(client, readers, tokens)
        await load.settle()
        await load.talk()
        await readers.open(list(tokens.values()))
        print(
            f"{readers.opened} streams, {len(load.threads)} threads, {rate} requests a second, {seconds} s",
            flush=True,
        )
        load.times.clear()
        looks: list[Look] = []
        looking = asyncio.create_task(look(looks))
        await load.run(seconds, rate)
        looking.cancel()
    deadline = time.monotonic() + ARRIVAL_SECONDS
    while readers.waiting() and time.monotonic() < deadline:
        await asyncio.sleep(0.1)
    errors = [*load.errors, *readers.errors]
    await readers.close()
    _print_looks(looks)
    _print_times(load, readers)
    grown = growth(looks)
    print(f"errors: {len(errors)} {sorted(set(errors))[:5]}; messages not notified: {readers.waiting()}")
    print(f"memory of the service grew by {grown:.1f}%")
    return int(bool(errors) or readers.waiting() > 0 or grown > GROWTH_PERCENT)


async def look(looks: list[Look]) -> None:
    """Measure memory, threads and connections of the web processes every few seconds."""
    began = time.monotonic()
    while True:
        processes = web()
        resident = sum(process.memory_info().rss for process in processes)
        threads = sum(process.num_threads() for process in processes)
        connections = sum(len(process.net_connections("tcp")) for process in processes)
        looks.append(((time.monotonic() - began) / 60, resident, threads, connections))
        await asyncio.sleep(EVERY)


def web() -> list[psutil.Process]:
    """The processes of the service that this one started, without the database."""
    below = psutil.Process().children(recursive=True)
    return [process for process in below if "java" not in process.name()]


def growth(looks: list[Look]) -> float:
    """The growth of memory in percent, from the end of the settling time to the last measurement."""
    settled = [rss for minutes, rss, *_ in looks if minutes * 60 >= SETTLING_SECONDS] or [looks[-1][1]]
    few = max(1, len(settled) // 5)
    before, after = statistics.mean(settled[:few]), statistics.mean(settled[-few:])
    return 100 * (after - before) / before


def _print_looks(looks: list[Look]) -> None:
    print(f"{'minute':>8}{'MB':>8}{'threads':>9}{'connections':>13}")
    for minutes, rss, threads, connections in looks[:: max(1, len(looks) // 12)]:
        print(f"{minutes:8.1f}{rss / 1e6:8.1f}{threads:9}{connections:13}")


def _print_times(load: Load, readers: Readers) -> None:
    print(f"{'':20}{'count':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    every = [taken for times in load.times.values() for taken in times]
    for name, times in {"all requests": every, **load.times, "until notified": readers.delays}.items():
        print(f"{name:20}{len(times):7}" + "".join(f"{1000 * cut:9.1f}" for cut in _cuts(times)))
    print(f"{readers.heard} events received")


def _cuts(times: list[float]) -> tuple[float, ...]:
    cuts = statistics.quantiles(times, n=100) if len(times) > 1 else [*times, 0.0] * 99
    return cuts[49], cuts[94], cuts[98]


if __name__ == "__main__":
    main()
