"""A merchant's figures count five people or more, cover whole months, and never change later."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given

UNTIL = datetime.fromisoformat("2029-12-31T16:00:00+00:00")  # midnight in China
SINCE = UNTIL - 31 * DAY
MIDDLE = SINCE + 10 * DAY
LATER = UNTIL + timedelta(hours=31)
Row = dict[str, Any]


def figures(graph: Graph, at: datetime = LATER) -> Row:
    """All figures of the kettle shop for max."""
    row = graph.one("merchant/insight", me="max", shop="kettle-shop", now=at)
    span = {"since": row["since"], "until": row["until"]}
    return {**row, **graph.one("merchant/judged", shop="kettle-shop", **span)}


def world(given: Given, cypher: Cypher) -> None:
    """Max's shop; in the month before NOW seven people earned a coupon, shared it, and had a claim on it."""
    given("(max:Merchant)")
    given.product("kettle")
    cypher.rows("MATCH (max:User {id: 'max'}), (s:Shop {id: 'kettle-shop'}) CREATE (max)-[:MANAGES]->(s)")
    for n in range(7):
        given(f"(s{n})-[:FRIEND]->(b{n})")
        given.share(f"s{n}", "kettle", published_at=MIDDLE + DAY)
        given.redeemed(f"b{n}", f"s{n}-kettle", "kettle", at=MIDDLE + 3 * DAY)
    cypher.rows("MATCH (c:Coupon) SET c.earned_at = $at", at=MIDDLE)
    cypher.rows(
        "MATCH (c:Claim) "
        "SET c.claimed_at = $at, c.use_by = $by, c.verdict = 'as_described', c.verdict_at = $done",
        at=MIDDLE + 2 * DAY, by=MIDDLE + 20 * DAY, done=MIDDLE + 5 * DAY,
    )  # fmt: skip


def test_a_month_is_counted_in_whole_groups(given: Given, cypher: Cypher, graph: Graph) -> None:
    world(given, cypher)
    row = figures(graph)
    assert (row["since"], row["until"]) == (SINCE, UNTIL)
    assert {step["step"]: step["count"] for step in row["funnel"]} == {
        "earned": 5, "published": 5, "claimed": 5, "redeemed": 5,
    }  # fmt: skip
    assert row["orders"] == {"before": 5, "month": 5, "lift_percent": 0}
    assert row["notes"] == {"count": 5, "length": 60, "with_cons_percent": 10, "edited_percent": 10}
    assert row["verdicts"] == {"count": 5, "as_described_percent": 90}  # never: all


@pytest.mark.unchecked  # one person with the coupons of many
def test_figures_of_few_people_are_empty(given: Given, cypher: Cypher, graph: Graph) -> None:
    world(given, cypher)
    cypher.rows(
        "MATCH (user:User)-[old:MADE]->(p) WHERE user.id <> 's0' AND NOT EXISTS { (p)-[:REDEEMED]->() } "
        "WITH user, old, p MATCH (s0:User {id: 's0'}), (user)-[published:PUBLISHED]->(share) "
        "CREATE (s0)-[:MADE]->(p), (s0)-[:PUBLISHED]->(share) DELETE old, published"
    )
    row = figures(graph)
    assert {step["step"]: step["count"] for step in row["funnel"]} == {
        "earned": None, "published": None, "claimed": 5, "redeemed": 5,
    }  # fmt: skip
    assert (row["orders"]["before"], row["orders"]["lift_percent"]) == (None, None)
    assert (row["notes"], row["verdicts"]) == (None, None)


def test_later_events_do_not_change_a_month(given: Given, cypher: Cypher, graph: Graph) -> None:
    world(given, cypher)
    before = figures(graph)
    given("(zoe)-[:FRIEND]->(yan)")
    given.share("zoe", "kettle", published_at=UNTIL + timedelta(hours=1))
    given.claim("yan", "zoe-kettle", claimed_at=UNTIL + timedelta(hours=1))
    cypher.rows(
        "MATCH (:User {id: 'zoe'})-[:MADE]->(p)-[:EARNED]->(c) SET c.earned_at = $at, p.recorded_at = $at",
        at=UNTIL,
    )
    cypher.rows(
        "MATCH (share:Share {id: 's1-kettle'}) CREATE (share)-[:SAID]->(old:Revision) "
        "SET old = {note: share.note, replaced_at: $at} "
        "SET share.note = $note, share.cons = 'heavy', share.edited_at = $at",
        at=UNTIL + DAY / 2,
        note="x" * 1500,
    )
    assert figures(graph) == before
    assert figures(graph, UNTIL + timedelta(hours=29))["until"] < UNTIL


def test_nobody_is_named(given: Given, cypher: Cypher, graph: Graph) -> None:
    world(given, cypher)
    people = {row["id"] for row in cypher.rows("MATCH (u:User) RETURN u.id AS id")}
    assert not people & set(str(figures(graph)).replace("'", " ").split())
    assert NOW > SINCE
