"""A trust path exists for visible shares only, and its counts agree with an oracle of the domain."""

import pytest
from hypothesis import HealthCheck, given, settings

from service.errors import NotFound
from service.graph.client import Graph
from tests.queries.oracles.worlds import SMALL, Offer, World, build, worlds
from tests.support.cypher import Cypher
from tests.support.given import NOW

many = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.unchecked
@pytest.mark.usefixtures("small_groups")
@many
@given(world=worlds())
def test_a_trust_path_shows_exactly_the_counts_for_the_viewer(
    world: World, graph: Graph, cypher: Cypher
) -> None:
    build(cypher, world)
    for viewer in world.people:
        for offer in world.offers:
            assert known(graph, viewer, offer) == right_to_know(world, viewer, offer), (viewer, offer)
        for share in [*world.ways(viewer)][:1]:
            assert heard(graph, viewer, share) == voices(world, viewer), viewer


def known(graph: Graph, viewer: str, offer: Offer) -> int | str:
    """The number of friends who know the sharer, or the reason of a refusal."""
    try:
        rows = graph.rows("trust/share", session=f"{viewer}-session", share=offer.id, now=NOW)
    except NotFound:
        return "not_found"
    for row in rows:
        assert (row["circle_buyers"], row["share_buyers"]) == (None, None)
    return int(rows[0]["friends_who_know"]) if rows else "unauthenticated"


def heard(graph: Graph, viewer: str, share: str) -> dict[str, int | None]:
    """The number of recommenders of the share's product, and of their groups."""
    return graph.one("trust/voices", me=viewer, share=share, now=NOW)


def right_to_know(world: World, viewer: str, offer: Offer) -> int | str:
    """The right answer of `known`, from the words of the domain."""
    me, publisher = world.people[viewer], world.people[offer.publisher]
    if not me.active:
        return "unauthenticated"
    if not world.way(viewer, offer):
        return "not_found"
    return len(world.bridges(me, publisher)) if me != publisher else 0


def voices(world: World, viewer: str) -> dict[str, int | None]:
    """The recommenders except the viewer, and their groups, joined by friendships between bridges.

    The number of groups is shown for enough recommenders, or if all of them allow their names.
    """
    seen = world.ways(viewer)
    people = {offer.publisher for offer in world.offers if offer.id in seen} - {viewer}
    shown = len(people) in {0, 1, *range(SMALL, 9)} or all(world.people[one].named for one in people)
    return {"recommenders": len(people), "independent": groups(world, people) if shown else None}


def groups(world: World, people: set[str]) -> int:
    """The number of connected components of `people`."""
    apart, count = set(people), 0
    while apart:
        count += 1
        reached = {apart.pop()}
        while reached:
            one = reached.pop()
            near = {other for other in apart if joined(world, one, other)}
            apart -= near
            reached |= near
    return count


def joined(world: World, one: str, other: str) -> bool:
    bridges = world.people[one].bridges and world.people[other].bridges
    return bridges and world.befriended(one, other)
