"""`make bench`, `make bench SIZES="10k 100k"`, or `python -m bench 10k 1M`."""

import os
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click

from bench.first_page import RANKED, RECENT, SEARCH
from bench.growth import CLAIM, LEVEL, TURNS, Measured, measure
from bench.turns import BARE, Cuts

UNITS = {"k": 1_000, "m": 1_000_000}
COLUMNS = ("", "people", "p50 / p95 / p99 ms", ": RETURN 1", ": the size before")


class Size(click.ParamType[int]):
    """A number of people: 10000, 10k, 1M."""

    name = "size"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; fails for other texts."""
        unit = UNITS.get(value[-1:].lower(), 1)
        number = value if unit == 1 else value[:-1]
        return int(number) * unit if number.isdecimal() else self.fail(f"{value} is not a size", param, ctx)


@click.command()
@click.argument("sizes", nargs=-1, type=Size(), metavar="[SIZES]...")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Keep the towns here.")
def main(sizes: tuple[int, ...], keep: Path | None) -> None:
    """Time an import, the feed, search, claims and levels in towns of SIZES (10k 100k 1M); one table."""
    towns: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="circle-bench-") as folder:
        for size in sizes or (10_000, 100_000, 1_000_000):
            towns.append(measure((keep or Path(folder)).resolve() / str(size), size, _tell))
            _tell("\n".join(table(towns[-1:])))
    click.echo("\n".join(table(towns)))
    load = " / ".join(f"{each:.1f}" for each in os.getloadavg())
    refused = ", ".join(f"{one.refused} of {one.people:,}" for one in towns)
    click.echo(f"\n{TURNS}; {os.cpu_count()} cores, load average {load}; copies refused: {refused}")


def _tell(what: str) -> None:
    """Print progress on standard error, apart from the table."""
    click.echo(what, err=True)


def table(towns: list[Measured]) -> Iterator[str]:
    """The lines of a table in Markdown: each figure for every size, and its growth."""
    yield "".join(f"| {column} " for column in COLUMNS) + "|"
    yield "|---" * len(COLUMNS) + "|"
    rates = [one.rate for one in towns]
    for one, grown in zip(towns, _grown(rates), strict=True):
        rate = f"{one.rows:,} rows in {one.seconds:.0f} s: {one.rate:,.0f} rows/s"
        yield f"| import | {one.people:,} | {rate} | | {grown} |"
    for name in (BARE, RECENT, RANKED, SEARCH, CLAIM, LEVEL):
        ratios = [one.against_bare(name) for one in towns]
        for one, ratio, grown in zip(towns, ratios, _grown(ratios), strict=True):
            yield f"| {name} | {one.people:,} | {Cuts.of(one.times[name])} | {ratio:.1f} | {grown} |"


def _grown(figures: list[float]) -> Iterator[str]:
    """Each figure divided by the one before; empty for the first."""
    yield ""
    for before, after in pairwise(figures):
        yield f"{after / before:.2f}"


if __name__ == "__main__":
    main()
