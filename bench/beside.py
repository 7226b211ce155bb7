"""The same questions asked of PostgreSQL, and the two answers compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bench.asked import CARDS, RANKED, RECENT, SEARCH, Asked
from bench.mirror import Mirror

Row = dict[str, Any]
CLOSE = 1e-9
JAVA = "(?sU).*?"  # what a word's test begins with in Cypher, where it must match all of a text


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


class Beside:
    """The questions of `asked`, and their like of the tables that hold the same."""

    def __init__(self, asked: Asked, mirror: Mirror) -> None:
        self._asked = asked
        self._mirror = mirror

    def questions(self) -> list[Question]:
        """All of them."""
        return [
            Question(RECENT, self._asked.recent, self._recent),
            Question(RANKED, self._asked.ranked, self._ranked),
            Question(SEARCH, self._asked.search, self._search, self._asked.cut),
        ]

    def _recent(self, number: int) -> list[Row]:
        return self._mirror.rows("recent", **self._asked.who(number), limit=CARDS + 1)

    def _ranked(self, number: int) -> list[Row]:
        return self._mirror.rows("ranked", **self._asked.who(number))

    def _search(self, number: int) -> list[Row]:
        texts = self._asked.words(number)["tests"]
        tests = [f"{test.removeprefix(JAVA).removesuffix('.*')}" for test in texts]
        return self._mirror.rows("search", **self._asked.who(number), tests=tests, limit=CARDS + 1)[:CARDS]


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
