"""Creators outside the circle: the list, its order and its facts."""

from typing import Any

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker


def shown(of: Person, user: str) -> list[tuple[str, str]]:
    """The visible shares of a person, and the way to each."""
    return [(item["id"], item["via"]) for item in of.get(f"/v1/users/{user}/shares").json["items"]]


def listed(of: Person, query: str = "") -> list[str]:
    """The creators in the list of `of`, in order."""
    return [item["id"] for item in of.get(f"/v1/creators{query}").json["items"]]


def test_creators_are_found_by_what_they_share_with_everybody(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(ivy:Creator) (joy:Creator) (kit:Creator) (eve)")
    for hours, line in enumerate(
        ["kit pot kitchen", "ivy lamp furniture", "ivy cup tea", "joy pan kitchen", "ivy bowl tea"]
    ):
        who, word, category = line.split()
        at = NOW - DAY + hours * DAY / 24
        given.share(who, word, audience="public", category=category, published_at=at)
    ada = person("ada")
    assert ada.put("/v1/me/follows/kit").status_code == 204
    items, cursor = [], ""
    for _ in range(3):
        page = ada.get(f"/v1/creators?limit=1{cursor}").json
        items += page["items"]
        cursor = f"&cursor={page['next_cursor']}"
    assert page["next_cursor"] is None
    assert [item["id"] for item in items] == ["ivy", "joy", "kit"]
    ivy = items[0]
    assert [category["id"] for category in ivy["categories"]] == ["tea", "furniture"]
    assert (ivy["shares"], ivy["last_published_at"]) == (3, "2029-12-31T04:00:00Z")
    assert (ivy["viewer"]["degree"], ivy["viewer"]["mutual_count"]) == (2, 1)
    assert [item["viewer"]["follows"] for item in items] == [False, False, True]
    assert listed(ada, "?category=kitchen") == ["joy", "kit"]
    assert listed(ada, "?category=furniture") == ["ivy"]
    assert listed(ada, "?category=pets") == []
    assert listed(person("ivy")) == ["joy", "kit"]
    # In the list, but their shares stay invisible before a follow.
    assert (shown(ada, "joy"), shown(ada, "kit")) == ([], [("kit-pot", "follow")])


def test_only_creators_who_wish_it_and_may_be_met_are_found(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:BLOCKS]->(foe:Creator) (bar:Creator)-[:BLOCKS]->(ada) (ivy:Creator) (joy:Creator) (bob)")
    given("(gone:Creator:Deactivated) (out:Creator:Suspended) (hid:Creator) (kit:Creator)")
    for name in ("foe", "bar", "ivy", "joy", "bob", "gone", "out", "hid"):
        given.share(name, f"{name}pot", audience="public")
    cypher.rows("MATCH (hid:User {id: 'hid'}) SET hid.discoverable = false")
    ada = person("ada")
    assert listed(ada) == ["ivy", "joy"]
    ada.put("/v1/me/mutes/ivy", {})
    assert listed(ada) == ["joy"]
    ada.delete("/v1/me/mutes/ivy")
    person("joy").put("/v1/me/blocks/ada")
    assert listed(ada) == ["ivy"]
    cypher.rows("MATCH (ivy:User {id: 'ivy'}) REMOVE ivy:Creator")
    assert listed(ada) == []


def test_what_is_not_public_now_changes_nothing_that_is_told(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(ivy:Creator) (joy:Creator)-[:FRIEND]->(bob) (kit:Creator) (eve)")
    given.share("joy", "cup", audience="public", category="tea", published_at=NOW - 2 * DAY)
    given.share("ivy", "pot", audience="public", published_at=NOW - 3 * DAY)
    ada, eve = person("ada"), person("eve")
    paths = ["/v1/creators", *(f"/v1/creators?category={word}" for word in ("kitchen", "pets"))]
    before = [of.get(path).json for of in (ada, eve) for path in paths]
    late: dict[str, Any] = {"published_at": NOW - DAY, "category": "pets"}
    for who in ("ivy", "kit"):
        for audience in ("friends", "circle", "direct"):
            given.share(who, f"{who}{audience}", audience=audience, **late)
        for past in ("withdrawn_at", "held_at", "removed_at"):
            given.share(who, f"{who}{past[:4]}", audience="public", **{**late, past: NOW})
        given.share(who, f"{who}over", audience="public", claim_by=NOW, **late)
        given.share(who, f"{who}soon", audience="public", **{**late, "published_at": NOW + DAY})
        given.share(who, f"{who}void", audience="public", **late)
        given.send(f"{who}-{who}direct", "ada")
    cypher.rows(
        "MATCH (c:Coupon)<-[:OFFERS]-(share) WHERE c.id ENDS WITH 'void-coupon' "
        "SET c.revoked_at = $now, share.withdrawn_at = $now REMOVE share:Live",
        now=NOW,
    )
    assert [of.get(path).json for of in (ada, eve) for path in paths] == before
    assert [item["id"] for item in before[0]["items"]] == ["joy", "ivy"]


def test_the_creators_are_where_a_search_for_them_begins(graph: Graph, cypher: Cypher) -> None:
    query = graph.catalogue["creators/list"]
    steps = cypher.plan(query.text, dict(query.example))
    scans = [step for step in steps if "Scan" in step.split()[0]]
    assert scans == ["NodeByLabelScan creator:Creator"]
    assert not [step for step in steps if step.startswith("Expand(All)") and "FOLLOWS" in step]
