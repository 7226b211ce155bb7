"""Voiding experience for fraud, and taking it back."""

import pytest

from service.actions import moderation
from service.errors import NotFound, Refused
from service.graph.client import Graph, Row
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.rewards import reward, worth


def act(graph: Graph, change: moderation.Change, *keys: str, op: str = "op", admin: str = "amy") -> Row:
    """A moderator's act."""
    told = {"admin": admin, "reason": "They are one person", "op": op, "now": NOW}
    return graph.transaction(lambda unit: change(unit, list(keys), **told))


def test_a_void_touches_its_owner_and_whoever_earns_the_other_way(given: Given, graph: Graph) -> None:
    given("(ada) (bob) (cy) (amy:Admin)")
    (first, *_) = reward(given, "bob", "ada", 2)
    reward(given, "ada", "bob", 2)
    reward(given, "cy", "ada", 1)
    done = act(graph, moderation.void, first)
    assert done == {"id": "op", "kind": "void_xp", "count": 1, "people": ["ada", "bob"]}


def test_a_restored_line_counts_as_if_it_had_never_been_void(given: Given, graph: Graph) -> None:
    given("(ada) (bob) (amy:Admin)")
    keys = reward(given, "bob", "ada", 2) + reward(given, "ada", "bob", 2)
    before = worth(graph, "ada", "bob")
    act(graph, moderation.void, *keys[:2])
    assert worth(graph, "ada", "bob") != before
    act(graph, moderation.restore, *keys[:2], op="op2")
    assert worth(graph, "ada", "bob") == before


def test_voiding_again_changes_nothing_more(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(ada) (bob) (amy:Admin)")
    keys = reward(given, "bob", "ada", 1)
    done = act(graph, moderation.void, *keys)
    assert act(graph, moderation.void, *keys) == done
    assert act(graph, moderation.void, *keys, op="op2")["count"] == 0
    line = "MATCH (event:XpEvent)<-[:ON]-(action:Action) RETURN event.void_note + '/' + action.kind"
    assert cypher.value(line) == "They are one person/void_xp"


def test_what_a_refund_has_voided_meanwhile_stays_void_for_that(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada) (bob) (amy:Admin)")
    keys = reward(given, "bob", "ada", 1)
    act(graph, moderation.void, *keys)
    cypher.rows("MATCH (order:Purchase {id: 'bob-ada0-order'}) SET order.refunded_at = $now", now=NOW + DAY)
    act(graph, moderation.restore, *keys, op="op2")
    assert cypher.rows("MATCH (e:XpEvent) RETURN e.void_reason AS reason, e.void_note AS note") == [
        {"reason": "refunded", "note": None}
    ]


def test_a_publication_removed_meanwhile_stays_void_for_that(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(ada) (amy:Admin)")
    given.share("ada", "kettle", removed_at=NOW - DAY)
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 10, share="ada-kettle")
    act(graph, moderation.void, "pub:ada-kettle-coupon")
    act(graph, moderation.restore, "pub:ada-kettle-coupon", op="op2")
    assert cypher.value("MATCH (event:XpEvent) RETURN event.void_reason") == "removed"


def test_a_line_void_for_another_reason_is_neither_voided_nor_restored(given: Given, graph: Graph) -> None:
    given("(ada) (amy:Admin)")
    given.share("ada", "kettle", removed_at=NOW - DAY)
    void = {"voided_at": NOW - DAY, "void_reason": "removed"}
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 10, share="ada-kettle", **void)
    assert act(graph, moderation.void, "pub:ada-kettle-coupon")["count"] == 0
    assert act(graph, moderation.restore, "pub:ada-kettle-coupon", op="op2")["count"] == 0


def test_nobody_judges_their_own_ledger(given: Given, graph: Graph, cypher: Cypher) -> None:
    given("(amy:Admin) (bob)")
    keys = reward(given, "bob", "amy", 1)
    for change in (moderation.void, moderation.restore):
        with pytest.raises(Refused, match="self"):
            act(graph, change, *keys)
    assert cypher.rows("MATCH (action:Action) RETURN action") == []
    with pytest.raises(NotFound):
        act(graph, moderation.void, "buy:nothing")
