"""An edge list, as SNAP and others publish it: one `u v` a line, undirected, comments after # or %."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from service.errors import BadSource
from service.recipes import sources
from service.recipes.circles import Friendships
from service.recipes.rejects import Place, Rejects
from service.recipes.seed_folder import SeedFolder, Unfit

BETWEEN = re.compile(r"[\s,;|]+")
COMMENTS = ("#", "%")
MOST_COLUMNS = 4  # a weight and a time may follow the pair; the recipe ignores them
HEADS = {"source", "target", "from", "to", "src", "dst", "u", "v", "user", "friend"} | {
    f"{word}_{n}" for word in ("node", "id", "user") for n in (1, 2)
}


def convert(
    paths: list[Path],
    out: SeedFolder,
    rejects: Rejects,
    *,
    since: datetime,
    bridge: Callable[[str], str] = lambda _: "counted",
) -> Friendships:
    """Write people and friendships, all from the day `since`; raises BadSource for a file without pairs."""
    friends = Friendships(out, rejects)
    people = _People(out, since, bridge)
    for path in paths:
        for place, one, other in _pairs(path, rejects):
            fault = friends.fault(one, other) or people.fault(one) or people.fault(other)
            if fault:
                rejects.add(place, fault)
            else:
                friends.add(place, one, other, since)
    return friends


def _pairs(path: Path, rejects: Rejects) -> Iterator[tuple[Place, str, str]]:
    width = 0
    for place, line in sources.lines(path):
        words = BETWEEN.split(line.strip())
        if not line.strip() or line.lstrip().startswith(COMMENTS):
            continue
        if not width:
            width = _width(place, words)
            if {word.casefold() for word in words[:2]} <= HEADS:
                continue
        if len(words) == width:
            yield place, words[0], words[1]
        else:
            rejects.add(place, f"does not have {width} columns, as the first pair of the file has")
    if not width:
        raise BadSource(f"{path.name}: is not an edge list: it holds no pair")


def _width(place: Place, words: list[str]) -> int:
    if not 2 <= len(words) <= MOST_COLUMNS:
        raise BadSource(f"{place}: is not an edge list: its first line is not a pair of ids")
    return len(words)


@dataclass
class _People:
    """Writes user.csv: each person once, at the first line that names them."""

    out: SeedFolder
    since: datetime
    bridge: Callable[[str], str]
    met: dict[str, str | None] = field(default_factory=dict)
    handles: set[str] = field(default_factory=set)

    def fault(self, person: str) -> str | None:
        """The reason why no person can have this id, or None."""
        if person not in self.met:
            self.met[person] = self._meet(person)
        return self.met[person]

    def _meet(self, person: str) -> str | None:
        handle = f"person{person.casefold()}"
        if handle in self.handles:
            return "names a person whose id differs from another only in case"
        try:
            self.out.write(
                "user",
                id=person,
                handle=handle,
                display_name=f"Person {person}",
                locale="en",
                created_at=self.since,
                bridge=self.bridge(person),
                discoverable=True,
            )
        except Unfit as error:
            return f"names a person whose {error}"
        self.handles.add(handle)
        return None
