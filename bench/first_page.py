"""The queries of a person's first page, as the service runs them in Neo4j."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bench.turns import Ask
from service.circle import ranking, search
from service.circle.words import words
from service.graph.client import Graph

Row = dict[str, Any]
CARDS = 20
NO_FILTERS = dict.fromkeys(("platform", "category", "degree", "min_discount", "expiring_by"))
FIRST_PAGE = {**NO_FILTERS, "include_exhausted": False}
RECENT, RANKED, SEARCH = "feed recent", "feed ranked", "search"


class FirstPage:
    """The queries of the people of `sessions`, as of `now`; they search for `texts` in turn.

    `cut` are the searches with an answer from the newest part of a circle only, as the service allows.
    """

    def __init__(self, graph: Graph, sessions: Sequence[str], texts: Sequence[str], now: datetime) -> None:
        self.cut: set[int] = set()
        self._graph = graph
        self._sessions = sessions
        self._texts = [search.parameters(words(text)) for text in texts]
        self._now = now

    def asks(self) -> dict[str, Ask]:
        """All queries by name."""
        return {RECENT: self.recent, RANKED: self.ranked, SEARCH: self.search}

    def who(self, number: int) -> Row:
        """The session and the time of a call."""
        return {"session": self._sessions[number % len(self._sessions)], "now": self._now}

    def words(self, number: int) -> Row:
        """The text of a call; each round begins at another text, so everybody searches for every text."""
        turn = number + number // len(self._sessions)
        return self._texts[turn % len(self._texts)]

    def recent(self, number: int) -> list[Row]:
        """The feed by time."""
        more = {"before": None, "before_id": None, "limit": CARDS + 1, **FIRST_PAGE}
        items: list[Row] = self._graph.one("circle/feed", **self.who(number), **more)["items"]
        return items

    def ranked(self, number: int) -> list[Row]:
        """The feed by the published formula."""
        who, place = self.who(number), ranking.Place(self._now)
        tastes = self._graph.one("circle/tastes", as_of=self._now, **who)
        page = ranking.page(
            self._graph, who["session"], tastes, FIRST_PAGE, place, limit=CARDS, now=self._now
        )
        items: list[Row] = page["items"]
        return items

    def search(self, number: int) -> list[Row]:
        """A search, by relevance."""
        more = {"sort": "relevance", "after": None, "after_id": None, "limit": CARDS + 1, **FIRST_PAGE}
        who = self.who(number)
        answer = self._graph.one("circle/search", as_of=self._now, **who, **self.words(number), **more)
        if not answer["complete"]:
            self.cut.add(number)
        page = answer["hits"][:CARDS]
        cards = self._graph.rows("circle/cards", **who, visible=page)
        return [{**row["card"], "score": item["score"]} for row, item in zip(cards, page, strict=True)]
