"""The tables and turns of bench/questions.py: see bench/README.md. The bench itself compares the answers."""

import re
from functools import partial

from bench.turns import BARE, Cuts, Turns
from service.graph import catalogue
from service.settings import ROOT

ROWS = catalogue.load(ROOT / "bench" / "rows")
TABLES = (ROOT / "bench" / "sql" / "tables.sql").read_text("utf-8")


def test_every_table_has_a_query_that_fills_all_of_its_columns() -> None:
    tables = {
        name: re.findall(r"(?:^|, |\()\s*([a-z_]+) (?:integer|text|boolean|timestamptz)", columns, re.M)
        for name, columns in re.findall(r"CREATE TABLE (\w+) (\(.*?\));", TABLES, re.S)
    }
    assert tables == {name: list(query.returns) for name, query in ROWS.items() if name != "people"}


def test_calls_run_in_turns_after_all_are_warm() -> None:
    heard: list[tuple[str, int]] = []
    turns = Turns(warm_up=2, blocks=2, block=2)
    times = turns.measure({name: partial(_hear, heard, name) for name in (BARE, "feed")})
    in_turn = [
        (name, number) for first in (0, 2, 4) for name in (BARE, "feed") for number in (first, first + 1)
    ]
    assert heard == in_turn
    assert {name: len(taken) for name, taken in times.items()} == {BARE: 4, "feed": 4}
    assert str(Cuts.of([1.0] * 100)) == "1.00 / 1.00 / 1.00"


def _hear(heard: list[tuple[str, int]], name: str, number: int) -> None:
    heard.append((name, number))
