"""Write the seed files of a generated town."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from service import town
from service.cli.progress import bars
from service.town import plan


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--users",
    type=click.IntRange(min=plan.LEAST_USERS),
    default=500,
    show_default=True,
    help="The number of people in the town.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same town.")
@click.option(
    "--anchor",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2030-01-01",
    show_default=True,
    help="The town's today: nothing happens later.",
)
@click.option(
    "--friends",
    type=click.FloatRange(5, 100),
    default=plan.FRIENDS,
    show_default=True,
    help="The average number of friends of a person.",
)
@click.option(
    "--shares",
    type=click.FloatRange(0.01, 10),
    default=plan.SHARES,
    show_default=True,
    help="The average number of shares of a person; purchases and claims grow with it.",
)
@click.option("--gzip", is_flag=True, help="Write .csv.gz, which only `circle import` reads.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=min(8, os.cpu_count() or 1),
    show_default="the number of cores, at most 8",
    help="The number of parallel processes; it does not change the town.",
)
def generate(
    folder: Path,
    users: int,
    seed: int,
    anchor: datetime,
    friends: float,
    shares: float,
    gzip: bool,
    processes: int,
) -> None:
    """Write the seed files of a generated town into FOLDER.

    Load a small town with `circle seed`, a large one with `circle import`.
    """
    drawn = plan.Plan(users, seed, anchor.replace(tzinfo=UTC), friends, shares, gzip=gzip)
    with bars(Console(stderr=True)) as progress:
        counts = town.generate(folder, drawn, processes=processes, progress=progress)
    for file, rows in counts.items():
        click.echo(f"{rows:>11,}  {file}")
