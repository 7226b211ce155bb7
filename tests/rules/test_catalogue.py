"""Every query keeps the contract of its header, on the tiny graph."""

from datetime import datetime
from typing import Any

import pytest

from service.errors import BadQuery
from service.graph import catalogue
from service.graph.catalogue import Query
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.settings import ROOT
from tests.support.cypher import Cypher

QUERIES = catalogue.load(ROOT / "cypher")
PARTS = catalogue.parts(ROOT / "cypher")
RUNNABLE = sorted(name for name, query in QUERIES.items() if query.mode != "schema")
LONGEST = 40


@pytest.fixture(scope="module")
def tiny(prepared: Graph, cypher: Cypher) -> Graph:
    """The dozen people of seeds/tiny, everybody with a session called `<handle>-session`."""
    cypher.rows("MATCH (node) WHERE NOT node:Migration DETACH DELETE node")
    seeds.load(prepared, ROOT / "seeds" / "rules")
    seeds.load(prepared, ROOT / "seeds" / "tiny", fingerprint=lambda _kind, text: text)
    cypher.rows(
        "MATCH (user:User) CREATE (user)-[:SIGNED_IN]->(:Session {token_hash: user.id + '-session', "
        "id: user.id + '-session', created_at: $at, last_seen_at: $at, expires_at: $until})",
        at=datetime.fromisoformat("2029-12-31T00:00:00Z"),
        until=datetime.fromisoformat("2031-01-01T00:00:00Z"),
    )
    return prepared


@pytest.mark.parametrize("name", RUNNABLE)
def test_a_query_answers_the_columns_of_its_header_without_a_warning(
    name: str, tiny: Graph, cypher: Cypher
) -> None:
    """The server's own notices: nothing deprecated, nothing that does not mean what it seems to."""
    query = QUERIES[name]
    assert cypher.undone(query.text, dict(query.example)) == (list(query.returns), [])


@pytest.mark.parametrize("name", sorted(QUERIES | PARTS))
def test_a_query_is_short_and_its_title_a_sentence(name: str) -> None:
    query = (QUERIES | PARTS)[name]
    lines = (ROOT / "cypher" / f"{name}.cypher").read_text("utf-8").splitlines()
    own = [line for line in lines if line.strip() and not line.strip().startswith("//")]
    assert len(own) <= LONGEST, f"{len(own)} lines: split the question"
    assert query.title[0].isupper()
    assert query.title[-1] in ".?"


def test_the_catalogue_reads_a_header(tmp_path: Any) -> None:
    (tmp_path / "q.cypher").write_text(
        '// Who.\n//\n// mode: read\n// example: {\n//   "id": 1}\n'
        "// returns: x, y\nRETURN $id AS x, 2 AS y\n"
    )
    query = catalogue.load(tmp_path)["q"]
    assert query == Query("q", "RETURN $id AS x, 2 AS y", "Who.", "read", {"id": 1}, ("x", "y"))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("// T.\n// mode: read\n// example: {}\nRETURN $x AS x", "differ in x"),
        ("// T.\n// mode: read\n// example: {}\nCREATE (:A)", "says mode read"),
        ("// T.\n// mode: write\n// example: {}\nRETURN 1 AS one", "says mode write"),
        ("// mode: read\nRETURN 1 AS one", "needs a title"),
        ("// T.\n// mode: read\nRETURN 1 AS one;", "without a semicolon"),
        ("// T.\n// mode: read\n// example: [1]\nRETURN 1 AS one", "JSON object"),
    ],
)
def test_a_header_that_lies_is_refused(source: str, fault: str, tmp_path: Any) -> None:
    (tmp_path / "q.cypher").write_text(source)
    with pytest.raises(BadQuery, match=fault):
        catalogue.load(tmp_path)


QUESTION = """// Who?
//
// mode: read
// picture: bar who many
// title_zh: 谁？
// zh: {"who": "谁", "many": "多少"}
// example: {"limit": 3}
// returns: who, many
UNWIND range(1, 9) AS who RETURN who, 1 AS many ORDER BY who LIMIT $limit
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("bar who many", "pie who many", "needs a picture"),
        ("bar who many", "bar who", "needs a picture"),
        ("bar who many", "bar who much", "needs a picture"),
        (', "many": "多少"', "", "no Chinese for many"),
        ("// title_zh: 谁？\n", "", "no Chinese for its title"),
        ("ORDER BY who ", "", "bounded by .limit and ordered"),
    ],
)
def test_a_question_says_how_it_is_shown(old: str, new: str, fault: str, tmp_path: Any) -> None:
    folder = tmp_path / "explore"
    folder.mkdir()
    (folder / "q.cypher").write_text(QUESTION)
    assert catalogue.load(tmp_path)["explore/q"].picture == ("bar", "who", "many")
    (folder / "q.cypher").write_text(QUESTION.replace(old, new))
    with pytest.raises(BadQuery, match=fault):
        catalogue.load(tmp_path)
