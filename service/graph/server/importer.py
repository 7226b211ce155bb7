"""Neo4j's own importer: files into a new store, and a new store in place of an old one."""

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
    """Files that are read as one, the head first: edges of a `type`, or nodes when it is empty."""

    type: str
    files: tuple[Path, ...]
    lines: int = 0

    @property
    def option(self) -> str:
        """As the importer is told of it."""
        return option(self.type, self.files, edges=bool(self.type))


def option(name: str, files: Iterable[Path], *, edges: bool) -> str:
    """Files of nodes or edges as the importer is told of them; without a name their cells tell it."""
    named = f"{name}=" if name else ""
    return f"--{'relationships' if edges else 'nodes'}={named}{','.join(map(str, files))}"


def load(program: Program, home: Home, sources: Iterable[Source], work: Path) -> None:
    """Make the store of `home`, whose server does not run, of these files; raises Unavailable.

    An edge to a node that is in no file is left out. `work` is for the importer's own files.
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
    """Make the store of `home` as these words of the importer say; the rest is as `Program.admin` has it."""
    command = ("database", "import", "full", "neo4j", "--overwrite-destination", "--path-pattern-style=none")
    program.admin(home.folder, *command, *words, options=options, stdout=stdout, keep=keep)


def adopt(home: Home, other: Home) -> None:
    """The store of `other` in place of that of `home`; neither has a server.

    An error or a kill on the way leaves the old one.
    """
    home.bring_back()
    try:
        home.set_aside()
        for part in reversed(STORE):  # the logs first: a store is there when it is whole
            place = home.folder / "data" / part
            place.parent.mkdir(parents=True, exist_ok=True)
            (other.folder / "data" / part).rename(place)
        home.drop_aside()
    except BaseException:
        home.bring_back()
        raise
