"""Load a large folder into an empty store."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from service import bulk
from service import settings as environment
from service.cli.progress import bars
from service.errors import BadSeed


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check the folder; change nothing.")
@click.option(
    "--shift-to-today",
    is_flag=True,
    help="Move all instants by days so that the anchor in seed.json is today.",
)
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write rows, seconds and faults to this JSON file.",
)
def import_(folder: Path, dry_run: bool, shift_to_today: bool, report_file: Path | None) -> None:
    """Make FOLDER the graph of an empty store.

    The command checks FOLDER, and uses Neo4j's importer for large folders; see seeds/README.md. If it is
    killed, run it again: it skips the finished steps. `circle seed` adds a folder to a store in use.
    """
    today = datetime.now(UTC).date() if shift_to_today else None
    try:
        with bars(Console(stderr=True)) as progress:
            report = bulk.load(
                environment.from_env(), folder, dry_run=dry_run, today=today, progress=progress
            )
    except BadSeed as error:
        _write(report_file, {"folder": str(folder), "faults": error.faults})
        raise
    _write(report_file, asdict(report))
    for file, rows in report.rows.items():
        click.echo(f"{rows:>11,}  {file}")
    click.echo(f"{sum(report.rows.values()):>11,}  rows {'are valid' if dry_run else 'imported'}")
    if not dry_run:
        click.echo(f"{report.nodes:>11,}  nodes\n{report.edges:>11,}  edges")
    click.echo("  ".join(f"{name} {seconds:.1f} s" for name, seconds in report.seconds.items()))


def _write(file: Path | None, report: object) -> None:
    if file:
        file.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
