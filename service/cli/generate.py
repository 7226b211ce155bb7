"""Make the seed files of a believable town."""

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
@click.option("--users", type=click.IntRange(min=plan.LEAST_USERS), default=500, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same town.")
@click.option(
    "--anchor",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2030-01-01",
    show_default=True,
    help="The day that the town takes for today.",
)
@click.option(
    "--friends",
    type=click.FloatRange(5, 100),
    default=plan.FRIENDS,
    show_default=True,
    help="How many friends people have, on average.",
)
@click.option(
    "--shares",
    type=click.FloatRange(0.01, 10),
    default=plan.SHARES,
    show_default=True,
    help="How many shares people publish, on average; purchases and claims grow with them.",
)
@click.option("--gzip", is_flag=True, help="Write .csv.gz, which only `circle import` reads.")
@click.option(
    "--processes",
    type=click.IntRange(1, 64),
    default=min(8, os.cpu_count() or 1),
    show_default="the cores there are",
    help="How many work at the same time; the town is the same.",
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
    """Write the seed files of a town of so many people into FOLDER.

    Load a small one with `circle seed`, a large one with `circle import`.
    """
    drawn = plan.Plan(users, seed, anchor.replace(tzinfo=UTC), friends, shares, gzip=gzip)
    with bars(Console(stderr=True)) as progress:
        counts = town.generate(folder, drawn, processes=processes, told=progress)
    for file, rows in counts.items():
        click.echo(f"{rows:>11,}  {file}")
