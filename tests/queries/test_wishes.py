"""The people whom a wish asks agree with a brute-force oracle, and the asker learns nothing about them."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.actions import wishes
from service.errors import Problem
from service.graph.client import Graph, Unit
from tests.queries.oracles.wishing import Town, Wish, store, towns
from tests.queries.oracles.worlds import Offer
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW
from tests.support.given import Given as Drawn

many = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@pytest.mark.usefixtures("rules")
@many
@given(town=towns())
def test_a_wish_asks_exactly_the_people_of_the_domain_and_its_asker_learns_nothing(
    town: Town, graph: Graph, cypher: Cypher
) -> None:
    store(cypher, town)
    for viewer in town.world.people:
        asking = wishes.asking(graph, viewer, limit=100, now=NOW, before=None, before_id=None)
        coupons = {row["id"]: [coupon["id"] for coupon in row["coupons"]] for row in asking}
        assert {wish: sorted(some) for wish, some in coupons.items()} == town.asking(viewer), viewer
        assert list(coupons) == sorted(coupons)  # all have the same instant
        mine = graph.rows(
            "wishes/mine", me=viewer, wish=None, before=None, before_id=None, limit=100, now=NOW
        )
        own = [wish for wish in town.wishes if wish.asker == viewer and town.world.people[viewer].active]
        assert [(row["id"], row["status"], row["answers"]) for row in mine] == [
            (wish.id, wish.state, []) for wish in own
        ]
        own_first = sorted(town.world.offers, key=lambda offer: offer.publisher != viewer)
        owned = sum(offer.publisher == viewer for offer in own_first)
        for wish in town.wishes:
            for offer in own_first[: owned + 1]:
                assert answer(graph, viewer, wish, offer) == outcome(town, viewer, wish, offer)


def outcome(town: Town, viewer: str, wish: Wish, offer: Offer) -> str:
    """The right result of an answer with a share, from the words of the domain."""
    welcome = town.near(viewer, wish.asker) and (wish.asker, viewer) not in town.refuses
    if not welcome or offer.publisher != viewer or offer.id in town.unpublished:
        return "not_found"
    if offer.state != "live" or offer.revoked or offer.claim_by <= NOW or offer.id in town.refunded:
        return "wrong_state"
    if offer.taken >= offer.quota:
        return "exhausted"
    if not wish.fits(town.things[offer.id]):
        return "other_thing"
    return "answered" if wish.state == "open" else "wish_over"


class Undo(Exception):
    """Roll back an answer, so that the next one starts from the same world."""


def answer(graph: Graph, viewer: str, wish: Wish, offer: Offer) -> str:
    def attempt(unit: Unit) -> None:
        at = {"me": viewer, "now": NOW, "op": f"op-{viewer}-{wish.id}-{offer.id}"}
        wishes.answer(unit, wish=wish.id, share=offer.id, draft=None, **at)  # type: ignore[arg-type]
        raise Undo

    try:
        graph.transaction(attempt)
    except Undo:
        return "answered"
    except Problem as problem:
        return problem.code
    raise AssertionError("an answer always ends one way or the other")


def test_queries_of_the_asker_read_no_purchases_and_no_friendships(graph: Graph) -> None:
    for name in ("make", "mine", "close"):
        text = graph.catalogue[f"wishes/{name}"].text
        assert not any(word in text for word in ("Purchase", "EARNED", "FRIEND", "DECLINED")), name


def test_each_wish_asks_other_people(given: Drawn, graph: Graph, cypher: Cypher) -> None:
    owners = [f"owner{number}" for number in range(24)]
    given(" ".join(f"(ada)-[:FRIEND]->({owner})" for owner in owners))
    for owner in owners:
        given.coupon(owner, "kettle")
    for number in range(5):
        given.wish("ada", f"kettle k{number}", lot=1 + 79_999 * number)
    times = {}
    for owner in owners:
        start = {"before": None, "before_id": None}
        times[owner] = len(wishes.asking(graph, owner, limit=100, now=NOW + DAY, **start))
    assert sum(times.values()) == 5 * 20
    assert min(times.values()) >= 2
