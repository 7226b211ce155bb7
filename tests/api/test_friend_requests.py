"""Friend requests over HTTP."""

import pytest
from werkzeug.test import TestResponse

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import Person, PersonMaker


def ask(asker: Person, to: str, **more: str) -> TestResponse:
    return asker.post("/v1/friend-requests", {"to": to, **more})


def requests(of: Person, direction: str) -> list[str]:
    answer = of.get(f"/v1/me/friend-requests?direction={direction}")
    return [item["user"]["id"] for item in answer.get_json()["items"]]


def id_of(asker: Person) -> str:
    (item,) = asker.get("/v1/me/friend-requests?direction=out").get_json()["items"]
    return str(item["id"])


def friends(of: Person) -> list[str]:
    return [friend["id"] for friend in of.get("/v1/me/friends").get_json()["items"]]


def test_a_request_that_is_accepted_makes_friends(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    request = ask(ada, "bob", message="From the book club")
    assert (request.status_code, request.get_json()["state"]) == (201, "pending")
    (item,) = bob.get("/v1/me/friend-requests").get_json()["items"]
    assert (item["user"]["id"], item["message"]) == ("ada", "From the book club")
    assert item["user"]["viewer"]["requested"] == "in"
    answer = bob.post(f"/v1/friend-requests/{item['id']}/accept")
    assert (answer.status_code, answer.get_json()["id"]) == (200, "ada")
    assert friends(ada) == ["bob"]
    assert requests(ada, "out") == requests(bob, "in") == []
    again = bob.post(f"/v1/friend-requests/{item['id']}/accept")
    assert again.get_json() == answer.get_json()


def test_both_asking_makes_friends(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ask(person("ada"), "bob")
    assert ask(person("bob"), "ada").get_json()["state"] == "accepted"
    assert friends(person("ada")) == ["bob"]


def test_asking_twice_is_one_request(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada) (bob)")
    ada = person("ada")
    first = ask(ada, "bob", message="Hello").get_json()
    clock.forward(days=13)
    assert ask(ada, "bob", message="Hello?").get_json() == first


def test_a_request_expires_after_14_days_and_may_be_sent_anew(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    first = ask(ada, "bob").get_json()
    clock.forward(days=14)
    assert requests(ada, "out") == requests(bob, "in") == []
    assert bob.post(f"/v1/friend-requests/{first['id']}/accept").status_code == 404
    assert ask(ada, "bob").get_json()["id"] != first["id"]
    assert requests(bob, "in") == ["ada"]


def test_the_asker_cannot_tell_a_decline_from_silence(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada) (decliner) (silent)")
    decliner = person("decliner")

    def seen(name: str) -> list[object]:
        """Everything ada sees of her request to `name`, except ids."""
        ada = person("ada")
        answer = ask(ada, name)
        listed = ada.get("/v1/me/friend-requests?direction=out").get_json()["items"]
        (item,) = [item for item in listed if item["user"]["id"] == name]
        state = ada.post("/v1/relationships", {"ids": [name]}).get_json()["items"][0]["viewer"]
        fields = {key: answer.get_json()[key] for key in ("message", "at", "expires_at", "state")}
        return [answer.status_code, fields, item["at"], item["expires_at"], state]

    assert seen("decliner") == seen("silent")
    request = decliner.get("/v1/me/friend-requests").get_json()["items"][0]["id"]
    assert decliner.post(f"/v1/friend-requests/{request}/decline").status_code == 204
    assert requests(decliner, "in") == []
    for _ in range(6):  # over the expiry, the cool-down, and the second expiry
        assert seen("decliner") == seen("silent")
        clock.forward(days=7)


def test_a_decline_cools_down_for_30_days_even_if_the_request_is_withdrawn(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    request = ask(ada, "bob").get_json()["id"]
    bob.post(f"/v1/friend-requests/{request}/decline")
    assert ada.delete(f"/v1/friend-requests/{request}").status_code == 204
    clock.forward(days=29)
    again = ask(ada, "bob").get_json()["id"]
    assert requests(bob, "in") == []
    assert bob.post(f"/v1/friend-requests/{again}/accept").status_code == 404
    clock.forward(days=1)
    assert requests(person("bob"), "in") == ["ada"]


def test_who_declined_may_still_ask_and_is_a_friend_at_once(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    request = ask(person("ada"), "bob").get_json()["id"]
    person("bob").post(f"/v1/friend-requests/{request}/decline")
    assert ask(person("bob"), "ada").get_json()["state"] == "accepted"


def test_a_withdrawn_request_is_gone(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    request = ask(ada, "bob").get_json()["id"]
    for _ in range(2):
        assert ada.delete(f"/v1/friend-requests/{request}").status_code == 204
    assert requests(ada, "out") == requests(bob, "in") == []
    assert bob.post(f"/v1/friend-requests/{request}/accept").status_code == 404


@pytest.mark.parametrize("way", ["accept", "decline", "withdraw"])
def test_a_request_between_others_is_like_none(given: Given, person: PersonMaker, way: str) -> None:
    given("(bob)-[:ASKED]->(cy) (ada)")
    ada = person("ada")

    def answer(request: str) -> TestResponse:
        if way == "withdraw":
            return ada.delete(f"/v1/friend-requests/{request}")
        return ada.post(f"/v1/friend-requests/{request}/{way}")

    assert answer("bob-asks-cy").status_code == 404
    assert answer("bob-asks-cy").data == answer("absent").data


def test_nobody_answers_for_the_other_side(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:ASKED]->(bob)")
    assert person("ada").post("/v1/friend-requests/ada-asks-bob/accept").status_code == 404
    assert person("ada").post("/v1/friend-requests/ada-asks-bob/decline").status_code == 404
    assert person("bob").delete("/v1/friend-requests/ada-asks-bob").status_code == 404
    assert requests(person("bob"), "in") == ["ada"]


@pytest.mark.parametrize("hidden", ["nobody", "blocker", "blocked", "gone", "suspended"])
def test_whom_one_may_not_see_one_cannot_ask(
    given: Given, person: PersonMaker, cypher: Cypher, hidden: str
) -> None:
    given("(blocker)-[:BLOCKS]->(ada)-[:BLOCKS]->(blocked) (gone:Deactivated) (suspended:Suspended)")
    answer = ask(person("ada"), hidden)
    assert answer.status_code == 404
    assert answer.data == ask(person("ada"), "absent").data
    assert cypher.value("MATCH ()-[request:ASKED]->() RETURN count(request)") == 0


def test_a_block_looks_like_leaving_to_the_asker(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:ASKED]->(bob) (ada)-[:ASKED]->(cy)")
    assert person("bob").put("/v1/me/blocks/ada").status_code == 204
    assert person("cy").delete("/v1/me").status_code == 204
    ada = person("ada")
    assert requests(ada, "out") == []
    states = ada.post("/v1/relationships", {"ids": ["bob", "cy"]}).get_json()["items"]
    assert states[0]["viewer"] == states[1]["viewer"]


@pytest.mark.parametrize(("to", "code"), [("ada", "self"), ("bob", "already_friends")])
def test_who_needs_no_request(given: Given, person: PersonMaker, to: str, code: str) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    answer = ask(person("ada"), to)
    assert (answer.status_code, answer.get_json()["code"]) == (409, code)


@pytest.mark.parametrize(
    "body", [{}, {"to": ""}, {"to": 1}, {"to": "bob", "message": "x" * 101}, {"to": "bob", "x": 1}]
)
def test_nonsense_is_refused(given: Given, person: PersonMaker, body: dict[str, object]) -> None:
    given("(ada) (bob)")
    assert person("ada").post("/v1/friend-requests", body).status_code == 422


def test_the_same_key_replays_the_first_answer(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada = person("ada")
    first = ada.post("/v1/friend-requests", {"to": "bob"}, Idempotency_Key="k1")
    ada.delete(f"/v1/friend-requests/{first.get_json()['id']}")
    again = ada.post("/v1/friend-requests", {"to": "bob"}, Idempotency_Key="k1")
    assert (again.status_code, again.get_json()) == (201, first.get_json())
    assert requests(ada, "out") == []
