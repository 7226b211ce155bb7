"""The finished steps of an import, kept in a file so that a later run of the same import can skip them."""

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
    """The finished steps of one import, each with its facts and its seconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self._file = folder / "steps.json"
        self.done: dict[str, Facts] = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        self.resumed = bool(self.done)

    @contextmanager
    def taking(self, name: str) -> Iterator[Facts]:
        """Gives a dict for the facts of a step; saves the step when the block ends without an error."""
        facts: Facts = {}
        began = time.monotonic()
        yield facts
        facts["seconds"] = round(time.monotonic() - began, 2)
        self.done[name] = facts
        write_private(self._file, json.dumps(self.done))

    def undo(self, *names: str) -> None:
        """Forget that these steps are done."""
        for name in names:
            self.done.pop(name, None)
        write_private(self._file, json.dumps(self.done))


@contextmanager
def alone(folder: Path) -> Iterator[int]:
    """The lock for the one import in the folder; raises Unavailable when another import holds it.

    A child process with the descriptor holds the lock too, for as long as it lives.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with held(folder / "import.lock") as handle:
        if not take(handle):
            raise Unavailable(f"Another import is running in {folder}: wait until it ends.")
        yield handle


def remove_others(settings: Settings, folder: Path, kept: str) -> None:
    """Remove the leftovers of imports of other folders, or of another state of this folder."""
    for each in folder.iterdir():
        if each.is_dir() and each.name != kept:
            stop(replace(settings, home=each / "home"))
            shutil.rmtree(each)
