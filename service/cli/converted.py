"""What a conversion leaves behind: its folder, its rejects, and the exit code."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from service.errors import BadSource
from service.recipes.output import fresh
from service.recipes.rejects import Rejects

SOME_LEFT_OUT = 3  # the exit code when a recipe could not use every line


@contextmanager
def converted(folder: Path, rejected: Path | None) -> Iterator[tuple[Path, Rejects]]:
    """A draft of the folder, and the rejects; shows the rejects at the end."""
    with ExitStack() as stack:
        every = stack.enter_context(rejected.open("w", encoding="utf-8")) if rejected else None
        rejects = Rejects(every)
        place = stack.enter_context(fresh(folder))
        yield place, rejects
        used = any(place.iterdir())
    _report(rejects, folder, rejected, used=used)


def _report(rejects: Rejects, folder: Path, rejected: Path | None, *, used: bool) -> None:
    for line in rejects.shown():
        click.echo(line, err=True)
    if not used:
        raise BadSource("No line could be used, so nothing was written.")
    if rejects:
        where = f" {rejected} lists them all." if rejected else ""
        click.echo(f"{len(rejects):,} lines were left out; {folder} has the rest.{where}", err=True)
        sys.exit(SOME_LEFT_OUT)


def show(counts: Mapping[str, int]) -> None:
    """Print a line for each file: its rows and its name."""
    for file, rows in counts.items():
        click.echo(f"{rows:>9,}  {file}")
