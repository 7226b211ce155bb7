"""The README's tour, run line by line against a real service, as a reader would."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service import settings as environment
from service.settings import ROOT

SECONDS = 90


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A shell of a reader: an own CIRCLE_HOME, `circle` on the path, any free port."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("CIRCLE_", "NEO4J_"))}
    return {
        **own,
        "PATH": f"{Path(sys.executable).parent}:{own['PATH']}",
        "CIRCLE_HOME": str(tmp_path_factory.mktemp("tour")),
        "CIRCLE_CACHE": str(environment.from_env({}).cache),
        "CIRCLE_PORT": "0",
        "CIRCLE_LOG_LEVEL": "warning",
    }


@pytest.fixture(scope="module")
def service(environ: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """`circle serve`, stopped at the end as Ctrl-C would."""
    child = subprocess.Popen(["circle", "serve"], env=environ, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().startswith("http://127.0.0.1:")
    place = Path(environ["CIRCLE_HOME"], "service.json")
    deadline = time.monotonic() + SECONDS
    while not place.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    yield child
    child.terminate()
    child.wait(SECONDS)


def tour() -> str:
    """Every `sh` block of the README's tour, as one script that stops at the first failure."""
    text = (ROOT / "README.md").read_text("utf-8").split("## A tour", 1)[1].split("\n## ", 1)[0]
    return "set -euo pipefail\n" + "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))


def test_the_tour_of_the_readme_runs_as_it_stands(
    service: subprocess.Popen[str], environ: dict[str, str]
) -> None:
    told = subprocess.run(
        ["bash", "-c", tour()], env=environ, capture_output=True, text=True, timeout=SECONDS * 2, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Third bag of this oolong" in told.stdout
    assert "redeemed" in told.stdout
    assert all(kind in told.stdout for kind in ("friend_purchase", "helpful", "publish"))
