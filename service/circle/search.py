"""Searching a circle: one query finds, one reads the cards; what is searched in vain is remembered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from service.circle.words import Word
from service.credentials.tokens import new_id
from service.graph.client import Graph

MOST_LOOKUPS = 4  # of the longest words, which are the rarest


def asked(words: Sequence[Word]) -> dict[str, Any]:
    """What the query circle/search needs to know of the words."""
    longest = sorted(words, key=lambda word: -len(word.text))
    lookups = [word.lookup for word in longest if word.lookup]
    return {
        "text": text_of(words),
        "tests": [word.test for word in longest],
        "lookups": lookups[:MOST_LOOKUPS],
    }


def text_of(words: Sequence[Word]) -> str:
    """What a search is remembered by: its words, however they were written and parted."""
    return " ".join(word.text for word in words)


def learn(graph: Graph, session: str, words: Sequence[Word], found: Mapping[str, Any], now: datetime) -> None:
    """Remember words that found nothing; forget that they once did when they now find something."""
    if found["hits"] and found["missed"]:
        forget(graph, session, words, now)
    elif words and not found["hits"]:
        remember(graph, session, words, now)


def remember(graph: Graph, session: str, words: Sequence[Word], now: datetime) -> None:
    """Keep what the person of this session searched for and did not find."""
    telling = [word for word in words if word.tells]
    graph.run(
        "circle/remember_search",
        session=session,
        op=new_id(),
        now=now,
        text=text_of(words),
        tests=[word.test for word in telling],
        lookups=[word.lookup for word in telling if word.lookup],
    )


def forget(graph: Graph, session: str, words: Sequence[Word], now: datetime) -> None:
    """Forget that these words once found nothing."""
    graph.run("circle/forget_search", session=session, text=text_of(words), now=now)
