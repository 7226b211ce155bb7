"""A trust path is told of what one may see, and counts what an oracle written from the domain counts."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.errors import NotFound
from service.graph.client import Graph
from tests.cypher import Cypher
from tests.given import NOW
from tests.queries.worlds import Offer, World, build, worlds

many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@many
@given(world=worlds())
def test_a_trust_path_tells_what_the_viewer_may_know(world: World, graph: Graph, cypher: Cypher) -> None:
    build(cypher, world)
    for viewer in world.people:
        visible = [offer for offer in world.offers if world.way(viewer, offer)]
        for offer in world.offers:
            assert known(graph, viewer, offer) == expected(world, viewer, offer, visible), (viewer, offer)
        for offer in visible[:1]:
            found = graph.one("trust/voices", viewer=viewer, share=offer.id, now=NOW)
            assert found == voices(world, viewer, visible), viewer


def known(graph: Graph, viewer: str, offer: Offer) -> int | str:
    """How many friends know the sharer, or why that is not told."""
    try:
        rows = graph.rows("trust/share", session=f"{viewer}-session", share=offer.id, now=NOW)
    except NotFound:
        return "not_found"
    for row in rows:
        assert (row["circle_buyers"], row["share_buyers"]) == (None, None)
    return int(rows[0]["friends_who_know"]) if rows else "unauthenticated"


def expected(world: World, viewer: str, offer: Offer, visible: list[Offer]) -> int | str:
    """The same from the words of the domain."""
    me, publisher = world.people[viewer], world.people[offer.publisher]
    if not me.active:
        return "unauthenticated"
    if offer not in visible:
        return "not_found"
    return len(world.bridges(me, publisher)) if me != publisher else 0


def voices(world: World, viewer: str, visible: list[Offer]) -> dict[str, int]:
    """Recommenders but me, and the groups that friendships among those who bridge make of them."""
    people = {offer.publisher for offer in visible} - {viewer}
    apart, groups = set(people), 0
    while apart:
        groups += 1
        reached = {apart.pop()}
        while reached:
            one = reached.pop()
            near = {other for other in apart if joined(world, one, other)}
            apart -= near
            reached |= near
    return {"recommenders": len(people), "independent": groups}


def joined(world: World, one: str, other: str) -> bool:
    bridges = world.people[one].bridges and world.people[other].bridges
    return bridges and world.befriended(one, other)
