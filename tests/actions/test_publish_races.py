"""Publishing at once with what others do: no way to a publisher is missed, and all come through."""

from service.graph.client import Graph
from service.graph.server.embedded import Address
from tests.support.crowd import Call, at_once
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given

MISSING = (
    "MATCH (friend:User)-[:FRIEND]-(publisher:User) WHERE EXISTS { (publisher)-[:PUBLISHED]->(:Share) } "
    "AND NOT EXISTS { (friend)-[:REACHES]->(publisher) } RETURN count(*)"
)
DRAFT = {"note": "Boils a litre in four minutes.", "cons": None, "used_for_days": None, "audience": "circle"}


def publish(name: str, word: str = "kettle") -> Call:
    """One person's publication, as the service makes it."""
    share, coupon = f"{name}-{word}", f"{name}-{word}-coupon"
    at = {"me": name, "now": NOW, "op": f"op-{share}", "to": []}
    draft = {**DRAFT, "coupon_id": coupon, "gifted": False, "ad_label": True}
    return [
        ("shares/publish", {**at, **draft, "share": share}),
        ("shares/reach", {"me": name}),
        ("levels/publish", {"share": share, "now": NOW}),
        ("shares/send", {**at, "share": share}),
    ]


def befriend(one: str, other: str) -> Call:
    """The moment that two who ask each other become friends."""
    return [
        ("people/lock_pair", {"me": one, "user": other, "op": f"op-{one}-{other}"}),
        ("people/befriend", {"me": one, "user": other, "now": NOW}),
    ]


def test_publishing_and_befriending_at_once_miss_no_way(
    given: Given, cypher: Cypher, address: Address
) -> None:
    names = [f"fan{number}" for number in range(24)]
    given("(bob)")
    given.coupon("bob", "kettle")
    for name in names:
        given(f"({name})-[:ASKED]->(bob)-[:ASKED]->({name})")
    calls = [befriend(name, "bob") for name in names]
    calls.insert(12, publish("bob"))
    outcomes = at_once(address, calls, processes=2, threads=13)
    assert [outcome.refused for outcome in outcomes] == [None] * 25
    assert cypher.value("MATCH (:User)-[friends:FRIEND]->(:User) RETURN count(friends)") == 24
    assert cypher.value(MISSING) == 0
    assert cypher.value("MATCH (:User)-[reaches:REACHES]->(:User {id: 'bob'}) RETURN count(reaches)") == 24


def test_friends_who_publish_at_once_all_come_through(given: Given, cypher: Cypher, address: Address) -> None:
    names = [f"p{number}" for number in range(8)]
    given(" ".join(f"({one})-[:FRIEND]->({other})" for one in names for other in names if one < other))
    for name in names:
        given.coupon(name, "kettle")
    outcomes = at_once(address, [publish(name) for name in names], processes=2, threads=4)
    assert [outcome.refused for outcome in outcomes] == [None] * 8
    assert cypher.value(MISSING) == 0
    assert cypher.value("MATCH (:User)-[reaches:REACHES]->(:User) RETURN count(reaches)") == 56


def test_a_coupon_published_twice_at_once_has_one_quota_and_one_line_in_the_ledger(
    given: Given, graph: Graph, cypher: Cypher, address: Address
) -> None:
    given("(bob)")
    given.coupon("bob", "kettle")
    again = [
        (name, {**asked, "share": "bob-2"} if "share" in asked else asked) for name, asked in publish("bob")
    ]
    outcomes = at_once(address, [publish("bob"), again], processes=2, threads=1)
    assert [outcome.refused for outcome in outcomes] == [None, None]
    assert cypher.value("MATCH (event:XpEvent)-[:BECAUSE_OF]->(share:Share) RETURN count(share)") == 1
    assert cypher.value("MATCH (coupon:Coupon) RETURN coupon.quota") == 5
