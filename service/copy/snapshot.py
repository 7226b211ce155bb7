"""Makes the copy: reads the graph, treats and re-keys it, imports it; then it replaces the older copy."""

import secrets
import shutil
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass

from service.copy.allowed import read
from service.copy.place import Place
from service.copy.writing import Writer
from service.errors import Unavailable
from service.graph.client import Graph
from service.graph.server.flock import exclusive, held, take
from service.graph.server.home import Home
from service.graph.server.importer import Source, adopt, load
from service.graph.server.java import Program, program
from service.settings import Settings


@dataclass(frozen=True)
class Report:
    """The size and time of a snapshot; `waits` when an older copy is in use and this one comes later."""

    nodes: int
    edges: int
    seconds: float
    waits: bool


def snapshot(settings: Settings, graph: Graph) -> Report:
    """Make a copy of the graph; the older copy stays until this one is complete. Raises Unavailable.

    Nothing keeps the secret of the new keys: nobody can trace a key to a person, and two copies share none.
    """
    began = time.monotonic()
    place, neo4j = Place.of(settings), program(settings)
    with exclusive(place.making, "another snapshot is being made"), ExitStack() as stack:
        for folder in (place.work, place.next):
            shutil.rmtree(folder, ignore_errors=True)
        stack.callback(shutil.rmtree, place.work, ignore_errors=True)
        place.work.mkdir(mode=0o700)
        sources = Writer(read(), place.work, secrets.token_bytes(32)).write(graph)
        _import(neo4j, place, sources)
        waits = not take_up(place)
    count = [sum(source.lines for source in sources if bool(source.type) is edges) for edges in (False, True)]
    return Report(count[0], count[1], time.monotonic() - began, waits)


def take_up(place: Place) -> bool:
    """Put a newer copy in place of the older one; False while a server uses the older one."""
    with held(place.serving) as handle:
        if not take(handle):
            return False
        newer(place)
    return True


def newer(place: Place) -> None:
    """Put a newer copy in place of the older one; the caller must hold the lock `serving`."""
    if (place.next / "data").exists():
        following = Home.of(place.next)
        if following.store_exists:
            adopt(place.home, following)
        shutil.rmtree(place.next, ignore_errors=True)


def _import(neo4j: Program, place: Place, sources: Iterable[Source]) -> None:
    draft = Home.of(place.work / "neo4j")
    load(neo4j, draft, sources, place.work)
    if not draft.store_exists:
        raise Unavailable("The importer made no store.")
    draft.folder.rename(place.next)
