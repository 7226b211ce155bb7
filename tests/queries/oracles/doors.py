"""Every door that shows or takes something of a share, and what the domain says of each.

A door is a query that uses parts/sight or parts/circle. `DOORS` has a function for each: it returns the first
thing that the door shows or does wrongly to one person of a world, in words, or None.
"""

from collections.abc import Callable, Iterator
from typing import Any

from service.circle import search as searching
from service.circle.words import words
from service.errors import NotFound, Problem
from service.graph.client import FIRST, Graph, Row, Unit
from tests.queries.oracles.worlds import Offer, World, build
from tests.queries.test_trust import heard, known, right_to_know, voices
from tests.support.cypher import Cypher
from tests.support.given import NOW

Door = Callable[[Graph, World, str], str | None]
Seen = dict[str, str]
PAGE: Row = {"before": None, "before_id": None, "limit": 100}
FILTERS: Row = dict.fromkeys(("platform", "category", "degree", "min_discount", "expiring_by"))
WAYS = ("self", "friend", "circle", "follow", "direct")
DEGREES = {"self": 0, "friend": 1, "circle": 2, "follow": None, "direct": None}
FURNITURE = """
MATCH (publisher:World:User)-[:PUBLISHED]->(share:World:Share), (reader:World:User)
MERGE (question:World:Question {id: 'q-' + share.id})
  ON CREATE SET question += {text: '?', at: $now, answer: '!', answered_at: $now}
MERGE (question)-[:ABOUT]->(share)
MERGE (reply:World:Reply {id: 'r-' + share.id}) ON CREATE SET reply += {text: 'thanks', at: $now}
MERGE (reply)-[:TO]->(share)
MERGE (shopkeeper:World:User {id: 'shopkeeper'})
MERGE (shopkeeper)-[:REPLIED]->(reply)
MERGE (notice:World:Notification {key: reader.id + ':coupon_received:' + share.id})
  ON CREATE SET notice += {kind: 'coupon_received', count: 1, newest_at: $now}
MERGE (reader)-[:TOLD]->(notice)
MERGE (notice)-[:ABOUT]->(share)
WITH publisher, share, reader WHERE reader <> publisher AND reader.id IN $talkers
MERGE (thread:World:Thread {id: share.id + '-' + reader.id})
  ON CREATE SET thread.key = share.id + ':' + reader.id,
    thread += {opened_at: $now, newest_at: $now, accepted_at: $now}
MERGE (reader)-[:TALKS_IN {asks: true}]->(thread)
MERGE (publisher)-[:TALKS_IN {asks: false}]->(thread)
MERGE (thread)-[:ABOUT]->(share)
"""


def furnish(cypher: Cypher, world: World) -> None:
    """Store `world`; in better days everybody got a notice of every share, and half asked about it."""
    build(cypher, world)
    cypher.rows(FURNITURE, now=NOW, talkers=[name for name in world.people if talker(name)])


def talker(name: str) -> bool:
    """Whether somebody has a thread about every share of others."""
    return int(name[1:]) % 2 == 0


def feed(graph: Graph, world: World, viewer: str) -> str | None:
    at = {"session": f"{viewer}-session", "now": NOW, "include_exhausted": True}
    rows = graph.rows("circle/feed", **at, **PAGE, **FILTERS)
    items = rows[0]["items"] if rows else []
    return _listed(world, viewer, items) or _cards(world, viewer, items)


def search(graph: Graph, world: World, viewer: str) -> str | None:
    """What a word that all notes have returns, without the index and over it."""
    at = {"session": f"{viewer}-session", "now": NOW}
    for lookups in ([], ["note*"]):
        request = {
            **searching.parameters(words("note")),
            "lookups": lookups,
            "sort": "relevance",
            "as_of": NOW,
        }
        start = {"after": None, "after_id": None, "limit": 100, "include_exhausted": True}
        rows = graph.rows("circle/search", **at, **request, **start, **FILTERS)
        hits = rows[0]["hits"] if rows else []
        cards = [row["card"] for row in graph.rows("circle/cards", **at, visible=hits)]
        if [card["id"] for card in cards] != [hit["id"] for hit in hits]:
            return f"{viewer} finds what has no card for them"
        if wrong := _listed(world, viewer, cards) or _cards(world, viewer, cards):
            return wrong
    return None


def candidates(graph: Graph, world: World, viewer: str) -> str | None:
    at = {"me": viewer, "now": NOW, "as_of": NOW, "limit": 100, "include_exhausted": True}
    rows = graph.rows("circle/candidates", **at, **FILTERS)
    sent = {offer.id: viewer in offer.sent_to for offer in world.offers}
    if any(row["sent"] != sent[row["id"]] for row in rows):
        return f"{viewer} is sent other shares than {rows}"
    return _others(world, viewer, {row["id"]: WAYS[row["way"]] for row in rows})


def visible(graph: Graph, world: World, viewer: str) -> str | None:
    rows = graph.rows("shares/visible", me=viewer, shares=[offer.id for offer in world.offers], now=NOW)
    return _all(world, viewer, {row["id"]: WAYS[row["way"]] for row in rows})


def person(graph: Graph, world: World, viewer: str) -> str | None:
    publishers = {offer.publisher for offer in world.offers}
    lists = [graph.rows("people/shares", me=viewer, user=user, **PAGE, now=NOW) for user in publishers]
    return _all(
        world, viewer, {one["id"]: WAYS[one["way"]] for rows in lists for row in rows for one in row["items"]}
    )


def read(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        try:
            rows = graph.rows("shares/read", session=f"{viewer}-session", share=offer.id, now=NOW)
        except NotFound:
            rows = []
        shares = [row["share"] for row in rows]
        way, seen = world.way(viewer, offer), shares[0]["via"] if shares else None
        if seen != way:
            return f"{viewer} reads {offer.id} by {seen}, not {way}"
        if shares and (shares[0]["reason"] or "claimed") != (right := claiming(world, viewer, offer)):
            return f"{viewer} may claim {offer.id}: {shares[0]['reason']}, not {right}"
        if wrong := _cards(world, viewer, shares):
            return wrong
    return None


def claim(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        one = f"{viewer}-{offer.id}"
        more = {"claim": f"new-{one}", "code": f"CODE{one}", "op": f"op-{one}"}
        at = {"session": f"{viewer}-session", "share": offer.id, "now": NOW}
        seen = undone(graph, "claims/claim", **at, **more) or "claimed"
        if not world.people[viewer].active:
            seen = "not_found" if seen == "no row" else seen
        if seen != (right := claiming(world, viewer, offer)):
            return f"{viewer} claims {offer.id}: {seen}, not {right}"
    return None


def claiming(world: World, viewer: str, offer: Offer) -> str:
    """What claiming answers, from the words of domain.md."""
    way = world.way(viewer, offer)
    if way is None:
        return "not_found"
    if way == "self":
        return "own_share"
    if viewer in offer.claimed_by - offer.returned_by:
        return "claimed"
    return "exhausted" if offer.taken >= offer.quota else "claimed"


def trust(graph: Graph, world: World, viewer: str) -> str | None:
    for offer in world.offers:
        right, seen = right_to_know(world, viewer, offer), known(graph, viewer, offer)
        if seen != right:
            return f"{viewer} reads {seen} of {offer.id}, not {right}"
    return None


def recommenders(graph: Graph, world: World, viewer: str) -> str | None:
    for share in [*world.ways(viewer)][:1]:
        right, seen = voices(world, viewer), heard(graph, viewer, share)
        if seen != right:
            return f"{viewer} hears {seen}, not {right}"
    return None


def ask(graph: Graph, world: World, viewer: str) -> str | None:
    def seen(offer: Offer) -> str | None:
        at = {"me": viewer, "share": offer.id, "question": f"new-{viewer}", "text": "?", "now": NOW}
        return undone(graph, "questions/ask", **at)

    def right(offer: Offer) -> str | None:
        return {None: "no row", "self": "own_share"}.get(world.way(viewer, offer))

    return _each(world, viewer, seen, right)


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

    return _each(world, viewer, seen, right)


def threads(graph: Graph, world: World, viewer: str) -> str | None:
    rows = graph.rows("threads/mine", me=viewer, thread=None, state=None, **PAGE, now=NOW)
    return _same(viewer, "talks in", {row["id"] for row in rows}, set(talks(world, viewer)))


def thread(graph: Graph, world: World, viewer: str) -> str | None:
    every = [f"{offer.id}-{asker}" for offer in world.offers for asker in world.people]
    seen = {one for one in every if graph.rows("threads/see", me=viewer, thread=one, now=NOW)}
    return _same(viewer, "sees", seen, set(talks(world, viewer)))


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

    return _each(world, viewer, seen, lambda offer: bool(world.way(viewer, offer)))


def report_share(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        knows = talker(viewer) or viewer == offer.publisher or viewer in offer.claimed_by
        return world.people[viewer].active and (knows or bool(world.way(viewer, offer)))

    return _each(world, viewer, _reported(graph, viewer, "share", ""), right)


def report_question(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        own = offer.publisher == viewer and world.people[viewer].active
        return own or bool(world.way(viewer, offer))

    return _each(world, viewer, _reported(graph, viewer, "question", "q-"), right)


def report_reply(graph: Graph, world: World, viewer: str) -> str | None:
    def right(offer: Offer) -> bool:
        return bool(world.way(viewer, offer))

    return _each(world, viewer, _reported(graph, viewer, "reply", "r-"), right)


def stream(graph: Graph, world: World, viewer: str) -> str | None:
    since = NOW.replace(year=2020)
    ask = {"streams": [{"id": "1", "user": viewer, "since": since}]}
    rows = graph.rows("events/shares", ask=ask, since=since, now=NOW)
    seen = {share["id"] for row in rows for share in row["shares"]}
    return _same(
        viewer, "hears of", seen, {share for share, way in world.ways(viewer).items() if way != "self"}
    )


def notices(graph: Graph, world: World, viewer: str) -> str | None:
    ask = {"streams": [{"id": "1", "session": f"{viewer}-session", "since": None}]}
    rows = graph.rows("notifications/out_of_sight", ask=ask, now=NOW)
    hidden = {key.rpartition(":")[2] for row in rows for key in row["keys"]}
    every = {offer.id for offer in world.offers} if world.people[viewer].active else set()
    return _same(viewer, "misses", hidden, every - set(world.ways(viewer)))


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


def _reported(graph: Graph, viewer: str, kind: str, prefix: str) -> Callable[[Offer], bool]:
    def seen(offer: Offer) -> bool:
        return bool(graph.rows(f"reports/{kind}", me=viewer, id=prefix + offer.id, now=NOW))

    return seen


def _each(
    world: World, viewer: str, seen: Callable[[Offer], Any], right: Callable[[Offer], Any]
) -> str | None:
    for offer in world.offers:
        one, other = seen(offer), right(offer)
        if one != other:
            return f"{viewer} gets {one} of {offer.id}, not {other}"
    return None


def _same(viewer: str, does: str, seen: object, right: object) -> str | None:
    return None if seen == right else f"{viewer} {does} {seen}, not {right}"


def _all(world: World, viewer: str, seen: Seen) -> str | None:
    return _same(viewer, "is shown", seen, world.ways(viewer))


def _others(world: World, viewer: str, seen: Seen) -> str | None:
    """My own shares are listed under /v1/me/shares; a feed is other people's."""
    right = {share: way for share, way in world.ways(viewer).items() if way != "self"}
    return _same(viewer, "is shown", seen, right)


def _listed(world: World, viewer: str, cards: list[Row]) -> str | None:
    if len({card["id"] for card in cards}) < len(cards):
        return f"{viewer} is shown a share twice"
    return _others(world, viewer, {card["id"]: card["via"] for card in cards})


def _cards(world: World, viewer: str, cards: list[Row]) -> str | None:
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


DOORS: dict[str, Door] = {
    "circle/feed": feed,
    "circle/candidates": candidates,
    "circle/search": search,
    "trust/voices": recommenders,
    "shares/read": read,
    "shares/visible": visible,
    "claims/claim": claim,
    "people/shares": person,
    "trust/share": trust,
    "questions/ask": ask,
    "questions/list": answered,
    "threads/open": open_thread,
    "threads/mine": threads,
    "threads/see": thread,
    "reports/share": report_share,
    "reports/question": report_question,
    "reports/reply": report_reply,
    "events/shares": stream,
    "notifications/out_of_sight": notices,
}
