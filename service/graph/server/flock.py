"""Locks between processes, which the kernel releases when their holder ends in any way."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import click

PATIENCE = 2.0


@contextlib.contextmanager
def exclusive(file: Path, waiting_for: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold `file` alone; a wait of more than `patience` seconds shows its reason on stderr."""
    with held(file) as handle:
        if not take(handle):
            notice = Timer(patience, click.echo, (f"Waiting: {waiting_for}.",), {"err": True})
            notice.start()
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
            finally:
                notice.cancel()
        yield


@contextlib.contextmanager
def held(file: Path) -> Iterator[int]:
    """An open descriptor of `file`; its locks are released at the end."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def take(handle: int) -> bool:
    """Lock the file alone. Returns False when another process has it."""
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def taken(file: Path) -> bool:
    """Whether some process holds `file`. The shared lock keeps two calls from seeing each other."""
    with held(file) as handle, contextlib.suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return False
    return True
