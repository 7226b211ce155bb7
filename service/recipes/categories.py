"""The category of a product, by words of its name."""

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
    """A function from product name to category: the name's first word in `path` decides, else `fallback`.

    `path` has `word,category` on each line. Raises BadSource for an unknown category.
    """
    words = list(_words(path)) if path else []
    if fallback not in known():
        raise BadSource(f"there is no category {fallback}; the categories are {', '.join(sorted(known()))}")

    def category(name: str) -> str:
        folded = name.casefold()
        return next((each for word, each in words if word in folded), fallback)

    return category


def _words(path: Path) -> list[tuple[str, str]]:
    rules = []
    for place, cells in sources.table(path):
        if len(cells) != 2 or not cells[0].strip() or cells[1].strip() not in known():
            raise BadSource(f"{place}: is not `word,category` with a known category")
        rules.append((cells[0].strip().casefold(), cells[1].strip()))
    return rules
