"""Load a folder of seed files."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from service import settings as environment
from service.cli.progress import bars
from service.credentials.keys import keys
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import server


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check the folder; change nothing.")
@click.option(
    "--shift-to-today",
    is_flag=True,
    help="Move all instants by days so that the anchor in seed.json is today; later loads keep the move.",
)
def seed(folder: Path, dry_run: bool, shift_to_today: bool) -> None:
    """Check the seed files of FOLDER and load them.

    Loading a folder twice changes nothing. See seeds/README.md.
    """
    settings = environment.from_env()
    today = datetime.now(UTC).date() if shift_to_today else None
    fingerprint = keys(settings).fingerprint
    with server(settings) as address:
        prepare(address)
        with opened(address) as graph, bars(Console(stderr=True)) as progress:
            report = seeds.load(
                graph, folder, dry_run=dry_run, today=today, fingerprint=fingerprint, progress=progress
            )
    for file, rows in report.counts.items():
        click.echo(f"{rows:>9,}  {file}")
    click.echo(f"{sum(report.counts.values()):>9,}  rows {'are valid' if dry_run else 'loaded'}")
