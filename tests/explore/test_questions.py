"""The analysts' questions mean what their titles say, and answer for groups of five or more."""

from datetime import timedelta
from typing import Any

import pytest

from service.explore import questions
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.giveaways import CLOSES, Host
from tests.support.given import DAY, NOW, Given

HOUR = timedelta(hours=1)
SIX = range(1, 7)


def ask(graph: Graph, question: str, **texts: object) -> list[dict[str, Any]]:
    """The rows of an answer."""
    given = {name: str(value) for name, value in texts.items()}
    answer = questions.ask(graph, questions.question(graph, question), given, now=NOW)
    return answer.rows


def market(given: Given, *, claims: bool = True, **share: Any) -> None:
    """s1 to s6 share a kettle each; b1 to b6, one friend of each, claim it."""
    for n in SIX:
        given(f"(s{n})-[:FRIEND]->(b{n})")
        given.share(f"s{n}", "kettle", **share)
        if claims:
            given.claim(f"b{n}", f"s{n}-kettle")


def use(given: Given, *numbers: int, word: str = "kettle", **order: Any) -> None:
    """These buyers use their claims in a purchase."""
    for n in numbers:
        given.redeemed(f"b{n}", f"s{n}-kettle", word, **order)


def test_reach_counts_friends_and_their_friends(given: Given, graph: Graph) -> None:
    for n in SIX:
        given(f"(hub)-[:FRIEND]->(s{n})", shares={f"s{n}": "kettle"})
    given("(s1)-[:BLOCKS]->(s2)")
    first, second = ask(graph, "reach")
    assert first == {"degree": 1, "publishers": 6, "median": 1, "mean": 1.0, "top_tenth": None}
    assert (second["median"], second["mean"]) == (5, 4.7)
    given("(hub:NoBridge)")
    assert ask(graph, "reach")[1]["mean"] == 0.0
    assert ask(graph, "reach", category="toys") == []


def test_the_funnel_narrows_from_shares_to_purchases_kept(given: Given, graph: Graph) -> None:
    market(given)
    use(given, 1, 2, 3, 4, 5, completed_at=NOW - DAY)
    steps = [tuple(row.values()) for row in ask(graph, "funnel")]
    assert steps == [
        ("shared", 6, 6, None),
        ("claimed", 6, 6, 100.0),
        ("bought", 5, 5, 83.3),
        ("kept", 5, 5, 100.0),
    ]
    assert ask(graph, "funnel", weeks=1) == []


def test_a_journey_has_depth_and_branches(given: Given, graph: Graph) -> None:
    market(given)
    use(given, *SIX)
    rows = [tuple(row.values()) for row in ask(graph, "journeys")]
    assert rows == [(0, 6, 6, 6, 1.0), (1, 6, 6, None, None)]


def test_half_of_the_claims_have_come_by_the_half_life(given: Given, graph: Graph) -> None:
    given("(ada)")
    given.share("ada", "kettle", quota=20)
    for n, day in enumerate([0, 0, 0, 0, 0, 2, 3, 3, 3, 3, 5]):
        given.user(f"b{n}")
        given.claim(f"b{n}", "ada-kettle", claimed_at=NOW - (10 - day) * DAY + HOUR)
    rows = [tuple(row.values()) for row in ask(graph, "half_life", days=7)]
    assert rows == [(0, 5, 5, 50.0), (3, 5, 10, 100.0)]  # the claims of days 2 and 3 make one group
    assert ask(graph, "half_life", days=11) == []


def test_a_shop_gains_from_a_share_in_its_other_products_too(given: Given, graph: Graph) -> None:
    given("(ada)", shares={"ada": "kettle"})
    given.product("lamp")
    for n in range(1, 11):
        given.user(f"b{n}")
        for word in ("kettle", "lamp"):
            order = {"product": word, "completed_at": None}
            after = NOW - (4 * DAY if n > 5 or word == "kettle" else 30 * DAY)
            given.purchase(f"b{n}", "kettle", id=f"{word}-after-{n}", at=after, **order)
            if n < 6:
                given.purchase(f"b{n}", "kettle", id=f"{word}-before-{n}", at=NOW - 12 * DAY, **order)
    rest, same = ask(graph, "hero_lift", days=7)
    assert rest == {
        "shared": "other",
        "part": "rest_of_the_shop",
        "shops": 1,
        "orders_before": 5,
        "orders_after": 5,
        "lift_percent": 0.0,
    }
    assert (same["part"], same["orders_after"], same["lift_percent"]) == ("the_product", 10, 100.0)


def test_what_friends_buy_is_the_same_thing_or_another_of_the_shop(given: Given, graph: Graph) -> None:
    market(given)
    given.product("lamp")
    use(given, 1, 2, 3, 4, 5)
    use(given, 6, product="lamp")
    (same,) = ask(graph, "spread")
    assert same == {
        "shared": "other",
        "part": "the_product",
        "orders": 5,
        "buyers": 5,
        "percent": 100.0,
        "mean_paid_fen": 20_000,
    }


def test_density_counts_what_can_be_claimed_within_two_hops(given: Given, graph: Graph) -> None:
    given(" ".join(f"(hub)-[:FRIEND]->(b{n})" for n in SIX))
    given.share("b1", "kettle", quota=1)
    assert ask(graph, "density") == [{"coupons": "1–4", "people": 6}]
    given.claim("b2", "b1-kettle")
    assert ask(graph, "density") == [{"coupons": "0", "people": 7}]


def test_the_map_shows_circles_and_what_joins_them(given: Given, graph: Graph) -> None:
    given(" ".join(f"(a)-[:FRIEND]->(a{n}) (z)-[:FRIEND]->(z{n})" for n in SIX))
    given("(z)-[:FRIEND]->(z7) " + " ".join(f"(a{n})-[:FRIEND]->(z{n})" for n in (1, 2, 3)))
    rows = [tuple(row.values()) for row in ask(graph, "circle_map")]
    assert rows == [(1, 1, 8, 7), (1, 2, 8, 3), (2, 2, 7, 6)]
    assert ask(graph, "circle_map", most_friends=1) == []


def test_a_gap_stands_for_twenty_people_who_lack_it(given: Given, graph: Graph) -> None:
    names = [f"p{n:02}" for n in range(21)]
    given(" ".join(f"({name})" for name in names))
    for name in names:
        given.searched(name, "tent", category="sports")
    for name in names[:19]:
        given.searched(name, "doll", category="toys")
    named = {"category": "sports", "category_zh": "运动户外"}
    assert ask(graph, "gap_map") == [{**named, "seekers": 21, "lacking": 21}]
    given("(p00)-[:FRIEND]->(bo)")
    given.share("bo", "ball", category="sports")
    assert ask(graph, "gap_map") == [{**named, "seekers": 21, "lacking": 20}]
    given("(p01)-[:FRIEND]->(p00)")
    assert ask(graph, "gap_map") == []


def test_levels_are_counted_for_groups_only(given: Given, graph: Graph, cypher: Cypher) -> None:
    market(given, claims=False)
    cypher.rows("MATCH (user:User) WHERE user.id STARTS WITH 's' SET user.level = 2, user.xp = 200")
    cypher.rows("MATCH (user:User) WHERE user.id IN ['b1', 'b2', 'b3'] SET user.level = 1")
    named = {"rank": 2, "level": "Reliable sharer", "level_zh": "靠谱分享者"}
    assert ask(graph, "levels") == [{**named, "people": 6, "mean_xp": 200}]


def test_moves_between_levels_have_a_reason(given: Given, graph: Graph, cypher: Cypher) -> None:
    given(" ".join(f"(b{n})" for n in SIX))
    cypher.rows(
        "MATCH (user:User) "
        "CREATE (user)-[:MOVED]->(:LevelMove {id: user.id, from: 0, to: 1, at: $at, reason: 'earned'})",
        at=NOW - DAY,
    )
    assert ask(graph, "level_flow") == [{"step": "0 → 1", "reason": "earned", "moves": 6, "people": 6}]


def test_a_ring_buys_with_its_own_coupons(given: Given, graph: Graph) -> None:
    for n in (1, 2, 3):
        given(f"(a{n})-[:FRIEND]->(z{n})", shares={f"a{n}": "kettle", f"z{n}": "lamp"})
        given.redeemed(f"z{n}", f"a{n}-kettle", "kettle")
        given.redeemed(f"a{n}", f"z{n}-lamp", "lamp")
    assert ask(graph, "rings") == [{"members": 2, "rings": 3, "people": 6, "purchases": 6}]
    assert ask(graph, "rings", weeks=1) != []


def test_a_hub_joins_strangers_unless_its_bridge_is_off(given: Given, graph: Graph) -> None:
    given(
        "(b1)-[:FRIEND]->(b2)-[:FRIEND]->(b3)-[:FRIEND]->(b4)-[:FRIEND]->(b5)-[:FRIEND]->(b6)-[:FRIEND]->(b1)"
    )
    assert ask(graph, "hubs") == [{"friends": "1–4", "people": 6, "joined": 6, "joined_percent": 100.0}]
    given("(b1:NoBridge)")
    assert ask(graph, "hubs")[0]["joined"] == 5


def test_claims_by_the_number_of_common_friends(given: Given, graph: Graph) -> None:
    market(given)
    use(given, 1, 2, 3)
    for n in SIX:
        path = {"via": "circle", "degree": 2, "mutual_count": 4, "friends_since": None}
        given.claim(f"b{n}", f"s{n}-kettle", **path)
    assert ask(graph, "bridges") == [{"bridges": "3–4", "claims": 6, "claimers": 6, "used_percent": 50.0}]


def test_friends_who_know_each_other_are_one_voice(given: Given, graph: Graph) -> None:
    voices = ("v1", "v2", "v3")
    given("(v1)-[:FRIEND]->(v2) (v3)")
    for voice in voices:
        given.share(voice, "kettle", quota=10)
    for n in SIX:
        given(" ".join(f"(b{n})-[:FRIEND]->({voice})" for voice in voices))
        given.claim(f"b{n}", "v1-kettle")
    assert ask(graph, "voices") == [{"voices": "2", "claims": 6, "claimers": 6, "used_percent": 0.0}]


def test_a_cohort_is_followed_from_month_to_month(given: Given, graph: Graph) -> None:
    given("(ada)")
    given.share("ada", "kettle", quota=10)  # bought in November, published in December
    for n in SIX:
        given(f"(b{n})-[:FRIEND]->(ada)")
        given.purchase(f"b{n}", "lamp", at=NOW - 50 * DAY)
        if n < 6:
            given.claim(f"b{n}", "ada-kettle")
    rows = [tuple(row.values()) for row in ask(graph, "retention")]
    assert rows == [("2029-11", 0, 7, 100.0), ("2029-11", 1, 7, 85.7)]


def test_platforms_with_few_buyers_have_no_row(given: Given, graph: Graph) -> None:
    market(given)
    use(given, 1, 2, 3)
    given.product("lamp", platform="jd")
    for n in (1, 2, 3, 4):
        given.purchase(f"b{n}", "lamp")
    (taobao,) = ask(graph, "platforms")
    figures = {"orders": 9, "buyers": 9, "shares": 6, "claims": 6, "used_percent": 50.0}
    assert taobao == {"platform": "taobao", "platform_zh": "淘宝", **figures}


def test_time_from_a_share_to_its_claim_and_to_its_use(given: Given, graph: Graph) -> None:
    market(given)
    use(given, *SIX)
    for n in range(1, 6):
        given.claim(f"b{n}", f"s{n}-kettle", claimed_at=NOW - 10 * DAY + 2 * HOUR)
    assert ask(graph, "time_to_claim") == [{"after": "1–6 h", "via": "friend", "claims": 5, "claimers": 5}]
    assert ask(graph, "time_to_use") == [{"after": "3–7 d", "purchases": 5, "buyers": 5}]


def test_refunds_count_all_orders_and_orders_with_a_copy(given: Given, graph: Graph) -> None:
    market(given)
    use(given, *SIX, completed_at=NOW - DAY)
    given.user("ada")
    given.purchase("ada", "kettle", refunded_at=NOW - 20 * DAY, refunded_fen=20_000)
    (kitchen,) = ask(graph, "refunds")
    assert (kitchen["category"], kitchen["category_zh"]) == ("kitchen", "厨房用品")
    assert (kitchen["orders"], kitchen["buyers"], kitchen["refunded_percent"]) == (13, 13, 7.7)
    assert (kitchen["orders_with_copy"], kitchen["refunded_with_copy_percent"]) == (6, 0.0)


def test_verdicts_by_the_sharers_level(given: Given, graph: Graph) -> None:
    market(given)
    use(given, *SIX, completed_at=NOW - 2 * DAY)
    for n in SIX:
        verdict = "not_as_described" if n == 1 else "as_described"
        given.claim(f"b{n}", f"s{n}-kettle", verdict=verdict, verdict_at=NOW - DAY)
    (row,) = ask(graph, "verdicts")
    assert (row["rank"], row["verdicts"], row["as_described_percent"]) == (0, 6, 83.3)


def test_wishes_are_filled_step_by_step(given: Given, graph: Graph, cypher: Cypher) -> None:
    market(given, claims=False)
    for n in SIX:
        given.wish(f"b{n}", "kettle")
        if n < 6:
            given.send(f"s{n}-kettle", f"b{n}")
            cypher.rows(
                "MATCH (share:Share {id: $share}), (wish:Wish {id: $wish}) "
                "CREATE (share)-[:ANSWERS {at: $at}]->(wish)",
                share=f"s{n}-kettle",
                wish=f"b{n}-wants-kettle",
                at=NOW - HOUR,
            )
    rows = [tuple(row.values()) for row in ask(graph, "wishes")]
    assert rows == [("made", 6, 6, 100.0), ("answered", 5, 5, 83.3)]
    for n in range(1, 6):
        given.claim(f"b{n}", f"s{n}-kettle")
    assert ask(graph, "wishes")[2] == {"step": "claimed", "wishes": 5, "people": 5, "percent_of_all": 83.3}
    assert ask(graph, "wishes", category="toys") == []


def test_a_giveaway_gives_what_its_odds_say(host: Host, graph: Graph) -> None:
    people = host.people(**{f"b{n}": 0 for n in SIX})
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    for _ in range(3):
        host.work(CLOSES)
    answer = questions.ask(graph, questions.question(graph, "giveaways"), {}, now=host.clock.at + DAY)
    rows = [tuple(row.values()) for row in answer.rows]
    assert rows == [(0, "stated", 6, 6, 2.0), (0, "actual", 6, 6, 2.0)]


def test_a_week_counts_events_by_kind(given: Given, graph: Graph) -> None:
    market(given)
    use(given, *SIX)
    counts = {(row["week"], row["what"]): row["count"] for row in ask(graph, "activity")}
    assert counts == {
        ("2029-11-26", "orders"): 6,
        ("2029-12-17", "shares"): 6,
        ("2029-12-24", "claims"): 6,
        ("2029-12-24", "orders"): 6,
        ("2029-12-24", "uses"): 6,
    }
    assert len(ask(graph, "activity", limit=2)) == 2


def test_audiences_and_their_claims_and_uses(given: Given, graph: Graph) -> None:
    market(given, audience="friends")
    given.share("s1", "lamp")
    use(given, 1, 2, 3)
    row = {"audience": "friends", "shares": 6, "sharers": 6, "claims_per_share": 1.0, "used_percent": 50.0}
    assert ask(graph, "audiences") == [row]


@pytest.mark.unchecked
def test_the_busiest_tenth_has_a_part_of_the_claims(graph: Graph, cypher: Cypher) -> None:
    cypher.rows(
        "UNWIND range(1, 50) AS n "
        "CREATE (:User {id: 'p' + n})-[:PUBLISHED]->(share:Share {id: 'share' + n, published_at: $at}) "
        "WITH n, share UNWIND range(1, CASE WHEN n <= 5 THEN 10 ELSE 1 END) AS _ "
        "CREATE (:Claim:Taken)-[:FROM]->(share)",
        at=NOW - DAY,
    )
    tenths = ask(graph, "concentration")
    assert tenths[0] == {"tenth": 1, "sharers": 5, "claims": 50, "claims_percent": 52.6}
    assert [row["claims"] for row in tenths[1:]] == [5] * 9


def test_buyers_come_back_with_and_without_a_copy(given: Given, graph: Graph) -> None:
    given("(ada)")
    given.share("ada", "kettle", quota=10)
    for n in SIX:
        given(f"(b{n}) (c{n})")
        given.redeemed(f"b{n}", "ada-kettle", "kettle")
        given.purchase(f"c{n}", "kettle", id=f"c{n}-first", at=NOW - 20 * DAY)
        if n < 4:
            given.purchase(f"c{n}", "kettle", id=f"c{n}-second", at=NOW - 10 * DAY)
    with_copy, without = ask(graph, "comeback", days=2)
    assert with_copy == {"first": "with_copy", "customers": 6, "buyers": 6, "came_again_percent": 0.0}
    assert (without["customers"], without["came_again_percent"]) == (7, 0.0)
    assert ask(graph, "comeback", days=15)[0]["came_again_percent"] == 42.9
