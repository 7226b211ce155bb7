"""The doors that show shares or take a copy, and what the domain says of each."""

from service.circle import search as searching
from service.circle.words import words
from service.errors import NotFound
from service.graph.client import Graph
from tests.queries.oracles.looks import (
    FILTERS,
    PAGE,
    WAYS,
    all_seen,
    others_seen,
    same,
    undone,
    wrong_card,
    wrongly_listed,
)
from tests.queries.oracles.worlds import Offer, World
from tests.queries.test_trust import heard, known, right_to_know, voices
from tests.support.given import NOW


def feed(graph: Graph, world: World, viewer: str) -> str | None:
    at = {"session": f"{viewer}-session", "now": NOW, "include_exhausted": True}
    rows = graph.rows("circle/feed", **at, **PAGE, **FILTERS)
    items = rows[0]["items"] if rows else []
    return wrongly_listed(world, viewer, items) or wrong_card(world, viewer, items)


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
        if wrong := wrongly_listed(world, viewer, cards) or wrong_card(world, viewer, cards):
            return wrong
    return None


def candidates(graph: Graph, world: World, viewer: str) -> str | None:
    at = {"me": viewer, "now": NOW, "as_of": NOW, "limit": 100, "include_exhausted": True}
    rows = graph.rows("circle/candidates", **at, **FILTERS)
    sent = {offer.id: viewer in offer.sent_to for offer in world.offers}
    if any(row["sent"] != sent[row["id"]] for row in rows):
        return f"{viewer} is sent other shares than {rows}"
    return others_seen(world, viewer, {row["id"]: WAYS[row["way"]] for row in rows})


def visible(graph: Graph, world: World, viewer: str) -> str | None:
    rows = graph.rows("shares/visible", me=viewer, shares=[offer.id for offer in world.offers], now=NOW)
    return all_seen(world, viewer, {row["id"]: WAYS[row["way"]] for row in rows})


def person(graph: Graph, world: World, viewer: str) -> str | None:
    publishers = {offer.publisher for offer in world.offers}
    lists = [graph.rows("people/shares", me=viewer, user=user, **PAGE, now=NOW) for user in publishers]
    return all_seen(
        world, viewer, {one["id"]: WAYS[one["way"]] for rows in lists for row in rows for one in row["items"]}
    )


def shop(graph: Graph, world: World, viewer: str) -> str | None:
    """Every share of a world is of one shop."""
    rows = graph.rows("shops/read", me=viewer, shop="w-shop", **PAGE, now=NOW)
    items = rows[0]["items"] if rows else []
    publishers = {offer.publisher for offer in world.offers if offer.id in {item["id"] for item in items}}
    if rows and rows[0]["recommenders"] != len(publishers):
        return f"{viewer} reads {rows[0]['recommenders']} recommenders, not {publishers}"
    return wrongly_listed(world, viewer, items) or wrong_card(world, viewer, items)


def own(graph: Graph, world: World, viewer: str) -> str | None:
    """My own shares, whatever became of them, with the copies left and taken."""
    rows = graph.rows("shares/mine", me=viewer, share=None, **PAGE, now=NOW)
    seen = {row["share"]["id"]: (row["share"]["remaining"], row["share"]["claims"]) for row in rows}
    mine = [offer for offer in world.offers if offer.publisher == viewer]
    return same(viewer, "owns", seen, {one.id: (one.quota - one.taken, one.taken) for one in mine})


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
        if wrong := wrong_card(world, viewer, shares):
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


def stream(graph: Graph, world: World, viewer: str) -> str | None:
    since = NOW.replace(year=2020)
    ask = {"streams": [{"id": "1", "user": viewer, "since": since}]}
    rows = graph.rows("events/shares", ask=ask, since=since, now=NOW)
    seen = {share["id"] for row in rows for share in row["shares"]}
    return same(
        viewer, "hears of", seen, {share for share, way in world.ways(viewer).items() if way != "self"}
    )
