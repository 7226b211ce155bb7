"""Suggested people over HTTP."""

from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker

# ada knows cy, dee and eve through bob; five friends of cy and two of eve share.
CIRCLE = "(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy) (bob)-[:FRIEND]->(dee) (bob)-[:FRIEND]->(eve)"
SHARERS = ("s1", "s2", "s3", "s4", "s5")


@pytest.fixture
def circle(given: Given) -> Given:
    given(CIRCLE)
    for number, sharer in enumerate(SHARERS):
        given(f"(cy)-[:FRIEND]->({sharer})")
        given.share(sharer, f"thing{number}", category="tea" if number else "baby")
    return given


def suggested(of: Person, query: str = "") -> list[dict[str, Any]]:
    answer = of.get(f"/v1/me/suggestions{query}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json["items"]
    return items


def names(of: Person) -> list[str]:
    return [item["user"]["id"] for item in suggested(of)]


def test_whoever_opens_new_categories_comes_first_with_counts_and_no_names_but_agreed_ones(
    circle: Given, person: PersonMaker
) -> None:
    first, *others = suggested(person("ada"))
    assert first["user"]["id"] == "cy"
    assert first["reason"] == {"categories": 2, "coupons": 5, "mutual_count": 1}
    assert first["mutual_friends"] == [{"id": "bob", "display_name": "bob"}]
    assert [item["user"]["id"] for item in others] == ["dee", "eve"]
    assert {item["reason"]["coupons"] for item in others} == {0}
    text = person("ada").get("/v1/me/suggestions").text
    assert not any(word in text for word in (*SHARERS, "thing", "tea", "baby"))


def test_fewer_sharers_than_a_group_are_not_told_of(circle: Given, person: PersonMaker) -> None:
    circle("(s5:Deactivated)")
    assert suggested(person("ada"))[0]["reason"] == {"categories": 0, "coupons": 0, "mutual_count": 1}


def test_what_my_circle_has_opens_nothing(circle: Given, person: PersonMaker) -> None:
    circle.share("bob", "oolong", category="tea")
    circle.share("bob", "bottle", category="baby")
    assert suggested(person("ada"))[0]["reason"]["categories"] == 0


@pytest.mark.parametrize("audience", ["friends", "direct"])
def test_shares_that_would_not_reach_me_are_not_counted(
    given: Given, person: PersonMaker, audience: str
) -> None:
    given(CIRCLE)
    for number, sharer in enumerate(SHARERS):
        given(f"(cy)-[:FRIEND]->({sharer})")
        given.share(sharer, f"thing{number}", audience=audience)
    assert {item["reason"]["coupons"] for item in suggested(person("ada"))} == {0}


def test_what_somebody_shares_with_friends_alone_changes_nothing(circle: Given, person: PersonMaker) -> None:
    ada = person("ada")
    before = ada.get("/v1/me/suggestions").data
    for word in ("lamp", "mug", "kettle", "pen", "bag"):
        circle.share("dee", word, audience="friends", category="books")
    assert ada.get("/v1/me/suggestions").data == before


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a friend", "(ada)-[:FRIEND]->(cy)"),
        ("somebody I block", "(ada)-[:BLOCKS]->(cy)"),
        ("somebody who blocks me", "(cy)-[:BLOCKS]->(ada)"),
        ("somebody I ask", "(ada)-[:ASKED]->(cy)"),
        ("somebody who asks me", "(cy)-[:ASKED]->(ada)"),
        ("somebody I dismissed", "(ada)-[:DISMISSED]->(cy)"),
        ("somebody who left", "(cy:Deactivated)"),
        ("somebody suspended", "(cy:Suspended)"),
    ],
)
def test_who_is_no_candidate_is_not_suggested(
    circle: Given, person: PersonMaker, name: str, change: str
) -> None:
    assert "cy" in names(person("ada"))
    circle(change)
    assert "cy" not in names(person("ada")), name
    assert names(person("bob")) != names(person("ada"))


def test_nobody_is_suggested_who_does_not_wish_to_be_found(circle: Given, person: PersonMaker) -> None:
    assert person("cy").get("/v1/me").status_code == 200
    version = person("cy").get("/v1/me").headers["ETag"]
    assert person("cy").patch("/v1/me", {"discoverable": False}, If_Match=version).status_code == 200
    assert names(person("ada")) == ["dee", "eve"]


@pytest.mark.parametrize("bridge", ["NoBridge", "Deactivated"])
def test_a_friend_who_does_not_bridge_leads_to_nobody(given: Given, person: PersonMaker, bridge: str) -> None:
    given(f"(ada)-[:FRIEND]->(bob:{bridge})-[:FRIEND]->(cy)")
    assert names(person("ada")) == []


def test_whoever_does_not_bridge_opens_nothing(circle: Given, person: PersonMaker) -> None:
    circle("(cy:NoBridge)")
    assert suggested(person("ada"))[0]["reason"] == {"categories": 0, "coupons": 0, "mutual_count": 1}


def test_a_dismissal_is_for_ever_until_it_is_undone(circle: Given, person: PersonMaker, clock: Clock) -> None:
    ada = person("ada")
    assert ada.put("/v1/me/dismissed/cy").status_code == 204
    clock.at = NOW + 20 * DAY
    assert names(ada) == ["dee", "eve"]
    assert ada.delete("/v1/me/dismissed/cy").status_code == 204
    assert names(ada) == ["cy", "dee", "eve"]


def test_suggestions_come_in_pages(circle: Given, person: PersonMaker) -> None:
    ada = person("ada")
    first = ada.get("/v1/me/suggestions?limit=2").json
    last = ada.get(f"/v1/me/suggestions?limit=2&cursor={first['next_cursor']}").json
    assert [item["user"]["id"] for page in (first, last) for item in page["items"]] == ["cy", "dee", "eve"]
    assert last["next_cursor"] is None


def test_what_i_searched_for_in_vain_goes_first(given: Given, person: PersonMaker, clock: Clock) -> None:
    given(CIRCLE)
    for opener, category in (("cy", "tea"), ("dee", "baby")):
        for number in range(5):
            given(f"({opener})-[:FRIEND]->({opener}{number})")
            given.share(
                f"{opener}{number}", f"{category}{number}", category=category, claim_by=NOW + 60 * DAY
            )
    ada = person("ada")
    assert names(ada) == ["cy", "dee", "eve"]
    given.searched("ada", "pram", category="baby")
    assert names(ada) == ["dee", "cy", "eve"]
    clock.at = NOW + 29.5 * DAY
    assert names(ada) == ["cy", "dee", "eve"]
