"""Earned coupons over HTTP: list and preview."""

from typing import Any

import pytest

from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker


def preview(person: PersonMaker, coupon: str = "ada-kettle-coupon", **body: str) -> Any:
    """The preview of ada's coupon."""
    answer = person("ada").post(f"/v1/coupons/{coupon}/preview", body)
    assert answer.status_code == 200, answer.text
    return answer.json


def friends(cypher: Cypher, of: str, number: int) -> list[str]:
    """Add new friends to a person."""
    rows = cypher.rows(
        "MATCH (person:User {id: $of}) UNWIND range(1, $number) AS count "
        "CREATE (friend:User:Active {id: $of + '-' + count, handle: $of + '-' + count}) "
        "CREATE (friend)-[:FRIEND]->(person) RETURN friend.id AS id",
        of=of,
        number=number,
    )
    return [row["id"] for row in rows]


def test_where_a_coupon_stands_follows_from_instants_and_copies(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.coupon("ada", "available")
    given.coupon("ada", "expired", claim_by=NOW)
    given.coupon("ada", "revoked", revoked_at=NOW - DAY)
    given.share("ada", "exhausted", quota=1)
    given.claim("bob", "ada-exhausted")
    ada = person("ada")
    for status in ("available", "expired", "revoked", "exhausted"):
        (item,) = ada.get(f"/v1/me/coupons?status={status}").json["items"]
        assert (item["id"], item["status"]) == (f"ada-{status}-coupon", status)
    assert item["shares"] == ["ada-exhausted"]
    assert (item["quota"], item["taken"]) == (1, 1)
    assert person("bob").get("/v1/me/coupons").json["items"] == []
    assert ada.get("/v1/me/coupons?status=lost").status_code == 422


def test_my_coupons_page_newest_first(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    for number in range(5):
        given.coupon("ada", f"thing{number}", earned_at=NOW - (number // 2) * DAY)
    seen, path = [], "/v1/me/coupons?limit=2"
    while path:
        page = person("ada").get(path).json
        seen += [item["id"] for item in page["items"]]
        path = page["next_cursor"] and f"/v1/me/coupons?limit=2&cursor={page['next_cursor']}"
    assert seen == [f"ada-thing{number}-coupon" for number in range(5)]


def test_a_preview_tells_the_quota_of_my_level_and_the_line_it_will_carry(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    seen = preview(person)
    assert (seen["quota"], seen["more_at_level"], seen["ad_label"]) == (5, 1, True)
    assert seen["disclosure"].startswith("Ad · Verified purchase.")
    cypher.rows("MATCH (user:User) SET user.level = 1")
    assert (preview(person)["quota"], preview(person)["more_at_level"]) == (8, 2)
    cypher.rows("MATCH (user:User) SET user.level = 2")
    assert (preview(person)["quota"], preview(person)["more_at_level"]) == (10, None)


@pytest.mark.parametrize(
    ("number", "bucket"),
    [(0, "0"), (1, "1-9"), (9, "1-9"), (10, "10-49"), (50, "50-99"), (100, "100-499"), (500, "500+")],
)
def test_reach_comes_in_buckets(
    given: Given, person: PersonMaker, cypher: Cypher, number: int, bucket: str
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    friends(cypher, "ada", number)
    assert preview(person)["friends"] == bucket
    assert preview(person, audience="direct")["friends"] == "0"


def test_what_lies_behind_four_friends_is_not_told_and_behind_five_it_is(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    bridges = friends(cypher, "ada", 6)
    for bridge in bridges[:4]:
        friends(cypher, bridge, 3)
    assert preview(person)["via_friends"] is None
    friends(cypher, bridges[4], 3)
    assert preview(person)["via_friends"] == "10-49"
    assert preview(person, audience="friends")["via_friends"] == "0"
    cypher.rows("MATCH (user:User {id: $bridge}) SET user:NoBridge, user.bridge = 'off'", bridge=bridges[0])
    assert preview(person)["via_friends"] is None


def test_followers_count_when_a_creator_shares_with_everyone(given: Given, person: PersonMaker) -> None:
    given("(ada:Creator)<-[:FOLLOWS]-(bob)")
    given.coupon("ada", "kettle")
    assert preview(person, audience="public")["followers"] == "1-9"
    assert preview(person, audience="circle")["followers"] == "0"


def test_what_cannot_be_published_is_not_previewed(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    given.coupon("ada", "expired", claim_by=NOW)
    given.coupon("ada", "kettle")
    ada, bob = person("ada"), person("bob")
    assert ada.post("/v1/coupons/ada-expired-coupon/preview").json["code"] == "expired"
    public = ada.post("/v1/coupons/ada-kettle-coupon/preview", {"audience": "public"})
    assert public.json["code"] == "creators_only"
    foreign = bob.post("/v1/coupons/ada-kettle-coupon/preview")
    absent = bob.post("/v1/coupons/no-kettle-coupon1/preview")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data
