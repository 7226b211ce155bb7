"""`circle import` as a process, in a home of its own, and folders to import."""

import csv
import os
import subprocess
import time
from contextlib import AbstractContextManager
from pathlib import Path

import psutil

from service.settings import Settings, from_env
from tests.support.processes import SECONDS, started
from tests.support.running import QUICK


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def merged(one: Path, other: Path, into: Path) -> None:
    """The rows of two folders, file by file."""
    into.mkdir()
    for name in sorted({file.name for folder in (one, other) for file in folder.glob("*.csv")}):
        rows = [row for folder in (one, other) if (folder / name).exists() for row in rows_of(folder / name)]
        columns = dict.fromkeys(column for row in rows for column in row)
        with (into / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    (into / "seed.json").write_text('{"name": "both", "anchor": "2030-01-01T00:00:00Z"}')


class Home:
    """A CIRCLE_HOME with an empty store and a running server."""

    def __init__(self, place: Path, settings: Settings) -> None:
        self.place = place
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")},
            "CIRCLE_HOME": str(place),
            "CIRCLE_CACHE": str(settings.cache),
            "CIRCLE_SECRET": settings.secret,
            "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
        }
        self.settings = from_env(self.environment)

    def importing(self, folder: Path, *words: str) -> AbstractContextManager[subprocess.Popen[str]]:
        """A running `circle import FOLDER`."""
        return started("import", str(folder), *words, environment=self.environment, stderr=subprocess.PIPE)


def importer(command: subprocess.Popen[str]) -> psutil.Process:
    """The Java process of Neo4j's importer, once it writes the store."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        assert command.poll() is None, command.communicate()
        for child in psutil.Process(command.pid).children():
            if any("admin.args" in word for word in child.cmdline()):
                files = child.open_files()
                if any("import" in file.path and "databases/neo4j" in file.path for file in files):
                    return child
        time.sleep(0.02)
    raise AssertionError("the importer did not start")
