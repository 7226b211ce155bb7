"""The AOT cache: the JVM records one start in it, so that later starts take half the time.

The first server of a user starts a trainer (trainer.py), which builds the cache in the background.
Nothing waits for it or needs it; the JVM ignores a cache that does not fit.
"""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import psutil

from service.graph.server.flock import taken
from service.graph.server.java import Program
from service.settings import ROOT

MEMORY_BYTES = 2_000_000_000  # the trainer runs only beside free memory
DISK_BYTES = 1_000_000_000


def options(neo4j: Program, cache: Path) -> tuple[str, ...]:
    """The JVM's options for the cache, if there is one."""
    ready = file(neo4j, cache)
    return (f"-XX:AOTCache={ready}",) if ready.exists() else ()


def train_later(neo4j: Program, cache: Path) -> None:
    """Build the cache in the background, unless it exists or there is no room for it."""
    target = file(neo4j, cache)
    target.parent.mkdir(parents=True, exist_ok=True)
    room = psutil.virtual_memory().available > MEMORY_BYTES and shutil.disk_usage(cache).free > DISK_BYTES
    if room and not target.exists() and not taken(target.parent / "trainer.lock"):
        trainer = subprocess.Popen(  # noqa: S603  a module of ours
            [sys.executable, "-m", "service.graph.server.trainer", str(cache)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=trainer.wait, daemon=True).start()


def file(neo4j: Program, cache: Path) -> Path:
    """The file of the cache, whether it exists or not."""
    return cache / "aot" / neo4j.key
