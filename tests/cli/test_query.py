"""`circle query`: a query as the server runs it."""

from click.testing import CliRunner

from service.cli.query import query
from service.graph import catalogue
from service.settings import ROOT
from tests.support.cypher import Cypher


def test_a_query_is_printed_whole_and_the_server_takes_what_is_printed(cypher: Cypher) -> None:
    printed = CliRunner().invoke(query, ["circle/feed"]).output
    assert "CALL (me, share, way, bridges) {" in printed
    example = catalogue.load(ROOT / "cypher")["circle/feed"].example
    assert cypher.undone(printed, dict(example)) == (["items"], [])


def test_parts_are_printed_too_and_all_are_listed() -> None:
    assert "CALL (me, share) {" in CliRunner().invoke(query, ["parts/sight"]).output
    names = [line.split("  ")[0] for line in CliRunner().invoke(query, []).output.splitlines()]
    assert {"circle/feed", "parts/sight"} <= set(names)
    assert names == sorted(names)


def test_a_name_that_is_not_there_is_an_error_that_names_its_like() -> None:
    answer = CliRunner().invoke(query, ["circle/feeds"])
    assert answer.exit_code == 2
    assert "Did you mean circle/feed" in answer.output
