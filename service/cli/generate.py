"""Make the seed files of a believable town."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from service import town
from service.cli.progress import bars


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--users", type=click.IntRange(min=town.LEAST_USERS), default=500, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same town.")
@click.option(
    "--anchor",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2030-01-01",
    show_default=True,
    help="The day that the town takes for today.",
)
def generate(folder: Path, users: int, seed: int, anchor: datetime) -> None:
    """Write the seed files of a town of so many people into FOLDER; load them with `circle seed`."""
    with bars(Console(stderr=True)) as progress:
        counts = town.generate(folder, users, seed, anchor.replace(tzinfo=UTC), progress)
    for file, rows in counts.items():
        click.echo(f"{rows:>11,}  {file}")
