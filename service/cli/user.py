"""Create accounts and set passwords, for an operator."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
from marshmallow import ValidationError

from service import settings as environment
from service.actions import accounts
from service.api.problems.codes import CODES
from service.api.schemas.accounts import Registration
from service.credentials.handles import fold
from service.credentials.keys import Keys, keys
from service.errors import Problem
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server

ROLES = ("admin", "analyst", "creator", "merchant")
asks_password = click.password_option(help="The password; safer without this option: then a prompt reads it.")


@click.group()
def user() -> None:
    """Create accounts and set passwords."""


@user.command()
@click.argument("handle")
@click.option("--name", help="The name that others see; by default the handle.")
@click.option(
    "--locale",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="The language of the account.",
)
@click.option(
    "--role",
    "roles",
    type=click.Choice(ROLES),
    multiple=True,
    help="A role of the account; repeat it for more.",
)
@click.option(
    "--shop", "shops", multiple=True, help="The id of a shop that the account manages; repeat it for more."
)
@asks_password
def create(
    handle: str, name: str | None, locale: str, roles: tuple[str, ...], shops: tuple[str, ...], password: str
) -> None:
    """Create an account with exactly HANDLE.

    A handle has 2 to 20 of a-z, 0-9 and _, a letter first.
    """
    body = {"handle": handle, "display_name": name or handle, "locale": locale, "password": password}
    try:
        valid = Registration().load(body)
    except ValidationError as error:
        raise click.UsageError(f"Not valid: {error.messages}") from error
    wanted, labels = [valid.pop("handle")], [role.capitalize() for role in roles]
    with _graph() as (graph, sealing):
        now = datetime.now(UTC)
        account = accounts.register(
            graph, sealing, wanted=wanted, roles=labels, shops=shops, now=now, **valid
        )
    click.echo(f"{account['handle']} can sign in now.")


@user.command()
@click.argument("handle")
@asks_password
def password(handle: str, password: str) -> None:
    """Set the password of HANDLE and end all sessions of the account."""
    with _graph() as (graph, sealing):
        accounts.reset_password(graph, sealing, fold(handle), password, datetime.now(UTC))
    click.echo(f"{fold(handle)} has a new password and is signed out everywhere.")


@contextmanager
def _graph() -> Iterator[tuple[Graph, Keys]]:
    """The graph and the keys of this installation; a Problem in the block becomes a one-line error."""
    settings = environment.from_env()
    with server(settings) as address:
        prepare(address)
        with opened(address) as graph:
            try:
                yield graph, keys(settings)
            except Problem as problem:
                raise click.ClickException(CODES[problem.code].en) from problem
