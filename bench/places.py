"""The towns of a bench: the demo town, real friendships with generated shares, a large generated town."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import ego_facebook
from bench.first_page import FIRST_PAGE
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
# Rare and common, Chinese and English, one character, part of a word, two words, a word without results.
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
    """A town: its name, the function that fills an empty store, and the words to search for."""

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
    """Write the seed files of a town with today as anchor, unless they exist."""
    if not (folder / "seed.json").exists():
        today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        town.generate(folder, Plan(people, SEED, today, gzip=True), processes=PROCESSES)


def viewers(graph: Graph, people: Sequence[str], count: int) -> list[str]:
    """Sessions (the stored hashes of their tokens) of `count` of these people, drawn at random.

    Yesterday each person saw their newest shares, opened some and saved one; every third person hid one.
    """
    rng = random.Random(SEED)
    return [_viewer(graph, person, rng) for person in rng.sample(people, min(count, len(people)))]


def _viewer(graph: Graph, person: str, rng: random.Random) -> str:
    yesterday, op = datetime.now(UTC) - timedelta(days=1), f"bench-{person}"
    session = token_hash(open_session(graph, person, "bench", yesterday))
    at = {"me": person, "now": yesterday}
    rows = graph.rows("circle/candidates", as_of=yesterday, limit=MOST_SEEN, **at, **FIRST_PAGE)
    shown = [row["id"] for row in rows]
    graph.run("circle/see", shares=shown, opened=shown[3::7], op=op, **at)
    if shown:
        graph.run("saved/save", share=shown[0], op=op, **at)
    if shown and rng.random() < HIDING:
        graph.run("hidden/hide", share=shown[-1], reason="not_interested", op=op, **at)
    return session
