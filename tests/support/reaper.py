"""Ends what a run of the tests left behind, however the run ended.

A process of its own waits until the pipe from pytest closes, as the kernel closes it even when pytest is
killed. Then it kills every process that bears the mark of the run.
"""

import os
import secrets
import subprocess
import sys
import time
from pathlib import Path

from tests.support.processes import kill, living

RUN = "SUITE_RUN"  # in the environment of every process that a run starts
GRACE = 30.0  # after pytest ends, the processes of pytest-xdist stop their servers in order
ROOT = Path(__file__).parents[2]


class Reaper:
    """Marks all that this process starts from now on, and ends it."""

    def __init__(self) -> None:
        self._run = secrets.token_hex(8)
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, self._run],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        os.environ[RUN] = self._run

    def close(self) -> list[str]:
        """End what is left; returns the commands that had to be killed."""
        left = reap(self._run)
        self._process.communicate()
        return left


def reap(run: str) -> list[str]:
    """Kill what does not end by itself; returns the commands."""
    deadline = time.monotonic() + GRACE
    while (left := living(RUN, run)) and time.monotonic() < deadline:
        time.sleep(0.2)
    commands = [" ".join(process.cmdline())[:200] for process in left]
    kill(left)
    return commands


if __name__ == "__main__":
    sys.stdin.buffer.read()
    reap(sys.argv[1])
