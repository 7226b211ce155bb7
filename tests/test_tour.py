"""The README's tour, run line by line against a real service, as a reader would."""

import re
import subprocess
from pathlib import Path

from service.settings import ROOT
from tests.running import SECONDS, Running


def script(heading: str, document: str = "README.md") -> str:
    """Every `sh` block under that heading, as one script that stops at the first failure."""
    text = (ROOT / document).read_text("utf-8").split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    return "set -euo pipefail\n" + "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))


def test_the_tour_of_the_readme_runs_as_it_stands(tmp_path: Path) -> None:
    with Running(tmp_path) as service:
        told = subprocess.run(
            ["bash", "-c", script("A tour")],
            env=service.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS * 2,
            check=False,
        )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Third bag of this oolong" in told.stdout
    assert "eight hours in the fridge" in told.stdout
    assert "redeemed" in told.stdout
    assert told.stdout.count("Roasted oolong 焙火乌龙") >= 4
    assert "Post a wish" in told.stdout
    assert "Pours without a drop" in told.stdout
    assert 'event: circle\ndata: {"count":1}' in told.stdout
    assert "event: end" in told.stdout
    assert all(kind in told.stdout for kind in ("answer", "friend_purchase", "helpful", "publish"))
