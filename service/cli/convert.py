"""Other people's data as seed files or as bodies of the admin's routes."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from service import settings as environment
from service.api.schemas import LEAST_REASON, MOST_REASON
from service.errors import BadSource
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server
from service.recipes import edges as edge_list
from service.recipes import friends as chat_friends
from service.recipes import ldbc as snb
from service.recipes.bodies import Bodies
from service.recipes.categories import chosen
from service.recipes.friends import Asking
from service.recipes.order_exports import EXPORTS
from service.recipes.order_facts import Given
from service.recipes.orders import Orders
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


def _shop(_ctx: click.Context, _option: click.Parameter, text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    key, _, name = text.partition("=")
    if not key.strip() or not name.strip():
        raise click.BadParameter("wants ID=NAME")
    return key.strip(), name.strip()


def _reason(_ctx: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    if text is not None and not LEAST_REASON <= len(text.strip()) <= MOST_REASON:
        raise click.BadParameter(f"wants {LEAST_REASON} to {MOST_REASON} characters")
    return text


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
    """A folder of the LDBC SNB test set as the seed files of a circle with shares and claims.

    Load it with `circle seed FOLDER --shift-to-today`.
    """
    with _told(folder, rejected) as (place, rejects), SeedFolder(place) as out:
        latest = snb.convert(source, out, rejects, category=category)
        if out.counts:
            about = {"name": folder.resolve().name, "anchor": latest.date().isoformat() + "T00:00:00Z"}
            (place / "seed.json").write_text(json.dumps(about) + "\n", "utf-8")
        _show(out.counts)


@convert.command()
@INPUTS
@FOLDER
@click.option("--of", "owner", metavar="HANDLE", help="Whose friends they are, where no column tells.")
@click.option("--message", help="What each request says.")
@REJECTS
def friends(
    inputs: tuple[Path, ...], folder: Path, owner: str | None, message: str | None, rejected: Path | None
) -> None:
    """Friends exported from a chat app (handles) as friend requests of people of this installation.

    Each request waits for the consent of whoever is asked. Files with phone numbers or e-mail addresses are
    refused whole. Load the requests with `circle seed FOLDER`.
    """
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address) as graph, _told(folder, rejected) as (place, rejects), SeedFolder(place) as out:
            asking = Asking(graph, datetime.now(UTC), owner, message)
            chat_friends.convert(list(inputs), out, rejects, asking)
            _show(out.counts)


@convert.command()
@click.option("--from", "platform", type=click.Choice(sorted(EXPORTS)), required=True)
@INPUTS
@FOLDER
@click.option("--category", required=True, help="The category of products that no word of --categories fits.")
@click.option("--categories", type=FILE, help="A CSV of `word,category`: products whose name holds the word.")
@click.option(
    "--shop",
    metavar="ID=NAME",
    callback=_shop,
    help="The shop at the platform, for an export that names none.",
)
@click.option("--buyer", metavar="ID", help="The buyer's account, for an export of one's own orders.")
@click.option("--reason", callback=_reason, help="Why they are brought in, for the audit.")
@REJECTS
def orders(
    platform: str,
    inputs: tuple[Path, ...],
    folder: Path,
    category: str,
    categories: Path | None,
    shop: tuple[str, str] | None,
    buyer: str | None,
    reason: str | None,
    rejected: Path | None,
) -> None:
    """Order exports (CSV, in UTF-8 or GBK) as bodies of POST /v1/admin/shops, /products and /orders.

    Times are read as those of China. Of buyers only the platform's own id is written. Send the files of shops
    first, then products, then orders.
    """
    given = Given(platform, datetime.now(UTC), chosen(category, categories), shop, buyer)
    with _told(folder, rejected) as (place, rejects):
        out = Bodies(place, reason or f"Orders of {platform}: {inputs[0].name}"[:MOST_REASON])
        made = Orders(given, out, rejects)
        for path in inputs:
            made.read(path)
        made.end()
        _show(out.counts)
        _show(made.notes)


@contextmanager
def _told(folder: Path, rejected: Path | None) -> Iterator[tuple[Path, Rejects]]:
    """Where to write and what to note rejects in, which are shown at the end."""
    with ExitStack() as stack:
        every = stack.enter_context(rejected.open("w", encoding="utf-8")) if rejected else None
        rejects = Rejects(every)
        place = stack.enter_context(fresh(folder))
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
