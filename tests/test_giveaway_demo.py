"""The demonstration of a giveaway, as somebody with a running service would call it."""

from pathlib import Path

from service.settings import ROOT
from tests.running import Running


def test_a_giveaway_of_the_demo_town_is_replayed_and_a_tampered_copy_refused(tmp_path: Path) -> None:
    with Running(tmp_path) as service:
        service.circle("seed", str(ROOT / "seeds" / "demo"), "--shift-to-today")
        told = service.circle("giveaway", "demo")
    assert "drawn: 7 entrants" in told
    assert "3 winners, giveaway" in told
    assert told.strip().endswith("REFUSED: the winners are not those that the tickets give.")
