"""How levels move, and what reaches the stored copy."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from service.actions import levels
from service.graph.client import Graph, Row
from tests.queries.oracles.ledger import Bought, Ledgers, Line, Person
from tests.queries.oracles.ledgers import INSTANT, build
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW

pytestmark = pytest.mark.unchecked  # ledgers drawn bare: purchases without products, claims without shares
FIRST = NOW - 40 * DAY


def sold(count: int, *, at: datetime = FIRST, every: timedelta = DAY, shops: int = 4) -> Ledgers:
    """Ada's sales to `count` different buyers, one `every` so often: 30 points each."""
    people = {name: Person(name, NOW - 400 * DAY, frozenset()) for name in ["ada", *map(buyer, range(count))]}
    purchases = {
        f"o{n}": Bought(f"o{n}", buyer(n), f"shop{n % shops}", at + n * every - 8 * DAY) for n in range(count)
    }
    lines = [sale(n, at + n * every) for n in range(count)]
    return Ledgers(people, purchases, lines)


def buyer(number: int) -> str:
    return f"buyer{number}"


def sale(number: int, at: datetime) -> Line:
    return Line(f"buy:o{number}", "ada", "friend_purchase", 30, at, f"o{number}")


def moves(graph: Graph) -> list[tuple[int, int, str, bool]]:
    """Ada's moves, the last first: from, to, why, and whether it happened."""
    rows = graph.rows("levels/moves", user="ada")
    return [(row["from"], row["to"], row["reason"], row["at"] is not None) for row in rows]


def stored(cypher: Cypher) -> Row:
    return cypher.rows("MATCH (u:User {id: 'ada'}) RETURN u.level AS level, u.xp AS xp, u.derived_at AS at")[
        0
    ]


def effective(graph: Graph) -> dict[str, int]:
    return {line["key"]: line["effective"] for line in levels.lines(graph, "ada")}


def test_a_level_rises_at_once_by_as_many_steps_as_are_earned(graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(5))
    assert levels.refresh(graph, "ada", now=NOW) == 2
    assert stored(cypher) == {"level": 2, "xp": 150, "at": NOW}
    assert moves(graph) == [(0, 2, "earned", True)]
    assert levels.refresh(graph, "ada", now=NOW + DAY) == 2
    assert len(moves(graph)) == 1


def test_a_line_counts_from_the_instant_it_matures(graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(5))
    last = FIRST + 4 * DAY
    assert levels.refresh(graph, "ada", now=last - INSTANT) == 1
    assert levels.refresh(graph, "ada", now=last) == 2


@pytest.mark.parametrize(
    ("missing", "level"),
    [({"shops": 1}, 1), ({"every": timedelta(0)}, 1), ({"count": 2}, 1), ({"count": 1}, 0), ({}, 2)],
)
def test_a_gate_holds_a_level_back(missing: Row, level: int, graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(**{"count": 5, **missing}))
    assert levels.refresh(graph, "ada", now=NOW) == level


def test_a_score_of_four_fifths_of_the_line_keeps_the_level(graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(5))
    levels.refresh(graph, "ada", now=NOW)
    one_gone = FIRST + 180 * DAY
    assert levels.totals(graph, "ada", one_gone)["score"] == 120
    assert levels.refresh(graph, "ada", now=one_gone) == 2
    assert len(moves(graph)) == 1


def test_a_level_falls_after_fourteen_days_of_notice_and_never_below_one(
    graph: Graph, cypher: Cypher
) -> None:
    build(cypher, sold(5))
    levels.refresh(graph, "ada", now=NOW)
    low = FIRST + 181 * DAY
    assert levels.refresh(graph, "ada", now=low) == 2
    assert moves(graph)[0] == (2, 1, "low_score", False)
    assert levels.standing(graph, "ada", low)["falls_at"] == low + 14 * DAY
    assert levels.refresh(graph, "ada", now=low + 14 * DAY - INSTANT) == 2
    assert levels.refresh(graph, "ada", now=low + 14 * DAY) == 1
    assert moves(graph)[0] == (2, 1, "low_score", True)
    assert levels.refresh(graph, "ada", now=low + 400 * DAY) == 1
    assert levels.totals(graph, "ada", low + 400 * DAY)["score"] == 0
    assert stored(cypher)["xp"] == 150


def test_two_steps_down_are_thirty_days_apart(graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(14))
    assert levels.refresh(graph, "ada", now=NOW) == 3
    gone = NOW + 200 * DAY
    levels.refresh(graph, "ada", now=gone)
    fell = gone + 14 * DAY
    assert levels.refresh(graph, "ada", now=fell) == 2
    assert moves(graph)[:2] == [(2, 1, "low_score", False), (3, 2, "low_score", True)]
    assert levels.refresh(graph, "ada", now=fell + 30 * DAY - INSTANT) == 2
    assert levels.refresh(graph, "ada", now=fell + 30 * DAY) == 1


def test_who_recovers_in_time_keeps_the_level_and_gets_new_notice_another_time(
    graph: Graph, cypher: Cypher
) -> None:
    low = FIRST + 181 * DAY
    later = sold(2, at=low - 5 * DAY)
    both = sold(5)
    again = [replace(line, key=line.key + "b", cause=line.cause + "b") for line in later.lines]
    purchases = {f"{key}b": replace(order, id=f"{key}b") for key, order in later.purchases.items()}
    build(cypher, Ledgers(both.people, {**both.purchases, **purchases}, both.lines + again))
    levels.refresh(graph, "ada", now=NOW)
    void(cypher, "buy:o0b", "buy:o1b", at=low)
    assert levels.refresh(graph, "ada", now=low) == 2
    cypher.rows("MATCH (e:XpEvent) WHERE e.key ENDS WITH 'b' SET e.voided_at = null")
    levels.refresh(graph, "ada", now=low + DAY)
    assert levels.standing(graph, "ada", low + DAY)["falls_at"] is None
    void(cypher, "buy:o0b", "buy:o1b", at=low + 5 * DAY)
    levels.refresh(graph, "ada", now=low + 5 * DAY)
    assert levels.refresh(graph, "ada", now=low + 14 * DAY) == 2
    assert levels.refresh(graph, "ada", now=low + 19 * DAY) == 1


def test_voiding_a_fraud_gives_its_victim_the_cap_back(graph: Graph, cypher: Cypher) -> None:
    build(cypher, sold(5, every=timedelta(minutes=1)))
    assert effective(graph) == {"buy:o0": 30, "buy:o1": 30, "buy:o2": 30, "buy:o3": 30, "buy:o4": 0}
    void(cypher, "buy:o0", at=NOW)
    assert effective(graph) == {"buy:o1": 30, "buy:o2": 30, "buy:o3": 30, "buy:o4": 30}


def test_a_fraudulent_purchase_of_the_same_buyer_stops_weighing_on_the_next(
    graph: Graph, cypher: Cypher
) -> None:
    ledgers = sold(2)
    purchases = {key: replace(order, buyer="buyer0") for key, order in ledgers.purchases.items()}
    build(cypher, replace(ledgers, purchases=purchases))
    assert effective(graph) == {"buy:o0": 30, "buy:o1": 15}
    void(cypher, "buy:o0", at=NOW)
    assert effective(graph) == {"buy:o1": 30}


def void(cypher: Cypher, *keys: str, at: datetime) -> None:
    """As a moderator's query does."""
    cypher.rows(
        "MATCH (e:XpEvent) WHERE e.key IN $keys SET e:Unsettled, e.voided_at = $at, e.void_reason = 'fraud'",
        keys=keys,
        at=at,
    )


def test_the_worker_looks_at_whoever_has_something_new_and_at_everybody_once_a_day(
    graph: Graph, cypher: Cypher
) -> None:
    build(cypher, sold(5))
    assert levels.refresh_due(graph, now=FIRST - DAY) == 0
    assert levels.refresh_due(graph, now=FIRST + 2 * DAY) == 1
    assert levels.refresh_due(graph, now=FIRST + 2 * DAY) == 0
    assert levels.refresh_due(graph, now=FIRST + 3 * DAY) == 1
    assert levels.refresh_due(graph, now=NOW) == 1
    assert stored(cypher)["level"] == 2
    assert levels.refresh_due(graph, now=NOW + DAY) == 0
    assert levels.refresh_due(graph, now=NOW + DAY + INSTANT) == 1
    void(cypher, "buy:o3", at=NOW)
    assert levels.refresh_voided(graph, now=NOW + DAY + INSTANT) == 1
    assert stored(cypher)["xp"] == 120
    assert levels.refresh_voided(graph, now=NOW + DAY + INSTANT) == 0


def test_catching_up_refreshes_everybody_who_is_due_and_tells_how_far_it_is(
    graph: Graph, cypher: Cypher
) -> None:
    mine, theirs = sold(5), sold(2)
    people = {**mine.people, "zoe": Person("zoe", NOW - 400 * DAY, frozenset())}
    orders = {
        **mine.purchases,
        **{f"{key}z": replace(o, id=f"{key}z") for key, o in theirs.purchases.items()},
    }
    lines = [replace(line, key=f"{line.key}z", cause=f"{line.cause}z", user="zoe") for line in theirs.lines]
    build(cypher, Ledgers(people, orders, mine.lines + lines))
    heard: list[tuple[str, int, int]] = []
    assert levels.catch_up(graph, now=NOW, progress=lambda *told: heard.append(told)) == 2
    assert heard == [("levels", 1, 2), ("levels", 2, 2)]
    assert stored(cypher)["level"] == 2
    assert levels.catch_up(graph, now=NOW) == 0


def test_a_void_line_of_a_friend_who_bought_from_me_is_taken_off_both(graph: Graph, cypher: Cypher) -> None:
    mine, theirs = sold(2), sold(2, at=FIRST - 3 * DAY)
    orders = {key: replace(order, buyer="buyer0") for key, order in mine.purchases.items()}
    back = {f"{key}b": replace(order, id=f"{key}b", buyer="ada") for key, order in theirs.purchases.items()}
    lines = [
        replace(line, key=f"{line.key}b", cause=f"{line.cause}b", user="buyer0") for line in theirs.lines
    ]
    build(cypher, Ledgers(mine.people, {**orders, **back}, mine.lines + lines))
    assert levels.refresh_due(graph, now=NOW) == 2
    assert stored(cypher)["xp"] == 30 + 30 // 2 // 2
    void(cypher, "buy:o0b", at=NOW)
    assert levels.refresh_voided(graph, now=NOW) == 2
    assert stored(cypher)["xp"] == 30 + 30 // 2


def test_nobody_is_refreshed_by_an_id_that_is_not_there(graph: Graph) -> None:
    assert levels.refresh(graph, "nobody", now=NOW) is None
