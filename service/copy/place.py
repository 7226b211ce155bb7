"""Where the analysts' copy lies: CIRCLE_HOME/copy, for its owner's eyes only."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from service.errors import Unavailable
from service.graph.server.home import Home, write_private
from service.settings import Settings


@dataclass(frozen=True)
class Served:
    """Where the copy answers, and as whom to ask it."""

    bolt: str
    http: str
    user: str
    password: str = field(repr=False)

    @property
    def browser(self) -> str:
        """Neo4j Browser, its form filled in but for the password."""
        return f"{self.http}/browser/?dbms={self.bolt.replace('//', f'//{self.user}@')}"


@dataclass(frozen=True)
class Place:
    """The folder of the copy."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> "Place":
        """The folder, made when it is not there; raises Unavailable."""
        folder = settings.home / "copy"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(f"Cannot use CIRCLE_HOME={settings.home}: {error.strerror}.") from error
        return cls(folder)

    @property
    def home(self) -> Home:
        """The server of the copy, and the copy that it serves."""
        return Home.of(self.folder / "neo4j")

    @property
    def next(self) -> Path:
        """The home of a newer copy that waits until the old one is served no more."""
        return self.folder / "next"

    @property
    def work(self) -> Path:
        """What a snapshot needs while it is made."""
        return self.folder / "work"

    @property
    def making(self) -> Path:
        """Locked while a copy is made."""
        return self.folder / "making.lock"

    @property
    def serving(self) -> Path:
        """Locked while the copy is served, or changed for a newer one."""
        return self.folder / "serving.lock"

    def tell(self, served: Served) -> None:
        """Let the service know where the copy answers."""
        write_private(self.folder / "served.json", json.dumps(asdict(served)))

    def forget(self) -> None:
        """Nothing is served any more."""
        (self.folder / "served.json").unlink(missing_ok=True)


def served(settings: Settings) -> Served | None:
    """Where the copy of this CIRCLE_HOME answers; None when `circle explore serve` does not run."""
    with suppress(OSError, ValueError, TypeError):
        return Served(**json.loads((settings.home / "copy" / "served.json").read_text("utf-8")))
    return None
