"""The table that `make bench` prints."""

import pytest
from click.testing import CliRunner

from bench.__main__ import main, table
from bench.first_page import RANKED, RECENT, SEARCH
from bench.growth import CLAIM, LEVEL, Measured
from bench.turns import BARE

NAMES = (BARE, RECENT, RANKED, SEARCH, CLAIM, LEVEL)


def measured(people: int, rows: int, milliseconds: float) -> Measured:
    times = {name: [milliseconds] * 3 for name in NAMES} | {BARE: [0.5] * 3}
    return Measured(people, rows, 2.0, times, refused=0)


def test_every_figure_stands_beside_a_bare_round_trip_and_the_size_before() -> None:
    lines = list(table([measured(10_000, 60_000, 5.0), measured(100_000, 600_000, 6.0)]))
    assert len(lines) == 2 + 2 * (1 + len(NAMES))
    assert "| import | 10,000 | 60,000 rows in 2 s: 30,000 rows/s | |  |" in lines
    assert "| import | 100,000 | 600,000 rows in 2 s: 300,000 rows/s | | 10.00 |" in lines
    assert f"| {RECENT} | 10,000 | 5.00 / 5.00 / 5.00 | 10.0 |  |" in lines
    assert f"| {RECENT} | 100,000 | 6.00 / 6.00 / 6.00 | 12.0 | 1.20 |" in lines


@pytest.mark.parametrize("size", ["many", "k", "-1"])
def test_a_text_that_is_not_a_size_is_refused(size: str) -> None:
    result = CliRunner().invoke(main, ["--", size])
    assert result.exit_code == 2
    assert f"{size} is not a size" in result.output
