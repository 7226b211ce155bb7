"""The house is tidy: width, length, plain words, nothing dead. Each rule shows that it can find a fault."""

import pytest

from service.settings import ROOT
from tests.support import tidy
from tests.support.prose import headless
from tests.support.tidy import File, tracked

QUERIES = tracked("cypher/*.cypher")
# A migration is never edited: its checksum stands in every store.
EDITABLE = [file for file in QUERIES if not file.path.startswith("cypher/schema/")]
SERVICE = tracked("service/*.py")
TESTS = tracked("tests/*.py")
BENCH = tracked("bench/*.py")
EXAMPLES = tracked("examples/*.py")
PYTHON = [*SERVICE, *TESTS, *BENCH, *EXAMPLES]
PROSE = [*PYTHON, *QUERIES, *tracked("*.md", "service/*.js")]
# A file of tests or of an oracle is a list of cases; helpers are as short as the rest.
LONGEST_TESTS = 400
ENTRIES = {"service.cli.__main__"}


def test_lists_of_files_are_not_empty() -> None:
    assert min(map(len, (QUERIES, SERVICE, TESTS, BENCH, EXAMPLES, PROSE))) > 0


def test_queries_are_narrow_and_short() -> None:
    assert tidy.too_wide(EDITABLE, tidy.WIDEST_QUERY) == []
    assert tidy.too_long(QUERIES, tidy.LONGEST_QUERY, "//") == []


def test_python_is_narrow_and_short() -> None:
    cases = [file for file in TESTS if not file.path.startswith(("tests/support/", "tests/conftest.py"))]
    assert tidy.too_wide(PYTHON, tidy.WIDEST_LINE) == []
    assert tidy.too_long(cases, LONGEST_TESTS) == []
    assert tidy.too_long([file for file in PYTHON if file not in cases], tidy.LONGEST_FILE) == []


def test_width_and_length_are_noticed() -> None:
    file = File("a.cypher", "// note\n\nMATCH (n)\nRETURN n")
    assert tidy.too_wide([file], 8) == ["a.cypher:3 has 9 columns"]
    assert tidy.too_wide([File("a.py", "x = 1  # noqa: E501  for a reason")], 5) == []
    assert tidy.too_long([file], 1, "//") == ["a.cypher has 2 lines"]
    assert tidy.too_long([file], 4) == []


def test_names_say_what_a_thing_is() -> None:
    assert [fault for file in SERVICE for fault in tidy.banned_names(file)] == []
    assert [fault for file in EDITABLE for fault in tidy.banned_aliases(file)] == []


@pytest.mark.parametrize(
    "text",
    [
        "told = 1",
        "def found(): ...",
        "def f(made): ...",
        "x.told = 1",
        "import a as made",
        "for told in x: ...",
    ],
)
def test_a_banned_name_in_python_is_noticed(text: str) -> None:
    assert len(tidy.banned_names(File("a.py", text))) == 1


@pytest.mark.parametrize(
    "text",
    ["RETURN 1 AS told", "MATCH (found:User)", "MATCH ()-[made:MADE]->()", "RETURN $asked", "((made)"],
)
def test_a_banned_name_in_a_query_is_noticed(text: str) -> None:
    assert len(tidy.banned_aliases(File("a.cypher", text))) == 1


def test_what_is_stored_keeps_its_name() -> None:
    assert tidy.banned_aliases(File("a.cypher", "MATCH (n)-[:TOLD]->(m) WHERE n.made = m.found")) == []
    assert tidy.banned_aliases(File("a.cypher", "// returns: id, asked\nRETURN 1 AS id, 2 AS asked")) == []
    assert tidy.banned_names(File("a.py", "name = f(row['told'], asked=1)")) == []


def test_prose_names_who_acts() -> None:
    assert [fault for file in PROSE for fault in headless(file)] == []


@pytest.mark.parametrize(
    "file",
    [
        File("a.py", '"""Whoever asks."""'),
        File("a.py", "x = 1  # whose it " + "is"),
        File("a.cypher", "// What is told.\nRETURN 1"),
        File("a.md", "It is for whoever asks."),
    ],
)
def test_a_headless_phrase_is_noticed(file: File) -> None:
    assert len(headless(file)) == 1


def test_what_people_do_not_read_is_not_prose() -> None:
    assert headless(File("a.py", "text = 'whoever'")) == []


def test_every_module_is_used() -> None:
    assert tidy.dead_modules(SERVICE, ENTRIES) == []
    lonely = File("service/lonely.py", "")
    assert tidy.dead_modules([*SERVICE, lonely], ENTRIES) == ["service.lonely"]
    assert (
        tidy.dead_modules([lonely, File("service/a.py", "from service import lonely")], ["service.a"]) == []
    )


def test_every_function_and_helper_is_used() -> None:
    helpers = tracked("tests/support/*.py", "tests/queries/oracles/*.py", "tests/queries/faults/*.py")
    assert tidy.dead_functions(SERVICE, [*SERVICE, *EXAMPLES]) == []
    assert tidy.dead_functions(helpers, [*TESTS, *BENCH]) == []
    assert tidy.dead_functions(BENCH, [*TESTS, *BENCH]) == []
    lonely = File("a.py", "def lonely(): ...")
    assert tidy.dead_functions([lonely], [lonely]) == ["a.py lonely"]


def test_every_fixture_is_used() -> None:
    fixtures = [file for file in TESTS if file.path.endswith("conftest.py")]
    assert tidy.dead_fixtures(fixtures, TESTS) == []
    lonely = File("conftest.py", "@pytest.fixture\ndef lonely(): ...")
    assert tidy.dead_fixtures([lonely], [lonely]) == ["conftest.py lonely"]


def test_every_decision_is_linked() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    architecture = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert tidy.unlinked(decisions, architecture) == []
    assert tidy.unlinked([ROOT / "000-made-up.md"], architecture) == ["000-made-up.md"]
