"""How a door is compared with a world: each function returns the first difference in words, or None."""

from collections.abc import Callable
from typing import Any

from service.errors import Problem
from service.graph.client import Graph, Row, Unit
from tests.queries.oracles.worlds import Offer, World

Door = Callable[[Graph, World, str], str | None]
Seen = dict[str, str]
PAGE: Row = {"before": None, "before_id": None, "limit": 100}
FILTERS: Row = dict.fromkeys(("platform", "category", "degree", "min_discount", "expiring_by"))
WAYS = ("self", "friend", "circle", "follow", "direct")
DEGREES = {"self": 0, "friend": 1, "circle": 2, "follow": None, "direct": None}


class Undo(Exception):
    """Take back what a door wrote, so that the next one opens on the same world."""


def undone(graph: Graph, query: str, **parameters: object) -> str | None:
    """What a write refuses, or `no row`, or None when it would be done; nothing stays written."""

    def attempt(unit: Unit) -> None:
        raise Undo(None if unit.rows(query, **parameters) else "no row")

    try:
        graph.transaction(attempt)
    except Undo as done:
        return None if done.args[0] is None else str(done)
    except Problem as problem:
        return problem.code
    raise AssertionError("a write always ends one way or the other")


def each(
    world: World, viewer: str, seen: Callable[[Offer], Any], right: Callable[[Offer], Any]
) -> str | None:
    for offer in world.offers:
        one, other = seen(offer), right(offer)
        if one != other:
            return f"{viewer} gets {one} of {offer.id}, not {other}"
    return None


def same(viewer: str, does: str, seen: object, right: object) -> str | None:
    return None if seen == right else f"{viewer} {does} {seen}, not {right}"


def all_seen(world: World, viewer: str, seen: Seen) -> str | None:
    return same(viewer, "is shown", seen, world.ways(viewer))


def others_seen(world: World, viewer: str, seen: Seen) -> str | None:
    """My own shares are listed under /v1/me/shares; a feed is other people's."""
    right = {share: way for share, way in world.ways(viewer).items() if way != "self"}
    return same(viewer, "is shown", seen, right)


def wrongly_listed(world: World, viewer: str, cards: list[Row]) -> str | None:
    if len({card["id"] for card in cards}) < len(cards):
        return f"{viewer} is shown a share twice"
    return others_seen(world, viewer, {card["id"]: card["via"] for card in cards})


def wrong_card(world: World, viewer: str, cards: list[Row]) -> str | None:
    """What differs on a card from the words of domain.md."""
    offers = {offer.id: offer for offer in world.offers}
    for card in cards:
        offer = offers[card["id"]]
        me, publisher = world.people[viewer], world.people[offer.publisher]
        bridges = world.bridges(me, publisher)
        named = sorted(bridge for bridge in bridges if world.people[bridge].named)
        right: Row = {
            "remaining": offer.quota - offer.taken,
            "degree": DEGREES[card["via"]],
            "claimed": f"{offer.id}-{viewer}" if viewer in offer.claimed_by - offer.returned_by else None,
        }
        if card["via"] in {"friend", "circle"} and offer.audience != "friends":
            right |= {"mutual_count": len(bridges), "bridges": named[:3]}
        seen = {**card, "bridges": [bridge["id"] for bridge in card["bridges"]]}
        for name, value in right.items():
            if seen[name] != value:
                return f"{viewer} reads {name} {seen[name]} on {offer.id}, not {value}"
    return None
