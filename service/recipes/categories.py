"""Which category a product is in, by words of its name."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from service.errors import BadSource
from service.recipes import sources
from service.settings import ROOT

RULES = ROOT / "seeds" / "rules" / "category.csv"


@cache
def known() -> frozenset[str]:
    """The ids of all categories."""
    return frozenset(cells[0] for _, cells in list(sources.table(RULES))[1:])


def chosen(fallback: str, path: Path | None = None) -> Callable[[str], str]:
    """Name -> category: that of the first word in `path` (`word,category` a line) that the name holds.

    Raises BadSource for a category that is not there.
    """
    words = list(_words(path)) if path else []
    if fallback not in known():
        raise BadSource(f"there is no category {fallback}; there are {', '.join(sorted(known()))}")

    def category(name: str) -> str:
        folded = name.casefold()
        return next((each for word, each in words if word in folded), fallback)

    return category


def _words(path: Path) -> list[tuple[str, str]]:
    found = []
    for place, cells in sources.table(path):
        if len(cells) != 2 or not cells[0].strip() or cells[1].strip() not in known():
            raise BadSource(f"{place}: is not `word,category` with a category that is there")
        found.append((cells[0].strip().casefold(), cells[1].strip()))
    return found
