"""Dump the graph of the embedded server to one file, and load it from one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from service.errors import Unavailable
from service.graph.server.embedded import home_of, server, stopped
from service.graph.server.java import program
from service.settings import Settings


def dump(settings: Settings, file: Path) -> None:
    """Write the graph to `file`, over an old one; the server is stopped meanwhile. Raises Unavailable."""
    home = home_of(settings)
    if not home.store_exists:
        raise Unavailable(f"There is no graph in {home.folder}.")
    if home.record():
        # It may have been killed: a start and an orderly stop repair its store.
        with server(settings):
            pass
    draft = file.with_name(f"{file.name}.draft")
    with stopped(settings), _opened(draft, "wb") as out:
        try:
            program(settings).admin(home.folder, "database", "dump", "neo4j", "--to-stdout", stdout=out)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)


def load(settings: Settings, file: Path, *, force: bool = False) -> None:
    """Replace the graph by that of `file`; the server is stopped meanwhile. Raises Unavailable.

    Only `force` replaces an existing graph, and the old graph is back when the load fails.
    """
    home = home_of(settings)
    with _opened(file, "rb") as source, stopped(settings):
        if home.store_exists and not force:
            raise Unavailable(f"There is a graph in {home.folder} already; --force replaces it.")
        home.set_aside()
        try:
            program(settings).admin(home.folder, "database", "load", "neo4j", "--from-stdin", stdin=source)
        except BaseException:
            home.bring_back()
            raise
        home.drop_aside()


@contextmanager
def _opened(file: Path, mode: str) -> Iterator[IO[bytes]]:
    try:
        opened = file.open(mode)
    except OSError as error:
        raise Unavailable(f"Cannot open {file}: {error.strerror}.") from error
    with opened:
        yield opened
