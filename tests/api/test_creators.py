"""Creators: verification, followers, and the shares that followers see."""

from typing import Any

import pytest

from service.actions import shares
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."
WHY = "She is who she says she is"


def act(admin: Person, action: str, user: str = "ivy") -> Answer:
    """An act of an admin on a person."""
    body = {"kind": "user", "id": user, "action": action, "reason": WHY}
    return admin.post("/v1/admin/actions", body, Idempotency_Key=f"{action} {user}")


def shown(of: Person, user: str = "ivy") -> list[tuple[str, str]]:
    """The visible shares of a person, and the way to each."""
    return [(item["id"], item["via"]) for item in of.get(f"/v1/users/{user}/shares").json["items"]]


def test_an_admin_verifies_a_creator_with_a_reason_and_takes_it_back(
    given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    given("(amy:Admin) (ivy)-[:FRIEND]->(eve) (bob)")
    given.coupon("ivy", "kettle")
    amy, ivy, bob, eve = (person(name) for name in ("amy", "ivy", "bob", "eve"))
    assert bob.put("/v1/me/follows/ivy").json["code"] == "not_creator"
    assert act(bob, "verify").status_code == 403
    assert act(amy, "verify").json["kind"] == "verify_user"
    assert ivy.get("/v1/me").json["roles"] == ["creator"]
    assert bob.get("/v1/users/ivy").json["creator"] is True
    assert bob.put("/v1/me/follows/ivy").status_code == 204
    draft = {"coupon_id": "ivy-kettle-coupon", "note": NOTE, "audience": "public"}
    share = ivy.post("/v1/shares", draft, Idempotency_Key="k").json
    assert (shown(bob), shown(eve)) == ([(share["id"], "follow")], [(share["id"], "friend")])

    clock.forward(seconds=1)
    assert act(amy, "unverify").json["kind"] == "unverify_user"
    assert (shown(bob), shown(eve)) == ([], [(share["id"], "friend")])
    assert bob.get(f"/v1/shares/{share['id']}").status_code == 404
    assert bob.get("/v1/circle").json["items"] == []
    items = ivy.get("/v1/me/actions").json["items"]
    assert [(item["kind"], item["reason"]) for item in items] == [
        ("unverify_user", WHY),
        ("verify_user", WHY),
    ]
    audit = "MATCH (:User {id: 'amy'})-[:TOOK]->(act)-[:ON]->(:User {id: 'ivy'}) RETURN count(act)"
    assert cypher.value(audit) == 2
    appeal = ivy.post(f"/v1/actions/{items[0]['id']}/appeal", {"text": "I am."}, Idempotency_Key="a").json[
        "id"
    ]
    body = {"action": "verify", "reason": WHY}
    assert amy.post(f"/v1/admin/reports/{appeal}/resolve", body, Idempotency_Key="r").status_code == 200
    assert shown(bob) == [(share["id"], "follow")]


def test_creators_are_made_of_others_once(given: Given, person: PersonMaker) -> None:
    given("(amy:Admin) (ivy:Creator) (bob)")
    amy = person("amy")
    assert act(amy, "verify").json["code"] == act(amy, "unverify", "bob").json["code"] == "wrong_state"
    assert act(amy, "verify", "amy").json["code"] == "self"
    assert act(amy, "verify", "nobody").status_code == 404


def test_my_followers_are_listed_to_me_and_sent_away(given: Given, person: PersonMaker) -> None:
    given("(bob)-[:FOLLOWS]->(ivy:Creator)<-[:FOLLOWS]-(cy) (dee:Deactivated)-[:FOLLOWS]->(ivy)")
    given("(eve)-[:FOLLOWS]->(ivy)")
    ivy = person("ivy")
    seen, cursor = [], ""
    for _ in range(3):
        page = ivy.get(f"/v1/me/followers?limit=1{cursor}").json
        seen += [item["user_id"] for item in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert (seen, page["next_cursor"]) == (["bob", "cy", "eve"], None)
    assert person("bob").get("/v1/me/followers").json["items"] == []
    ivy.delete("/v1/me/followers/bob")
    person("cy").put("/v1/me/blocks/ivy")
    assert [item["user_id"] for item in ivy.get("/v1/me/followers").json["items"]] == ["eve"]
    assert person("bob").get("/v1/users/ivy").json["viewer"]["follows"] is False


def test_follows_show_what_is_public_and_bridge_nothing(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FOLLOWS]->(ivy:Creator)-[:FRIEND]->(eve) (fay)-[:FOLLOWS]->(ivy) (dee)-[:BLOCKS]->(ivy)")
    for audience in ("public", "circle", "friends"):
        given.share("ivy", audience, audience=audience)
    given.share("eve", "lamp")
    given.share("ada", "mug")
    assert shown(person("ada")) == [("ivy-public", "follow")]
    assert shown(person("eve")) == [(f"ivy-{word}", "friend") for word in ("circle", "friends", "public")]
    assert shown(person("ivy")) == [(f"ivy-{word}", "self") for word in ("circle", "friends", "public")]
    # A creator is no bridge: followers of ivy do not see each other through her.
    assert shown(person("ada"), "eve") == shown(person("fay"), "ada") == shown(person("eve"), "ada") == []
    assert person("fay").get("/v1/circle").json["items"][0]["id"] == "ivy-public"
    dee, absent = (person("dee").get(f"/v1/users/{user}/shares") for user in ("ivy", "absent"))
    assert dee.status_code == absent.status_code == 404
    assert dee.data == absent.data


def test_shares_of_a_person_come_in_pages_and_stay_when_exhausted(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    for number in range(3):
        given.share("bob", f"thing{number}", published_at=NOW - (3 - number) * DAY / 24)
    given.claim("ada", "bob-thing0")
    seen, cursor = [], ""
    for _ in range(3):
        page = person("ada").get(f"/v1/users/bob/shares?limit=1{cursor}").json
        seen += [item["id"] for item in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert (seen, page["next_cursor"]) == (["bob-thing2", "bob-thing1", "bob-thing0"], None)
    assert page["items"][0]["claimed"] == "ada-bob-thing0"
    other = person("ada").get(f"/v1/users/ada/shares?limit=1{cursor}")
    assert other.status_code == 422


@pytest.mark.parametrize("why", ["gift", "program", "setting", None])
def test_a_gift_is_labelled_whatever_the_settings_say(
    given: Given, graph: Graph, cypher: Cypher, why: str | None
) -> None:
    given("(ivy:Creator)")
    given.coupon("ivy", "kettle")
    cypher.rows("MATCH (program:Program) SET program.gifted = $gifted", gifted=why == "program")
    draft: dict[str, Any] = {
        "coupon_id": "ivy-kettle-coupon",
        "note": NOTE,
        "cons": None,
        "used_for_days": None,
    }
    draft |= {"audience": "public", "gifted": why == "gift", "ad_label": why == "setting"}
    graph.transaction(shares.work(me="ivy", share="new", now=NOW, op="op-1", to=[], photos=[], **draft))
    assert cypher.value("MATCH (share:Share) RETURN share.ad_label") is (why is not None)
