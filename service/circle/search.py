"""Search in a circle: the parameters of its query, and the memory of searches without a result."""

from collections.abc import Sequence
from datetime import datetime

from service.circle.words import Word
from service.credentials.tokens import new_id
from service.graph.client import Graph, Row

MOST_LOOKUPS = 4  # of the longest words, which are the rarest


def parameters(words: Sequence[Word]) -> Row:
    """The parameters of circle/search for these words."""
    longest = sorted(words, key=lambda word: -len(word.text))
    lookups = [word.lookup for word in longest if word.lookup]
    return {
        "text": text_of(words),
        "tests": [word.test for word in longest],
        "lookups": lookups[:MOST_LOOKUPS],
    }


def text_of(words: Sequence[Word]) -> str:
    """The key of a stored search: its words, in any spelling and with any signs between them."""
    return " ".join(word.text for word in words)


def learn(graph: Graph, session: str, words: Sequence[Word], answer: Row, now: datetime) -> None:
    """Store words without a result; delete stored words that have a result now."""
    if answer["hits"] and answer["missed"]:
        forget(graph, session, words, now)
    elif words and not answer["hits"]:
        remember(graph, session, words, now)


def remember(graph: Graph, session: str, words: Sequence[Word], now: datetime) -> None:
    """Store a search of this session's person that had no result."""
    rare = [word for word in words if word.is_rare]
    graph.run(
        "circle/remember_search",
        session=session,
        op=new_id(),
        now=now,
        text=text_of(words),
        tests=[word.test for word in rare],
        lookups=[word.lookup for word in rare if word.lookup],
    )


def forget(graph: Graph, session: str, words: Sequence[Word], now: datetime) -> None:
    """Delete the stored search of these words."""
    graph.run("circle/forget_search", session=session, text=text_of(words), now=now)
