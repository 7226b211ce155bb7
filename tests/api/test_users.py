"""Other people over HTTP."""

import pytest

from tests.support.given import NOW, Given
from tests.support.people import PersonMaker

STRANGER = {
    "friend": False,
    "requested": None,
    "follows": False,
    "muted": False,
    "blocking": False,
    "degree": None,
    "mutual_count": 0,
}


def test_a_friend_has_a_profile(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    bob = person("ada").get("/v1/users/bob").get_json()
    assert bob["handle"] == bob["display_name"] == "bob"
    assert bob["profile"]["level"] == 0
    assert bob["viewer"] == {**STRANGER, "friend": True, "degree": 1}


def test_a_stranger_has_a_card_and_no_profile(given: Given, person: PersonMaker) -> None:
    given("(ada) (zoe)")
    zoe = person("ada").get("/v1/users/zoe").get_json()
    assert zoe["profile"] is None
    assert zoe["viewer"] == STRANGER


def test_a_friend_of_a_friend_has_a_name_and_no_profile(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)")
    cy = person("ada").get("/v1/users/cy").get_json()
    assert (cy["display_name"], cy["profile"], cy["mutual_friends"]) == ("cy", None, [])
    assert (cy["viewer"]["degree"], cy["viewer"]["mutual_count"]) == (2, 1)


def test_everybody_sees_the_profile_of_a_creator(given: Given, person: PersonMaker) -> None:
    given("(ada) (ivy:Creator)")
    ivy = person("ada").get("/v1/users/ivy").get_json()
    assert ivy["creator"] is True
    assert ivy["profile"] is not None


def test_i_am_degree_zero(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    assert person("ada").get("/v1/users/ada").get_json()["viewer"] == {**STRANGER, "degree": 0}


def test_only_mutual_friends_who_chose_it_are_named(given: Given, person: PersonMaker) -> None:
    given(
        "(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(dee) (ada)-[:FRIEND]->(cy)-[:FRIEND]->(dee)"
        "(ada)-[:FRIEND]->(eve:NoBridge)-[:FRIEND]->(dee)"
        "(ada)-[:FRIEND]->(fay:Named:Deactivated)-[:FRIEND]->(dee)"
    )
    dee = person("ada").get("/v1/users/dee").get_json()
    assert dee["mutual_friends"] == [{"id": "bob", "display_name": "bob"}]
    assert dee["viewer"]["mutual_count"] == 2  # bob and cy; eve is no bridge, fay has left


def test_one_bridge_that_is_off_makes_no_second_degree(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob:NoBridge)-[:FRIEND]->(cy)")
    viewer = person("ada").get("/v1/users/cy").get_json()["viewer"]
    assert (viewer["degree"], viewer["mutual_count"]) == (None, 0)


@pytest.mark.parametrize(
    "hidden", ["nobody", "blocker", "blocked", "gone", "suspended", "x" * 300, "%00", "🦊"]
)
def test_whom_one_may_not_see_is_like_nobody(given: Given, person: PersonMaker, hidden: str) -> None:
    given("(blocker)-[:BLOCKS]->(ada)-[:BLOCKS]->(blocked) (gone:Deactivated) (suspended:Suspended)")
    ada = person("ada")
    absent, answer = ada.get("/v1/users/absent"), ada.get(f"/v1/users/{hidden}")
    assert answer.status_code == 404
    assert answer.data == absent.data
    assert [name for name, _ in answer.headers] == [name for name, _ in absent.headers]


def test_a_person_is_found_by_the_exact_handle_however_spelled(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada = person("ada")
    assert ada.get("/v1/users?handle=BOB").get_json()["id"] == "bob"
    assert ada.get("/v1/users?handle=bo").status_code == 404
    assert ada.get("/v1/users").status_code == 422


def test_who_wishes_not_to_be_found_is_found_by_friends_only(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob) (cy)")
    assert person("bob").patch("/v1/me", {"discoverable": False}).status_code == 200
    assert person("ada").get("/v1/users?handle=bob").get_json()["id"] == "bob"
    cy = person("cy")
    assert cy.get("/v1/users?handle=bob").data == cy.get("/v1/users?handle=nobody").data
    assert cy.get("/v1/users/bob").get_json()["handle"] is None
    assert person("bob").get("/v1/users?handle=bob").status_code == 200


def test_a_batch_answers_in_order_and_strangers_for_the_unknown(given: Given, person: PersonMaker) -> None:
    given(
        "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (ada)-[:ASKED]->(dee)-[:FRIEND]->(bob)"
        "(eve)-[:ASKED]->(ada) (ada)-[:FOLLOWS]->(ivy:Creator)"
        "(blocker)-[:BLOCKS]->(ada)-[:BLOCKS]->(hal)-[:FRIEND]->(bob)-[:FRIEND]->(blocker)"
        "(bob)-[:FRIEND]->(gone:Deactivated)"
    )
    ids = ["nobody", "bob", "cy", "dee", "eve", "ivy", "hal", "blocker", "gone", "ada", "bob"]
    items = person("ada").post("/v1/relationships", {"ids": ids}).get_json()["items"]
    assert [item["id"] for item in items] == ids
    states = {item["id"]: item["viewer"] for item in items}
    assert states["nobody"] == states["blocker"] == states["gone"] == STRANGER
    assert states["hal"] == {**STRANGER, "blocking": True}
    assert states["bob"] == {**STRANGER, "friend": True, "degree": 1}
    assert states["dee"] == {**STRANGER, "requested": "out", "degree": 2, "mutual_count": 1}
    assert states["eve"] == {**STRANGER, "requested": "in"}
    assert states["ivy"] == {**STRANGER, "follows": True}


@pytest.mark.parametrize("ids", [[], ["x"] * 101, "bob", [1], [""], [None], None])
def test_a_batch_of_nonsense_is_refused(given: Given, person: PersonMaker, ids: object) -> None:
    given("(ada)")
    answer = person("ada").post("/v1/relationships", {"ids": ids})
    assert (answer.status_code, answer.get_json()["code"]) == (422, "invalid")


def test_friends_are_listed_newest_first_page_by_page(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob) (cy)-[:FRIEND]->(ada) (ada)-[:FRIEND]->(gone:Deactivated) (dee)")
    given.edge("ada", "FRIEND", "dee", since=NOW)
    ada = person("ada")
    first = ada.get("/v1/me/friends?limit=2").get_json()
    rest = ada.get(f"/v1/me/friends?limit=2&cursor={first['next_cursor']}").get_json()
    assert [friend["id"] for friend in first["items"] + rest["items"]] == ["dee", "bob", "cy"]
    assert rest["next_cursor"] is None
    assert first["items"][0]["viewer"] == {**STRANGER, "friend": True, "degree": 1}
