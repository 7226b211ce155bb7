"""Following, blocking, muting and refusing, over HTTP."""

from functools import partial

import pytest
from werkzeug.test import TestResponse

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import Person, PersonMaker
from tests.support.together import together

PATHS = ["follows", "blocks", "mutes", "refusals", "dismissed"]


def listed(of: Person, path: str) -> list[str]:
    items = of.get(f"/v1/me/{path}").get_json()["items"]
    return [item.get("user_id") or item["id"] for item in items]


@pytest.mark.parametrize("path", PATHS)
def test_a_choice_stands_once_until_it_is_taken_back(given: Given, person: PersonMaker, path: str) -> None:
    given("(ada) (ivy:Creator)")
    ada = person("ada")
    for _ in range(2):
        assert ada.put(f"/v1/me/{path}/ivy").status_code in {200, 204}
        assert listed(ada, path) == ["ivy"]
    for _ in range(2):
        assert ada.delete(f"/v1/me/{path}/ivy").status_code == 204
        assert listed(ada, path) == []


@pytest.mark.parametrize("path", PATHS)
def test_a_choice_made_many_times_at_once_stands_once(
    given: Given, person: PersonMaker, cypher: Cypher, path: str
) -> None:
    given("(ada) (ivy:Creator)")
    put = partial(person("ada").put, f"/v1/me/{path}/ivy")
    answers: list[TestResponse | Exception] = [*together(*[put] * 8)]
    assert {getattr(answer, "status_code", None) for answer in answers} <= {200, 204}
    assert cypher.value("MATCH (:User {id: 'ada'})-[edge]->(:User) RETURN count(edge)") == 1


@pytest.mark.parametrize("path", PATHS)
def test_nobody_chooses_so_of_oneself(given: Given, person: PersonMaker, path: str) -> None:
    given("(ada:Creator)")
    answer = person("ada").put(f"/v1/me/{path}/ada")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "self")
    assert listed(person("ada"), path) == []


@pytest.mark.parametrize("path", ["follows", "mutes", "refusals", "dismissed"])
@pytest.mark.parametrize("hidden", ["blocker", "blocked", "gone"])
def test_whom_one_may_not_see_is_like_nobody(
    given: Given, person: PersonMaker, path: str, hidden: str
) -> None:
    given("(blocker:Creator)-[:BLOCKS]->(ada)-[:BLOCKS]->(blocked:Creator) (gone:Creator:Deactivated)")
    ada = person("ada")
    answer, absent = ada.put(f"/v1/me/{path}/{hidden}"), ada.put(f"/v1/me/{path}/absent")
    assert answer.status_code == absent.status_code == 404
    assert answer.data == absent.data


def test_only_creators_are_followed(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    answer = person("ada").put("/v1/me/follows/bob")
    assert (answer.status_code, answer.get_json()["code"]) == (409, "not_creator")


def test_a_creator_removes_a_follower(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FOLLOWS]->(ivy:Creator) (bob)-[:FOLLOWS]->(ivy)")
    assert person("ivy").delete("/v1/me/followers/ada").status_code == 204
    assert (listed(person("ada"), "follows"), listed(person("bob"), "follows")) == ([], ["ivy"])


def test_a_block_hides_each_from_the_other_but_in_the_blockers_list(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    ada, bob = person("ada"), person("bob")
    assert ada.put("/v1/me/blocks/bob").status_code == 204
    assert bob.get("/v1/users/ada").status_code == ada.get("/v1/users/bob").status_code == 404
    assert bob.get("/v1/users?handle=ada").status_code == 404
    assert (listed(ada, "blocks"), listed(bob, "blocks")) == (["bob"], [])
    assert ada.delete("/v1/me/blocks/bob").status_code == 204
    answer = bob.get("/v1/users/ada")
    assert answer.get_json()["viewer"]["friend"] is False


@pytest.mark.parametrize("hidden", ["blocker", "gone"])
def test_a_block_tells_nobody_from_somebody_who_left_or_blocks(
    given: Given, person: PersonMaker, hidden: str
) -> None:
    given("(blocker)-[:BLOCKS]->(ada) (gone:Deactivated)")
    ada = person("ada")
    answer, absent = ada.put(f"/v1/me/blocks/{hidden}"), ada.put("/v1/me/blocks/absent")
    assert answer.status_code == absent.status_code == 404
    assert answer.data == absent.data
    assert listed(ada, "blocks") == []


def test_a_mute_ends_by_itself(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada) (bob)")
    ada = person("ada")
    answer = ada.put("/v1/me/mutes/bob", {"until": "2030-01-02T08:00:00+08:00"})
    assert answer.get_json()["until"] == "2030-01-02T00:00:00Z"
    assert ada.get("/v1/users/bob").get_json()["viewer"]["muted"] is True
    clock.forward(days=1)
    assert ada.get("/v1/users/bob").get_json()["viewer"]["muted"] is False
    assert listed(ada, "mutes") == []


def test_shops_and_categories_are_muted_too(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)", shares={"bob": "kettle"})
    ada = person("ada")
    assert ada.put("/v1/me/mutes/kettle-shop").get_json()["kind"] == "shop"
    assert ada.put("/v1/me/mutes/kitchen").get_json()["kind"] == "category"
    items = ada.get("/v1/me/mutes").get_json()["items"]
    assert {item["kind"] for item in items} == {"shop", "category"}
    assert ada.put("/v1/me/mutes/kettle").status_code == 404  # a product


@pytest.mark.parametrize(
    "until", ["2030-01-01T00:00:00Z", "2030-01-02", "2031-01-01T00:00:00", "soon", 7,
              "9999-12-31T23:59:59-14:00"]
)  # fmt: skip
def test_a_mute_until_nonsense_is_refused(given: Given, person: PersonMaker, until: object) -> None:
    given("(ada) (bob)")
    answer = person("ada").put("/v1/me/mutes/bob", {"until": until})
    assert (answer.status_code, list(answer.get_json()["fields"])) == (422, ["json.until"])


def test_who_is_refused_stays_a_friend(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    assert person("ada").put("/v1/me/refusals/bob").status_code == 204
    assert person("bob").get("/v1/users/ada").get_json()["viewer"]["friend"] is True
    assert listed(person("bob"), "refusals") == []
