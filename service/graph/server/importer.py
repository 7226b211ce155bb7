"""Neo4j's own importer: it builds a new store from files, which can replace an old store."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL
from typing import IO

from service.graph.server.home import STORE, Home
from service.graph.server.java import SHORT_RUN, Program

MEMORY = "512m"


@dataclass(frozen=True)
class Source:
    """Files that the importer reads as one, the header first: edges of `type`, or nodes when it is empty."""

    type: str
    files: tuple[Path, ...]
    lines: int = 0

    @property
    def option(self) -> str:
        """The importer's option for these files."""
        return option(self.type, self.files, edges=bool(self.type))


def option(name: str, files: Iterable[Path], *, edges: bool) -> str:
    """The importer's option for files of nodes or edges; without a name, their cells have the names."""
    named = f"{name}=" if name else ""
    return f"--{'relationships' if edges else 'nodes'}={named}{','.join(map(str, files))}"


def load(program: Program, home: Home, sources: Iterable[Source], work: Path) -> None:
    """Build the store of `home`, whose server must be stopped, from these files; raises Unavailable.

    An edge to an unknown node is left out. `work` is for the importer's own files.
    """
    words = [
        "--skip-bad-relationships",
        f"--max-off-heap-memory={MEMORY}",
        f"--report-file={work / 'report'}",
        f"--temp-path={work}",
    ]
    run(program, home, [*words, *(source.option for source in sources if source.lines)])


def run(
    program: Program,
    home: Home,
    words: Iterable[str],
    *,
    options: Sequence[str] = SHORT_RUN,
    stdout: IO[bytes] | int = DEVNULL,
    keep: Sequence[int] = (),
) -> None:
    """Build the store of `home` with these arguments; the other parameters are those of `Program.admin`."""
    command = ("database", "import", "full", "neo4j", "--overwrite-destination", "--path-pattern-style=none")
    program.admin(home.folder, *command, *words, options=options, stdout=stdout, keep=keep)


def adopt(home: Home, other: Home) -> None:
    """Replace the store of `home` by that of `other`; the servers of both must be stopped.

    An error or a kill meanwhile leaves the old store.
    """
    home.bring_back()
    try:
        home.set_aside()
        for part in reversed(STORE):  # the logs first, so that a store appears only when it is whole
            place = home.folder / "data" / part
            place.parent.mkdir(parents=True, exist_ok=True)
            (other.folder / "data" / part).rename(place)
        home.drop_aside()
    except BaseException:
        home.bring_back()
        raise
