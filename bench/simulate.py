"""Half a year of a town's life and the resulting levels: `python -m bench.simulate`.

It uses an own server and store, or NEO4J_URI. The exit code is 1 if a level of 0 to 3 has more than twice or
less than half of the intended people, or if an invariant is broken.
"""

import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.town_life import Life
from service import settings as environment
from service.actions import checks, levels
from service.credentials.keys import keys
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server
from service.logs import configure

INTENDED = (26, 34, 24, 12, 3, 1)  # percent of sharers, by level
HELD_TO = 4  # the number of levels that must be within the factor
FACTOR = 2


@click.command()
@click.option("--people", default=300, show_default=True, help="The number of people in the town.")
@click.option("--days", default=180, show_default=True, help="The number of days to simulate.")
@click.option("--seed", default=7, show_default=True, help="The same seed gives the same life.")
@click.option("--worker-days", default=7, show_default=True, help="Days between two rounds of the worker.")
def main(people: int, days: int, seed: int, worker_days: int) -> None:
    """Simulate DAYS days in a town of PEOPLE, then print the people on each level."""
    configure("warning")
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder:
        settings = replace(environment.from_env(), home=Path(folder) / "home")
        settings.home.mkdir()
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            began = time.perf_counter()
            life = Life(graph, keys(settings), Path(folder) / "town", people, seed)
            live(life, days, worker_days)
            levels_held = held(graph, life)
            console = Console()
            console.print(
                f"seed {seed}: {len(life.people)} people, {days} days of their lives", highlight=False
            )
            console.print(*(f"{what}: {count:,}\n" for what, count in sorted(life.count.items())), sep="")
            console.print(shown(levels_held))
            findings = checks.run(graph, checks.names(graph), now=life.now)
            broken = [finding.name for finding in findings if finding.fails]
            took = time.perf_counter() - began
            console.print(f"broken invariants: {broken or 'none'}; all in {took:.0f} s", highlight=False)
    sys.exit(bool(broken) or not close(levels_held))


def live(life: Life, days: int, worker_days: int) -> None:
    """Live `days` days; the worker runs every `worker_days` days and at the end."""
    for day in range(1, days + 1):
        life.day()
        if day % worker_days == 0 or day == days:
            life.work()
            click.echo(f"day {day}: {life.count['published']} published", err=True)


def held(graph: Graph, life: Life) -> Counter[int]:
    """The number of publishers on each level."""
    return Counter(int(levels.refresh(graph, user, now=life.now) or 0) for user in sorted(life.sharers))


def shown(held: Counter[int]) -> Table:
    """A table of the percentages beside the intended ones."""
    table = Table("level", "people", "percent", "intended", "ratio")
    for level, intended in enumerate(INTENDED):
        percent = 100 * held[level] / held.total()
        row = (level, held[level], f"{percent:.1f}", intended, f"{percent / intended:.2f}")
        table.add_row(*map(str, row))
    return table


def close(held: Counter[int]) -> bool:
    """Whether the first HELD_TO levels are within FACTOR of the intended percentages."""
    ratios = [100 * held[level] / held.total() / INTENDED[level] for level in range(HELD_TO)]
    return all(1 / FACTOR <= ratio <= FACTOR for ratio in ratios)


if __name__ == "__main__":
    main()
