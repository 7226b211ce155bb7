"""Random towns in which one person has friends, who have friends, who have friends who share."""

from itertools import pairwise
from random import Random

from hypothesis import strategies as st

from tests.queries.oracles.acquaintances import CATEGORIES, COOL_DOWN, Pair, Request, Town
from tests.queries.oracles.worlds import INSTANT, Account, Offer, World, some
from tests.support.given import NOW

LAYERS = (("me",), ("ann", "bea"), ("pam", "pia", "pru"), ("sam", "sid", "sky"))
NAMES = [name for layer in LAYERS for name in layer]
MOSTLY = 0.9
AUDIENCES = ("circle", "circle", "circle", "public", "public", "friends", "direct")
STATES = (*["live"] * 10, "withdrawn", "held", "removed", "draft")


def towns() -> st.SearchStrategy[Town]:
    """Towns in which `me` has friends, who have friends, who have friends who share.

    Each town follows from a seed, for the reason in tests/queries/oracles/worlds.py.
    """
    return st.builds(_town, st.integers(4, 9), st.integers(0, 2**32 - 1))


def _town(offers: int, seed: int) -> Town:
    chance = Random(seed)
    pairs = [(one, other) for one in NAMES for other in NAMES if one != other]
    # Most blocks and mutes are mine, because they matter most for my suggestions.
    mine = [pair for pair in pairs if "me" in pair]
    blocks = some(chance, mine, 2) | some(chance, pairs, 1)
    apart = {frozenset(pair) for pair in blocks}
    near = [(one, other) for left, right in pairwise(LAYERS) for one in left for other in right]
    tied = {pair for pair in near if chance.random() < MOSTLY} | some(chance, pairs, 2)
    friends = frozenset(frozenset(pair) for pair in tied) - apart
    strangers = [pair for pair in mine if frozenset(pair) not in apart | friends]
    shared = [_offer(chance, f"s{number}") for number in range(offers)]
    return Town(
        World(
            {name: _account(chance, name) for name in NAMES},
            friends,
            blocks,
            frozenset(pair for pair in some(chance, mine, 3) if frozenset(pair) not in apart),
            shared,
        ),
        hidden=some(chance, NAMES, 1),
        dismissed=some(chance, mine, 2),
        muted=some(chance, [*mine, *(("me", category) for category in CATEGORIES)], 2),
        requests=[_request(chance, pair) for pair in sorted(some(chance, strangers, 2))],
        searched={name: chance.randint(0, 2) for name in CATEGORIES},
        category={offer.id: chance.choice(CATEGORIES) for offer in shared},
        group=chance.randint(1, 2),
    )


def _account(chance: Random, name: str) -> Account:
    return Account(
        name,
        active=chance.random() < MOSTLY,
        bridges=chance.random() < MOSTLY,
        creator=chance.random() < 0.5,
    )


def _request(chance: Random, pair: Pair) -> Request:
    return Request(
        *pair,
        expires_at=NOW + chance.choice([-1, 0, 1]) * INSTANT,
        declined_at=chance.choice([None, NOW - COOL_DOWN, NOW - COOL_DOWN + INSTANT]),
    )


def _offer(chance: Random, name: str) -> Offer:
    publisher = chance.choice([*LAYERS[-1] * 3, *NAMES])
    others = [other for other in NAMES if other != publisher]
    claimed = some(chance, others, 2)
    return Offer(
        id=name,
        publisher=publisher,
        audience=chance.choice(AUDIENCES),
        state=chance.choice(STATES),
        published_at=NOW + chance.choice([-2, -1, -1, 0, 0, 1]) * INSTANT,
        claim_by=NOW + chance.choice([2, 2, 1, 1, 1, 0, -1]) * INSTANT,
        revoked=chance.random() > MOSTLY,
        quota=chance.randint(1, 3),
        sent_to=frozenset(["me"]) - {publisher} if chance.random() < 0.15 else some(chance, others, 1),
        claimed_by=claimed,
        returned_by=some(chance, sorted(claimed), 2),
    )
