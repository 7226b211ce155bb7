"""Merkle trees, tickets and odds, held to their definitions."""

import itertools
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256

import pytest

from service.giveaways import draw, odds, replay
from service.giveaways.draw import Entry

# The leaves and roots that Certificate Transparency's own implementations are tested with (RFC 6962).
CT_LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
CT_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
WEIGHTS = (1, 1, 2, 2, 4, 6, 8, 10)
PRIZES = 3
DRAWS = 60_000


def entries(*weights: int) -> list[Entry]:
    return [Entry(sha256(b"%d" % n).hexdigest(), weight, f"{n:032x}") for n, weight in enumerate(weights)]


@pytest.mark.parametrize("size", range(9))
def test_the_root_is_that_of_rfc_6962(size: int) -> None:
    leaves = [bytes.fromhex(leaf) for leaf in CT_LEAVES[:size]]
    assert draw.root(leaves).hex() == replay.merkle_root(leaves).hex() == CT_ROOTS[size]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 21])
def test_each_leaf_is_proved_and_no_other(size: int) -> None:
    leaves = [b"leaf %d" % n for n in range(size)]
    root = draw.root(leaves)
    for index, leaf in enumerate(leaves):
        path = draw.audit_path(leaves, index)
        assert draw.included(leaf, index, size, path, root)
        assert replay.path_root(sha256(b"\0" + leaf).digest(), index, size, path) == root
        wrong = [
            (b"another", index, size, path, root),
            (leaf, (index + 1) % size, size, path, root) if size > 1 else (leaf, 1, size, path, root),
            (leaf, index, size, [*path, root], root),
            (leaf, index, size, path[:-1], root) if path else (leaf, 0, 2, path, root),
            (leaf, index, size, path, sha256(root).digest()),
        ]
        assert not any(draw.included(*case) for case in wrong)


def test_a_node_cannot_be_passed_off_as_a_leaf() -> None:
    leaves = [b"a", b"b"]
    inner = b"".join(sha256(b"\0" + leaf).digest() for leaf in leaves)
    assert draw.root([inner]) != draw.root(leaves)


def test_the_order_depends_on_neither_clock_nor_place_but_on_every_bit_of_the_seed() -> None:
    drawn = entries(*WEIGHTS * 8)
    first = draw.order(b"\0" * 32, drawn)
    assert draw.order(b"\0" * 32, list(reversed(drawn))) == first
    assert draw.order(b"\1" + b"\0" * 31, drawn) != first
    assert draw.seed(b"secret", b"root") == sha256(b"secretroot").digest()


def inclusion(weights: Sequence[int], prizes: int) -> list[Fraction]:
    """The exact chance of each to be among the first `prizes`, over every order in which they can come."""
    chances = [Fraction(0)] * len(weights)
    for drawn in itertools.permutations(range(len(weights)), prizes):
        likely, left = Fraction(1), sum(weights)
        for n in drawn:
            likely, left = likely * Fraction(weights[n], left), left - weights[n]
        for n in drawn:
            chances[n] += likely
    return chances


def test_sixty_thousand_draws_have_the_exact_chances_of_successive_weighted_sampling() -> None:
    drawn = entries(*WEIGHTS)
    won: Counter[Entry] = Counter()
    for n in range(DRAWS):
        won.update(draw.order(sha256(b"draw %d" % n).digest(), drawn)[:PRIZES])
    for entry, exact in zip(drawn, inclusion(WEIGHTS, PRIZES), strict=True):
        assert abs(won[entry] / DRAWS - exact) < 0.006, entry.weight


@pytest.mark.parametrize(
    ("weights", "prizes"),
    [((1, 1), 1), (WEIGHTS, 1), (WEIGHTS, 3), ((1, 1, 1, 1), 2), ((10, 1, 1), 2), ((3,), 1), ((5, 2), 2)],
)
def test_odds_are_the_exact_chances(weights: tuple[int, ...], prizes: int) -> None:
    for n, exact in enumerate(inclusion(weights, prizes)):
        others = Counter(weights[:n] + weights[n + 1 :])
        assert odds.chance(weights[n], others, prizes) == (exact, exact)


def test_odds_that_are_too_dear_to_compute_lie_between_two_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for n, exact in enumerate(inclusion(WEIGHTS, PRIZES)):
        others = Counter(WEIGHTS[:n] + WEIGHTS[n + 1 :])
        with monkeypatch.context() as patch:
            patch.setattr(odds, "MOST_STATES", 0)
            least, greatest = odds.chance(WEIGHTS[n], others, PRIZES)
        assert 0 < least <= exact <= greatest < 1


def test_a_thousand_prizes_among_a_million_are_bounded_tightly() -> None:
    others = {1: 800_000, 2: 150_000, 4: 40_000, 10: 10_000}
    least, greatest = odds.chance(4, others, 1000)
    assert 0 < greatest - least < Fraction(1, 10_000)
    chance = odds.as_json(least, greatest)
    assert chance["fraction"] is None
    assert chance["at_least_ppm"] <= least * 10**6 <= greatest * 10**6 <= chance["at_most_ppm"]  # type: ignore[operator]


def test_more_prizes_than_rivals_are_a_sure_thing() -> None:
    assert odds.as_json(*odds.chance(1, {}, 1)) == {
        "fraction": "1", "at_least_ppm": 1_000_000, "at_most_ppm": 1_000_000,
    }  # fmt: skip
    assert odds.as_json(*odds.chance(1, {2: 1}, 1))["fraction"] == "1/3"
    assert odds.as_json(*odds.chance(1, {2: 1}, 1))["at_least_ppm"] == 333_333
    assert odds.as_json(*odds.chance(1, {2: 1}, 1))["at_most_ppm"] == 333_334
