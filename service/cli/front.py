"""The web processes of `circle serve` and `circle run`, started again for as long as the command runs."""

import os
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import structlog
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.common import AbstractServer

from service.cli import pauses, signals
from service.settings import Settings

CONNECTIONS = 4096  # of one web process, streams of events included
HEADER_SECONDS = 10  # for the headers of a request, also of the next one on a connection that is kept open
KILL_SECONDS = 20
log = structlog.get_logger()


def answer(settings: Settings, port: int) -> None:
    """Answer requests at `port` until a signal.

    granian starts a web process again that has ended. When one ends twice in five seconds, granian gives
    up; then all of them start again, after a pause that grows while this goes on.
    """
    open_files()
    pause = pauses.FIRST
    with _metrics():
        while True:
            began, web = time.monotonic(), _granian(settings, port)
            with suppress(SystemExit):
                web.serve()
            if web.interrupt_signal:
                return
            pause = pauses.longer(pause, time.monotonic() - began)
            log.error("the web processes keep ending", again_in_seconds=pause)
            signals.install()  # granian has replaced the handlers
            time.sleep(pause)


def _granian(settings: Settings, port: int) -> AbstractServer[Any]:
    """The web server. It speaks HTTP/1 alone: while it has to find out which, no deadline holds."""
    return Granian(
        "service.run.asgi:application",
        factory=True,
        address=settings.host,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        websockets=False,
        workers=settings.workers,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        workers_kill_timeout=KILL_SECONDS,
        respawn_failed_workers=True,
        log_enabled=False,
    )


def open_files() -> None:
    """Allow as many connections as the system does; a shell's usual limit is 1,024 files."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@contextmanager
def _metrics() -> Iterator[None]:
    """A folder in which the web processes count together."""
    with tempfile.TemporaryDirectory(prefix="circle-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield
