"""Wishes: the pattern that their words make, and answers to them.

Nobody learns the owner of a wish, and the owner learns nothing before the first answer.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from service.actions import shares
from service.graph.client import Graph, Row, Unit

LOTS = 1_000_003  # a prime: see cypher/wishes/asking
MOST_TERMS = 60
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W_]+?(?=[\u3400-\u9fff]|[\W_]|$)")
_CJK = re.compile(r"[\u3400-\u9fff]")
# Words around the name of the wanted thing.
_FILLERS = frozenset(
    {
        *("a", "an", "and", "any", "anybody", "anyone", "are", "buy", "can", "cheap", "coupon", "discount"),
        *("do", "does", "find", "for", "from", "good", "has", "have", "help", "i", "in", "is", "it", "like"),
        *("look", "looking", "me", "my", "need", "of", "on", "one", "or", "please", "price", "recommend"),
        *("share", "some", "somebody", "someone", "something", "that", "the", "thing", "this", "to", "under"),
        *("want", "wanted", "who", "wish", "with", "would", "you", "your", "yuan"),
    }
)
_FILLERS_ZH = re.compile(
    "有没有人?|谁有|谁家|想要|想买|求购?|推荐|请问|大家|朋友|好用|便宜|实惠|优惠券?|折扣|购物|一下|一[个台只件款套双条把张盒瓶]"
    "|这种|那种|什么|左右|以内|以下|之内|块钱|[元块]|[的吗呢吧了和与或]|券"
)


def pattern(text: str) -> str | None:
    """A regular expression for names of the thing that `text` wants; None when it names nothing.

    A Latin word matches in singular and plural. Chinese matches by any two characters in a row, as in
    full-text search. The terms are letters and digits alone, so no text becomes a pattern of its own.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    terms = list(dict.fromkeys(_terms(_FILLERS_ZH.sub(" ", folded))))[:MOST_TERMS]
    return f"(?ius).*(?:{'|'.join(terms)}).*" if terms else None


def _terms(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if _CJK.match(run):
            yield from (run[at : at + 2] for at in range(max(len(run) - 1, 1)))
        elif not {run, run.removesuffix("s")} & _FILLERS and not run.isdecimal():
            yield f"(?<![a-z0-9]){run.removesuffix('s') or run}(?:s|es)?(?![a-z0-9])"


def make(unit: Unit, *, text: str, **wish: object) -> Row:
    """Store a new wish; raises NotFound for its category, Refused wish_limit, wishes_today."""
    lot = 1 + secrets.randbelow(LOTS - 1)
    stored = unit.one("wishes/make", text=text, pattern=pattern(text), lot=lot, **wish)
    return {"wish": stored["id"]}


def asking(graph: Graph, me: str, *, limit: int, now: datetime, **start: object) -> list[Row]:
    """The newest wishes that ask `me`, after `start` (before, before_id), each with fitting coupons."""
    near = graph.rows("wishes/near", me=me, now=now, **start)
    ids = [row["id"] for row in near]
    return graph.rows("wishes/asking", me=me, wishes=ids, limit=limit, now=now)


def answer(unit: Unit, *, me: str, wish: str, now: datetime, op: str, share: str, draft: Row | None) -> Row:
    """Answer with a share of `me`; a `draft` (see shares.publish) is published as `share` first.

    Returns `{wish_id, share_id, answered_at}`. Raises NotFound for a wish outside the circle of `me` or a
    share of another person; Refused answered, wish_over, other_thing, exhausted, wrong_state.
    """
    asker = unit.one("wishes/asker", me=me, wish=wish)["user"]
    unit.one("people/lock_pair", me=me, user=asker, op=op)
    at: Row = {"me": me, "share": share, "now": now, "op": op}
    if draft is not None:
        shares.publish(unit, **at, **draft)
    return unit.one("wishes/answer", wish=wish, **at)
