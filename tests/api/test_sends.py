"""Shares sent directly to friends, over HTTP."""

from typing import Any

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import Answer, PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."
STAR = "(bob)-[:FRIEND]->(ada)-[:FRIEND]->(cy) (dee)-[:FRIEND]->(ada)-[:FRIEND]->(eve) (fay)"
SENT = "MATCH (:Share)-[sent:SENT_TO]->() RETURN count(sent)"
TOLD = "MATCH (user)-[:TOLD]->(note:Notification {kind: 'coupon_received'})-[:ABOUT]->(share:Share) "


def send(person: PersonMaker, *to: str, share: str = "ada-kettle") -> Answer:
    """The answer to ada sending her kettle."""
    return person("ada").post(f"/v1/shares/{share}/send", {"to": list(to)})


def test_a_direct_share_is_seen_by_whom_it_was_sent_to_and_nobody_else(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR)
    given.coupon("ada", "kettle")
    draft = {"coupon_id": "ada-kettle-coupon", "note": NOTE, "audience": "direct", "to": ["bob"]}
    answer = person("ada").post("/v1/shares", draft, Idempotency_Key="k")
    assert (answer.status_code, answer.json["sent"]) == (201, 1)
    path = f"/v1/shares/{answer.json['id']}"
    assert person("cy").get(path).status_code == 404
    card = person("bob").get(path).json
    assert (card["via"], card["degree"], card["remaining"]) == ("direct", None, 5)
    assert cypher.rows(TOLD + "RETURN user.id, note.count") == [{"user.id": "bob", "note.count": 1}]
    assert person("bob").put(f"{path}/claim").status_code == 201
    assert cypher.value("MATCH (claim:Claim) RETURN claim.via") == "direct"


def test_nothing_is_published_when_one_recipient_cannot_have_it(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR)
    given.coupon("ada", "kettle")
    draft = {"coupon_id": "ada-kettle-coupon", "note": NOTE, "to": ["bob", "fay"]}
    answer = person("ada").post("/v1/shares", draft, Idempotency_Key="k")
    assert (answer.status_code, answer.json["code"]) == (403, "not_friend")
    assert cypher.value("MATCH (node) WHERE node:Share OR node:XpEvent RETURN count(node)") == 0


def test_a_send_again_is_told_once(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(STAR, shares={"ada": "kettle"})
    assert send(person, "bob", "cy", "bob").json == {"sent": 2}
    assert send(person, "bob", "dee").json == {"sent": 1}
    assert cypher.value(SENT) == 3
    assert cypher.value(TOLD + "RETURN count(note)") == 3


def test_strangers_and_people_who_are_not_there_are_refused_alike_and_nobody_is_sent_anything(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR, shares={"ada": "kettle"})
    given("(ada)-[:FRIEND]->(gus:Deactivated)")
    answers = [send(person, "bob", other) for other in ("fay", "nobody", "ada", "gus")]
    assert {(answer.status_code, answer.json["code"]) for answer in answers} == {(403, "not_friend")}
    assert len({answer.data for answer in answers}) == 1
    assert cypher.value(SENT) == 0


def test_who_refused_the_sender_is_sent_nothing(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(STAR, shares={"ada": "kettle"})
    cypher.rows("MATCH (bob:User {id: 'bob'}), (ada:User {id: 'ada'}) CREATE (bob)-[:REFUSES_FROM]->(ada)")
    answer = send(person, "cy", "bob")
    assert (answer.status_code, answer.json["code"]) == (403, "refused")
    assert cypher.value(SENT) == 0


def test_who_muted_the_sender_gets_it_without_being_told(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR, shares={"ada": "kettle"})
    cypher.rows("MATCH (bob:User {id: 'bob'}), (ada:User {id: 'ada'}) CREATE (bob)-[:MUTES]->(ada)")
    assert send(person, "bob", "cy").json == {"sent": 2}
    unread = {name: person(name).get("/v1/me/notifications").json["unread"] for name in ("bob", "cy")}
    assert unread == {"bob": 0, "cy": 1}


def test_a_day_of_sending_ends_at_midnight_in_china(given: Given, person: PersonMaker, clock: Clock) -> None:
    given(STAR, shares={"ada": "kettle lamp"})
    assert send(person, "bob", "cy", "dee").json == {"sent": 3}
    answer = send(person, "eve")
    assert (answer.status_code, answer.json["code"], answer.json["limit"]) == (409, "send_limit", 3)
    assert send(person, "bob").json == {"sent": 0}
    clock.forward(hours=15, minutes=59)
    assert send(person, "eve", share="ada-lamp").json["code"] == "send_limit"
    clock.forward(minutes=1)
    assert send(person, "eve", share="ada-lamp").json == {"sent": 1}


def test_nothing_is_sent_of_what_is_taken_or_withdrawn(given: Given, person: PersonMaker) -> None:
    given(STAR)
    given.share("ada", "kettle", quota=1)
    given.claim("cy", "ada-kettle")
    assert send(person, "bob").json["code"] == "exhausted"
    given.share("ada", "lamp")
    person("ada").post("/v1/shares/ada-lamp/withdraw")
    assert send(person, "bob", share="ada-lamp").json["code"] == "wrong_state"


def test_a_send_names_one_to_twenty_people(given: Given, person: PersonMaker) -> None:
    given(STAR, shares={"ada": "kettle"})
    bodies: list[Any] = [{"to": []}, {"to": ["x"] * 21}, {"to": "bob"}, {"to": [7]}, {}]
    for body in bodies:
        answer = person("ada").post("/v1/shares/ada-kettle/send", body)
        assert (answer.status_code, answer.json["code"]) == (422, "invalid"), body


def test_a_coupon_is_published_for_the_friends_it_is_sent_to_and_nobody_else(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR)
    given.coupon("ada", "kettle")
    ada, body = person("ada"), {"note": NOTE, "to": ["bob", "cy"]}
    answer = ada.post("/v1/coupons/ada-kettle-coupon/send", body, Idempotency_Key="k")
    assert (answer.status_code, answer.json["audience"], answer.json["sent"]) == (201, "direct", 2)
    assert ada.post("/v1/coupons/ada-kettle-coupon/send", body, Idempotency_Key="k").json == answer.json
    path = f"/v1/shares/{answer.json['id']}"
    seen = [name for name in ("bob", "cy", "dee", "eve") if person(name).get(path).status_code == 200]
    assert seen == ["bob", "cy"]
    assert cypher.value(TOLD + "RETURN count(note)") == 2


def test_a_coupon_that_one_friend_refuses_goes_to_none(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(STAR)
    given.coupon("ada", "kettle")
    ada, path = person("ada"), "/v1/coupons/ada-kettle-coupon/send"
    person("bob").put("/v1/me/refusals/ada")
    answer = ada.post(path, {"note": NOTE, "to": ["cy", "bob"]}, Idempotency_Key="a")
    assert (answer.status_code, answer.json["code"]) == (403, "refused")
    assert cypher.value("MATCH (share:Share) RETURN count(share)") == 0
    assert ada.post(path, {"note": NOTE, "to": ["cy"]}).json["code"] == "idempotency_key_required"
    assert ada.post(path, {"note": NOTE, "to": []}, Idempotency_Key="b").status_code == 422
    absent = ada.post("/v1/coupons/absent/send", {"note": NOTE, "to": ["cy"]}, Idempotency_Key="c")
    foreign = person("bob").post(path, {"note": NOTE, "to": ["ada"]}, Idempotency_Key="d")
    assert absent.status_code == foreign.status_code == 404
