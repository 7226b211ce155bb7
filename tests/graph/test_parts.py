"""Parts: subqueries written once, put into every query that wants them."""

from pathlib import Path

import pytest

from service.errors import BadQuery
from service.graph import catalogue
from service.settings import ROOT
from tests.support.cypher import Cypher

QUERIES = catalogue.load(ROOT / "cypher")
PARTS = catalogue.parts(ROOT / "cypher")
PART = """// Who knows somebody.
//
// mode: part
// takes: me
// gives: friend, since
// example: {"now": 1}
CALL (me) {
  MATCH (me)-[knows:FRIEND]-(friend:User) WHERE knows.since < $now
  RETURN friend, knows.since AS since
}
"""
QUERY = """// My friends.
//
// mode: read
// example: {"me": "ada", "now": 1}
// returns: id
MATCH (me:User {id: $me})
// part: parts/known
RETURN friend.id AS id ORDER BY id
"""


def load(folder: Path, part: str = PART, query: str = QUERY) -> catalogue.Query:
    (folder / "parts").mkdir()
    (folder / "parts" / "known.cypher").write_text(part)
    (folder / "friends.cypher").write_text(query)
    return catalogue.load(folder)["friends"]


def test_a_part_stands_below_the_line_that_wants_it(tmp_path: Path) -> None:
    friends = load(tmp_path)
    assert friends.parts == ("parts/known",)
    assert "// part: parts/known\nCALL (me) {\n  MATCH (me)-[knows" in friends.text
    assert [*catalogue.load(tmp_path)] == ["friends"]
    assert [*catalogue.parts(tmp_path)] == ["parts/known"]


def test_a_part_keeps_the_indent_of_its_line_and_may_be_optional(tmp_path: Path) -> None:
    query = QUERY.replace("// part: parts/known", "  // part: optional parts/known")
    assert "\n  OPTIONAL CALL (me) {\n    MATCH (me)" in load(tmp_path, query=query).text


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("// takes: me\n", "// takes: you\n", "takes or gives differ"),
        ("// gives: friend, since\n", "// gives: friend\n", "takes or gives differ"),
        ("CALL (me) {\n", "CALL (me, it) {\n", "takes or gives differ"),
        ("  RETURN friend, knows.since AS since\n", "", "takes or gives differ"),
        ("}\n", "}\nRETURN 1 AS one\n", "one subquery"),
        ('// example: {"now": 1}\n', "// example: {}\n", "differ in now"),
        ("  RETURN", "  CREATE (:User)\n  RETURN", "its clauses say otherwise"),
        ("  RETURN", "  // part: parts/other\n  RETURN", "a part uses no other part"),
    ],
)
def test_a_part_whose_header_lies_stops_the_start(old: str, new: str, fault: str, tmp_path: Path) -> None:
    assert old in PART
    with pytest.raises(BadQuery, match=fault):
        load(tmp_path, part=PART.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("parts/known", "parts/unknown", "there is no part parts/unknown"),
        ("(me:User", "(you:User", "binds no me"),
        (', "now": 1', "", "differ in now"),
    ],
)
def test_a_query_that_wants_a_part_wrongly_stops_the_start(
    old: str, new: str, fault: str, tmp_path: Path
) -> None:
    assert old in QUERY
    with pytest.raises(BadQuery, match=fault):
        load(tmp_path, query=QUERY.replace(old, new))


def test_every_part_is_used() -> None:
    assert set(PARTS) == {name for query in QUERIES.values() for name in query.parts}


@pytest.mark.parametrize("name", sorted(PARTS))
def test_the_server_takes_every_part_by_itself(name: str, cypher: Cypher) -> None:
    part = PARTS[name]
    bound = ", ".join(f"null AS {each}" for each in (*part.takes, "anything"))
    whole = f"EXPLAIN WITH {bound}\n{part.text}\nRETURN {', '.join(part.gives)}"
    assert cypher.undone(whole, dict(part.example)) == (list(part.gives), [])
