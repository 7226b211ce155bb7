"""Which pieces of a text match a search: a list of plain texts, so a client parses nothing."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from service.circle.words import Word

LONGEST = 160  # most characters of a text in a result
BEFORE = 40  # of them before the first match
CUT = "…"
Span = tuple[int, int]
Piece = dict[str, object]


def highlights(texts: Iterable[tuple[str, str | None]], words: Sequence[Word]) -> list[dict[str, object]]:
    """Each of `texts` (field, text) with a matching word, in pieces."""
    matched = [(field, pieces(text, words)) for field, text in texts if text]
    return [{"field": field, "pieces": parts} for field, parts in matched if parts]


def pieces(text: str, words: Sequence[Word]) -> list[Piece]:
    """`text` in pieces, those that match with `hit`. A long text is cut; empty without a match."""
    hits = spans(text, words)
    if not hits:
        return []
    start = max(0, hits[0][0] - BEFORE) if len(text) > LONGEST else 0
    end = min(len(text), start + LONGEST)
    cut = [(max(low, start), min(high, end)) for low, high in hits if low < end]
    edges = [start, *(edge for span in cut for edge in span), end]
    parts = [
        {"text": text[low:high], "hit": number % 2 == 1}
        for number, (low, high) in enumerate(pairwise(edges))
        if low < high
    ]
    return [*_cut(start > 0), *parts, *_cut(end < len(text))]


def spans(text: str, words: Sequence[Word]) -> list[Span]:
    """Where the words stand in `text`, in order; spans that touch or overlap are joined."""
    matched = sorted(match.span() for word in words for match in re.finditer(word.pattern, text))
    joined: list[Span] = []
    for low, high in matched:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined


def _cut(cut: bool) -> list[Piece]:
    return [{"text": CUT, "hit": False}] if cut else []
