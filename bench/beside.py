"""Runs the same questions in PostgreSQL, and compares the two answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.first_page import CARDS, RANKED, RECENT, SEARCH, FirstPage
from bench.mirror import Mirror

Row = dict[str, Any]
CLOSE = 1e-9
JAVA = "(?sU).*?"  # the start of a word's pattern in Cypher, which must match the whole text


@dataclass(frozen=True)
class Question:
    """A question with its name and its two functions, which take the number of a call.

    `cut` are the calls with an answer of Neo4j from the newest part of a circle only.
    """

    name: str
    graph: Callable[[int], list[Row]]
    tables: Callable[[int], list[Row]]
    cut: set[int] = field(default_factory=set)

    def compare(self, number: int) -> int:
        """The number of equal rows in equal order; exits with a message at a difference."""
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


class Beside:
    """The queries of a first page, each beside its equivalent in SQL."""

    def __init__(self, first_page: FirstPage, mirror: Mirror) -> None:
        self._page = first_page
        self._mirror = mirror

    def questions(self) -> list[Question]:
        """All questions."""
        return [
            Question(RECENT, self._page.recent, self._recent),
            Question(RANKED, self._page.ranked, self._ranked),
            Question(SEARCH, self._page.search, self._search, self._page.cut),
        ]

    def _recent(self, number: int) -> list[Row]:
        return self._mirror.rows("recent", **self._page.who(number), limit=CARDS + 1)

    def _ranked(self, number: int) -> list[Row]:
        return self._mirror.rows("ranked", **self._page.who(number))

    def _search(self, number: int) -> list[Row]:
        texts = self._page.words(number)["tests"]
        tests = [f"{test.removeprefix(JAVA).removesuffix('.*')}" for test in texts]
        return self._mirror.rows("search", **self._page.who(number), tests=tests, limit=CARDS + 1)[:CARDS]


def flat(card: Mapping[str, Any]) -> Row:
    """A card as flat columns: `shop` becomes `shop_id` and `shop_name`."""
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
