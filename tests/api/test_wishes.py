"""Wishes and their answers, over HTTP."""

from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."
CHAIN = "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)"
TOLD = "MATCH (user)-[:TOLD]->(note:Notification {kind: 'wish_match'})-[:ABOUT]->(share) "


def wish(of: Person, text: str = "A quiet kettle", **more: Any) -> str:
    """The id of a new wish."""
    answer = of.post("/v1/me/wishes", {"text": text, **more})
    assert answer.status_code == 201, answer.text
    return str(answer.json["id"])


def matches(of: Person) -> list[str]:
    """The wishes that `of` could answer, newest first."""
    return [item["text"] for item in of.get("/v1/me/wish-matches").json["items"]]


def answered(of: Person) -> list[str]:
    """The shares that answered their newest wish."""
    return [each["share_id"] for each in of.get("/v1/me/wishes").json["items"][0]["answers"]]


def answer(of: Person, to: str, **body: Any) -> Answer:
    """Answer a wish, with an idempotency key made from the body."""
    return of.post(f"/v1/wish-matches/{to}/answer", body, Idempotency_Key=str(body))


def test_a_wish_is_made_and_asks_who_bought_such_a_thing_without_a_name(
    given: Given, person: PersonMaker
) -> None:
    given(CHAIN)
    given.coupon("cy", "kettle")
    posted = person("ada").post("/v1/me/wishes", {"text": "A quiet kettle", "max_price_fen": 20_000}).json
    assert (posted["status"], posted["answers"], posted["category"]) == ("open", [], None)
    assert posted["expires_at"] == (NOW + 14 * DAY).isoformat().replace("+00:00", "Z")
    (item,) = person("cy").get("/v1/me/wish-matches").json["items"]
    assert item.pop("coupons") == [
        {
            "id": "cy-kettle-coupon",
            "product": {"id": "kettle", "name": "kettle"},
            "shop": {"id": "kettle-shop", "name": "kettle shop"},
            "share_id": None,
        }
    ]
    assert not any(name in str(item) for name in ("ada", "bob"))
    assert item["line"].startswith("Someone in your circle is looking for this")
    assert matches(person("bob")) == matches(person("dee")) == matches(person("ada")) == []


def test_the_question_comes_in_chinese_too(given: Given, person: PersonMaker) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    wish(person("ada"))
    (item,) = person("bob").get("/v1/me/wish-matches", Accept_Language="zh-CN").json["items"]
    assert item["line"].startswith("圈里有人在找这个")
    assert item["coupons"][0]["share_id"] == "bob-kettle"


@pytest.mark.parametrize(("owner", "friend"), [("bob", True), ("cy", False)])
def test_answering_shows_the_share_to_who_wished_and_tells_the_owner_nothing_of_them(
    given: Given, person: PersonMaker, cypher: Cypher, owner: str, friend: bool
) -> None:
    given(CHAIN)
    given.share(owner, "kettle", audience="friends")
    ada, sharer = person("ada"), person(owner)
    sought = wish(ada)
    assert answered(ada) == []
    reply = answer(sharer, sought, share_id=f"{owner}-kettle")
    assert (reply.status_code, set(reply.json)) == (201, {"wish_id", "share_id", "answered_at"})
    assert answered(ada) == [f"{owner}-kettle"]
    rows = cypher.rows(TOLD + "RETURN user.id, share.id")
    assert rows == [{"user.id": "ada", "share.id": f"{owner}-kettle"}]
    assert ada.get(f"/v1/shares/{owner}-kettle").json["via"] == ("friend" if friend else "direct")
    assert ada.put(f"/v1/shares/{owner}-kettle/claim").status_code == 201
    assert sharer.get("/v1/me/shares").json["items"][0]["sent"] == 0
    kinds = sharer.post("/v1/me/export").json["kinds"]
    assert kinds["direct_sends"] == []
    assert kinds["wishes_answered"][0]["answered_with"] == f"{owner}-kettle"
    assert matches(sharer) == []


def test_a_coupon_not_yet_published_answers_with_a_note_for_one_alone(
    given: Given, person: PersonMaker
) -> None:
    given(CHAIN + " (eve)-[:FRIEND]->(cy)")
    given.coupon("cy", "kettle")
    sought = wish(person("ada"))
    body = {"coupon_id": "cy-kettle-coupon", "note": NOTE, "audience": "direct"}
    reply = answer(person("cy"), sought, **body)
    assert reply.status_code == 201
    assert answer(person("cy"), sought, **body).json == reply.json
    path = f"/v1/shares/{reply.json['share_id']}"
    assert person("ada").get(path).json["note"] == NOTE
    assert person("eve").get(path).status_code == 404
    assert answered(person("ada")) == [reply.json["share_id"]]


def test_what_does_not_fit_is_no_answer_and_publishes_nothing(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    given.coupon("bob", "lamp")
    sought = wish(person("ada"))
    reply = answer(person("bob"), sought, coupon_id="bob-lamp-coupon", note=NOTE)
    assert (reply.status_code, reply.json["code"]) == (409, "other_thing")
    assert cypher.value("MATCH (share:Share) RETURN count(share)") == 1
    cheap = wish(person("ada"), "kettle", max_price_fen=1)
    assert answer(person("bob"), cheap, share_id="bob-kettle").json["code"] == "other_thing"
    for body in ({}, {"share_id": "a", "coupon_id": "b", "note": NOTE}, {"coupon_id": "b"}):
        assert answer(person("bob"), sought, **body).status_code == 422
    assert answer(person("bob"), sought, share_id="nobodys").status_code == 404
    assert answered(person("ada")) == []


def test_a_wish_outside_my_circle_is_like_none(given: Given, person: PersonMaker) -> None:
    given(CHAIN, shares={"dee": "kettle"})
    sought = wish(person("ada"))
    dee = person("dee")
    foreign, absent = (answer(dee, each, share_id="dee-kettle") for each in (sought, "absent"))
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data
    foreign, absent = (dee.delete(f"/v1/wish-matches/{each}") for each in (sought, "absent"))
    assert foreign.status_code == absent.status_code == 404
    assert person("bob").delete(f"/v1/me/wishes/{sought}").status_code == 404


def test_no_answer_is_owed(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    ada, bob = person("ada"), person("bob")
    sought = wish(ada)
    before = ada.get("/v1/me/wishes").data
    for _ in range(2):
        assert bob.delete(f"/v1/wish-matches/{sought}").status_code == 204
    assert matches(bob) == []
    assert ada.get("/v1/me/wishes").data == before
    assert cypher.value("MATCH (note:Notification) RETURN count(note)") == 0


def test_a_closed_and_an_expired_wish_ask_nobody(given: Given, person: PersonMaker, clock: Clock) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    ada, bob = person("ada"), person("bob")
    first, second = wish(ada), wish(ada, "kettle", expires_at=(NOW + DAY).isoformat())
    assert ada.delete(f"/v1/me/wishes/{first}").status_code == 204
    assert matches(bob) == ["kettle"]
    assert answer(bob, first, share_id="bob-kettle").json["code"] == "wish_over"
    clock.forward(days=1)
    assert matches(bob) == []
    assert answer(bob, second, share_id="bob-kettle").json["code"] == "wish_over"
    assert {item["status"] for item in ada.get("/v1/me/wishes").json["items"]} == {"closed", "expired"}


def test_one_answer_each_and_so_many_in_all(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    friends = [f"f{number}" for number in range(6)]
    given(" ".join(f"(ada)-[:FRIEND]->({friend})" for friend in friends))
    for friend in friends:
        given.share(friend, "kettle")
    given.share("f0", "kettle", id="f0-again", coupon="f0-kettle-coupon")
    sought = wish(person("ada"))
    for friend in friends[:5]:
        assert answer(person(friend), sought, share_id=f"{friend}-kettle").status_code == 201
    assert answer(person("f0"), sought, share_id="f0-again").json["code"] == "answered"
    assert matches(person("f5")) == []
    assert answer(person("f5"), sought, share_id="f5-kettle").json["code"] == "wish_over"
    assert len(answered(person("ada"))) == 5


def test_somebody_may_look_for_so_many_things_at_once_and_so_many_a_day(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)")
    ada = person("ada")
    posted = [wish(ada, f"kettle {number}") for number in range(5)]
    refused = ada.post("/v1/me/wishes", {"text": "kettle"})
    assert (refused.status_code, refused.json["code"], refused.json["limit"]) == (409, "wish_limit", 5)
    for each in posted:
        ada.delete(f"/v1/me/wishes/{each}")
    posted = [wish(ada, f"lamp {number}") for number in range(5)]
    ada.delete(f"/v1/me/wishes/{posted[0]}")
    refused = ada.post("/v1/me/wishes", {"text": "kettle"})
    assert (refused.status_code, refused.json["code"], refused.json["limit"]) == (409, "wishes_today", 10)
    clock.forward(days=1)
    wish(ada)


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "k"}, {"text": "x" * 101}, {"text": "求推荐"}, {"text": "200 ..."},
     {"text": "kettle", "who": 1}, {"text": "kettle", "max_price_fen": -1},
     {"text": "kettle", "expires_at": "2030-01-01T00:00:00Z"},
     {"text": "kettle", "currency": "XAU"}],
)  # fmt: skip
def test_a_wish_that_says_nothing_is_refused(given: Given, person: PersonMaker, body: Any) -> None:
    given("(ada)")
    assert person("ada").post("/v1/me/wishes", body).status_code == 422


def test_a_category_will_do_and_must_be_there(given: Given, person: PersonMaker) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    ada = person("ada")
    assert ada.post("/v1/me/wishes", {"text": "求推荐", "category": "nothing"}).status_code == 404
    wish(ada, "求推荐", category="kitchen")
    assert matches(person("bob")) == ["求推荐"]


def test_wishes_and_matches_come_in_pages(given: Given, person: PersonMaker, clock: Clock) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    posted = []
    for _ in range(3):
        posted.append(wish(person("ada")))
        clock.forward(seconds=1)
    for reader, path in (("ada", "/v1/me/wishes"), ("bob", "/v1/me/wish-matches")):
        seen, cursor = [], ""
        for _ in range(3):
            page = person(reader).get(f"{path}?limit=1{cursor}").json
            seen += [item["id"] for item in page["items"]]
            cursor = f"&cursor={page['next_cursor']}"
        assert (seen, page["next_cursor"]) == (posted[::-1], None)


def test_unfriending_blocking_and_refusing_show_at_once(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(cy) (ada)-[:FRIEND]->(dee)")
    for name in ("bob", "cy", "dee"):
        given.share(name, "kettle")
    ada = person("ada")
    sought = wish(ada)
    for name in ("bob", "cy", "dee"):
        assert matches(person(name)) == ["A quiet kettle"]
    answer(person("cy"), sought, share_id="cy-kettle")
    ada.delete("/v1/me/friends/bob")
    person("cy").put("/v1/me/blocks/ada")
    ada.put("/v1/me/refusals/dee")
    assert matches(person("bob")) == matches(person("dee")) == []
    assert answered(ada) == []
    for name in ("bob", "dee"):
        assert answer(person(name), sought, share_id=f"{name}-kettle").status_code == 404


def test_a_send_after_an_answer_is_a_send_like_any_other(given: Given, person: PersonMaker) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    answer(person("bob"), wish(person("ada")), share_id="bob-kettle")
    assert person("bob").post("/v1/shares/bob-kettle/send", {"to": ["ada"]}).json == {"sent": 1}
    assert person("bob").get("/v1/me/shares").json["items"][0]["sent"] == 1


def test_my_wishes_are_in_what_i_may_take_along(given: Given, person: PersonMaker) -> None:
    given(CHAIN, shares={"bob": "kettle"})
    answer(person("bob"), wish(person("ada")), share_id="bob-kettle")
    (row,) = person("ada").post("/v1/me/export").json["kinds"]["wishes"]
    assert (row["text"], row["answers"]) == ("A quiet kettle", ["bob-kettle"])


def test_a_wish_is_reported_by_whom_it_may_ask_and_a_hidden_one_asks_nobody(
    given: Given, person: PersonMaker
) -> None:
    given(CHAIN + " (amy:Admin)", shares={"cy": "kettle"})
    ada, cy, amy = person("ada"), person("cy"), person("amy")
    sought = wish(ada, "Kettle, or else!")
    body = {"kind": "wish", "id": sought, "category": "harassment"}
    for outsider in ("dee", "ada"):
        assert person(outsider).post("/v1/reports", body).status_code == 404
    filed = cy.post("/v1/reports", body)
    assert (filed.status_code, "ada" in filed.text) == (201, False)
    (item,) = amy.get("/v1/admin/reports").json["items"]
    assert (item["about"]["text"], item["owner"]["id"]) == ("Kettle, or else!", "ada")
    act = {"action": "hide", "reason": "It threatens"}
    amy.post(f"/v1/admin/reports/{item['id']}/resolve", act, Idempotency_Key="k")
    assert matches(cy) == []
    assert answer(cy, sought, share_id="cy-kettle").json["code"] == "wish_over"
    assert ada.get("/v1/me/wishes").json["items"][0]["status"] == "hidden"
    (act,) = ada.get("/v1/me/actions").json["items"]
    assert (act["reason"], act["about"]) == ("It threatens", {"id": sought, "kind": "wish"})
    body = {"kind": "wish", "id": sought, "action": "restore", "reason": "It was a joke"}
    assert amy.post("/v1/admin/actions", body, Idempotency_Key="r").json["kind"] == "restore_wish"
    assert matches(cy) == ["Kettle, or else!"]
