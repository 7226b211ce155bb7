"""What an import has done so far, kept where a later run of the same import finds it."""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.errors import Unavailable
from service.graph.server.embedded import stop
from service.graph.server.flock import held, take
from service.graph.server.home import write_private
from service.settings import Settings

Facts = dict[str, Any]


class Steps:
    """The finished steps of one import, each with what it found and how long it took."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self._file = folder / "steps.json"
        self.done: dict[str, Facts] = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        self.resumed = bool(self.done)

    @contextmanager
    def taking(self, name: str) -> Iterator[Facts]:
        """Fill in what a step found; it is done once the context ends well."""
        facts: Facts = {}
        began = time.monotonic()
        yield facts
        facts["seconds"] = round(time.monotonic() - began, 2)
        self.done[name] = facts
        write_private(self._file, json.dumps(self.done))

    def undo(self, *names: str) -> None:
        """Take these steps as not done."""
        for name in names:
            self.done.pop(name, None)
        write_private(self._file, json.dumps(self.done))


@contextmanager
def alone(folder: Path) -> Iterator[int]:
    """The lock of the one import that works in the folder; raises Unavailable when there is one already.

    A process that is given the descriptor holds the lock too, for as long as it lives.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with held(folder / "import.lock") as handle:
        if not take(handle):
            raise Unavailable(f"Another import is at work in {folder}: wait until it ends.")
        yield handle


def remove_others(settings: Settings, folder: Path, kept: str) -> None:
    """Remove what imports of other folders, or of another state of this one, have left."""
    for each in folder.iterdir():
        if each.is_dir() and each.name != kept:
            stop(replace(settings, home=each / "home"))
            shutil.rmtree(each)
