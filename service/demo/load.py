"""The demo town: loaded once into an empty graph, with the passwords of its guests."""

from datetime import datetime
from pathlib import Path

from service.actions import levels
from service.actions.accounts import set_password
from service.actions.purchases import settle_due
from service.credentials.keys import Keys
from service.demo import giveaways, wishes
from service.demo.guests import GUESTS
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.graph.seeds.load import Progress
from service.settings import ROOT

DEMO = ROOT / "seeds" / "demo"


def is_empty(graph: Graph) -> bool:
    """Whether nobody lives in the graph yet."""
    return not graph.rows("ops/anyone")


def load(graph: Graph, keys: Keys, *, now: datetime, progress: Progress, town: Path = DEMO) -> None:
    """Load the town if the graph is empty, and let everybody sign in as one of its guests."""
    if is_empty(graph):
        _load(graph, keys, now, progress, town)
    for guest in GUESTS:
        set_password(graph, keys, guest.id, guest.password, now)


def _load(graph: Graph, keys: Keys, now: datetime, progress: Progress, town: Path) -> None:
    """Store the town with all effects due by `now`, so that the first page shows true levels."""
    seeds.load(graph, town, today=now.date(), fingerprint=keys.fingerprint, progress=progress)
    settle_due(graph, now=now)
    levels.catch_up(graph, now=now, progress=progress)
    wishes.answer(graph, now)
    giveaways.hold(graph, keys, now)
