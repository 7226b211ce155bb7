"""What a service does before it answers: the schema, the rules and, for the demo, a town."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
from rich.console import Console

from service.actions import levels
from service.actions.accounts import open_session, set_password
from service.actions.purchases import settle_due
from service.cli.progress import bars
from service.credentials.keys import keys
from service.demo import giveaways, wishes
from service.demo.guests import GUESTS, Guest
from service.graph import catalogue, schema
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.graph.server.embedded import Address
from service.settings import ROOT, Settings

DEMO = ROOT / "seeds" / "demo"
LOADING_SECONDS = 120
HOT = (
    "circle/feed",
    "shares/read",
    "claims/claim",
    "accounts/caller",
    "ops/begin",
    "notifications/out_of_sight",
    "notifications/list",
    "events/shares",
)
SELDOM = {"schema", "seed", "jobs", "explore", "check"}
console = Console(stderr=True)


@contextmanager
def opened(address: Address, seconds: float = LOADING_SECONDS) -> Iterator[Graph]:
    """The graph behind `address`, closed at the end; patient, for loading."""
    graph = Graph(address, catalogue.load(ROOT / "cypher"), seconds=seconds)
    try:
        yield graph
    finally:
        graph.close()


def prepare(address: Address) -> None:
    """Bring the schema up to date and load the rules; changes nothing the second time."""
    with opened(address) as graph:
        schema.apply(graph)
        seeds.load(graph, ROOT / "seeds" / "rules")


def warm(address: Address) -> None:
    """Let the server plan what people ask, the hot questions first; the first plans are slow."""
    with opened(address) as graph:
        asked = [name for name in graph.catalogue if name.split("/")[0] not in SELDOM]
        for name in (*HOT, *sorted(set(asked) - set(HOT))):
            graph.warm(name)


def demo(settings: Settings, address: Address) -> None:
    """Load the demo town once, into an empty graph; whoever likes may be one of three people of it."""
    if not settings.demo:
        return
    with opened(address) as graph:
        if not graph.rows("ops/anyone"):
            console.print("Loading the demo town, once")
            _load(graph, settings)
        now = datetime.now(UTC)
        for guest in GUESTS:
            set_password(graph, keys(settings), guest.id, guest.password, now)


def introduce(settings: Settings, address: Address, url: str) -> None:
    """Say where the service answers, how to look at the demo town, and where the log is."""
    log = f"Each request, and who asked what, is logged in {settings.log_file}" if settings.log_file else ""
    if not settings.demo:
        _say(f"Shopping Circle 购物圈 answers at {url}\n{log}")
        return
    with opened(address) as graph:
        token = open_session(graph, GUESTS[0].id, "make run", datetime.now(UTC))
    _show(url, log, GUESTS[0], token)


def _load(graph: Graph, settings: Settings) -> None:
    """Store the town and what follows from it by now, so that the first look finds true levels."""
    now = datetime.now(UTC)
    with bars(console) as progress:
        seeds.load(graph, DEMO, today=now.date(), fingerprint=keys(settings).fingerprint, progress=progress)
        settle_due(graph, now=now)
        levels.catch_up(graph, now=now, progress=progress)
    wishes.answer(graph, now)
    giveaways.hold(graph, keys(settings), now)


def _say(text: str) -> None:
    console.print(text, highlight=False, markup=False, soft_wrap=True)


def _show(url: str, log: str, first: Guest, token: str) -> None:
    _say(
        f"\nShopping Circle 购物圈 answers at {url}  (read the API at {url}/docs)\n{log}\n"
        f"Open it to be one of three people, or print the circle of {first.id} ({first.password}):\n"
    )
    # on stdout, unwrapped, so that it can be copied or piped into a shell
    click.echo(f"curl -s -H 'Authorization: Bearer {token}' '{url}/v1/circle?limit=3'")
