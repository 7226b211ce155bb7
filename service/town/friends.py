"""The friendships of a town: dense communities, friends of friends, a few far ties, and one hub."""

from collections.abc import Iterator
from random import Random

from service.town.clock import DAY
from service.town.people import ALONE, People
from service.town.plan import FRIENDS

SPREAD, MOST = 0.55, 140 / FRIENDS
DRAWN = 35 / FRIENDS  # draws for each tie, because many ties are drawn twice
COMMUNITY, TRIANGLES = 0.62, 0.27  # the parts of ties by their origin; the rest reach across the town
HUB_DEGREE = 292
NEWCOMER_FRIENDS, SHARER_DEGREE = 14, 84
LATEST = 2 * DAY
_MIX = 0x9E3779B97F4A7C15


class Friends:
    """The ties of a town as lists of numbers; the start of a tie follows from its two ends."""

    def __init__(self, rng: Random, people: People, mean: float) -> None:
        self._rng = rng
        self._people = people
        self._salt = rng.getrandbits(64)
        self.of: list[list[int]] = [[] for _ in people.everyone]
        self._since: list[dict[int, int]] = [{} for _ in people.everyone]
        self._between = [person.bridge != "off" and person.gone > 0 for person in people.everyone]
        self._degrees = [
            mean * min(MOST, rng.lognormvariate(0, SPREAD) * DRAWN / 1.16) for _ in people.everyone
        ]
        if people.newcomer is not None:
            self._degrees[people.newcomer] = 0
        self._make()

    def know(self, one: int, other: int, at: int) -> bool:
        """Whether the two are friends at an instant."""
        since = self._since[one].get(other)
        return since is not None and since <= at

    def since(self, one: int, other: int) -> int:
        """The start of a friendship."""
        return self._since[one][other]

    def bridges(self, one: int, other: int, at: int) -> int:
        """The number of active common friends through whom the two may see each other's shares."""
        ours, theirs, between = self._since[one], self._since[other], self._between
        common = ours.keys() & theirs.keys()
        return sum(between[each] and ours[each] <= at and theirs[each] <= at for each in common)

    def ties(self) -> Iterator[tuple[int, int, int]]:
        """Every tie once: the lower number, the higher number, the start."""
        for one, some in enumerate(self._since):
            for other, since in sorted(some.items()):
                if one < other:
                    yield one, other, since

    def _make(self) -> None:
        rng, people = self._rng, self._people
        for members in people.communities:
            share = 0.9 if len(members) in ALONE else COMMUNITY
            self._tie_within(members, share)
        outside = sum(ALONE)
        numbers = range(len(people.everyone) - outside)
        total = sum(self._degrees) / 2
        cumulative = self._cumulative(numbers)
        for number in rng.choices(numbers, cum_weights=cumulative, k=int(total * TRIANGLES * 1.25)):
            self._close_triangle(number)
        far = int(total * (1 - COMMUNITY - TRIANGLES))
        ends = rng.choices(numbers, cum_weights=cumulative, k=2 * far)
        for one, other in zip(ends[::2], ends[1::2], strict=True):
            self._tie(one, other)
        self._meet_many(people.hub, HUB_DEGREE, cumulative, numbers)
        self._meet_many(people.sharer, SHARER_DEGREE, cumulative, numbers)
        if people.newcomer is not None:
            self._meet_the_newcomer(people.newcomer)

    def _tie_within(self, members: list[int], share: float) -> None:
        cumulative = self._cumulative(members)
        ties = int(share * cumulative[-1] / 2 * 1.3)
        ends = self._rng.choices(members, cum_weights=cumulative, k=2 * ties)
        for one, other in zip(ends[::2], ends[1::2], strict=True):
            self._tie(one, other)

    def _close_triangle(self, number: int) -> None:
        if some := self.of[number]:
            between = self._rng.choice(some)
            self._tie(number, self._rng.choice(self.of[between]))

    def _meet_many(self, number: int, most: int, cumulative: list[float], numbers: range) -> None:
        while len(self.of[number]) < min(most, len(numbers) * 2 // 3):
            self._tie(number, self._rng.choices(numbers, cum_weights=cumulative)[0])

    def _meet_the_newcomer(self, newcomer: int) -> None:
        people = self._people
        near = [number for number in people.communities[0] if people.everyone[number].buys]
        known = [people.sharer, people.hub, *self._rng.sample(near, min(len(near), NEWCOMER_FRIENDS))]
        for number in known:
            self._tie(newcomer, number)

    def _cumulative(self, numbers: "range | list[int]") -> list[float]:
        total, sums = 0.0, []
        for number in numbers:
            total += self._degrees[number]
            sums.append(total)
        return sums

    def _tie(self, one: int, other: int) -> None:
        if one != other and other not in self._since[one]:
            self.of[one].append(other)
            self.of[other].append(one)
            self._since[one][other] = self._since[other][one] = self._drawn(one, other)

    def _drawn(self, one: int, other: int) -> int:
        """The start of a tie, drawn from the two numbers; after both people joined."""
        low, high = (one, other) if one < other else (other, one)
        mixed = ((low * 0x1F123BB5 + high) ^ self._salt) * _MIX & (1 << 64) - 1
        start = max(self._people.everyone[low].created, self._people.everyone[high].created)
        return int(start + (mixed >> 11) / (1 << 53) * max(0, -LATEST - start)) + 1
