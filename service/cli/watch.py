"""Keeps the embedded server running while its user lives: starts it again when it has ended."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from service.cli import pauses
from service.errors import CircleError
from service.graph.server.embedded import again, home_of
from service.graph.server.process import find
from service.settings import Settings

log = structlog.get_logger()


@contextmanager
def watched(settings: Settings) -> Iterator[None]:
    """Watch the embedded server of these settings during the context; one of somebody else is not ours."""
    if settings.neo4j_uri:
        yield
        return
    stopping = threading.Event()
    thread = threading.Thread(target=_watch, args=(settings, stopping), name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join()


def _watch(settings: Settings, stopping: threading.Event) -> None:
    """Start the server again whenever it has ended; after a failed start, wait twice as long."""
    pause = pauses.FIRST
    while not stopping.wait(pause):
        if find(home_of(settings)):
            continue
        log.error("the database has ended", again="starting it")
        try:
            place = again(settings)
        except CircleError as error:
            pause = pauses.longer(pause)
            log.warning("the database does not start", reason=str(error), seconds=pause)
        else:
            pause = pauses.FIRST
            log.warning("the database answers again", uri=place.uri)
