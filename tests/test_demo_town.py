"""What the README shows of the demo town, as somebody with a running service would call it."""

import re
import subprocess
from collections.abc import Iterator

import pytest

from service.settings import ROOT
from tests.running import SECONDS, Running
from tests.test_tour import script

pytestmark = pytest.mark.timeout(900)  # a whole town is loaded first


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service over the demo town."""
    with Running(tmp_path_factory.mktemp("town")) as running:
        running.circle("seed", str(ROOT / "seeds" / "demo"), "--shift-to-today")
        yield running


def test_a_giveaway_of_the_demo_town_is_replayed_and_a_tampered_copy_refused(service: Running) -> None:
    told = service.circle("giveaway", "demo")
    assert "drawn: 7 entrants" in told
    assert "3 winners, giveaway" in told
    assert told.strip().endswith("REFUSED: the winners are not those that the tickets give.")


@pytest.mark.parametrize(
    ("document", "heading"), [("README.md", "How levels work"), ("README.zh.md", "等级怎么来的")]
)
def test_how_levels_work_is_shown_as_the_readme_says(document: str, heading: str, service: Running) -> None:
    shown = subprocess.run(
        ["bash", "-c", script(heading, document)],
        env={**service.environment, "COLUMNS": "160"},
        capture_output=True,
        text=True,
        timeout=SECONDS * 2,
        check=False,
    )
    assert shown.returncode == 0, shown.stdout + shown.stderr
    level = re.search(r"chen_xi: level ([1-5]) \S+ \((.+)\), \d+ experience in all", shown.stdout)
    assert level
    assert "friend_purchase" in shown.stdout
    assert f'"name_en":"{level[2]}"' in shown.stdout
    assert re.search(r'"state":"(pending|matured)"', shown.stdout)
    assert "每天最多计" in shown.stdout
