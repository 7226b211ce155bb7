"""What the domain forbids and a seed file could say all the same, checked before anything is stored."""

from collections.abc import Callable, Iterator

from service.graph.seed_files import Row
from service.graph.seed_world import World

Fault = tuple[Row, str, str]


def check(world: World) -> None:
    """Note every row that breaks a rule; references must be whole already."""
    for rule in RULES:
        for row, column, why in rule(world):
            world.folder.fault(row, column, why)


RULES: tuple[Callable[[World], Iterator[Fault]], ...] = ()
