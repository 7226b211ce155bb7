"""The AOT cache: what the JVM learned from one start, so that later starts take half the time.

The first server of a user has a trainer (trainer.py) make it in the background. Nothing waits for
it, nothing needs it; a cache that does not fit is ignored by the JVM.
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

MEMORY_BYTES = 2_000_000_000  # the trainer does without more than what is free anyway
DISK_BYTES = 1_000_000_000


def options(neo4j: Program, cache: Path) -> tuple[str, ...]:
    """The JVM's options for using the cache, if it has been made."""
    made = file(neo4j, cache)
    return (f"-XX:AOTCache={made}",) if made.exists() else ()


def train_later(neo4j: Program, cache: Path) -> None:
    """Have the cache made in the background, unless it is there or there is no room for it."""
    made = file(neo4j, cache)
    made.parent.mkdir(parents=True, exist_ok=True)
    room = psutil.virtual_memory().available > MEMORY_BYTES and shutil.disk_usage(cache).free > DISK_BYTES
    if room and not made.exists() and not taken(made.parent / "trainer.lock"):
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
    """Where the cache is, or will be."""
    return cache / "aot" / neo4j.key
