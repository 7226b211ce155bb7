"""Invites over HTTP."""

import re
from typing import Any

import pytest
from flask import Flask

from service.credentials.keys import keys
from service.graph.client import Graph
from service.run.worker import run_all
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker

SECOND = DAY / 86_400


def invite(of: Person, **body: Any) -> dict[str, Any]:
    answer = of.post("/v1/invites", body)
    assert answer.status_code == 201, answer.text
    invited: dict[str, Any] = answer.json
    return invited


def requests(of: Person, direction: str) -> list[str]:
    items = of.get(f"/v1/me/friend-requests?direction={direction}").json["items"]
    return [item["user"]["id"] for item in items]


def test_an_invite_becomes_a_request_and_then_a_friendship(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    code = invite(ada, label="Tea group")["code"]
    answer = bob.post(f"/v1/invites/{code}/accept", {"message": "Hello"})
    assert (answer.status_code, answer.json["state"], answer.json["user_id"]) == (201, "pending", "ada")
    assert (requests(ada, "in"), requests(bob, "out")) == (["bob"], ["ada"])
    assert ada.post(f"/v1/friend-requests/{answer.json['id']}/accept").status_code == 200


def test_an_invite_to_somebody_i_asked_makes_friends_at_once(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:ASKED]->(bob)")
    code = invite(person("ada"))["code"]
    assert person("bob").post(f"/v1/invites/{code}/accept").json["state"] == "accepted"


def test_anybody_with_the_code_reads_a_name_and_no_more(
    given: Given, person: PersonMaker, app: Flask
) -> None:
    given("(ada:Creator)")
    invited = invite(person("ada"))
    answer = app.test_client().get(f"/v1/invites/{invited['code']}")
    assert answer.json == {"display_name": "ada"}
    typed = "-".join(re.findall("....", invited["code"].lower()))
    assert app.test_client().get(f"/v1/invites/{typed}").json == {"display_name": "ada"}
    assert invited["link"].endswith(f"/#/invite/{invited['code']}")


def test_the_link_comes_as_a_qr_code(given: Given, person: PersonMaker, app: Flask) -> None:
    given("(ada)")
    code = invite(person("ada"))["code"]
    answer = app.test_client().get(f"/v1/invites/{code}/qr")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert b"<svg" in answer.data
    assert app.test_client().get("/v1/invites/nobody/qr").status_code == 404


def test_a_code_is_nowhere_in_the_graph(
    given: Given, person: PersonMaker, cypher: Cypher, settings: Settings
) -> None:
    given("(ada)")
    ada = person("ada")
    invited = ada.post("/v1/invites", {}, Idempotency_Key="k").json
    values = cypher.rows("MATCH (node) UNWIND keys(node) AS name RETURN toStringOrNull(node[name]) AS value")
    assert not any(invited["code"] in (row["value"] or "") for row in values)
    assert keys(settings).key("invite") != keys(settings).key("invite-code")


def test_the_same_request_makes_one_invite_and_my_list_tells_its_code(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)")
    ada = person("ada")
    first, again = (ada.post("/v1/invites", {"label": "x"}, Idempotency_Key="k").json for _ in range(2))
    assert first == again
    assert ada.get("/v1/me/invites").json == {"items": [first], "next_cursor": None}


def test_a_person_has_five_invites_open_at_most(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada)")
    ada = person("ada")
    invited = [invite(ada) for _ in range(5)]
    answer = ada.post("/v1/invites", {})
    assert (answer.status_code, answer.json["code"], answer.json["limit"]) == (409, "invite_limit", 5)
    assert ada.delete(f"/v1/me/invites/{invited[0]['id']}").status_code == 204
    invite(ada)
    clock.at = NOW + 14 * DAY
    assert ada.get("/v1/me/invites").json["items"] == []
    invite(ada)


@pytest.mark.parametrize("ending", ["late", "withdrawn", "blocked", "blocking", "gone"])
def test_a_code_that_is_good_no_more_is_like_one_that_never_was(
    given: Given, person: PersonMaker, clock: Clock, ending: str
) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    invited = invite(ada)
    path = f"/v1/invites/{invited['code']}"
    assert bob.get(path).status_code == 200
    if ending == "late":
        clock.at = NOW + 14 * DAY - SECOND
        assert bob.get(path).status_code == 200
        clock.at = NOW + 14 * DAY
    elif ending == "withdrawn":
        ada.delete(f"/v1/me/invites/{invited['id']}")
    elif ending == "gone":
        given("(ada:Deactivated)")
    else:
        given("(ada)-[:BLOCKS]->(bob)" if ending == "blocked" else "(bob)-[:BLOCKS]->(ada)")
    absent = "/v1/invites/ABCDEFGHJKMN"
    for method, tail in (("GET", ""), ("GET", "/qr"), ("POST", "/accept")):
        answer, nothing = (bob.ask(method, f"{start}{tail}", {}) for start in (path, absent))
        assert answer.status_code == nothing.status_code == 404
        assert answer.data == nothing.data


def test_nobody_takes_back_the_invite_of_another(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada = person("ada")
    invited = invite(ada)
    assert person("bob").delete(f"/v1/me/invites/{invited['id']}").status_code == 204
    assert [item["id"] for item in ada.get("/v1/me/invites").json["items"]] == [invited["id"]]


@pytest.mark.parametrize(("who", "code"), [("ada", "self"), ("cy", "already_friends")])
def test_whom_an_invite_does_not_serve(given: Given, person: PersonMaker, who: str, code: str) -> None:
    given("(ada)-[:FRIEND]->(cy)")
    invited = invite(person("ada"))
    answer = person(who).post(f"/v1/invites/{invited['code']}/accept")
    assert (answer.status_code, answer.json["code"]) == (409, code)


def test_an_invite_earns_nothing(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given("(ada)-[:ASKED]->(bob)")
    person("bob").post(f"/v1/invites/{invite(person('ada'))['code']}/accept")
    assert cypher.value("MATCH (event:XpEvent) RETURN count(event)") == 0
    assert cypher.value("MATCH (:Invite)-[edge]-() RETURN count(edge)") == 1


def test_my_invites_are_in_what_i_may_take_along_and_ended_ones_are_forgotten(
    given: Given, person: PersonMaker, clock: Clock, graph: Graph, settings: Settings
) -> None:
    given("(ada)")
    ada = person("ada")
    invited = invite(ada, label="Tea group")
    (row,) = ada.post("/v1/me/export").json["kinds"]["invites"]
    assert row == {name: invited[name] for name in ("id", "label", "created_at", "expires_at")}
    clock.at = NOW + 15 * DAY
    assert run_all(graph, keys(settings), clock())["forget invites"] == 1
    assert ada.post("/v1/me/export").json["kinds"]["invites"] == []
