"""Random towns in which one person has friends, who have friends, who have friends who share."""

from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.given import NOW
from tests.queries.acquaintances import CATEGORIES, COOL_DOWN, Asked, Pair, Town
from tests.queries.worlds import INSTANT, Account, Offer, World

LAYERS = (("me",), ("ann", "bea"), ("pam", "pia", "pru"), ("sam", "sid", "sky"))
MOSTLY = st.sampled_from([True] * 8 + [False])


@st.composite
def towns(draw: st.DrawFn) -> Town:
    """Towns in which `me` has friends, who have friends, who have friends who share."""
    names = [name for layer in LAYERS for name in layer]
    pairs = [(one, other) for one in names for other in names if one != other]
    blocks = draw(some(pairs, 2))
    apart = {frozenset(pair) for pair in blocks}
    near = [(one, other) for left, right in pairwise(LAYERS) for one in left for other in right]
    tied = {pair for pair in near if draw(MOSTLY)} | draw(some(pairs, 2))
    friends = frozenset(frozenset(pair) for pair in tied) - apart
    people = {name: Account(name, draw(MOSTLY), draw(MOSTLY), draw(st.booleans())) for name in names}
    follows = frozenset(pair for pair in draw(some(pairs, 2)) if frozenset(pair) not in apart)
    offers = [draw(_offer(f"s{number}", names)) for number in range(draw(st.integers(2, 6)))]
    strangers = [pair for pair in pairs if frozenset(pair) not in apart | friends]
    mutable = [*pairs, *(("me", category) for category in CATEGORIES)]
    return Town(
        World(people, friends, blocks, follows, offers),
        hidden=draw(some(names, 1)),
        dismissed=draw(some(pairs, 2)),
        muted=draw(some(mutable, 2)),
        asked=[draw(_asked(pair)) for pair in sorted(draw(some(strangers, 2)))],
        searched={name: draw(st.integers(0, 2)) for name in CATEGORIES},
        category={offer.id: draw(st.sampled_from(CATEGORIES)) for offer in offers},
        group=draw(st.integers(1, 2)),
    )


def some(of: list[Any], most: int) -> st.SearchStrategy[frozenset[Any]]:
    """A few of a list."""
    return st.frozensets(st.sampled_from(of), max_size=most) if of else st.just(frozenset())


@st.composite
def _asked(draw: st.DrawFn, pair: Pair) -> Asked:
    return Asked(
        *pair,
        expires_at=NOW + draw(st.sampled_from([-1, 0, 1])) * INSTANT,
        declined_at=draw(st.sampled_from([None, NOW - COOL_DOWN, NOW - COOL_DOWN + INSTANT])),
    )


@st.composite
def _offer(draw: st.DrawFn, name: str, names: list[str]) -> Offer:
    publisher = draw(st.sampled_from([*LAYERS[-1] * 3, *names]))
    others = [other for other in names if other != publisher]
    claimed = draw(some(others, 2))
    return Offer(
        id=name,
        publisher=publisher,
        audience=draw(st.sampled_from(["circle"] * 4 + ["public", "public", "friends", "direct"])),
        state=draw(st.sampled_from(["live"] * 8 + ["withdrawn", "held", "removed", "draft"])),
        published_at=NOW + draw(st.sampled_from([-2, -1, -1, -1, 0, 1])) * INSTANT,
        claim_by=NOW + draw(st.sampled_from([2, 2, 1, 1, 1, 0])) * INSTANT,
        revoked=not draw(MOSTLY),
        quota=draw(st.integers(1, 3)),
        sent_to=draw(some(others, 1)),
        claimed_by=claimed,
        returned_by=draw(some(sorted(claimed), 2)),
    )
