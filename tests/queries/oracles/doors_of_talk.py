"""The doors of talk, questions, reports, notices and wishes, and what the domain says of each."""

from collections.abc import Callable, Iterator

from service.graph.client import FIRST, Graph
from tests.queries.oracles.looks import PAGE, each, same, undone
from tests.queries.oracles.worlds import Offer, World
from tests.support.given import NOW


def talker(name: str) -> bool:
    """Whether somebody has a thread about every share of others."""
    return int(name[1:]) % 2 == 0


def ask(graph: Graph, world: World, viewer: str) -> str | None:
    def seen(offer: Offer) -> str | None:
        at = {"me": viewer, "share": offer.id, "question": f"new-{viewer}", "text": "?", "now": NOW}
        return undone(graph, "questions/ask", **at)

    def right(offer: Offer) -> str | None:
        return {None: "no row", "self": "own_share"}.get(world.way(viewer, offer))

    return each(world, viewer, seen, right)


def open_thread(graph: Graph, world: World, viewer: str) -> str | None:
    def seen(offer: Offer) -> str | None:
        return undone(graph, "threads/open", me=viewer, share=offer.id, thread=f"new-{viewer}", now=NOW)

    def right(offer: Offer) -> str | None:
        if not world.people[viewer].active:
            return "no row"
        way, friends = world.way(viewer, offer), world.befriended(viewer, offer.publisher)
        refused = {None: "not_found", "self": "own_share"}
        if not talker(viewer) and not friends:
            refused["follow"] = "questions_only"
        return refused.get(way)

    return each(world, viewer, seen, right)


def threads(graph: Graph, world: World, viewer: str) -> str | None:
    rows = graph.rows("threads/mine", me=viewer, thread=None, state=None, **PAGE, now=NOW)
    return same(viewer, "talks in", {row["id"] for row in rows}, set(talks(world, viewer)))


def thread(graph: Graph, world: World, viewer: str) -> str | None:
    every = [f"{offer.id}-{asker}" for offer in world.offers for asker in world.people]
    seen = {one for one in every if graph.rows("threads/see", me=viewer, thread=one, now=NOW)}
    return same(viewer, "sees", seen, set(talks(world, viewer)))


def talks(world: World, viewer: str) -> Iterator[str]:
    """The threads that `viewer` may look into: while their asker may see the share."""
    if world.people[viewer].active:
        for offer in world.offers:
            for asker in world.people:
                mine = viewer in {asker, offer.publisher} and asker != offer.publisher
                if mine and talker(asker) and world.way(asker, offer):
                    yield f"{offer.id}-{asker}"


def answered(graph: Graph, world: World, viewer: str) -> str | None:
    def seen(offer: Offer) -> bool:
        at = {"me": viewer, "share": offer.id, "question": None, "now": NOW}
        return bool(graph.rows("questions/list", **at, **FIRST))

    return each(world, viewer, seen, lambda offer: bool(world.way(viewer, offer)))


def report_share(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        knows = talker(viewer) or viewer == offer.publisher or viewer in offer.claimed_by
        return world.people[viewer].active and (knows or bool(world.way(viewer, offer)))

    return each(world, viewer, _reported(graph, viewer, "share", ""), right)


def report_question(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        own = offer.publisher == viewer and world.people[viewer].active
        return own or bool(world.way(viewer, offer))

    return each(world, viewer, _reported(graph, viewer, "question", "q-"), right)


def report_reply(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        return bool(world.way(viewer, offer))

    return each(world, viewer, _reported(graph, viewer, "reply", "r-"), right)


def _reported(graph: Graph, viewer: str, kind: str, prefix: str) -> Callable[[Offer], bool]:
    def seen(offer: Offer) -> bool:
        return bool(graph.rows(f"reports/{kind}", me=viewer, id=prefix + offer.id, now=NOW))

    return seen


def notices(graph: Graph, world: World, viewer: str) -> str | None:
    ask = {"streams": [{"id": "1", "session": f"{viewer}-session", "since": None}]}
    rows = graph.rows("notifications/out_of_sight", ask=ask, now=NOW)
    hidden = {key.rpartition(":")[2] for row in rows for key in row["keys"]}
    every = {offer.id for offer in world.offers} if world.people[viewer].active else set()
    return same(viewer, "misses", hidden, every - set(world.ways(viewer)))


def wish(graph: Graph, world: World, viewer: str) -> str | None:
    return _wishes(world, viewer, lambda wish: bool(graph.rows("wishes/asker", me=viewer, wish=wish)))


def report_wish(graph: Graph, world: World, viewer: str) -> str | None:
    return _wishes(world, viewer, lambda wish: bool(graph.rows("reports/wish", me=viewer, id=wish, now=NOW)))


def decline_wish(graph: Graph, world: World, viewer: str) -> str | None:
    return _wishes(
        world, viewer, lambda wish: undone(graph, "wishes/decline", me=viewer, wish=wish, now=NOW) is None
    )


def answer_wish(graph: Graph, world: World, viewer: str) -> str | None:
    """For the asker's circle the share is missing; for all others the wish is."""
    at = {"me": viewer, "share": "nothing", "op": f"op-{viewer}", "now": NOW}
    return _wishes(world, viewer, lambda wish: undone(graph, "wishes/answer", wish=wish, **at) == "not_found")


def _wishes(world: World, viewer: str, let_in: Callable[[str], bool]) -> str | None:
    """Who may meet: friends, or through a bridge; both there, no block, and not oneself."""
    me = world.people[viewer]
    for asker in world.people.values():
        parted = bool({(viewer, asker.id), (asker.id, viewer)} & world.blocks)
        joined = world.befriended(viewer, asker.id) or bool(world.bridges(me, asker))
        right = me.active and asker.active and viewer != asker.id and joined and not parted
        if let_in(f"wish-of-{asker.id}") != right:
            return f"{viewer} meets the wish of {asker.id}: {not right}, not {right}"
    return None
