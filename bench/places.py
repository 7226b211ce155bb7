"""Where the questions are asked: the demo town, real friendships with drawn shares, a large town."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import ego_facebook, large_town
from bench.asked import FIRST_PAGE
from bench.mirror import EVERYBODY
from service.accounts import open_session
from service.graph import seeds
from service.graph.client import Graph
from service.secrets import keys
from service.settings import ROOT, Settings
from service.tokens import token_hash

SEED = 1
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
    """A town: its name, what loads it into an empty graph, what is searched for there."""

    name: str
    load: Callable[[Graph, Settings, Path], object]
    words: tuple[str, ...] = TOWN_WORDS


def demo() -> Place:
    """The demo town of `make run`."""

    def load(graph: Graph, settings: Settings, _: Path) -> object:
        today, fingerprint = datetime.now(UTC).date(), keys(settings).fingerprint
        return seeds.load(graph, ROOT / "seeds" / "demo", today=today, fingerprint=fingerprint)

    return Place("demo town", load)


def ego(edges: Path) -> Place:
    """The friendships of SNAP ego-Facebook."""

    def load(graph: Graph, _: Settings, folder: Path) -> object:
        ego_facebook.write(edges, folder, datetime.now(UTC))
        return seeds.load(graph, folder)

    return Place("ego-facebook", load, EGO_WORDS)


def large(people: int) -> Place:
    """A generated town of so many people."""

    def load(graph: Graph, _: Settings, folder: Path) -> None:
        large_town.load(graph, folder, people)

    return Place(f"town of {people:,}", load)


def viewers(graph: Graph, count: int) -> list[str]:
    """Sessions (what is stored of their tokens) of so many active people, drawn at random.

    Each was shown their newest shares yesterday, opened some, keeps one; every third person hides one.
    """
    people = [row["id"] for row in graph.rows(EVERYBODY) if row["active"]]
    rng = random.Random(SEED)
    return [_viewer(graph, person, rng) for person in rng.sample(people, min(count, len(people)))]


def _viewer(graph: Graph, person: str, rng: random.Random) -> str:
    yesterday, op = datetime.now(UTC) - timedelta(days=1), f"bench-{person}"
    session = token_hash(open_session(graph, person, "bench", yesterday))
    at = {"viewer": person, "now": yesterday}
    found = graph.rows("circle/candidates", as_of=yesterday, limit=MOST_SEEN, **at, **FIRST_PAGE)
    shown = [row["id"] for row in found]
    graph.run("circle/see", shares=shown, opened=shown[3::7], op=op, **at)
    if shown:
        graph.run("saved/save", share=shown[0], op=op, **at)
    if shown and rng.random() < HIDING:
        graph.run("hidden/hide", share=shown[-1], reason="not_interested", op=op, **at)
    return session
