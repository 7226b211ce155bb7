"""People who see a share can open a thread about it, nobody else; only its two people see the thread."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as holds

from service.actions import threads
from service.errors import NotFound, Problem
from service.graph.client import FIRST, Graph, Unit
from tests.queries.oracles.worlds import Offer, World, build, worlds
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PAGE: dict[str, Any] = {"thread": None, "state": None, "before": None, "before_id": None, "limit": 100}


@pytest.mark.unchecked
@few
@holds(world=worlds())
def test_exactly_the_people_who_see_a_share_open_threads_and_read_questions(
    world: World, graph: Graph, cypher: Cypher
) -> None:
    build(cypher, world)
    for viewer in world.people:
        for offer in world.offers:
            assert opened(graph, viewer, offer) == outcome(world, viewer, offer), (viewer, offer)
            at = {"me": viewer, "now": NOW}
            seen = world.way(viewer, offer) is not None
            listed = graph.rows("questions/list", share=offer.id, question=None, **at, **FIRST)
            assert bool(listed) == seen, (viewer, offer)
            known = seen or viewer in offer.claimed_by or viewer == offer.publisher
            reported = graph.rows("reports/share", id=offer.id, **at)
            assert bool(reported) == (known and world.people[viewer].active), (viewer, offer)


@pytest.mark.unchecked
@few
@holds(world=worlds())
def test_a_thread_is_seen_by_its_two_people_while_the_asker_may_see_the_share(
    world: World, graph: Graph, cypher: Cypher
) -> None:
    """Old threads: everybody has asked about every share."""
    build(cypher, world)
    cypher.rows(
        """
        MATCH (publisher:World:User)-[:PUBLISHED]->(share:Share), (asker:World:User)
        WHERE asker <> publisher
        CREATE (asker)-[:TALKS_IN {asks: true}]->(thread:World:Thread {id: share.id + ':' + asker.id,
          key: share.id + ':' + asker.id, opened_at: $now, newest_at: $now, accepted_at: $now})
        CREATE (publisher)-[:TALKS_IN {asks: false}]->(thread)-[:ABOUT]->(share)
        CREATE (asker)-[:WROTE]->(:World:Message {id: thread.id, text: '?', at: $now})-[:IN]->(thread)
        """,
        now=NOW,
    )
    threads = [(offer, asker) for offer in world.offers for asker in world.people if asker != offer.publisher]
    shown = [(offer.publisher, asker, offer.id) for offer, asker in threads if world.way(asker, offer)]
    for person in world.people:
        expected = {f"{share}:{asker}" for publisher, asker, share in shown if person in {publisher, asker}}
        assert {row["id"] for row in graph.rows("threads/mine", me=person, now=NOW, **PAGE)} == expected
        for thread in (f"{offer.id}:{asker}" for offer in world.offers for asker in world.people):
            assert bool(graph.rows("threads/see", me=person, thread=thread, now=NOW)) == (thread in expected)


@pytest.mark.unchecked  # threads drawn bare
def test_a_page_of_threads_reads_little_more_than_it_shows(
    given: Given, graph: Graph, cypher: Cypher
) -> None:
    given("(bob)", shares={"bob": "kettle"})
    cypher.rows(
        """
        MATCH (bob:User {id: 'bob'})-[:PUBLISHED]->(share:Share)
        UNWIND range(1, 400) AS n
        CREATE (asker:User:Active {id: 'u' + n})-[:FRIEND]->(bob)
        CREATE (asker)-[:TALKS_IN {asks: true}]->(thread:Thread {id: 't' + n, accepted_at: $now})
        SET thread.newest_at = $now + duration({minutes: n})
        CREATE (bob)-[:TALKS_IN {asks: false}]->(thread)-[:ABOUT]->(share)
        CREATE (asker)-[:WROTE]->(:Message {id: 'm' + n, text: '?', at: $now})-[:IN]->(thread)
        """,
        now=NOW,
    )
    query, page = graph.catalogue["threads/mine"].text, {**PAGE, "me": "bob", "now": NOW}
    hits = [cypher.hits(query, {**page, "limit": limit}) for limit in (21, 401)]
    assert hits[0] < hits[1] / 4


def outcome(world: World, viewer: str, offer: Offer) -> str:
    """The right answer to opening a thread, from the words of domain.md."""
    way = world.way(viewer, offer)
    if way is None:
        return "not_found"
    if way == "self":
        return "own_share"
    if world.befriended(viewer, offer.publisher):
        return "accepted"
    return "questions_only" if way == "follow" else "requested"


class Undo(Exception):
    """Roll back an opened thread, so that the next attempt starts in the same world."""


def opened(graph: Graph, viewer: str, offer: Offer) -> str:
    def attempt(unit: Unit) -> None:
        message = f"{viewer}-{offer.id}"
        row = threads.open_(unit, viewer, offer.id, message=message, text="?", op=f"op-{message}", now=NOW)
        raise Undo(row["state"])

    try:
        graph.transaction(attempt)
    except Undo as done:
        return str(done)
    except NotFound:
        return "not_found"
    except Problem as problem:
        return problem.code
    raise AssertionError("an attempt always ends one way or the other")
