"""How every command stops: alike on SIGINT, on SIGTERM and when its terminal closes.

A shell without job control (a script, CI) starts `command &` with SIGINT ignored, and Python leaves it
ignored; so a command installs its handlers itself. A signal that a parent handles has its default effect
in a child, so the children stop on both signals, too.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

ENDINGS = (signal.SIGINT, signal.SIGTERM)
ONE_REQUEST = 10.0  # Ctrl-C reaches a worker twice: from the terminal, and as SIGTERM from its parent


class Stopped(SystemExit):
    """A signal stops this process; the exit status is 128 plus the number of the signal."""


class _Stop:
    """Raises Stopped, and not again while the process stops because of the first one."""

    def __init__(self) -> None:
        self._last = -ONE_REQUEST

    def __call__(self, number: int, _: FrameType | None) -> None:
        now = time.monotonic()
        if now - self._last >= ONE_REQUEST:
            self._last = now
            raise Stopped(128 + number)


def install() -> None:
    """From now on a signal to stop raises Stopped in the main thread; call it before anything else."""
    stop = _Stop()
    for number in ENDINGS:
        signal.signal(number, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # else `nohup` started this command
        signal.signal(signal.SIGHUP, stop)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Run until a signal: it is then the regular end, with exit status 0."""
    with suppress(Stopped):
        yield


@contextmanager
def prompting() -> Iterator[None]:
    """Meanwhile Ctrl-C raises KeyboardInterrupt: at a prompt it ends the line, not the command."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
