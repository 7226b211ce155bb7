"""The folder of the analysts' copy: CIRCLE_HOME/copy, which only its owner can read."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from service.errors import Unavailable
from service.graph.server.home import Home, write_private
from service.settings import Settings


@dataclass(frozen=True)
class Served:
    """The addresses of the running copy, with user and password."""

    bolt: str
    http: str
    user: str
    password: str = field(repr=False)

    @property
    def browser(self) -> str:
        """The address of Neo4j Browser, with its form filled in but for the password."""
        return f"{self.http}/browser/?dbms={self.bolt.replace('//', f'//{self.user}@')}"


@dataclass(frozen=True)
class Place:
    """The folder of the copy."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> "Place":
        """The folder, created if missing; raises Unavailable."""
        folder = settings.home / "copy"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(f"Cannot use CIRCLE_HOME={settings.home}: {error.strerror}.") from error
        return cls(folder)

    @property
    def home(self) -> Home:
        """The home of the copy's server, with its store."""
        return Home.of(self.folder / "neo4j")

    @property
    def next(self) -> Path:
        """The home of a newer copy, which waits until nothing serves the old one."""
        return self.folder / "next"

    @property
    def work(self) -> Path:
        """The files of a snapshot in progress."""
        return self.folder / "work"

    @property
    def making(self) -> Path:
        """The lock for making a copy."""
        return self.folder / "making.lock"

    @property
    def serving(self) -> Path:
        """The lock for serving the copy, or replacing it with a newer one."""
        return self.folder / "serving.lock"

    def tell(self, served: Served) -> None:
        """Write down the copy's addresses for the service."""
        write_private(self.folder / "served.json", json.dumps(asdict(served)))

    def forget(self) -> None:
        """Remove the addresses: nothing serves the copy now."""
        (self.folder / "served.json").unlink(missing_ok=True)


def served(settings: Settings) -> Served | None:
    """The addresses of the copy of this CIRCLE_HOME; None when `circle explore serve` does not run."""
    with suppress(OSError, ValueError, TypeError):
        return Served(**json.loads((settings.home / "copy" / "served.json").read_text("utf-8")))
    return None
