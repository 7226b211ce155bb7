"""How a town's size shows: a town of each size is generated, imported, served, and asked the same things.

Own server and store for each; the calls of one size are timed in turns beside a bare round trip, after
a warm-up.
"""

import csv
import gzip
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bench import acts, places
from bench.asked import Asked
from bench.turns import BARE, Ask, Cuts, Times, Turns, bare
from service import bulk
from service import settings as environment
from service.actions import levels
from service.actions.claims import CODE_LENGTH
from service.credentials.codes import new_code
from service.credentials.tokens import new_id
from service.errors import Problem
from service.graph.client import Graph
from service.graph.ready import LOADING_SECONDS, opened, prepare
from service.graph.server.embedded import server
from service.settings import Settings

VIEWERS = 200
TURNS = Turns(warm_up=100, blocks=5, block=40)
CLAIM, LEVEL = "claim", "level of a sharer"
HEAP, PAGE_CACHE = "2g", "2g"
Report = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """What one size came to: rows imported, in how many seconds, and the times of every call."""

    people: int
    rows: int
    seconds: float
    times: Times
    refused: int

    @property
    def rate(self) -> float:
        """Rows imported in a second."""
        return self.rows / self.seconds

    def against_bare(self, name: str) -> float:
        """The median of a question, in bare round trips of the same run."""
        return Cuts.of(self.times[name]).p50 / Cuts.of(self.times[BARE]).p50


def measure(folder: Path, people: int, say: Report) -> Measured:
    """Make the town of so many people below `folder`, as far as it is not there, and time it."""
    settings = replace(environment.from_env(), home=folder / "home", demo=False)
    settings = replace(settings, neo4j_heap=HEAP, neo4j_pagecache=PAGE_CACHE)
    settings.home.mkdir(parents=True, exist_ok=True)
    rows, seconds = _imported(settings, folder / "seeds", people, say)
    with server(settings) as address, opened(address, LOADING_SECONDS) as graph:
        prepare(address)
        say(f"{people:,} people: asked")
        sessions = places.viewers(graph, _active(folder / "seeds"), VIEWERS)
        asked = Asked(graph, sessions, places.TOWN_WORDS, datetime.now(UTC))
        claims = Claims(graph, asked, sessions)
        asks: dict[str, Ask] = {BARE: bare(graph), **asked.asks(), CLAIM: claims.take}
        asks[LEVEL] = _level(graph, claims.sharers)
        times = TURNS.measure(asks)
    return Measured(people, rows, seconds, times, claims.refused)


def _imported(settings: Settings, seeds: Path, people: int, say: Report) -> tuple[int, float]:
    """Rows and seconds of the import, now or when the store was made."""
    noted = seeds.parent / "imported.json"
    if not noted.exists():
        say(f"{people:,} people: generated")
        places.generate(seeds, people)
        say(f"{people:,} people: imported")
        began = time.perf_counter()
        report = bulk.load(settings, seeds)
        noted.write_text(json.dumps([sum(report.rows.values()), time.perf_counter() - began]))
    rows, seconds = json.loads(noted.read_text())
    return rows, seconds


def _active(seeds: Path) -> list[str]:
    with gzip.open(seeds / "user.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return [row["id"] for row in csv.DictReader(lines) if not row["deactivated_at"] + row["suspended_at"]]


class Claims:
    """Takes copies of what people see on their first page, one after another, nobody the same twice."""

    def __init__(self, graph: Graph, asked: Asked, sessions: list[str]) -> None:
        self.refused = 0
        self._graph = graph
        pages = [(session, asked.recent(number)) for number, session in enumerate(sessions)]
        self.sharers = sorted({card["publisher"]["id"] for _, page in pages for card in page})
        seen = [[(session, card["id"]) for card in page if not card["claimed"]] for session, page in pages]
        self._left = [pair for turn in itertools.zip_longest(*seen) for pair in turn if pair]

    def take(self, number: int) -> None:
        """One copy; a refusal (taken up meanwhile, enough copies open) is counted."""
        session, share = self._left[number]
        taken = acts.take(session, share, new_id(), new_code(CODE_LENGTH), datetime.now(UTC))
        try:
            self._graph.transaction(taken)
        except Problem:
            self.refused += 1


def _level(graph: Graph, sharers: list[str]) -> Ask:
    """Derive and store the level of somebody who shares."""
    return lambda number: levels.refresh(graph, sharers[number % len(sharers)], now=datetime.now(UTC))
