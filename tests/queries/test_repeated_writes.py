"""A write that runs again with the same parameters changes nothing more: retries are harmless."""

from datetime import timedelta
from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given

ME = {"me": "ada", "op": "op-1", "now": NOW}
DRAFT = {"note": "Boils a litre in four minutes.", "cons": None, "used_for_days": 3, "audience": "circle"}
PICTURE = {"large": b"large", "small": b"small", "width": 4, "height": 3}
TALK = {"me": "ada", "thread": "talk", "now": NOW}
FILED = {"me": "ada", "report": "new", "category": "spam", "text": None, "now": NOW}
ACT = {"admin": "amy", "thing": "bob-kettle", "reason": "As agreed", "op": "op-1", "now": NOW}
WRITES: dict[str, dict[str, Any]] = {
    "shares/publish": {
        **ME,
        **DRAFT,
        "coupon_id": "ada-lamp-coupon",
        "share": "new",
        "gifted": False,
        "ad_label": True,
        "to": ["bob"],
    },
    "shares/reach": {"me": "ada"},
    "shares/revise": {
        **ME,
        "share": "ada-chair",
        "version": 1,
        "changes": {"note": "New words of mine."},
        "photos": [],
    },
    "photos/keep": {**ME, "photo": "new", "key": "ada:new", **PICTURE},
    "photos/show": {"me": "ada", "share": "ada-chair", "photos": ["ada-photo"], "op": "op-1"},
    "shares/withdraw": {**ME, "share": "ada-chair"},
    "shares/send": {**ME, "share": "ada-chair", "to": ["bob"]},
    "wishes/make": {
        "me": "ada",
        "now": NOW,
        "wish": "new",
        "text": "A quiet fan",
        "pattern": "(?ius).*(?:fan).*",
        "lot": 7,
        "category": "kitchen",
        "max_price_fen": None,
        "currency": "CNY",
        "expires_at": None,
    },
    "wishes/close": {**ME, "wish": "ada-wants-fan"},
    "wishes/decline": {"me": "ada", "now": NOW, "wish": "bob-wants-chair"},
    "wishes/answer": {**ME, "wish": "bob-wants-chair", "share": "ada-chair"},
    "levels/publish": {"share": "ada-chair", "now": NOW},
    "levels/helpful": {"claim": "ada-bob-used", "now": NOW},
    "claims/claim": {
        "session": "ada-s",
        "share": "bob-kettle",
        "claim": "c",
        "code": "C",
        "op": "o",
        "now": NOW,
    },
    "claims/lock": {**ME, "claim": "ada-bob-open", "order_id": "o-1"},
    "claims/unlock": {"me": "ada", "op": "op-1", "claim": "ada-bob-open"},
    "claims/give_back": {**ME, "claim": "ada-bob-open"},
    "claims/judge": {**ME, "claim": "ada-bob-used", "as_described": False},
    "claims/tell_held": {"claim": "ada-bob-gone", "now": NOW},
    "claims/thank": {**ME, "claim": "ada-bob-used"},
    "threads/open": {"me": "ada", "share": "bob-kettle", "thread": "new", "now": NOW},
    "threads/say": {**TALK, "message": "new", "text": "Is it heavy?"},
    "threads/tell": TALK,
    "threads/accept": {**TALK, "thread": "cy"},
    "threads/decline": {**TALK, "thread": "cy"},
    "threads/leave": TALK,
    "threads/mute": {**TALK, "muted_at": NOW},
    "threads/read": {**TALK, "message": None},
    "threads/helpful": TALK,
    "levels/answer": {"thread": "talk", "now": NOW},
    "questions/ask": {**TALK, "share": "bob-kettle", "question": "new", "text": "Is it heavy?"},
    "questions/tell": {**TALK, "share": "bob-kettle"},
    "questions/answer": {**TALK, "me": "bob", "question": "loud", "text": "No."},
    "questions/tell_answer": {**TALK, "me": "bob", "question": "heavy"},
    "questions/from_thread": {
        **TALK,
        "me": "bob",
        "message": "answer",
        "question": "new",
        "text": "Loud?",
    },
    "questions/withdraw": {**TALK, "question": "loud"},
    "reports/file": {**FILED, "kind": "share", "id": "bob-kettle"},
    "reports/hold": {"share": "bob-dead", "op": "op-1", "now": NOW},
    "reports/subject": {"admin": "amy", "report": "r0", "op": "op-1"},
    "reports/close": {"report": "r0", "action": "act", "outcome": "acted", "now": NOW},
    "moderation/record": {**ACT, "kind": "hold_share", "owner": "bob"},
    "moderation/hold_share": ACT,
    "moderation/remove_share": ACT,
    "moderation/suspend": {**ACT, "thing": "bob"},
    "moderation/hide": {**ACT, "thing": "answer"},
}


@pytest.fixture
def town(given: Given, graph: Graph, cypher: Cypher) -> None:
    """Ada, a friend of bob, with one of each thing that these queries change."""
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle open used", "ada": "chair"})
    given.coupon("ada", "lamp")
    _talk(given, cypher)
    graph.one("photos/keep", **ME, photo="ada-photo", key="ada:photo", **PICTURE)
    given.wish("ada", "fan")
    given.wish("bob", "chair")
    given.claim("ada", "bob-open")
    given.share("bob", "gone", held_at=NOW)
    given.claim("ada", "bob-gone")
    given.redeemed("ada", "bob-used", "used", completed_at=NOW - DAY)
    cypher.rows("MATCH (claim:Claim {id: 'ada-bob-used'}) SET claim.verdict = 'as_described'")
    cypher.rows("MATCH (:User)-[reaches:REACHES]->(:User {id: 'ada'}) DELETE reaches")
    session = {"session": "ada-s", "session_id": "ada-s", "device": "test", "now": NOW}
    graph.run("accounts/open_session", user="ada", expires_at=NOW + timedelta(days=1), **session)


def _talk(given: Given, cypher: Cypher) -> None:
    """Ada talks with bob about a used coupon, cy asks her about the chair; three report a dead coupon."""
    given("(cy)-[:FRIEND]->(bob) (dee) (amy:Admin)", shares={"bob": "dead"})
    cypher.rows(
        """
        MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}), (cy:User {id: 'cy'}), (amy:User {id: 'amy'})
        MATCH (used:Share {id: 'bob-used'}), (chair:Share {id: 'ada-chair'}), (dead:Share {id: 'bob-dead'})
        CREATE (ada)-[:TALKS_IN {asks: true}]->(talk:Thread {id: 'talk', key: 'bob-used:ada', opened_at: $at,
          newest_at: $at, accepted_at: $at})<-[:TALKS_IN {asks: false}]-(bob), (talk)-[:ABOUT]->(used)
        CREATE (ada)-[:WROTE]->(:Message {id: 'question', text: 'Is it loud?', at: $at})-[:IN]->(talk)
        CREATE (bob)-[:WROTE]->(:Message {id: 'answer', text: 'No.', at: $now})-[:IN]->(talk)
        CREATE (cy)-[:TALKS_IN {asks: true}]->(asks:Thread {id: 'cy', key: 'ada-chair:cy', opened_at: $at,
          newest_at: $at})<-[:TALKS_IN {asks: false}]-(ada), (asks)-[:ABOUT]->(chair)
        CREATE (cy)-[:WROTE]->(:Message {id: 'cy', text: 'Is it soft?', at: $at})-[:IN]->(asks)
        CREATE (ada)-[:POSED]->(:Question {id: 'loud', text: 'Loud?', at: $at})-[:ABOUT]->(used)
        CREATE (ada)-[:POSED]->(heavy:Question {id: 'heavy', text: 'Heavy?', at: $at})-[:ABOUT]->(used)
        SET heavy.answer = 'No.', heavy.answered_at = $now
        CREATE (amy)-[:TOOK]->(:Action {id: 'act', kind: 'hold_share', reason: 'As agreed', at: $at})
        WITH dead
        UNWIND [['ada', 'r0'], ['cy', 'r1'], ['dee', 'r2']] AS pair
        MATCH (user:User {id: pair[0]})
        CREATE (user)-[:FILED]->(report:Report {id: pair[1], kind: 'share', at: $at})-[:ABOUT]->(dead)
        SET report.category = 'dead_coupon'
        """,
        at=NOW - DAY,
        now=NOW,
    )


def picture(cypher: Cypher) -> tuple[list[Any], list[Any]]:
    """Every node and relationship, except the records of operations."""
    nodes = cypher.rows(
        "MATCH (node) WHERE NOT node:Op "
        "RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties ORDER BY id"
    )
    edges = cypher.rows(
        "MATCH ()-[edge]->() "
        "RETURN elementId(edge) AS id, type(edge) AS type, properties(edge) AS properties ORDER BY id"
    )
    return nodes, edges


@pytest.mark.unchecked  # the fixture removes the edge that shares/reach adds
@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("name", WRITES)
def test_the_second_run_changes_nothing(name: str, graph: Graph, cypher: Cypher) -> None:
    before = picture(cypher)
    graph.run(name, **WRITES[name])
    once = picture(cypher)
    graph.run(name, **WRITES[name])
    assert once != before
    assert picture(cypher) == once


def test_every_write_of_these_features_is_among_them(graph: Graph) -> None:
    mine = ("shares/", "claims/", "coupons/", "threads/", "questions/", "reports/", "wishes/", "photos/")
    writes = {name for name, query in graph.catalogue.items() if query.mode == "write"}
    assert {name for name in writes if name.startswith(mine)} <= set(WRITES)
