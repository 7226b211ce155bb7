"""Who left is forgotten in time, and others lose nothing."""

import re
from datetime import timedelta

import pytest

from service.actions.erasure import STEPS, erase
from service.credentials.keys import Keys
from service.graph import catalogue
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.run import worker
from service.settings import ROOT
from tests.support.cypher import Cypher
from tests.support.given import NOW
from tests.support.invariants import broken
from tests.support.seeded import hashed

KEYS = Keys(b"a secret that only this test knows")
IN_TIME, LATE = NOW + timedelta(days=14), NOW + timedelta(days=16)
LEAVES = """MATCH (ada:User {id: 'ada'})
SET ada.handle = 'quokka-x7kq', ada.display_name = 'Quokka', ada.deactivated_at = $now
REMOVE ada:Active
CREATE (ada)-[:SIGNS_IN_WITH]->(:Credential {user_id: 'ada', sealed: 'sealed-quokka'}),
  (ada)-[:USES {since: $now}]->(:Identifier {key: 'device:quokka', kind: 'device', seen_at: $now})"""
# What only Ada says, is called, or is known by in seeds/tiny.
HERS = """MATCH (ada:User {id: 'ada'})
OPTIONAL MATCH (ada)-[:PUBLISHED|WROTE|POSED|WISHED|FILED|SEARCHED]->(said)
OPTIONAL MATCH (said)-[:SAID]->(revision:Revision)
OPTIONAL MATCH (said)<-[:ABOUT]-(question:Question)
OPTIONAL MATCH (ada)-[:MADE|HAS|USES]->(known)
RETURN collect(DISTINCT said.note) + collect(DISTINCT said.cons) + collect(DISTINCT said.text)
  + collect(DISTINCT revision.note) + collect(DISTINCT revision.cons) + collect(DISTINCT question.answer)
  + collect(DISTINCT known.key) + collect(DISTINCT ada.handle) + collect(DISTINCT ada.display_name)
  AS texts"""


def named(table: str) -> set[str]:
    """The labels in the first column of a table, without those of states (`User` + `:Active`)."""
    firsts = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {label for first in firsts for label in re.findall(r"`([A-Z][A-Za-z]+)`", first)}


def everything(cypher: Cypher) -> str:
    rows = cypher.rows("MATCH (node) RETURN labels(node) AS labels, properties(node) AS properties")
    ties = cypher.rows("MATCH ()-[tie]->() RETURN type(tie) AS type, properties(tie) AS properties")
    return str(rows) + str(ties)


@pytest.fixture
def tiny(graph: Graph, cypher: Cypher) -> Graph:
    """seeds/tiny, with Ada called by words that nothing else holds; she has just left."""
    seeds.load(graph, ROOT / "seeds" / "tiny", fingerprint=hashed)
    cypher.rows(LEAVES, now=NOW)
    return graph


def test_who_can_still_come_back_is_whole_and_who_cannot_is_forgotten(tiny: Graph, cypher: Cypher) -> None:
    hers = cypher.rows(HERS)[0]["texts"]
    hers = [text for text in hers if len(text) > 4]
    assert len(hers) > 12
    before = everything(cypher)
    assert [text for text in hers if text not in before] == []
    worker.run_all(tiny, KEYS, IN_TIME)
    assert "Quokka" in everything(cypher)

    assert worker.run_all(tiny, KEYS, LATE)["erase who left"] >= 1
    left = everything(cypher)
    assert [
        text for text in [*hers, "quokka", "sealed"] if re.search(rf"{re.escape(text)}(?!\w)", left)
    ] == []
    ties = cypher.rows("MATCH (:User {id: 'ada'})-[tie]-() RETURN DISTINCT type(tie) AS type ORDER BY type")
    assert [row["type"] for row in ties] == [
        "CLAIMED",
        "GAINED",
        "MADE",
        "MOVED",
        "PUBLISHED",
        "TALKS_IN",
        "WROTE",
    ]
    open_copy = (
        "MATCH (:User {id: 'cy'})-[:CLAIMED]->(claim {id: 'cy-ada-kettle'})-[:FROM]->() RETURN claim.code"
    )
    assert cypher.value(open_copy) == "CY-KETTLE"
    assert broken(cypher, LATE) == {}
    assert worker.run_all(tiny, KEYS, LATE)["erase who left"] == 0


def test_who_came_back_meanwhile_is_not_erased(tiny: Graph, cypher: Cypher) -> None:
    cypher.rows("MATCH (ada:User {id: 'ada'}) SET ada:Active REMOVE ada.deactivated_at")
    assert erase(tiny, "ada", now=LATE) is False
    assert cypher.value("MATCH (ada:User {id: 'ada'}) RETURN ada.display_name") == "Quokka"


@pytest.mark.parametrize("document", ["privacy.md", "privacy.zh.md"])
def test_the_table_says_what_happens_to_every_label(document: str) -> None:
    graph = (ROOT / "cypher" / "README.md").read_text("utf-8")
    nodes = graph.split("| node (unique keys)", 1)[1].split("| relationship", 1)[0]
    table = (ROOT / "docs" / document).read_text("utf-8")
    assert named(table) == named(nodes)


def test_every_step_is_taken() -> None:
    steps = [name for name in catalogue.load(ROOT / "cypher") if name.startswith("accounts/erase/")]
    assert set(steps) == {*STEPS, "accounts/erase/begin"}
