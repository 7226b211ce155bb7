"""Lines of several processes in one file of bounded size; older ones are in `NAME.1`, `NAME.2` and so on."""

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

from service.errors import Misconfigured
from service.graph.flock import exclusive

MOST_BYTES = 10_000_000
OLDER = 4


class LogFile:
    """One process's door to such a file, for all its threads.

    A line is one write at the end of the file, so lines of different processes do not mix. Whoever finds the
    file full moves it aside; the others see that another is in its place, and go on there.
    """

    def __init__(self, path: Path, *, most_bytes: int = MOST_BYTES, older: int = OLDER) -> None:
        self._path, self._most_bytes, self._older = path, most_bytes, older
        self._turn = Lock()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handle = self._open()
        except OSError as error:
            raise Misconfigured(f"CIRCLE_LOG_FILE={path} cannot be written: {error.strerror}") from error

    def write(self, line: str) -> None:
        """Add a line; where the disk is full it is lost, and the request that it tells of is not."""
        with self._turn, suppress(OSError):
            if self._full():
                self._move_aside()
            self._follow()
            os.write(self._handle, f"{line}\n".encode())

    def _open(self) -> int:
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def _full(self) -> bool:
        return self._path.exists() and self._path.stat().st_size >= self._most_bytes

    def _move_aside(self) -> None:
        with exclusive(self._aside("lock"), "another process moves the log aside"):
            if not self._full():  # somebody was quicker
                return
            for number in range(self._older - 1, 0, -1):
                with suppress(FileNotFoundError):
                    self._aside(number).replace(self._aside(number + 1))
            self._path.replace(self._aside(1))

    def _aside(self, end: int | str) -> Path:
        return self._path.with_name(f"{self._path.name}.{end}")

    def _follow(self) -> None:
        """Have open what is at the path now."""
        if not (self._path.exists() and os.path.samestat(self._path.stat(), os.fstat(self._handle))):
            os.close(self._handle)
            self._handle = self._open()
