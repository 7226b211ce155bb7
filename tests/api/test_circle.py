"""The feed over HTTP."""

from datetime import timedelta

from tests.support.given import NOW, Given
from tests.support.people import PersonMaker

HOUR = timedelta(hours=1)


def feed(person: PersonMaker, who: str, **query: object) -> list[str]:
    text = "&".join(f"{key}={value}" for key, value in query.items())
    answer = person(who).get(f"/v1/circle?{text}")
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json["items"]]


def test_friends_and_friends_of_friends_are_shown_and_the_circle_ends_there(
    given: Given, person: PersonMaker
) -> None:
    given(
        "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)",
        shares={"bob": "kettle", "cy": "lamp", "dee": "chair"},
    )
    assert sorted(feed(person, "ada")) == ["bob-kettle", "cy-lamp"]
    assert feed(person, "ada", degree=1) == ["bob-kettle"]
    assert feed(person, "ada", degree=2) == ["cy-lamp"]


def test_a_card_says_how_its_sharer_is_known(given: Given, person: PersonMaker) -> None:
    given(
        "(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy)-[:FRIEND]->(eve)-[:FRIEND]->(ada)",
        shares={"cy": "lamp"},
    )
    card = person("ada").get("/v1/circle").json["items"][0]
    assert (card["degree"], card["via"], card["mutual_count"]) == (2, "circle", 2)
    assert card["bridges"] == [{"id": "bob", "display_name": "bob"}]
    assert card["publisher"] == {"id": "cy", "display_name": "cy", "creator": False}
    assert card["shop"] == {"id": "lamp-shop", "name": "lamp shop"}
    assert card["product"] == {"id": "lamp", "name": "lamp", "category": "kitchen"}
    assert card["terms"]["kind"] == "percent"
    assert (card["quota"], card["remaining"], card["claimed"]) == (5, 5, None)


def test_pages_neither_repeat_nor_skip_while_new_shares_arrive(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    for number in range(7):
        given.share("bob", f"thing{number}", published_at=NOW - (number // 2) * HOUR)
    ada = person("ada")
    seen: list[str] = []
    more = "limit=2"
    while more:
        page = ada.get(f"/v1/circle?{more}").json
        seen += [item["id"] for item in page["items"]]
        more = page["next_cursor"] and f"limit=2&cursor={page['next_cursor']}"
        given.share("bob", f"late{len(seen)}", published_at=NOW)
    assert seen == [f"bob-thing{number}" for number in range(7)]


def test_filters_narrow_by_platform_category_discount_and_expiry(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.share("bob", "kettle", platform="jd", claim_by=NOW + HOUR)
    given.share("bob", "pram", category="baby", kind="fixed")
    assert feed(person, "ada", platform="jd") == ["bob-kettle"]
    assert feed(person, "ada", category="baby") == ["bob-pram"]
    assert feed(person, "ada", expiring="true") == ["bob-kettle"]
    assert sorted(feed(person, "ada", min_discount=5000)) == ["bob-kettle", "bob-pram"]
    assert feed(person, "ada", min_discount=5001) == []


def test_what_is_taken_leaves_the_feed_unless_asked_for(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)")
    given.share("bob", "kettle", quota=1)
    given.claim("cy", "bob-kettle")
    assert feed(person, "ada") == []
    assert feed(person, "ada", include_exhausted="true") == ["bob-kettle"]


def test_muted_people_leave_the_feed_until_the_mute_ends(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    ada = person("ada")
    until = (NOW + HOUR).isoformat().replace("+00:00", "Z")
    assert ada.put("/v1/me/mutes/bob", {"until": until}).status_code in {200, 204}
    assert feed(person, "ada") == []


def test_a_made_up_cursor_is_refused(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    answer = person("ada").get("/v1/circle?cursor=abc")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")
    assert "cursor" in answer.json["fields"]


def test_nobody_is_shown_a_circle_without_a_session(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    ada = person("ada")
    ada.token = "gone"
    assert ada.get("/v1/circle").status_code == 401
    assert ada.get("/v1/circle", Authorization="").status_code == 401
