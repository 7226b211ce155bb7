"""What a town is drawn from: the same plan makes the same bytes."""

from dataclasses import dataclass
from datetime import datetime

LEAST_USERS = 100
FRIENDS, SHARES = 25.0, 1.5  # of a person, about, unless the plan says otherwise
DISTRICT = 12_500


@dataclass(frozen=True)
class Plan:
    """So many people as `seed` draws them, at `anchor`; `friends` and `shares` are means over all of them.

    A large town is made of districts of at most `district` people, each drawn by itself.
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
        """How many districts the town has."""
        return -(-self.users // self.district)

    def people(self, district: int) -> int:
        """How many live in a district."""
        before, after = (self.users * number // self.districts for number in (district, district + 1))
        return after - before
