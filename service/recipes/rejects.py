"""What a recipe could not use: where it stands and why. Nothing is left out in silence."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

SHOWN = 3  # of each reason
MOST_REASONS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file that is read."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass
class Rejects:
    """Every line is counted by its reason and written to `every`, if given; the first few of each are kept.

    A reason repeats no cell, for cells may speak of people.
    """

    every: IO[str] | None = None
    reasons: Counter[str] = field(default_factory=Counter)
    _first: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def add(self, place: Place, why: str, column: str = "") -> None:
        """`file:line column NAME: why`, or without a column `file:line: why`."""
        told = f" column {column}: {why}" if column else f": {why}"
        self.reasons[told] += 1
        if self.reasons[told] <= SHOWN:
            self._first[told].append(place)
        if self.every:
            self.every.write(f"{place}{told}\n")

    def shown(self) -> Iterator[str]:
        """What an operator reads: the first lines of each reason, the most frequent reason first."""
        for told, count in self.reasons.most_common(MOST_REASONS):
            for place in self._first[told]:
                yield f"{place}{told}"
            if count > SHOWN:
                yield f"… {count - SHOWN:,} lines more{told}"
        if len(self.reasons) > MOST_REASONS:
            yield f"… {len(self.reasons) - MOST_REASONS:,} reasons more"

    def __len__(self) -> int:
        return self.reasons.total()
