"""Convert data of other services to seed files, or to request bodies for the admin routes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from service import settings as environment
from service.api.schemas import LEAST_REASON, MOST_REASON
from service.cli.converted import converted, show
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
from service.recipes.seed_folder import SeedFolder

FOLDER = click.argument("folder", type=click.Path(path_type=Path))
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
INPUTS = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=FILE)
REJECTS = click.option(
    "--rejects",
    "rejected",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write every line that cannot be used, with its reason, to this file.",
)


def _shop(_ctx: click.Context, _option: click.Parameter, text: str | None) -> tuple[str, str] | None:
    if text is None:
        return None
    key, _, name = text.partition("=")
    if not key.strip() or not name.strip():
        raise click.BadParameter("must be ID=NAME")
    return key.strip(), name.strip()


def _reason(_ctx: click.Context, _option: click.Parameter, text: str | None) -> str | None:
    if text is not None and not LEAST_REASON <= len(text.strip()) <= MOST_REASON:
        raise click.BadParameter(f"must have {LEAST_REASON} to {MOST_REASON} characters")
    return text


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def convert() -> None:
    """Convert data of other services to data of this one.

    A recipe writes FOLDER, which must not exist yet. It reports each line it cannot use, with place and
    reason, and converts the rest. The exit code is 0 if all lines were used, 3 if some were left out, and 1
    if nothing was written.
    """


@convert.command()
@INPUTS
@FOLDER
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2020-01-01",
    show_default=True,
    help="The day on which everyone joined and all friendships began.",
)
@REJECTS
def edges(inputs: tuple[Path, ...], folder: Path, since: datetime, rejected: Path | None) -> None:
    """Convert edge lists to people and friendships.

    An edge list has one pair `u v` a line, as SNAP publishes them; plain, .gz or .xz.
    """
    with converted(folder, rejected) as (place, rejects), SeedFolder(place) as out:
        edge_list.convert(list(inputs), out, rejects, since=since.replace(tzinfo=UTC))
        show(out.counts)


@convert.command()
@click.argument("source", metavar="INPUT", type=click.Path(exists=True, file_okay=False, path_type=Path))
@FOLDER
@click.option("--category", default="books", show_default=True, help="The category of all products.")
@REJECTS
def ldbc(source: Path, folder: Path, category: str, rejected: Path | None) -> None:
    """Convert a folder of LDBC SNB to a circle with shares.

    The seed files hold people, friendships, shares and claims of the LDBC SNB test set. Load them with
    `circle seed FOLDER --shift-to-today`.
    """
    with converted(folder, rejected) as (place, rejects), SeedFolder(place) as out:
        latest = snb.convert(source, out, rejects, category=category)
        if out.counts:
            about = {"name": folder.resolve().name, "anchor": latest.date().isoformat() + "T00:00:00Z"}
            (place / "seed.json").write_text(json.dumps(about) + "\n", "utf-8")
        show(out.counts)


@convert.command()
@INPUTS
@FOLDER
@click.option("--of", "owner", metavar="HANDLE", help="The owner of the friends, if no column names one.")
@click.option("--message", help="The text of each friend request.")
@REJECTS
def friends(
    inputs: tuple[Path, ...], folder: Path, owner: str | None, message: str | None, rejected: Path | None
) -> None:
    """Convert friends of a chat app to friend requests.

    The file names people of this installation by handle. Each request waits for the other person's consent.
    A file with phone numbers or e-mail addresses is refused whole. Load the requests with
    `circle seed FOLDER`.
    """
    with server(environment.from_env()) as address:
        prepare(address)
        with (
            opened(address) as graph,
            converted(folder, rejected) as (place, rejects),
            SeedFolder(place) as out,
        ):
            asking = Asking(graph, datetime.now(UTC), owner, message)
            chat_friends.convert(list(inputs), out, rejects, asking)
            show(out.counts)


@convert.command()
@click.option(
    "--from",
    "platform",
    type=click.Choice(sorted(EXPORTS)),
    required=True,
    help="The platform of the export.",
)
@INPUTS
@FOLDER
@click.option(
    "--category", required=True, help="The category of products that match no line of --categories."
)
@click.option(
    "--categories", type=FILE, help="A CSV file of `word,category`: a product with the word in its name."
)
@click.option(
    "--shop",
    metavar="ID=NAME",
    callback=_shop,
    help="The shop's id and name at the platform, if the export has no shop column.",
)
@click.option("--buyer", metavar="ID", help="The buyer's account, if the export has no buyer column.")
@click.option("--reason", callback=_reason, help="The reason of the import, for the audit log.")
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
    """Convert order exports to request bodies for an admin.

    An export is CSV, in UTF-8 or GBK; times are China's. The bodies are those of POST /v1/admin/shops,
    /products and /orders: send shops first, then products, then orders. They hold no data about buyers but
    the platform's own id.
    """
    given = Given(platform, datetime.now(UTC), chosen(category, categories), shop, buyer)
    with converted(folder, rejected) as (place, rejects):
        out = Bodies(place, reason or f"Orders of {platform}: {inputs[0].name}"[:MOST_REASON])
        conversion = Orders(given, out, rejects)
        for path in inputs:
            conversion.read(path)
        conversion.end()
        show(out.counts)
        show(conversion.notes)
