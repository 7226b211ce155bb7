"""A circuit breaker: while the database is known to be away, callers hear so at once.

After Nygard, Release It! (2007), chapter 5. No caller has to find out whether the database is back: a thread
asks once a second.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from service.errors import Unavailable

SECONDS = 1.0


class Breaker:
    """Closed while the database answers, open after a call that could not reach it; threads share it."""

    def __init__(self, ask: Callable[[], object]) -> None:
        """`ask` returns when the database answers, and raises an error of the driver when it does not."""
        self._ask, self._change = ask, threading.Condition()
        self._away = self._closed = False

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Let a call through and learn from its end; raises Unavailable at once while the breaker is open."""
        if self._away:
            raise Unavailable("the database is away")
        try:
            yield
        except ServiceUnavailable:
            self._open()
            raise

    def close(self) -> None:
        """Ask no more."""
        with self._change:
            self._closed = True
            self._change.notify_all()

    def _open(self) -> None:
        with self._change:
            if not self._away and not self._closed:
                self._away = True
                threading.Thread(target=self._wait, name="breaker", daemon=True).start()

    def _wait(self) -> None:
        """Ask until the database answers, then let callers through again."""
        while self._away:
            with self._change:
                if self._change.wait_for(lambda: self._closed, SECONDS):
                    return
            try:
                self._ask()
            except (DriverError, Neo4jError):
                continue
            self._away = False
