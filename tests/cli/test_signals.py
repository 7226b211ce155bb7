"""Commands that run until a signal end alike on each, however they were started, and leave no process."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from service.cli.where import ready
from service.settings import Settings
from tests.support.given import Given
from tests.support.processes import IN_BACKGROUND, SECONDS, environ, of_home, started, stop_all
from tests.support.running import QUICK

ENDINGS = [signal.SIGINT, signal.SIGTERM]


@pytest.fixture
def alone(tmp_path: Path, settings: Settings) -> dict[str, str]:
    """The environment of a CIRCLE_HOME of its own, which has no server yet."""
    return {
        **environ(),
        "CIRCLE_HOME": str(tmp_path),
        "CIRCLE_CACHE": str(settings.cache),
        "CIRCLE_PORT": "0",
        "CIRCLE_WORKERS": "1",
        "CIRCLE_WARM_UP": "false",
        "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
    }


@pytest.fixture
def beside(given: Given, alone: dict[str, str], environment: dict[str, str]) -> dict[str, str]:
    """The same over the graph of the tests, where somebody lives, so that no demo town is loaded."""
    given.user("somebody")
    return {**alone, **environment, "CIRCLE_HOME": alone["CIRCLE_HOME"], "CIRCLE_DEMO": "false"}


def until(true: Callable[[], object], child: "subprocess.Popen[str]") -> None:
    """Wait until something is true of a living child."""
    deadline = time.monotonic() + SECONDS
    while not true():
        assert child.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline, "it does not begin"
        time.sleep(0.05)


def ended(child: "subprocess.Popen[str]", number: signal.Signals, home: Path) -> int:
    """The exit status after this signal; nothing works on the home any more."""
    stop_all(child, number)
    assert of_home(home) == []
    return child.returncode


# `Running` of tests/support/running.py ends `serve` by SIGINT.
@pytest.mark.parametrize(
    ("command", "number"),
    [("run", signal.SIGINT), ("run", signal.SIGTERM), ("serve", signal.SIGTERM)],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_service_ends(command: str, number: signal.Signals, beside: dict[str, str], tmp_path: Path) -> None:
    with started(command, environment=beside) as child:
        until((tmp_path / "service.json").exists, child)
        url = json.loads((tmp_path / "service.json").read_text("utf-8"))["url"]
        until(lambda: ready(url), child)
        assert ended(child, number, tmp_path) == 0


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
def test_a_worker_ends(number: signal.Signals, beside: dict[str, str], tmp_path: Path) -> None:
    with started("worker", environment=beside) as child:
        until((tmp_path / "worker.alive").exists, child)
        assert ended(child, number, tmp_path) == 0


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
@pytest.mark.parametrize(
    ("command", "server"), [("db start", "neo4j"), ("serve", "neo4j"), ("explore serve", "copy/neo4j")]
)
def test_a_command_that_waits_for_a_server_ends_and_leaves_none_half_started(
    command: str, server: str, number: signal.Signals, alone: dict[str, str], tmp_path: Path
) -> None:
    """`serving` of tests/support/copied.py ends a copy that is served."""
    (tmp_path / "copy" / "neo4j" / "data" / "databases" / "neo4j").mkdir(parents=True)
    with started(*command.split(), environment=alone) as child:
        until((tmp_path / server / "server.json").exists, child)
        assert ended(child, number, tmp_path) in {0, 128 + number}


@pytest.mark.parametrize("number", ENDINGS, ids=lambda number: number.name)
def test_the_second_signal_does_not_break_off_what_the_first_began(number: signal.Signals) -> None:
    """Ctrl-C in a terminal reaches a worker twice, as its parent stops it too."""
    text = """
import time
from service.cli import signals
signals.install()
try:
    print("up", flush=True)
    time.sleep(60)
finally:
    print("stopping", flush=True)
    time.sleep(0.5)
    print("stopped", flush=True)
"""
    command = [*IN_BACKGROUND, sys.executable, "-c", text]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "up\n"
        child.send_signal(number)
        assert child.stdout.readline() == "stopping\n"
        child.send_signal(signal.SIGTERM)
        assert child.stdout.read() == "stopped\n"
    assert child.returncode == 128 + number
