"""The process that builds the AOT cache: it starts and stops a server on an empty store of its own.

It runs at the lowest priority; at the stop of the server, the JVM writes the cache. (To run the schema
in it too doubled its cost, and later starts were not measurably faster.)
"""

import os
import shutil
import sys
from pathlib import Path

from service.graph.server import aot
from service.graph.server.flock import held, take
from service.graph.server.home import Home
from service.graph.server.java import program
from service.graph.server.process import launch, terminate, wait
from service.settings import Settings

DUMP_SECONDS = 300


def train(cache: Path) -> None:
    """Build the cache; return at once when another process builds it."""
    with held(cache / "aot" / "trainer.lock") as handle:
        if take(handle):
            os.nice(19)
            _train(Settings(cache / "aot" / "home", cache, neo4j_heap="512m", neo4j_pagecache="64m"))


def _train(settings: Settings) -> None:
    neo4j = program(settings)
    terminate(Home.of(settings.home))  # of a trainer that was killed
    shutil.rmtree(settings.home)
    home, draft = Home.of(settings.home), settings.cache / "aot" / "draft"
    try:
        record = launch(home, neo4j, settings, (f"-XX:AOTCacheOutput={draft}",))
        wait(home, record)
        terminate(home, DUMP_SECONDS)
        draft.replace(aot.file(neo4j, settings.cache))
    finally:
        terminate(home)
        shutil.rmtree(settings.home)


if __name__ == "__main__":
    train(Path(sys.argv[1]))
