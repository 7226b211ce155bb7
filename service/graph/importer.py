"""Neo4j's own importer: files into a new store, and a new store in place of an old one."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from service.graph.home import STORE, Home
from service.graph.java import Program

MEMORY = "512m"


@dataclass(frozen=True)
class Source:
    """Files that are read as one, the head first: edges of a `type`, or nodes when it is empty."""

    type: str
    files: tuple[Path, ...]
    lines: int = 0

    @property
    def option(self) -> str:
        """As the importer is told of it."""
        kind = f"relationships={self.type}=" if self.type else "nodes="
        return f"--{kind}{','.join(map(str, self.files))}"


def load(program: Program, home: Home, sources: Iterable[Source], work: Path) -> None:
    """Make the store of `home`, whose server does not run, of these files; raises Unavailable.

    An edge to a node that is in no file is left out. `work` is for the importer's own files.
    """
    program.admin(
        home.folder,
        "database",
        "import",
        "full",
        "neo4j",
        "--overwrite-destination",
        "--skip-bad-relationships",
        "--path-pattern-style=none",
        f"--max-off-heap-memory={MEMORY}",
        f"--report-file={work / 'report'}",
        f"--temp-path={work}",
        *(source.option for source in sources if source.lines),
    )


def adopt(home: Home, other: Home) -> None:
    """The store of `other` in place of that of `home`; neither has a server. A kill leaves the old one."""
    home.bring_back()
    home.set_aside()
    for part in reversed(STORE):  # the logs first: a store is there when it is whole
        place = home.folder / "data" / part
        place.parent.mkdir(parents=True, exist_ok=True)
        (other.folder / "data" / part).rename(place)
    home.drop_aside()
