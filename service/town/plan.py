"""The plan of a town: the same plan gives the same bytes."""

from dataclasses import dataclass
from datetime import datetime

LEAST_USERS = 100
FRIENDS, SHARES = 25.0, 1.5  # the defaults for a person, on average
DISTRICT = 12_500


@dataclass(frozen=True)
class Plan:
    """The number of people, the seed of the draw and the anchor; `friends` and `shares` are means.

    A large town has districts of at most `district` people, each drawn by itself.
    """

    users: int
    seed: int
    anchor: datetime
    friends: float = FRIENDS
    shares: float = SHARES
    district: int = DISTRICT
    gzip: bool = False

    @property
    def districts(self) -> int:
        """The number of districts."""
        return -(-self.users // self.district)

    def people(self, district: int) -> int:
        """The number of people in a district."""
        before, after = (self.users * number // self.districts for number in (district, district + 1))
        return after - before
