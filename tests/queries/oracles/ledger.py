"""The points of each line of a ledger, by brute force: every count scans every line.

Written from domain.md section 4, not from the queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

DAY = timedelta(days=1)
HALF, WHOLE, NOTHING = Fraction(1, 2), Fraction(1), Fraction(0)
CHINA = timedelta(hours=8)
PER_DAY = {"publish": 40, "friend_purchase": 120, "helpful": 20, "answer": 10}
ALL_PER_DAY, ALL_PER_WEEK, PUBLISHES_PER_DAY = 150, 500, 3


@dataclass(frozen=True)
class Person:
    """A person, with the keys of the identifiers they use."""

    id: str
    created_at: datetime
    uses: frozenset[str]


@dataclass(frozen=True)
class Bought:
    """A purchase; `friends_for` is the age of the friendship of buyer and sharer at the claim."""

    id: str
    buyer: str
    shop: str
    verified_at: datetime
    refunded: bool = False
    friends_for: timedelta | None = None


@dataclass(frozen=True)
class Line:
    """A line of a ledger; `cause` is the purchase, the shop of the publication, or the asker."""

    key: str
    user: str
    kind: str
    raw: int
    matures_at: datetime | None
    cause: str
    void: bool = False

    @property
    def place(self) -> tuple[datetime, str]:
        """Its place in the order of lines."""
        assert self.matures_at
        return self.matures_at, self.key


class Worth(NamedTuple):
    """The points of a line: after the factors, then after the caps of kind, day and week."""

    points: int
    by_kind: int
    by_day: int
    effective: int


@dataclass(frozen=True)
class Ledgers:
    """Everybody's ledgers."""

    people: dict[str, Person]
    purchases: dict[str, Bought]
    lines: list[Line]

    def valid(self, user: str) -> list[Line]:
        """The lines of `user` that may count, in order."""
        mine = [line for line in self.lines if line.user == user and not line.void and line.matures_at]
        return sorted(mine, key=lambda line: line.place)

    def worth(self, user: str) -> dict[str, Worth]:
        """Each valid line of `user`, with its points."""
        lines = self.valid(user)
        points = {line.key: int(line.raw * self._factor(line)) for line in lines}
        paid = dict(points)
        for line in lines:
            before = [x for x in lines if x.place < line.place and _same_day(x, line)]
            publishes = [x for x in before if x.kind == "publish" and points[x.key]]
            if line.kind == "publish" and len(publishes) >= PUBLISHES_PER_DAY:
                paid[line.key] = 0
        by_kind = _clamped(
            lines, paid, lambda a, b: a.kind == b.kind and _same_day(a, b), lambda x: PER_DAY[x.kind]
        )
        by_day = _clamped(lines, by_kind, _same_day, lambda _: ALL_PER_DAY)
        by_week = _clamped(lines, by_day, _same_week, lambda _: ALL_PER_WEEK)
        stages = (points, by_kind, by_day, by_week)
        return {line.key: Worth(*(stage[line.key] for stage in stages)) for line in lines}

    def totals(self, user: str, now: datetime) -> dict[str, int]:
        """The total experience, and the score with its gates."""
        worth = self.worth(user)
        earned = [x for x in self.valid(user) if x.place[0] <= now and worth[x.key].effective]
        recent = [x for x in earned if x.place[0] > now - 180 * DAY]
        bought = [self.purchases[x.cause] for x in recent if x.kind in {"friend_purchase", "helpful"}]
        return {
            "xp": sum(worth[x.key].effective for x in earned),
            "score": sum(worth[x.key].effective for x in recent),
            "buyers": len({frozenset(self._one_buyer(user, p.buyer)) for p in bought}),
            "shops": len({p.shop for p in bought} | {x.cause for x in recent if x.kind == "publish"}),
            "active_days": len({_day(x) for x in recent}),
        }

    def _factor(self, line: Line) -> Fraction:
        if line.kind == "publish":
            return self._shop(line)
        if line.kind == "answer":
            return NOTHING if self.people[line.cause].uses & self.people[line.user].uses else WHOLE
        purchase = self.purchases[line.cause]
        sale = next((x for x in self.valid(line.user) if x.key == f"buy:{purchase.id}"), None)
        if sale is None:
            return NOTHING  # a verdict stands on the line of its purchase
        return self._pair(sale) * self._recip(sale) * self._indep(sale) * _relation(purchase)

    def _sales(self, line: Line, sharers: set[str], buyers: set[str]) -> int:
        """Sales by `sharers` to `buyers` in the 90 days before `line`."""
        return sum(
            sale.place < line.place and sale.place[0] > line.place[0] - 90 * DAY
            for sharer in sharers
            for sale in self.valid(sharer)
            if sale.kind == "friend_purchase" and self.purchases[sale.cause].buyer in buyers
        )

    def _pair(self, line: Line) -> Fraction:
        buyers = self._one_buyer(line.user, self.purchases[line.cause].buyer)
        return [WHOLE, HALF, Fraction(1, 4), NOTHING][min(self._sales(line, {line.user}, buyers), 3)]

    def _recip(self, line: Line) -> Fraction:
        buyers = self._one_buyer(line.user, self.purchases[line.cause].buyer)
        mutual = min(self._sales(line, {line.user}, buyers) + 1, self._sales(line, buyers, {line.user}))
        return WHOLE if mutual <= 1 else Fraction(1, mutual)

    def _indep(self, line: Line) -> Fraction:
        purchase = self.purchases[line.cause]
        buyer = self.people[purchase.buyer]
        if buyer.uses & self.people[line.user].uses:
            return NOTHING
        known = [
            other
            for other in self.purchases.values()
            if other.buyer == buyer.id
            and other != purchase
            and not other.refunded
            and other.verified_at <= line.place[0]
        ]
        young = purchase.verified_at - buyer.created_at < 7 * DAY
        return HALF if young and not known else WHOLE

    def _shop(self, line: Line) -> Fraction:
        since = line.place[0] - 30 * DAY
        earlier = [
            x
            for x in self.valid(line.user)
            if x.kind == "publish" and x.cause == line.cause and x.place < line.place and x.place[0] > since
        ]
        return [WHOLE, HALF, NOTHING][min(len(earlier), 2)]

    def _one_buyer(self, user: str, buyer: str) -> set[str]:
        """`buyer`, and all trading partners of `user` with a common identifier."""
        sales = [x for x in self.lines if x.kind == "friend_purchase"]
        partners = {self.purchases[x.cause].buyer for x in sales if x.user == user}
        partners |= {x.user for x in sales if self.purchases[x.cause].buyer == user}
        same, grown = {buyer}, True
        while grown:
            near = {p for p in partners if any(self.people[p].uses & self.people[q].uses for q in same)}
            grown = not near <= same
            same |= near
        return same


def _clamped(
    lines: list[Line],
    stage: dict[str, int],
    together: Callable[[Line, Line], bool],
    cap: Callable[[Line], int],
) -> dict[str, int]:
    """The points of each line that the cap of its group still allows after the earlier lines."""
    left: dict[str, int] = {}
    for line in lines:
        used = sum(left[x.key] for x in lines if x.place < line.place and together(x, line))
        left[line.key] = min(stage[line.key], max(cap(line) - used, 0))
    return left


def _relation(purchase: Bought) -> Fraction:
    new = purchase.friends_for is not None and purchase.friends_for < timedelta(hours=24)
    return HALF if new else WHOLE


def _day(line: Line) -> date:
    return (line.place[0] + CHINA).date()


def _same_day(one: Line, other: Line) -> bool:
    return _day(one) == _day(other)


def _same_week(one: Line, other: Line) -> bool:
    return _day(one).isocalendar()[:2] == _day(other).isocalendar()[:2]
