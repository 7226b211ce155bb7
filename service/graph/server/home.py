"""What one embedded server keeps in its folder, and who uses it."""

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from service.graph.server.flock import exclusive, held, take, taken

STORE = ("databases/neo4j", "transactions/neo4j")
NOTHING = "nothing"


@dataclass(frozen=True)
class Record:
    """The server that was started last; `keep` asks to leave it running when nobody uses it."""

    pid: int
    port: int
    version: str
    keep: bool = False


@dataclass(frozen=True)
class Home:
    """The folder of one embedded server, for its owner's eyes only."""

    folder: Path

    @classmethod
    def of(cls, folder: Path) -> "Home":
        home = cls(folder.resolve())
        for each in (home.folder, home.users_folder, home.folder / "conf", home.folder / "logs"):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        return home

    @property
    def users_folder(self) -> Path:
        return self.folder / "users"

    @property
    def arguments(self) -> Path:
        return self.folder / "server.args"

    @property
    def console(self) -> Path:
        """What the server prints."""
        return self.folder / "logs" / "console.log"

    @property
    def is_new(self) -> bool:
        """Whether no server has run here yet, so that the first password can still be set."""
        return not (self.folder / "data" / "databases" / "system").exists()

    @property
    def store_exists(self) -> bool:
        """Whether there is a graph, of a running server or not."""
        return (self.folder / "data" / "databases" / "neo4j").exists()

    @property
    def password(self) -> str:
        """Made when first asked for."""
        file = self.folder / "password"
        if not file.exists():
            write_private(file, secrets.token_hex(24))
        return file.read_text("utf-8").strip()

    def gate(self) -> AbstractContextManager[None]:
        """Held by whoever starts or stops the server, enters or leaves."""
        return exclusive(self.folder / "gate.lock", "another command starts or stops the database")

    @contextmanager
    def user(self) -> Iterator[None]:
        """Be a user of the server: the kernel lets go of the lock however this process ends."""
        file = self.users_folder / f"{os.getpid()}-{secrets.token_hex(4)}"
        with held(file) as handle:
            take(handle)
            try:
                yield
            finally:
                file.unlink(missing_ok=True)

    def users(self) -> list[int]:
        """The processes that use the server now, once for each use."""
        files = list(self.users_folder.iterdir())
        return sorted(int(file.name.partition("-")[0]) for file in files if taken(file))

    def sweep(self) -> None:
        """Remove the marks of users that died; call it inside the gate."""
        for file in self.users_folder.iterdir():
            if not taken(file):
                file.unlink(missing_ok=True)

    def record(self) -> Record | None:
        """What `write` wrote; None when the server was stopped or never ran."""
        with suppress(OSError, ValueError, TypeError):
            return Record(**json.loads((self.folder / "server.json").read_text("utf-8")))
        return None

    def write(self, record: Record) -> None:
        write_private(self.folder / "server.json", json.dumps(asdict(record)))

    def forget(self) -> None:
        (self.folder / "server.json").unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Keep the store where `bring_back` finds it; where there is none, remember that."""
        (self.folder / "aside").mkdir(exist_ok=True)
        if not any((self.folder / "data" / part).exists() for part in STORE):
            (self.folder / "aside" / NOTHING).touch()
        for part in STORE:
            if (store := self.folder / "data" / part).exists():
                aside = self.folder / "aside" / part
                aside.parent.mkdir(parents=True, exist_ok=True)
                store.rename(aside)

    def bring_back(self) -> None:
        """The store that was set aside, in place of what is there now."""
        nothing = (self.folder / "aside" / NOTHING).exists()
        for part in STORE:
            if (aside := self.folder / "aside" / part).exists() or nothing:
                shutil.rmtree(self.folder / "data" / part, ignore_errors=True)
            if aside.exists():
                aside.rename(self.folder / "data" / part)
        self.drop_aside()

    def drop_aside(self) -> None:
        """Remove what was set aside; once this begins, nothing brings it back."""
        with suppress(FileNotFoundError):
            (self.folder / "aside").rename(self.folder / "dropped")
        shutil.rmtree(self.folder / "dropped", ignore_errors=True)

    def size(self) -> int:
        """Bytes of the store, its transaction logs included."""
        return sum(each.stat().st_size for each in (self.folder / "data").rglob("*") if each.is_file())


def write_private(file: Path, text: str) -> None:
    """Write it whole or not at all, readable by its owner alone."""
    draft = file.with_name(f"{file.name}.draft")
    draft.unlink(missing_ok=True)
    draft.touch(0o600)
    draft.write_text(text, "utf-8")
    draft.replace(file)
