"""Where the questions are asked: the demo town, real friendships with drawn shares, a large town."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import ego_facebook
from bench.asked import FIRST_PAGE
from service import bulk, town
from service.actions.accounts import open_session
from service.credentials.keys import keys
from service.credentials.tokens import token_hash
from service.demo.load import DEMO
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.seeds import load as seeds
from service.graph.server.embedded import server
from service.settings import Settings
from service.town.plan import Plan

SEED, PROCESSES = 1, 2
MOST_SEEN = 60
HIDING = 1 / 3
# Rare and common, Chinese and English, one character, a word begun, two words, none that is found.
TOWN_WORDS = (
    "水壶",
    "咖啡豆",
    "好",
    "头皮",
    "kettle",
    "coffee",
    "bab",
    "it",
    "cotton shirt",
    "雨伞 红",
    "quokka",
)
EGO_WORDS = ("shop 12", "product 3", "bought", "order 10", "sports", "taobao", "kitch", "quokka")


@dataclass(frozen=True)
class Place:
    """A town: its name, what makes it the graph of an empty store, what is searched for there."""

    name: str
    fill: Callable[[Settings, Path], object]
    words: tuple[str, ...] = TOWN_WORDS


def demo() -> Place:
    """The demo town of `make run`."""

    def fill(settings: Settings, _: Path) -> None:
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            fingerprint = keys(settings).fingerprint
            seeds.load(graph, DEMO, today=datetime.now(UTC).date(), fingerprint=fingerprint)

    return Place("demo town", fill)


def ego(edges: Path) -> Place:
    """The friendships of SNAP ego-Facebook."""

    def fill(settings: Settings, folder: Path) -> None:
        with server(settings) as address, opened(address) as graph:
            prepare(address)
            ego_facebook.write(edges, folder, datetime.now(UTC))
            seeds.load(graph, folder)

    return Place("ego-facebook", fill, EGO_WORDS)


def large(people: int) -> Place:
    """A generated town of so many people."""

    def fill(settings: Settings, folder: Path) -> None:
        generate(folder, people)
        bulk.load(settings, folder)

    return Place(f"town of {people:,}", fill)


def generate(folder: Path, people: int) -> None:
    """The seed files of a town as it is today, unless they are there."""
    if not (folder / "seed.json").exists():
        today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        town.generate(folder, Plan(people, SEED, today, gzip=True), processes=PROCESSES)


def viewers(graph: Graph, people: Sequence[str], count: int) -> list[str]:
    """Sessions (what is stored of their tokens) of so many of these people, drawn at random.

    Each was shown their newest shares yesterday, opened some, keeps one; every third person hides one.
    """
    rng = random.Random(SEED)
    return [_viewer(graph, person, rng) for person in rng.sample(people, min(count, len(people)))]


def _viewer(graph: Graph, person: str, rng: random.Random) -> str:
    yesterday, op = datetime.now(UTC) - timedelta(days=1), f"bench-{person}"
    session = token_hash(open_session(graph, person, "bench", yesterday))
    at = {"me": person, "now": yesterday}
    found = graph.rows("circle/candidates", as_of=yesterday, limit=MOST_SEEN, **at, **FIRST_PAGE)
    shown = [row["id"] for row in found]
    graph.run("circle/see", shares=shown, opened=shown[3::7], op=op, **at)
    if shown:
        graph.run("saved/save", share=shown[0], op=op, **at)
    if shown and rng.random() < HIDING:
        graph.run("hidden/hide", share=shown[-1], reason="not_interested", op=op, **at)
    return session
