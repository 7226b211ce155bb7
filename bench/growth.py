"""The effect of a town's size: generates and imports a town of each size, and times the same calls.

Each size has its own server and store. After a warm-up, the calls run in turns beside a bare round trip.
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
from bench.first_page import FirstPage
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
    """The results for one size: rows and seconds of the import, and the times of every call."""

    people: int
    rows: int
    seconds: float
    times: Times
    refused: int

    @property
    def rate(self) -> float:
        """Imported rows a second."""
        return self.rows / self.seconds

    def against_bare(self, name: str) -> float:
        """The median of a call, as a multiple of a bare round trip of the same run."""
        return Cuts.of(self.times[name]).p50 / Cuts.of(self.times[BARE]).p50


def measure(folder: Path, people: int, say: Report) -> Measured:
    """Make the town of so many people below `folder`, unless it exists, and time it."""
    settings = replace(environment.from_env(), home=folder / "home", demo=False)
    settings = replace(settings, neo4j_heap=HEAP, neo4j_pagecache=PAGE_CACHE)
    settings.home.mkdir(parents=True, exist_ok=True)
    rows, seconds = _imported(settings, folder / "seeds", people, say)
    with server(settings) as address, opened(address, LOADING_SECONDS) as graph:
        prepare(address)
        say(f"{people:,} people: measuring")
        sessions = places.viewers(graph, _active(folder / "seeds"), VIEWERS)
        page = FirstPage(graph, sessions, places.TOWN_WORDS, datetime.now(UTC))
        claims = Claims(graph, page, sessions)
        asks: dict[str, Ask] = {BARE: bare(graph), **page.asks(), CLAIM: claims.take}
        asks[LEVEL] = _level(graph, claims.sharers)
        times = TURNS.measure(asks)
    return Measured(people, rows, seconds, times, claims.refused)


def _imported(settings: Settings, seeds: Path, people: int, say: Report) -> tuple[int, float]:
    """Rows and seconds of the import, now or at an earlier run."""
    noted = seeds.parent / "imported.json"
    if not noted.exists():
        say(f"{people:,} people: generating")
        places.generate(seeds, people)
        say(f"{people:,} people: importing")
        began = time.perf_counter()
        report = bulk.load(settings, seeds)
        noted.write_text(json.dumps([sum(report.rows.values()), time.perf_counter() - began]))
    rows, seconds = json.loads(noted.read_text())
    return rows, seconds


def _active(seeds: Path) -> list[str]:
    with gzip.open(seeds / "user.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return [row["id"] for row in csv.DictReader(lines) if not row["deactivated_at"] + row["suspended_at"]]


class Claims:
    """Takes copies of shares on people's first pages, one after another, never one twice by one person."""

    def __init__(self, graph: Graph, first_page: FirstPage, sessions: list[str]) -> None:
        self.refused = 0
        self._graph = graph
        pages = [(session, first_page.recent(number)) for number, session in enumerate(sessions)]
        self.sharers = sorted({card["publisher"]["id"] for _, page in pages for card in page})
        seen = [[(session, card["id"]) for card in page if not card["claimed"]] for session, page in pages]
        self._left = [pair for turn in itertools.zip_longest(*seen) for pair in turn if pair]

    def take(self, number: int) -> None:
        """Take one copy; counts a refusal (no copy left, or too many open claims)."""
        session, share = self._left[number]
        taken = acts.take(session, share, new_id(), new_code(CODE_LENGTH), datetime.now(UTC))
        try:
            self._graph.transaction(taken)
        except Problem:
            self.refused += 1


def _level(graph: Graph, sharers: list[str]) -> Ask:
    """Derive and store the level of a sharer."""
    return lambda number: levels.refresh(graph, sharers[number % len(sharers)], now=datetime.now(UTC))
