"""The new store: the importer makes it in a home of its own, a server completes it, a rename swaps it in."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from service.bulk.graph import Piece
from service.errors import Unavailable
from service.graph.ready import opened, prepare
from service.graph.seeds.load import Progress
from service.graph.server import importer
from service.graph.server.embedded import home_of, server, stopped
from service.graph.server.java import program
from service.settings import Settings

# The importer runs long enough for full compilation, and uses memory beside its heap.
LONG_RUN = ("-Xmx1g", "-XX:+UseParallelGC")
OFF_HEAP = "2G"
STAGES = 4
JOURNAL = "Op"


def apart(settings: Settings, folder: Path) -> Settings:
    """The settings for a separate server in the folder."""
    return replace(settings, home=folder, neo4j_bolt_port=0)


def build(settings: Settings, source: Path, pieces: Sequence[Piece], lock: int, progress: Progress) -> None:
    """Make a store in the home of `settings` from the files in `source`; raises Unavailable."""
    home = home_of(settings)
    words = [
        importer.option(each.label, [source / f"{each.name}.csv"], edges=each.is_edge) for each in pieces
    ]
    if several := [str(source / f"{each.name}.csv") for each in pieces if each.multiline]:
        words += [f"--multiline-fields={','.join(several)}", "--multiline-fields-format=v2"]
    words += [f"--report-file={source / 'importer.txt'}", f"--max-off-heap-memory={OFF_HEAP}"]
    words += ["--id-type=integer", "--bad-tolerance=0"]
    with _watched(progress) as out:
        importer.run(program(settings), home, words, options=LONG_RUN, stdout=out, keep=(lock,))


def finish(settings: Settings, pieces: Sequence[Piece], sample: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Start a server on the new store, add schema and rules, and compare the store with the files.

    Raises Unavailable when they differ.
    """
    with server(settings) as address:
        prepare(address)
        with opened(address) as graph:
            size = dict(graph.one("ops/size"))
            reach = graph.rows("ops/reach", ids=[row["id"] for row in sample])
    wanted = {
        "nodes": sum(each.rows for each in pieces if not each.is_edge and each.label != JOURNAL),
        "edges": sum(each.rows for each in pieces if each.is_edge),
    }
    if size != wanted or list(map(dict, reach)) != list(sample):
        raise Unavailable(
            f"The new store differs from the folder: {size}, not {wanted}. The old store is unchanged."
        )
    return size


def swap(settings: Settings, new: Settings) -> None:
    """Put the new store in place of the old one; a run killed half-way leaves the old store."""
    with stopped(settings):
        importer.adopt(home_of(settings), home_of(new))


@contextmanager
def _watched(progress: Progress) -> Iterator[int]:
    """A descriptor for the importer's output; the percentages in it go to `progress`."""
    reading, writing = os.pipe()
    watcher = Thread(target=_watch, args=(reading, progress), daemon=True)
    watcher.start()
    try:
        yield writing
    finally:
        os.close(writing)
        watcher.join()


def _watch(reading: int, progress: Progress) -> None:
    stage, before = 0, 100
    with os.fdopen(reading, "r", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if match := re.search(r"(\d+)% ∆", line):
                percent = int(match[1])
                stage += percent < before
                before = percent
                progress("importing", min(stage - 1, STAGES - 1) * 100 + percent, STAGES * 100)
