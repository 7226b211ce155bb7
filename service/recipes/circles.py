"""Friendships for seed files: mutual, each pair once, nobody with more friends than the rule allows."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from service.recipes.rejects import Place, Rejects
from service.recipes.seed_folder import SeedFolder, rule


@dataclass
class Friendships:
    """Writes user-FRIEND-user.csv; `of` and `counts` hold the friendships so far."""

    out: SeedFolder
    rejects: Rejects
    of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    counts: Counter[str] = field(default_factory=Counter)

    def fault(self, one: str, other: str) -> str | None:
        """The reason why these two cannot become friends, or None."""
        most = rule("friends")
        if one == other:
            return "is a loop: the same person twice"
        if max(one, other) in self.of[min(one, other)]:
            return "repeats an earlier line, this way round or the other"
        if max(self.counts[one], self.counts[other]) >= most:
            return f"would give one person more than {most:,} friends"
        return None

    def add(self, place: Place, one: str, other: str, since: datetime) -> bool:
        """Write the friendship and return True, or add the reason to the rejects and return False."""
        if fault := self.fault(one, other):
            self.rejects.add(place, fault)
            return False
        self.of[min(one, other)].add(max(one, other))
        self.counts.update((one, other))
        self.out.write("user-FRIEND-user", user=one, friend=other, since=since)
        return True
