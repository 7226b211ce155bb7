"""Saved and hidden shares over HTTP."""

from collections.abc import Callable

import pytest

from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import Person, PersonMaker
from tests.support.together import together

LISTS = ["saved", "hidden"]
PAIR = "(ada)-[:FRIEND]->(bob)"


def listed(of: Person, path: str) -> list[str]:
    return [item["share_id"] for item in of.get(f"/v1/me/{path}").json["items"]]


def feed(of: Person, **query: str) -> list[str]:
    text = "&".join(f"{name}={value}" for name, value in query.items())
    return [item["id"] for item in of.get(f"/v1/circle?{text}").json["items"]]


@pytest.mark.parametrize("path", LISTS)
def test_a_share_is_kept_or_hidden_once_until_taken_back(
    given: Given, person: PersonMaker, path: str
) -> None:
    given(PAIR, shares={"bob": "kettle"})
    ada = person("ada")
    for _ in range(2):
        assert ada.put(f"/v1/me/{path}/bob-kettle").status_code in {200, 204}
        assert listed(ada, path) == ["bob-kettle"]
    for _ in range(2):
        assert ada.delete(f"/v1/me/{path}/bob-kettle").status_code == 204
        assert listed(ada, path) == []


@pytest.mark.parametrize("path", LISTS)
def test_what_i_may_not_see_is_like_what_is_not_there(given: Given, person: PersonMaker, path: str) -> None:
    given(PAIR + "-[:FRIEND]->(cy)-[:FRIEND]->(dee)", shares={"dee": "lamp"})
    given.share("cy", "secret", audience="friends")
    ada = person("ada")
    answers = [ada.put(f"/v1/me/{path}/{share}") for share in ("dee-lamp", "cy-secret", "nothing")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.data for answer in answers}) == 1
    assert listed(ada, path) == []


def block(ada: Person, bob: Person) -> None:
    bob.put("/v1/me/blocks/ada")


def unfriend(ada: Person, bob: Person) -> None:
    ada.delete("/v1/me/friends/bob")


def withdraw(ada: Person, bob: Person) -> None:
    bob.post("/v1/shares/bob-kettle/withdraw")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("end", [block, unfriend, withdraw], ids=lambda end: end.__name__)
def test_what_is_gone_stays_in_the_list_without_its_content(
    given: Given, person: PersonMaker, path: str, end: Callable[[Person, Person], None]
) -> None:
    given(PAIR, shares={"bob": "kettle"})
    ada, bob = person("ada"), person("bob")
    ada.put(f"/v1/me/{path}/bob-kettle")
    (item,) = ada.get(f"/v1/me/{path}").json["items"]
    assert (item["gone"], item["share"]["id"]) == (False, "bob-kettle")
    end(ada, bob)
    answer = ada.get(f"/v1/me/{path}")
    (item,) = answer.json["items"]
    assert (item["share_id"], item["gone"], item["share"]) == ("bob-kettle", True, None)
    assert "every day" not in answer.text


def test_a_kept_card_is_the_card_of_the_feed(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy)", shares={"cy": "lamp"})
    ada = person("ada")
    ada.put("/v1/me/saved/cy-lamp")
    (card,) = ada.get("/v1/circle").json["items"]
    assert ada.get("/v1/me/saved").json["items"][0]["share"] == card


def test_the_list_of_what_i_keep_is_paged(given: Given, person: PersonMaker) -> None:
    given(PAIR)
    ada = person("ada")
    for number in range(5):
        ada.put(f"/v1/me/saved/{given.share('bob', f'thing{number}')}")
    seen: list[str] = []
    more = "limit=2"
    while more:
        page = ada.get(f"/v1/me/saved?{more}").json
        seen += [item["share_id"] for item in page["items"]]
        more = page["next_cursor"] and f"limit=2&cursor={page['next_cursor']}"
    assert seen == [f"bob-thing{number}" for number in range(5)]


def test_a_hidden_share_leaves_my_feed_only_and_is_still_read(given: Given, person: PersonMaker) -> None:
    given(PAIR + "-[:FRIEND]->(cy)", shares={"bob": "kettle lamp"})
    ada, cy = person("ada"), person("cy")
    assert ada.put("/v1/me/hidden/bob-kettle").json["reason"] == "hidden"
    assert feed(ada) == ["bob-lamp"]
    assert sorted(feed(cy)) == ["bob-kettle", "bob-lamp"]
    assert ada.get("/v1/shares/bob-kettle").status_code == 200
    assert ada.put("/v1/shares/bob-kettle/claim").status_code == 201
    ada.delete("/v1/me/hidden/bob-kettle")
    assert sorted(feed(ada)) == ["bob-kettle", "bob-lamp"]


def test_the_reason_for_hiding_may_change(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "kettle"})
    ada = person("ada")
    ada.put("/v1/me/hidden/bob-kettle")
    answer = ada.put("/v1/me/hidden/bob-kettle", {"reason": "not_interested"})
    assert (answer.json["reason"], answer.json["since"]) == ("not_interested", "2030-01-01T00:00:00Z")
    assert ada.put("/v1/me/hidden/bob-kettle", {"reason": "boring"}).status_code == 422


def limit(cypher: Cypher, name: str, value: int) -> None:
    cypher.rows("MATCH (rule:Rule {name: $name}) SET rule.value = $value", name=name, value=value)


def test_no_more_is_kept_than_the_rules_allow(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(PAIR, shares={"bob": "kettle lamp pan cup"})
    ada = person("ada")
    limit(cypher, "saved_shares", 2)
    try:
        puts = [
            lambda word=word: ada.put(f"/v1/me/saved/bob-{word}") for word in ["kettle", "lamp", "pan", "cup"]
        ]
        answers = [getattr(answer, "json", None) for answer in together(*puts)]
        assert [answer["code"] for answer in answers if answer] == ["saved_limit"] * 2
        assert len(listed(ada, "saved")) == 2
    finally:
        limit(cypher, "saved_shares", 1000)


def test_the_longest_hidden_is_forgotten(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(PAIR, shares={"bob": "kettle lamp"})
    ada = person("ada")
    limit(cypher, "hidden_shares", 1)
    try:
        ada.put("/v1/me/hidden/bob-kettle")
        cypher.rows("MATCH ()-[hides:HIDES]->() SET hides.since = $past", past=NOW.replace(year=2029))
        ada.put("/v1/me/hidden/bob-lamp")
        assert listed(ada, "hidden") == ["bob-lamp"]
    finally:
        limit(cypher, "hidden_shares", 1000)


def test_what_i_keep_and_hide_is_in_my_export(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "kettle lamp"})
    ada = person("ada")
    ada.put("/v1/me/saved/bob-kettle")
    ada.put("/v1/me/hidden/bob-lamp", {"reason": "not_interested"})
    kinds = ada.post("/v1/me/export").json["kinds"]
    assert [row["share_id"] for row in kinds["saved"]] == ["bob-kettle"]
    assert [(row["share_id"], row["reason"]) for row in kinds["hidden"]] == [("bob-lamp", "not_interested")]
