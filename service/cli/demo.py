"""What `circle run` does for people: it loads the demo town and shows where to begin."""

from datetime import UTC, datetime

import click
from rich.console import Console

from service.actions.accounts import open_session
from service.cli.progress import bars
from service.credentials.keys import keys
from service.demo import load as town
from service.demo.guests import GUESTS, Guest
from service.graph.ready import opened
from service.graph.server.embedded import Address
from service.settings import Settings

console = Console(stderr=True)


def load(settings: Settings, address: Address) -> None:
    """Load the demo town once, with progress bars, when CIRCLE_DEMO is on."""
    if not settings.demo:
        return
    with opened(address) as graph:
        if town.is_empty(graph):
            console.print("Loading the demo town, once")
        with bars(console) as progress:
            town.load(graph, keys(settings), now=datetime.now(UTC), progress=progress)


def introduce(settings: Settings, address: Address, url: str) -> None:
    """Show where the service answers, how to look at the demo town, and where the log is."""
    log = f"Each request, and who asked what, is logged in {settings.log_file}" if settings.log_file else ""
    if not settings.demo:
        _say(f"Shopping Circle 购物圈 answers at {url}\n{log}")
        return
    with opened(address) as graph:
        token = open_session(graph, GUESTS[0].id, "make run", datetime.now(UTC))
    _show(url, log, GUESTS[0], token)


def _say(text: str) -> None:
    console.print(text, highlight=False, markup=False, soft_wrap=True)


def _show(url: str, log: str, first: Guest, token: str) -> None:
    _say(
        f"\nShopping Circle 购物圈 answers at {url}  (read the API at {url}/docs)\n{log}\n"
        f"Open it to be one of three people, or print the circle of {first.id} ({first.password}):\n"
    )
    # on stdout, unwrapped, so that it can be copied or piped into a shell
    click.echo(f"curl -s -H 'Authorization: Bearer {token}' '{url}/v1/circle?limit=3'")
