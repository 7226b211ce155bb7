"""One predicate, many doors: feed, ranked feed, search, read and claim agree with a brute-force oracle."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.circle import search as searching
from service.circle.words import words
from service.errors import NotFound, Problem
from service.graph import catalogue
from service.graph.client import Graph, Unit
from service.settings import ROOT
from tests.queries.faults.predicate import FAULTS, SUGGESTIONS
from tests.queries.oracles.ranked import FILTERS, ranked_pages
from tests.queries.oracles.worlds import Offer, World, build, worlds
from tests.support.cypher import Cypher
from tests.support.given import NOW

EVERYTHING = {
    "before": None,
    "before_id": None,
    "limit": 100,
    "platform": None,
    "category": None,
    "degree": None,
    "min_discount": None,
    "expiring_by": None,
}
WAYS = ("self", "friend", "circle", "follow", "direct")
DEGREES = {"self": 0, "friend": 1, "circle": 2, "follow": None, "direct": None}
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@many
@given(world=worlds())
def test_feeds_search_read_and_claim_show_exactly_what_the_domain_says(
    world: World, graph: Graph, cypher: Cypher
) -> None:
    build(cypher, world)
    for viewer in world.people:
        expected = world.ways(viewer)
        assert seen_in_feed(graph, viewer) == without_own(expected), viewer
        assert found(graph, viewer, lookups=["note*"]) == without_own(expected), viewer
        assert found(graph, viewer, lookups=[]) == without_own(expected), viewer
        assert seen_when_ranked(graph, viewer) == without_own(expected), viewer
        assert chosen_from(graph, viewer) == without_own(expected), viewer
        assert found_by_id(graph, world, viewer) == expected, viewer
        assert found_by_person(graph, world, viewer) == expected, viewer
        for offer in world.offers:
            way = expected.get(offer.id)
            assert read(graph, viewer, offer) == way, (viewer, offer)
            assert claim(graph, viewer, offer) == outcome(world, viewer, offer, way), (viewer, offer)


def without_own(expected: dict[str, str]) -> dict[str, str]:
    """My own shares are listed under /v1/me/shares; the feed is other people's."""
    return {share: way for share, way in expected.items() if way != "self"}


def outcome(world: World, viewer: str, offer: Offer, way: str | None) -> str:
    """What claiming answers, from the words of domain.md."""
    if not world.people[viewer].active:
        return "unauthenticated"
    if way is None:
        return "not_found"
    if way == "self":
        return "own_share"
    if viewer in offer.claimed_by - offer.returned_by:
        return "claimed"
    return "exhausted" if offer.taken >= offer.quota else "claimed"


def seen_in_feed(graph: Graph, viewer: str) -> dict[str, str]:
    rows = graph.rows(
        "circle/feed", session=f"{viewer}-session", now=NOW, include_exhausted=True, **EVERYTHING
    )
    items = rows[0]["items"] if rows else []
    assert all(item["degree"] == DEGREES[item["via"]] for item in items)
    assert len({item["id"] for item in items}) == len(items)
    return {item["id"]: item["via"] for item in items}


def found(graph: Graph, viewer: str, *, lookups: list[str]) -> dict[str, str]:
    """What a word that all notes have finds, over the index and without it."""
    asked = {**EVERYTHING, **searching.asked(words("note")), "lookups": lookups}
    asked |= {"as_of": NOW, "after": None, "after_id": None, "sort": "relevance"}
    for feeds_own in ("before", "before_id"):
        del asked[feeds_own]
    at = {"session": f"{viewer}-session", "now": NOW}
    rows = graph.rows("circle/search", **at, include_exhausted=True, **asked)
    items = rows[0]["found"] if rows else []
    cards = [row["card"] for row in graph.rows("circle/cards", **at, found=items)]
    assert [card["id"] for card in cards] == [item["id"] for item in items]
    assert all(card["degree"] == DEGREES[card["via"]] for card in cards)
    return {card["id"]: card["via"] for card in cards}


def seen_when_ranked(graph: Graph, viewer: str) -> dict[str, str]:
    """All pages, to the end."""
    items = [card for page in ranked_pages(graph, viewer, limit=20) for card in page["items"]]
    assert all(item["degree"] == DEGREES[item["via"]] for item in items)
    assert len({item["id"] for item in items}) == len(items)
    return {item["id"]: item["via"] for item in items}


def chosen_from(graph: Graph, viewer: str) -> dict[str, str]:
    """The candidates alone, which ask for no session."""
    rows = graph.rows("circle/candidates", me=viewer, now=NOW, as_of=NOW, limit=100, **FILTERS)
    return {row["id"]: WAYS[row["way"]] for row in rows}


def found_by_id(graph: Graph, world: World, viewer: str) -> dict[str, str]:
    """What may be kept, hidden or remembered as seen."""
    rows = graph.rows("shares/visible", me=viewer, shares=[offer.id for offer in world.offers], now=NOW)
    return {row["id"]: WAYS[row["way"]] for row in rows}


def found_by_person(graph: Graph, world: World, viewer: str) -> dict[str, str]:
    """What the lists of all who share hold."""
    page = {"before": None, "before_id": None, "limit": 100, "now": NOW}
    publishers = {offer.publisher for offer in world.offers}
    lists = [graph.rows("people/shares", me=viewer, user=user, **page) for user in publishers]
    return {share["id"]: WAYS[share["way"]] for rows in lists for row in rows for share in row["found"]}


def read(graph: Graph, viewer: str, offer: Offer) -> str | None:
    try:
        rows = graph.rows("shares/read", session=f"{viewer}-session", share=offer.id, now=NOW)
    except NotFound:
        return None
    return rows[0]["via"] if rows else None


class Undo(Exception):
    """Take back what a claim wrote, so that the next one starts from the same world."""


def claim(graph: Graph, viewer: str, offer: Offer) -> str:
    def attempt(unit: Unit) -> None:
        rows = unit.rows(
            "claims/claim",
            session=f"{viewer}-session",
            share=offer.id,
            claim=f"new-{viewer}-{offer.id}",
            code=f"CODE{viewer}{offer.id}",
            op=f"op-{viewer}-{offer.id}",
            now=NOW,
        )
        raise Undo("claimed" if rows else "unauthenticated")

    try:
        graph.transaction(attempt)
    except Undo as done:
        return str(done)
    except Problem as problem:
        return problem.code
    raise AssertionError("a claim always ends one way or the other")


def test_every_seeded_fault_still_fits_its_query() -> None:
    """`pytest -s tests/queries/faults/seeded.py` then shows that this oracle catches each."""
    queries, seeded = catalogue.load(ROOT / "cypher"), [*FAULTS, *SUGGESTIONS]
    assert all(fault.put_into(queries[fault.query]) != queries[fault.query] for fault in seeded)
