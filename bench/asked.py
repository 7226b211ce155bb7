"""The questions, as the service asks them of Neo4j and as they are asked of PostgreSQL."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bench.mirror import Mirror
from service import ranking, search
from service.graph.client import Graph
from service.words import words

Row = dict[str, Any]
CARDS = 20
CLOSE = 1e-9
JAVA = "(?sU).*?"  # what a word's test begins with in Cypher, where it must match all of a text
NO_FILTERS = dict.fromkeys(("platform", "category", "degree", "min_discount", "expiring_by"))
FIRST_PAGE = {**NO_FILTERS, "include_exhausted": False}


@dataclass(frozen=True)
class Question:
    """One question by its name, and the two that answer it: each call has a number.

    `cut` are the calls that Neo4j answered from the newest part of a circle, as it is told to.
    """

    name: str
    graph: Callable[[int], list[Row]]
    tables: Callable[[int], list[Row]]
    cut: set[int] = field(default_factory=set)

    def compare(self, number: int) -> int:
        """How many rows both give, the same in the same order; leaves with a message when they do not."""
        ours, theirs = list(map(flat, self.graph(number))), self.tables(number)
        if number in self.cut:
            return 0
        if len(ours) != len(theirs):
            raise SystemExit(
                f"{self.name}, call {number}: {len(ours)} rows of Neo4j, {len(theirs)} of PostgreSQL"
            )
        for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            if wrong := _differences(one, other):
                raise SystemExit(f"{self.name}, call {number}, row {place} (Neo4j, PostgreSQL): {wrong}")
        return len(ours)


class Asked:
    """The questions of the people of `sessions`, as of `now`; they search for `texts` in turn."""

    def __init__(
        self, graph: Graph, mirror: Mirror, sessions: Sequence[str], texts: Sequence[str], now: datetime
    ) -> None:
        self._graph = graph
        self._mirror = mirror
        self._sessions = sessions
        self._texts = [search.asked(words(text)) for text in texts]
        self._now = now
        self._cut: set[int] = set()

    def questions(self) -> list[Question]:
        """All of them."""
        return [
            Question("feed recent", self._recent_graph, self._recent_tables),
            Question("feed ranked", self._ranked_graph, self._ranked_tables),
            Question("search", self._search_graph, self._search_tables, self._cut),
        ]

    def _who(self, number: int) -> Row:
        return {"session": self._sessions[number % len(self._sessions)], "now": self._now}

    def _words(self, number: int) -> Row:
        """Each round over the people begins at another text, so that everybody searches for everything."""
        turn = number + number // len(self._sessions)
        return self._texts[turn % len(self._texts)]

    def _recent_graph(self, number: int) -> list[Row]:
        more = {"before": None, "before_id": None, "limit": CARDS + 1, **FIRST_PAGE}
        items: list[Row] = self._graph.one("circle/feed", **self._who(number), **more)["items"]
        return items

    def _recent_tables(self, number: int) -> list[Row]:
        return self._mirror.rows("recent", **self._who(number), limit=CARDS + 1)

    def _ranked_graph(self, number: int) -> list[Row]:
        who, place = self._who(number), ranking.Place(self._now)
        tastes = self._graph.one("circle/tastes", as_of=self._now, **who)
        found = ranking.page(
            self._graph, who["session"], tastes, FIRST_PAGE, place, limit=CARDS, now=self._now
        )
        items: list[Row] = found["items"]
        return items

    def _ranked_tables(self, number: int) -> list[Row]:
        return self._mirror.rows("ranked", **self._who(number))

    def _search_graph(self, number: int) -> list[Row]:
        more = {"sort": "relevance", "after": None, "after_id": None, "limit": CARDS + 1, **FIRST_PAGE}
        who = self._who(number)
        found = self._graph.one("circle/search", as_of=self._now, **who, **self._words(number), **more)
        if not found["complete"]:
            self._cut.add(number)
        page = found["found"][:CARDS]
        cards = self._graph.rows("circle/cards", **who, found=page)
        return [{**row["card"], "score": item["score"]} for row, item in zip(cards, page, strict=True)]

    def _search_tables(self, number: int) -> list[Row]:
        tests = [f"{test.removeprefix(JAVA).removesuffix('.*')}" for test in self._words(number)["tests"]]
        return self._mirror.rows("search", **self._who(number), tests=tests, limit=CARDS + 1)[:CARDS]


def flat(card: Mapping[str, Any]) -> Row:
    """A card as columns: what is nested under `shop` becomes `shop_id`, `shop_name`."""
    return dict(_columns(card))


def _columns(card: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in card.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{inner}", each) for inner, each in value.items())
        else:
            yield name, value


def _differences(one: Row, other: Row) -> Row:
    pairs = {name: (one.get(name), other.get(name)) for name in sorted({*one, *other})}
    return {name: pair for name, pair in pairs.items() if not _same(*pair)}


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= CLOSE
    return one == other
