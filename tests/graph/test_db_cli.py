"""`circle db`: what a person at a terminal does with the embedded database."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from service.cli.db import db
from service.errors import BadQuery, Misconfigured, Unavailable
from service.graph import embedded
from service.graph.console import statements
from service.graph.embedded import server
from service.settings import Settings, from_env

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[dict[str, str]]:
    """The environment of a home of its own, stopped at the end."""
    folder = tmp_path_factory.mktemp("home")
    environment = {"CIRCLE_HOME": str(folder), "CIRCLE_CACHE": str(settings.cache), "NEO4J_URI": ""}
    yield environment
    embedded.stop(from_env(environment))


@pytest.fixture
def circle_db(home: dict[str, str]) -> Run:
    """`circle_db("status", "--json")` runs `circle db status --json`; its error is raised."""

    def run(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(db, words, input=stdin, env=home, catch_exceptions=False)

    return run


def rows(result: Result) -> list[object]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_what_is_not_running_says_so(circle_db: Run, tmp_path: Path) -> None:
    assert circle_db("status").stdout.startswith("Neo4j is not running.")
    assert circle_db("stop").stdout == "Neo4j was not running.\n"
    with pytest.raises(Unavailable, match=r"^There is no graph in"):
        circle_db("dump", str(tmp_path / "graph.dump"))


def test_a_server_that_was_started_stays_until_it_is_stopped(home: dict[str, str], circle_db: Run) -> None:
    circle_db("start")
    typed = "CREATE (:Cup {name: 'one; two'}); // a note; no statement\nMATCH (c:Cup)\nRETURN c.name AS name"
    assert rows(circle_db("shell", stdin=typed)) == [{"name": "one; two"}]

    now = json.loads(circle_db("status", "--json").stdout)
    assert now["keep"]
    assert now["version"] == "2026.08.1"
    assert now["uri"] in circle_db("status").stdout

    with server(from_env(home)), pytest.raises(Unavailable, match=r"in use by process \d+"):
        circle_db("stop")

    assert circle_db("stop").stdout == "Neo4j is stopped.\n"
    assert json.loads(circle_db("status", "--json").stdout)["uri"] is None


def test_a_dump_comes_back_and_a_bad_one_changes_nothing(circle_db: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "graph.dump", tmp_path / "half.dump"
    look = "MATCH (n) RETURN labels(n) AS labels"
    circle_db("shell", "-c", "MATCH (n) DETACH DELETE n; CREATE (:Dumped)")
    circle_db("dump", str(good))
    bad.write_bytes(good.read_bytes()[:-200])

    with pytest.raises(Unavailable, match=r"--force replaces it"):
        circle_db("load", str(good))
    with pytest.raises(Unavailable, match=r"^neo4j-admin database load failed"):
        circle_db("load", "--force", str(bad))
    after = circle_db("shell", "-c", f"{look}; MATCH (n) DELETE n; CREATE (:Later)")
    assert rows(after) == [{"labels": ["Dumped"]}]

    circle_db("load", "--force", str(good))
    assert rows(circle_db("shell", "-c", look)) == [{"labels": ["Dumped"]}]


def test_a_file_that_is_not_there_is_one_line(circle_db: Run, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"^Cannot open .*: No such file or directory\.$"):
        circle_db("load", str(tmp_path / "none.dump"))


def test_a_statement_that_is_wrong_is_said_in_the_words_of_the_server(
    settings: Settings, address: object
) -> None:
    home = {"CIRCLE_HOME": str(settings.home), "CIRCLE_CACHE": str(settings.cache), "NEO4J_URI": ""}

    with pytest.raises(BadQuery, match=r"^Invalid input 'RETRUN'"):
        CliRunner().invoke(db, ["shell", "-c", "RETRUN 1"], env=home, catch_exceptions=False)


@pytest.mark.parametrize("word", ["start", "stop", "status"])
def test_a_given_database_is_not_ours_to_manage(word: str) -> None:
    environment = {"NEO4J_URI": "bolt://db", "CIRCLE_SECRET": "x" * 32}

    with pytest.raises(Misconfigured, match=r"^NEO4J_URI is set"):
        CliRunner().invoke(db, [word], env=environment, catch_exceptions=False)


@pytest.mark.parametrize(
    ("text", "found", "rest"),
    [
        ("RETURN 1", [], "RETURN 1"),
        ("RETURN 1; RETURN 2;", ["RETURN 1", "RETURN 2"], ""),
        ("RETURN ';'; RETURN", ["RETURN ';'"], " RETURN"),
        ('RETURN "a\\";b"; x', ['RETURN "a\\";b"'], " x"),
        ("RETURN 1 AS `;`;", ["RETURN 1 AS `;`"], ""),
        ("// it's; so\nRETURN 1;", ["// it's; so\nRETURN 1"], ""),
        ("/* ; */ RETURN 1 / 2;", ["/* ; */ RETURN 1 / 2"], ""),
        ("RETURN 'open; RETURN 1;", [], "RETURN 'open; RETURN 1;"),
        ("// only; a note", [], "// only; a note"),
        (";;", [], ""),
    ],
)
def test_a_semicolon_ends_a_statement_unless_it_is_quoted(text: str, found: list[str], rest: str) -> None:
    assert statements(text) == (found, rest)
