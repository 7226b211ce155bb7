"""The chance of an entry, in fractions: exact where that is cheap, else between two exact bounds.

Entries leave the draw one after another, each with a chance in proportion to its weight among the
entries left. Entries of one weight are alike. So a state of the draw counts, for each weight, the
entries that have left. There are few weights (domain.md, table 4).
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import islice, repeat
from math import ceil, comb, floor

MOST_STATES = 2_000
LONGEST_FRACTION = 40
MILLION = 1_000_000
Interval = tuple[Fraction, Fraction]


def chance(weight: int, others: Mapping[int, int], prizes: int) -> Interval:
    """The least and the greatest chance of an entry of `weight` to be among the first `prizes` drawn.

    `others` maps each weight to its number of other entries. Both ends are equal for an exact chance.
    """
    if not weight:
        return Fraction(0), Fraction(0)
    others = {each: count for each, count in others.items() if count > 0}
    if prizes > sum(others.values()):
        return Fraction(1), Fraction(1)
    if comb(prizes + len(others), len(others)) <= MOST_STATES:
        exact = _exact(weight, others, prizes)
        return exact, exact
    return _bound(weight, others, prizes, largest=False), _bound(weight, others, prizes, largest=True)


def as_json(least: Fraction, greatest: Fraction) -> dict[str, object]:
    """A chance as JSON: the fraction if it is exact and short, and whole millionths that bound it."""
    exact = least == greatest and len(str(least)) <= LONGEST_FRACTION
    return {
        "fraction": str(least) if exact else None,
        "at_least_ppm": floor(least * MILLION),
        "at_most_ppm": ceil(greatest * MILLION),
    }


def _exact(weight: int, others: Mapping[int, int], prizes: int) -> Fraction:
    kinds = sorted(others)
    total = weight + sum(kind * others[kind] for kind in kinds)
    missed: dict[tuple[int, ...], Fraction] = {(0,) * len(kinds): Fraction(1)}
    for _ in range(prizes):
        after: Counter[tuple[int, ...]] = Counter()
        for gone, likely in missed.items():
            left = total - sum(kind * count for kind, count in zip(kinds, gone, strict=True))
            for n, kind in enumerate(kinds):
                if here := others[kind] - gone[n]:
                    state = (*gone[:n], gone[n] + 1, *gone[n + 1 :])
                    after[state] += likely * kind * here / left  # type: ignore[assignment]
        missed = dict(after)  # type: ignore[arg-type]
    return 1 - sum(missed.values(), Fraction(0))


def _bound(weight: int, others: Mapping[int, int], prizes: int, *, largest: bool) -> Fraction:
    """The chance if the largest (or the smallest) of the others always left first.

    The next draw hits with weight / total left, and the true total left lies between the two.
    """
    left = weight + sum(kind * count for kind, count in others.items())
    gone = (kind for each in sorted(others, reverse=largest) for kind in repeat(each, others[each]))
    missed, of = 1, 1
    for kind in islice(gone, prizes):
        missed, of = missed * (left - weight), of * left
        left -= kind
    return 1 - Fraction(missed, of)
