"""The folder of one embedded server: its files, and the processes that use it."""

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
    """The server that was started last; `keep` leaves it running without users."""

    pid: int
    port: int
    version: str
    keep: bool = False


@dataclass(frozen=True)
class Home:
    """The folder of one embedded server, readable by its owner alone."""

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
        """The file of the server's own output."""
        return self.folder / "logs" / "console.log"

    @property
    def is_new(self) -> bool:
        """Whether no server has run here yet; only then can the first password be set."""
        return not (self.folder / "data" / "databases" / "system").exists()

    @property
    def store_exists(self) -> bool:
        """Whether there is a graph, whether the server runs or not."""
        return (self.folder / "data" / "databases" / "neo4j").exists()

    @property
    def password(self) -> str:
        """The password of the server, created at the first use."""
        file = self.folder / "password"
        if not file.exists():
            write_private(file, secrets.token_hex(24))
        return file.read_text("utf-8").strip()

    def gate(self) -> AbstractContextManager[None]:
        """A lock for the start and stop of the server, and for users that come or leave."""
        return exclusive(self.folder / "gate.lock", "another command starts or stops the database")

    @contextmanager
    def user(self) -> Iterator[None]:
        """Be a user of the server; the kernel releases the lock when this process ends in any way."""
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
        """Remove the files of users that died; call it inside the gate."""
        for file in self.users_folder.iterdir():
            if not taken(file):
                file.unlink(missing_ok=True)

    def record(self) -> Record | None:
        """The record of `write`; None when the server was stopped or never ran."""
        with suppress(OSError, ValueError, TypeError):
            return Record(**json.loads((self.folder / "server.json").read_text("utf-8")))
        return None

    def write(self, record: Record) -> None:
        write_private(self.folder / "server.json", json.dumps(asdict(record)))

    def forget(self) -> None:
        (self.folder / "server.json").unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Move the store away for `bring_back`; without a store, note that there was none."""
        (self.folder / "aside").mkdir(exist_ok=True)
        if not any((self.folder / "data" / part).exists() for part in STORE):
            (self.folder / "aside" / NOTHING).touch()
        for part in STORE:
            if (store := self.folder / "data" / part).exists():
                aside = self.folder / "aside" / part
                aside.parent.mkdir(parents=True, exist_ok=True)
                store.rename(aside)

    def bring_back(self) -> None:
        """Replace the present store by the one set aside, if there is one."""
        nothing = (self.folder / "aside" / NOTHING).exists()
        for part in STORE:
            if (aside := self.folder / "aside" / part).exists() or nothing:
                shutil.rmtree(self.folder / "data" / part, ignore_errors=True)
            if aside.exists():
                aside.rename(self.folder / "data" / part)
        self.drop_aside()

    def drop_aside(self) -> None:
        """Remove the store set aside. From its start on, nothing brings that store back."""
        with suppress(FileNotFoundError):
            (self.folder / "aside").rename(self.folder / "dropped")
        shutil.rmtree(self.folder / "dropped", ignore_errors=True)

    def size(self) -> int:
        """Bytes of the store, its transaction logs included."""
        return sum(each.stat().st_size for each in (self.folder / "data").rglob("*") if each.is_file())


def write_private(file: Path, text: str) -> None:
    """Write the file whole or not at all, readable by its owner alone."""
    draft = file.with_name(f"{file.name}.draft")
    draft.unlink(missing_ok=True)
    draft.touch(0o600)
    draft.write_text(text, "utf-8")
    draft.replace(file)
