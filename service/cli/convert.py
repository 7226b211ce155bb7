"""Other people's data as seed files or as bodies of the admin's routes."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from service.errors import BadSource
from service.recipes import edges as edge_list
from service.recipes import ldbc as benchmark
from service.recipes.output import fresh
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder

SOME_LEFT_OUT = 3
FOLDER = click.argument("folder", type=click.Path(path_type=Path))
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
INPUTS = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=FILE)
REJECTS = click.option(
    "--rejects",
    "rejected",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for every line that is left out.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def convert() -> None:
    """Turn other people's data into ours.

    Lines that cannot be used are told with their place and the reason, and the rest is written into FOLDER,
    which must not be there yet. The exit code is 0 when all was used, 3 when lines were left out, and 1 when
    nothing was written.
    """


@convert.command()
@INPUTS
@FOLDER
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2020-01-01",
    show_default=True,
    help="The day from which people are here and friends.",
)
@REJECTS
def edges(inputs: tuple[Path, ...], folder: Path, since: datetime, rejected: Path | None) -> None:
    """Edge lists (SNAP: `u v` a line; plain, .gz or .xz) as the seed files of a circle."""
    with _told(folder, rejected) as (place, rejects), SeedFolder(place) as out:
        edge_list.convert(list(inputs), out, rejects, since=since.replace(tzinfo=UTC))
        _show(out.counts)


@convert.command()
@click.argument("source", metavar="INPUT", type=click.Path(exists=True, file_okay=False, path_type=Path))
@FOLDER
@click.option("--category", default="books", show_default=True, help="The category of all that is spoken of.")
@REJECTS
def ldbc(source: Path, folder: Path, category: str, rejected: Path | None) -> None:
    """A folder of the LDBC Social Network Benchmark as the seed files of a circle with shares and claims.

    Load it with `circle seed FOLDER --shift-to-today`.
    """
    with _told(folder, rejected) as (place, rejects), SeedFolder(place) as out:
        latest = benchmark.convert(source, out, rejects, category=category)
        about = {"name": folder.resolve().name, "anchor": latest.date().isoformat() + "T00:00:00Z"}
        (place / "seed.json").write_text(json.dumps(about) + "\n", "utf-8")
        _show(out.counts)


@contextmanager
def _told(folder: Path, rejected: Path | None) -> Iterator[tuple[Path, Rejects]]:
    """Where to write and what to note rejects in, which are shown at the end."""
    with fresh(folder) as place:
        if rejected:
            with rejected.open("w", encoding="utf-8") as every:
                rejects = Rejects(every)
                yield place, rejects
        else:
            rejects = Rejects()
            yield place, rejects
        used = any(place.iterdir())
    _tell(rejects, folder, rejected, used=used)


def _tell(rejects: Rejects, folder: Path, rejected: Path | None, *, used: bool) -> None:
    for line in rejects.shown():
        click.echo(line, err=True)
    if not used:
        raise BadSource("nothing could be used, and nothing was written")
    if rejects:
        where = f"; {rejected} tells of each" if rejected else ""
        click.echo(f"{len(rejects):,} lines were left out; {folder} holds the rest{where}", err=True)
        sys.exit(SOME_LEFT_OUT)


def _show(counts: Mapping[str, int]) -> None:
    for file, rows in counts.items():
        click.echo(f"{rows:>9,}  {file}")
