"""`circle worker` in a process of its own, beside the web processes, started again when it has ended."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from service.cli import pauses

COMMAND = (sys.executable, "-m", "service.cli", "worker")
log = structlog.get_logger()


@contextmanager
def worker() -> Iterator[None]:
    """Keep a worker running until the end of the block."""
    keeper = _Keeper()
    keeper.start()
    try:
        yield
    finally:
        keeper.end()


class _Keeper(threading.Thread):
    """Starts a worker, and another when it has ended, after a pause that grows while they keep ending."""

    def __init__(self) -> None:
        super().__init__(name="worker", daemon=True)
        self._ending, self._change = threading.Event(), threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        pause = pauses.FIRST
        while True:
            began = time.monotonic()
            with self._change:
                if self._ending.is_set():
                    return
                self._child = subprocess.Popen(COMMAND)  # noqa: S603  our own command
            status = self._child.wait()
            if self._ending.is_set():
                return
            pause = pauses.longer(pause, time.monotonic() - began)
            log.error("the worker has ended", status=status, again_in_seconds=pause)
            self._ending.wait(pause)

    def end(self) -> None:
        """Stop the worker, and start none again."""
        self._ending.set()
        with self._change:
            if self._child:
                self._child.terminate()
        self.join()
