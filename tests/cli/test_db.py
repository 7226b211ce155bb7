"""`circle db`: a person at a terminal manages the embedded database."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli.db import db
from service.errors import BadQuery, Misconfigured, Unavailable
from service.graph.console import statements
from service.graph.server import embedded
from service.graph.server.embedded import server
from service.settings import Settings, from_env

Run = Callable[..., Result]
DRAWN = """CREATE (ada:User:Active {id: 'ada', display_name: 'Ada'})
    -[:FRIEND {since: datetime('2030-01-01T00:00Z')}]->(:User:Active {id: 'bob'}),
    (ada)-[:SIGNS_IN_WITH]->(:Credential {user_id: 'ada'}), (ada)-[:PUBLISHED]->(:Share:Live {id: 's'})"""
KEYED = {"Share": 1, "User": 2, "User-FRIEND-User": 1, "User-PUBLISHED-Share": 1}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[dict[str, str]]:
    """The environment of a home of its own, stopped at the end."""
    folder = tmp_path_factory.mktemp("home")
    environment = {"CIRCLE_HOME": str(folder), "CIRCLE_CACHE": str(settings.cache), "NEO4J_URI": ""}
    yield environment
    embedded.stop(from_env(environment))


@pytest.fixture
def circle_db(home: dict[str, str]) -> Run:
    """`circle_db("status", "--json")` runs `circle db status --json`; raises the command's error."""

    def run(*words: str, stdin: str | None = None) -> Result:
        return CliRunner().invoke(db, words, input=stdin, env=home, catch_exceptions=False)

    return run


def keyed(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file) as lines:
        return [json.loads(line) for line in lines]


def rows(result: Result) -> list[object]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_status_and_stop_report_that_nothing_runs(circle_db: Run, tmp_path: Path) -> None:
    assert circle_db("status").stdout.startswith("Neo4j is not running.")
    assert circle_db("stop").stdout == "Neo4j was not running.\n"
    with pytest.raises(Unavailable, match=r"^There is no graph in"):
        circle_db("dump", str(tmp_path / "graph.dump"))


def test_a_started_server_runs_until_it_is_stopped(home: dict[str, str], circle_db: Run) -> None:
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


def test_a_dump_loads_completely_and_a_broken_one_changes_nothing(circle_db: Run, tmp_path: Path) -> None:
    good, bad = tmp_path / "graph.dump", tmp_path / "half.dump"

    def exported(name: str) -> list[str]:
        return circle_db("export", str(tmp_path / name)).stdout.splitlines()

    circle_db("start")
    circle_db("shell", "-c", f"MATCH (n) DETACH DELETE n; {DRAWN}")
    before = exported("before")
    circle_db("stop")
    circle_db("dump", str(good))
    bad.write_bytes(good.read_bytes()[:-200])
    with pytest.raises(Unavailable, match=r"--force replaces it"):
        circle_db("load", str(good))
    with pytest.raises(Unavailable, match=r"^neo4j-admin database load failed"):
        circle_db("load", "--force", str(bad))

    circle_db("start")
    assert exported("unchanged") == before
    circle_db("shell", "-c", "MATCH (n:User {id: 'ada'}) SET n.display_name = 'Someone'")
    changed = exported("changed")
    circle_db("load", "--force", str(good))
    after = exported("after")
    circle_db("stop")

    assert after == before
    assert after[:-1] == changed[:-1] == [f"{n:>11}  {name}" for name, n in KEYED.items()]
    assert after[-1] != changed[-1]
    assert json.loads((tmp_path / "after" / "about.json").read_text())["checksum"] == after[-1].split()[1]
    assert keyed(tmp_path / "after" / "User-FRIEND-User.jsonl.gz") == [
        {"from": "ada", "properties": {"since": "2030-01-01T00:00:00Z"}, "to": "bob"}
    ]
    assert {"key": "bob", "labels": ["Active", "User"], "properties": {"id": "bob"}} in keyed(
        tmp_path / "after" / "User.jsonl.gz"
    )
    with pytest.raises(Unavailable, match=r"is not empty\.$"):
        circle_db("export", str(tmp_path / "after"))


def test_a_missing_file_is_reported_in_one_line(circle_db: Run, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match=r"^Cannot open .*: No such file or directory\.$"):
        circle_db("load", str(tmp_path / "none.dump"))


def test_a_wrong_statement_is_reported_in_the_words_of_the_server(
    settings: Settings, address: object
) -> None:
    home = {"CIRCLE_HOME": str(settings.home), "CIRCLE_CACHE": str(settings.cache), "NEO4J_URI": ""}

    with pytest.raises(BadQuery, match=r"^Invalid input 'RETRUN'"):
        CliRunner().invoke(db, ["shell", "-c", "RETRUN 1"], env=home, catch_exceptions=False)


@pytest.mark.parametrize("word", ["start", "stop", "status"])
def test_a_database_at_neo4j_uri_cannot_be_managed(word: str) -> None:
    environment = {"NEO4J_URI": "bolt://db", "CIRCLE_SECRET": "x" * 32}

    with pytest.raises(Misconfigured, match=r"^NEO4J_URI is set"):
        CliRunner().invoke(db, [word], env=environment, catch_exceptions=False)


@pytest.mark.parametrize(
    ("text", "ended", "rest"),
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
def test_a_semicolon_ends_a_statement_unless_it_is_quoted(text: str, ended: list[str], rest: str) -> None:
    assert statements(text) == (ended, rest)
