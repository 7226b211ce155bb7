"""Copies over HTTP: claims, the wallet, verdicts and thanks."""

from datetime import timedelta

import pytest

from service.credentials.codes import ALPHABET
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker

FRIENDS = "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)"


def wallet(who: Person, status: str = "") -> dict[str, str]:
    """Each copy of a tab with its status."""
    answer = who.get(f"/v1/me/claims?status={status}" if status else "/v1/me/claims")
    assert answer.status_code == 200, answer.text
    return {item["id"]: item["status"] for item in answer.json["items"]}


def code(answer: Answer) -> tuple[int, str]:
    """The status and the problem's code."""
    return answer.status_code, answer.json["code"]


def test_a_copy_is_taken_once_and_found_again(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(FRIENDS, shares={"cy": "kettle"})
    ada = person("ada")
    first, again = ada.put("/v1/shares/cy-kettle/claim"), ada.put("/v1/shares/cy-kettle/claim")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json
    assert first.json["remaining"] == 4
    assert len(first.json["code"]) == 10
    assert set(first.json["code"]) <= set(ALPHABET)
    assert ada.get("/v1/shares/cy-kettle").json["claimed"] == first.json["id"]
    drawn = ada.get(f"/v1/claims/{first.json['id']}/qr")
    assert (drawn.status_code, drawn.mimetype) == (200, "image/svg+xml")
    assert person("cy").get(f"/v1/claims/{first.json['id']}/qr").status_code == 404
    assert cypher.rows("MATCH (claim:Claim) RETURN claim {.degree, .via, .mutual_count, .friends_since}") == [
        {"claim": {"degree": 2, "via": "circle", "mutual_count": 1, "friends_since": None}}
    ]


def test_a_copy_of_a_friend_remembers_since_when_they_are_friends(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(bob)", shares={"bob": "kettle"})
    given("(ada)")
    given.edge("ada", "FRIEND", "bob", since=NOW - timedelta(hours=3))
    person("ada").put("/v1/shares/bob-kettle/claim")
    row = cypher.rows("MATCH (claim:Claim) RETURN claim.via AS via, claim.friends_since AS since")
    assert row == [{"via": "friend", "since": NOW - timedelta(hours=3)}]


@pytest.mark.parametrize(("until", "days"), [(60, 14), (3, 3)])
def test_a_copy_can_be_used_for_its_days_but_not_past_the_coupon(
    given: Given, person: PersonMaker, cypher: Cypher, until: int, days: int
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    ends = "MATCH (share:Share)-[:OFFERS]->(coupon) SET coupon += {use_until: $at, claim_by: $at}"
    cypher.rows(f"{ends}, share.expires_at = $at", at=NOW + until * DAY)
    use_by = person("ada").put("/v1/shares/bob-kettle/claim").json["use_by"]
    assert use_by == (NOW + days * DAY).isoformat().replace("+00:00", "Z")


def test_what_one_may_not_see_cannot_be_claimed_and_looks_absent(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)", shares={"bob": "kettle"})
    ada = person("ada")
    foreign, absent = ada.put("/v1/shares/bob-kettle/claim"), ada.put("/v1/shares/no-share-1/claim")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data
    assert person("ada").put("/v1/shares/no-share-1/claim", Authorization="Bearer gone").status_code == 401


def test_ones_own_share_cannot_be_claimed(given: Given, person: PersonMaker) -> None:
    given("(bob)", shares={"bob": "kettle"})
    assert code(person("bob").put("/v1/shares/bob-kettle/claim")) == (409, "own_share")
    assert person("bob").get("/v1/shares/bob-kettle").json["reason"] == "own_share"


def test_the_last_copy_goes_to_one(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)")
    given.share("bob", "kettle", quota=1)
    assert person("ada").put("/v1/shares/bob-kettle/claim").status_code == 201
    assert code(person("cy").put("/v1/shares/bob-kettle/claim")) == (409, "exhausted")
    card = person("cy").get("/v1/shares/bob-kettle").json
    assert (card["remaining"], card["claimable"], card["reason"]) == (0, False, "exhausted")
    assert cypher.value("MATCH (claim:Claim) RETURN count(claim)") == 1


def test_a_person_holds_so_many_open_copies_and_no_more(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle lamp"})
    given.claim("ada", "bob-lamp")
    with cypher.ruled(open_claims=1):
        refused = person("ada").put("/v1/shares/bob-kettle/claim")
        card = person("ada").get("/v1/shares/bob-kettle").json
    assert code(refused) == (409, "claim_limit")
    assert refused.json["limit"] == 1
    assert card["reason"] == "claim_limit"


def test_a_programme_that_ended_gives_no_new_copies_and_keeps_the_old(
    given: Given, person: PersonMaker
) -> None:
    given(FRIENDS)
    given.product("kettle", ends_at=NOW)
    given.share("bob", "kettle")
    given.claim("cy", "bob-kettle")
    assert code(person("ada").put("/v1/shares/bob-kettle/claim")) == (409, "no_program")
    assert wallet(person("cy")) == {"cy-bob-kettle": "open"}


def test_a_copy_given_back_is_free_for_others_and_can_be_taken_anew(
    given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)")
    given.share("bob", "kettle", quota=1)
    ada, cy = person("ada"), person("cy")
    mine = ada.put("/v1/shares/bob-kettle/claim").json
    for _ in range(2):
        assert ada.delete(f"/v1/claims/{mine['id']}").status_code == 204
    assert wallet(ada) == {mine["id"]: "returned"}
    theirs = cy.put("/v1/shares/bob-kettle/claim").json
    assert code(ada.put("/v1/shares/bob-kettle/claim")) == (409, "exhausted")
    cy.delete(f"/v1/claims/{theirs['id']}")
    clock.forward(days=1)
    again = ada.put("/v1/shares/bob-kettle/claim")
    assert again.status_code == 201
    assert (again.json["id"], again.json["code"]) == (mine["id"], mine["code"])
    assert again.json["use_by"] > mine["use_by"]
    assert cypher.value("MATCH (claim:Claim)-[edge:FROM]->() RETURN count(edge)") == 2


def test_a_copy_taken_anew_comes_from_the_share_it_was_found_in(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", returned_at=NOW - DAY)
    given.share("bob", "kettle", id="bob-kettle-2")
    assert person("ada").put("/v1/shares/bob-kettle-2/claim").status_code == 201
    assert cypher.rows("MATCH (claim:Claim)-[:FROM]->(share) RETURN claim.id, share.id") == [
        {"claim.id": "ada-bob-kettle", "share.id": "bob-kettle-2"}
    ]


def test_a_revoked_copy_cannot_be_taken_anew(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", revoked_at=NOW - DAY)
    assert code(person("ada").put("/v1/shares/bob-kettle/claim")) == (410, "revoked")
    assert wallet(person("ada")) == {"ada-bob-kettle": "revoked"}
