"""What somebody searched their circle for in vain: remembered, bounded, until it finds something."""

from collections.abc import Sequence
from datetime import datetime

from service.graph.client import Graph
from service.tokens import new_id
from service.words import Word


def text_of(words: Sequence[Word]) -> str:
    """What a search is remembered by: its words, however they were written and parted."""
    return " ".join(word.text for word in words)


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
