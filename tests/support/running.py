"""A service as an operator runs it: `circle serve` as a child process with a CIRCLE_HOME of its own."""

import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from service import settings as environment
from service.cli.where import ready
from tests.support.processes import CIRCLE, SECONDS, descendants, environ, kill, started, stop_all
from tests.support.template import furnish

# The cores are for queries: no collector beside them, no thorough compiler where a server lives shortly.
ONE_COLLECTOR = ("-XX:+UseSerialGC",)
QUICK = (*ONE_COLLECTOR, "-XX:TieredStopAtLevel=1")


class Running:
    """`with Running(home) as service:` answers at `service.url` until the end.

    It starts a database of its own, unless `database` has the settings of another. A server that has run
    for a while plans a query in a tenth of the time. One that need not be ready may be away.
    """

    def __init__(
        self, home: Path, database: Mapping[str, str] | None = None, *, to_be_ready: bool = True
    ) -> None:
        self._to_be_ready = to_be_ready
        own = environ()
        self.environment = {
            **own,
            "PATH": f"{Path(sys.executable).parent}:{own['PATH']}",
            "CIRCLE_HOME": str(home),
            "CIRCLE_CACHE": str(environment.from_env({}).cache),
            "CIRCLE_PORT": "0",
            "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
            "CIRCLE_LOG_LEVEL": "warning",
            "CIRCLE_REQUEST_SECONDS": "60",  # plans are slow on a machine that is busy
            "CIRCLE_WARM_UP": "false",  # most of what it plans no test would ask
            **(database or {}),
        }

    def __enter__(self) -> Self:
        if "NEO4J_URI" not in self.environment:
            furnish(environment.from_env(self.environment))
        with ExitStack() as stack:
            self._child = stack.enter_context(started("serve", environment=self.environment))
            stack.callback(self.stop)
            assert self._child.stdout is not None
            self.url = self._child.stdout.readline().strip()
            deadline = time.monotonic() + SECONDS
            while self._to_be_ready and not ready(self.url):
                assert time.monotonic() < deadline, "the service does not answer"
                time.sleep(0.1)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def pid(self) -> int:
        """The process that an operator has started."""
        return self._child.pid

    def stop(self) -> None:
        """Ask the service to end, as Ctrl-C does, and wait until all of it has."""
        stop_all(self._child)

    def kill(self) -> None:
        """End every process of the service at once, the database's too: `kill -9`."""
        kill(descendants(self._child.pid))

    def circle(self, *words: str) -> str:
        """What `circle WORDS` prints over this home; fails when it fails."""
        done = subprocess.run(
            [*CIRCLE, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
