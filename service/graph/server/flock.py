"""Locks between processes that the kernel lets go of when their holder dies, however it dies."""

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
    """Hold `file` alone; whoever waits longer than `patience` seconds is told on stderr what for."""
    with held(file) as handle:
        if not take(handle):
            told = Timer(patience, click.echo, (f"Waiting: {waiting_for}.",), {"err": True})
            told.start()
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
            finally:
                told.cancel()
        yield


@contextlib.contextmanager
def held(file: Path) -> Iterator[int]:
    """An open descriptor of `file`; what is locked through it is let go at the end."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def take(handle: int) -> bool:
    """Lock the file alone, unless somebody has it; says whether that worked."""
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def taken(file: Path) -> bool:
    """Whether some process holds `file`; asked in a way that two who ask do not see each other."""
    with held(file) as handle, contextlib.suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return False
    return True
