"""A service as an operator runs it: `circle serve` as a child process over a CIRCLE_HOME of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import psutil

from service import settings as environment
from service.cli.where import ready

SECONDS = 120
# The cores are for queries: no collector beside them, no thorough compiler where a server lives shortly.
ONE_COLLECTOR = ("-XX:+UseSerialGC",)
QUICK = (*ONE_COLLECTOR, "-XX:TieredStopAtLevel=1")
CIRCLE = (sys.executable, "-m", "service.cli")


def environ() -> dict[str, str]:
    """This process's environment without settings of ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("CIRCLE_", "NEO4J_"))}


class Running:
    """`with Running(home) as service:` answers at `service.url` until the end."""

    def __init__(self, home: Path) -> None:
        own = environ()
        self.environment = {
            **own,
            "PATH": f"{Path(sys.executable).parent}:{own['PATH']}",
            "CIRCLE_HOME": str(home),
            "CIRCLE_CACHE": str(environment.from_env({}).cache),
            "CIRCLE_PORT": "0",
            "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
            "CIRCLE_LOG_LEVEL": "warning",
            "CIRCLE_WARM_UP": "false",  # most of what it plans no test would ask
        }

    def __enter__(self) -> Self:
        self._child = subprocess.Popen(
            [*CIRCLE, "serve"], env=self.environment, stdout=subprocess.PIPE, text=True
        )
        assert self._child.stdout is not None
        self.url = self._child.stdout.readline().strip()
        deadline = time.monotonic() + SECONDS
        while not ready(self.url):
            assert time.monotonic() < deadline, "the service does not answer"
            time.sleep(0.1)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._child.stdout is not None
        self._child.send_signal(signal.SIGINT)
        self._child.wait(SECONDS)
        self._child.stdout.close()

    def stop(self) -> None:
        """Ask the service to end, as Ctrl-C does, and wait until it has."""
        self._child.send_signal(signal.SIGINT)
        self._child.wait(SECONDS)

    def kill(self) -> None:
        """End every process of the service at once, the database's too: `kill -9`."""
        processes = [
            *psutil.Process(self._child.pid).children(recursive=True),
            psutil.Process(self._child.pid),
        ]
        for process in processes:
            process.kill()
        psutil.wait_procs(processes, SECONDS)

    def circle(self, *words: str) -> str:
        """What `circle WORDS` prints over this home; fails when it fails."""
        told = subprocess.run(
            [*CIRCLE, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout
