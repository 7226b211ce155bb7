"""Processes of tests: started as a script starts them, and ended however the test ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

SECONDS = 120
CIRCLE = (sys.executable, "-m", "service.cli")
# A shell without job control ignores SIGINT for `command &`, and what it starts inherits that.
IN_BACKGROUND = ("sh", "-c", "trap '' INT; exec \"$@\"", "sh")
# Who makes the AOT cache of this machine outlives its starter; helpers of multiprocessing end with theirs.
LASTING = ("service.graph.server.trainer", "/aot/home/", ".resource_tracker", ".forkserver")


def environ() -> dict[str, str]:
    """This process's environment without settings of ours."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("CIRCLE_", "NEO4J_"))}


@contextmanager
def started(
    *words: str, environment: Mapping[str, str], stderr: int | None = None
) -> Iterator[subprocess.Popen[str]]:
    """`circle WORDS` beside a script, its output in a pipe; whatever is left of it at the end is killed."""
    with subprocess.Popen(
        [*IN_BACKGROUND, *CIRCLE, *words],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    ) as child:
        try:
            yield child
        finally:
            kill(descendants(child.pid))


def stop(child: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> None:
    """Ask it to end and wait until it has."""
    child.send_signal(number)
    child.wait(SECONDS)


def stop_all(child: subprocess.Popen[str], number: signal.Signals = signal.SIGINT) -> None:
    """Ask it to end, and wait until nothing that it has started lives; fails when something does."""
    processes = descendants(child.pid)
    stop(child, number)
    _, left = psutil.wait_procs([each for each in processes if each.is_running()], SECONDS)
    assert [each for each in left if each.status() != psutil.STATUS_ZOMBIE] == []


def descendants(pid: int) -> list[psutil.Process]:
    """A living process, then all that it has started: killed in this order, it cannot act on their end."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def kill(processes: Iterable[psutil.Process]) -> None:
    """End them at once, and wait until they are gone."""
    listed = list(processes)
    for process in listed:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(listed, SECONDS)


def living(name: str, value: str) -> list[psutil.Process]:
    """Every living process with this variable in its environment, but for this one and those that last."""
    return [process for process in psutil.process_iter() if _bears(process, name, value)]


def of_home(home: Path) -> list[psutil.Process]:
    """Every living process that works on this CIRCLE_HOME."""
    return living("CIRCLE_HOME", str(home))


def _bears(process: psutil.Process, name: str, value: str) -> bool:
    with suppress(psutil.Error, OSError):
        if process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE:
            return False
        lasting = any(word in argument for argument in process.cmdline() for word in LASTING)
        return not lasting and process.environ().get(name) == value
    return False
