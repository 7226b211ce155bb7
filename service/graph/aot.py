"""The AOT cache: what the JVM learned from one start, so that later starts take half the time.

The first server of a user starts a trainer in the background: another server, on an empty store
of its own, at the lowest priority, which is started and stopped once for the JVM to write down
what it loaded. Nothing waits for it, nothing needs it; a cache that does not fit is ignored.
"""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import psutil

from service.graph.flock import held, take, taken
from service.graph.home import Home
from service.graph.java import Program, program
from service.graph.server_process import launch, terminate, wait
from service.settings import ROOT, Settings

MEMORY_BYTES = 2_000_000_000  # the trainer does without more than what is free anyway
DISK_BYTES = 1_000_000_000
DUMP_SECONDS = 300


def options(neo4j: Program, cache: Path) -> tuple[str, ...]:
    """The JVM's options for using the cache, if it has been made."""
    file = _file(neo4j, cache)
    return (f"-XX:AOTCache={file}",) if file.exists() else ()


def train_later(neo4j: Program, cache: Path) -> None:
    """Have the cache made in the background, unless it is there or there is no room for it."""
    file = _file(neo4j, cache)
    file.parent.mkdir(parents=True, exist_ok=True)
    room = psutil.virtual_memory().available > MEMORY_BYTES and shutil.disk_usage(cache).free > DISK_BYTES
    if room and not file.exists() and not taken(file.parent / "trainer.lock"):
        trainer = subprocess.Popen(  # noqa: S603  this very module
            [sys.executable, "-m", __name__, str(cache)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=trainer.wait, daemon=True).start()


def train(cache: Path) -> None:
    """Make the cache; returns at once when somebody else is making it."""
    with held(cache / "aot" / "trainer.lock") as handle:
        if take(handle):
            os.nice(19)
            _train(cache)


def _train(cache: Path) -> None:
    settings = Settings(cache / "aot" / "home", cache, neo4j_heap="512m", neo4j_pagecache="64m")
    neo4j = program(settings)
    home = Home.of(settings.home)
    terminate(home)  # of a trainer that was killed
    shutil.rmtree(settings.home)
    home, draft = Home.of(settings.home), cache / "aot" / "draft"
    try:
        record = launch(home, neo4j, settings, (f"-XX:AOTCacheOutput={draft}",))
        wait(home, record)
        terminate(home, DUMP_SECONDS)
        draft.replace(_file(neo4j, cache))
    finally:
        terminate(home)
        shutil.rmtree(settings.home)


def _file(neo4j: Program, cache: Path) -> Path:
    return cache / "aot" / neo4j.key


if __name__ == "__main__":
    train(Path(sys.argv[1]))
