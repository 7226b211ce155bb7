"""Lines that a recipe cannot use, with place and reason. A recipe omits no line in silence."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

SHOWN = 3  # of each reason
MOST_REASONS = 30


@dataclass(frozen=True, slots=True)
class Place:
    """A line of an input file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass
class Rejects:
    """Counts the lines by reason, keeps the first few of each, and writes every one to `every`, if given.

    A reason repeats no cell, because cells may identify people.
    """

    every: IO[str] | None = None
    reasons: Counter[str] = field(default_factory=Counter)
    _first: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def add(self, place: Place, why: str, column: str = "") -> None:
        """`file:line column NAME: why`, or without a column `file:line: why`."""
        reason = f" column {column}: {why}" if column else f": {why}"
        self.reasons[reason] += 1
        if self.reasons[reason] <= SHOWN:
            self._first[reason].append(place)
        if self.every:
            self.every.write(f"{place}{reason}\n")

    def shown(self) -> Iterator[str]:
        """The text for an operator: the first lines of each reason, the most frequent reason first."""
        for reason, count in self.reasons.most_common(MOST_REASONS):
            for place in self._first[reason]:
                yield f"{place}{reason}"
            if count > SHOWN:
                yield f"… {count - SHOWN:,} more lines{reason}"
        if len(self.reasons) > MOST_REASONS:
            yield f"… {len(self.reasons) - MOST_REASONS:,} more reasons"

    def __len__(self) -> int:
        return self.reasons.total()
