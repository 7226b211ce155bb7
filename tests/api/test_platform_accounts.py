"""Linking an account on a platform with a code."""

import re

import pytest
from flask import Flask

from service.credentials.keys import keys
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import PersonMaker
from tests.support.platform import PlatformPlayer, player

MINE = "/v1/me/platform-accounts"
IGNORED = "ignored"


@pytest.fixture
def jd(app: Flask, settings: Settings) -> PlatformPlayer:
    """JD."""
    return player(app, keys(settings), "jd")


def code_of(person: PersonMaker, who: str, platform: str = "jd") -> str:
    answer = person(who).post(MINE, {"platform": platform})
    assert answer.status_code == 201
    assert answer.json is not None
    return str(answer.json["code"])


def linked(person: PersonMaker, who: str) -> list[str]:
    answer = person(who).get(MINE)
    assert answer.status_code == 200
    assert answer.json is not None
    return [item["platform"] for item in answer.json["items"]]


def test_platforms_are_data_that_anyone_may_read(app: Flask) -> None:
    answer = app.test_client().get("/v1/platforms")
    assert answer.json is not None
    assert [item["id"] for item in answer.json["items"]] == [
        "douyin",
        "jd",
        "meituan",
        "other",
        "pinduoduo",
        "taobao",
        "tmall",
        "wechat",
    ]
    assert answer.json["items"][1] == {
        "id": "jd",
        "name_zh": "京东",
        "name_en": "JD",
        "open_with": ["link", "code"],
    }


def test_a_code_typed_at_the_platform_links_the_account(
    given: Given, person: PersonMaker, jd: PlatformPlayer, clock: Clock
) -> None:
    given("(ada)")
    code = code_of(person, "ada")
    assert re.fullmatch("[2-9A-HJKMNP-Z]{8}", code)
    clock.forward(minutes=10)
    typed = f" {code[:4].lower()}-{code[4:]} "
    assert jd.linked(typed, "ext-ada", clock()).json == {"status": "applied", "reason": None}
    (account,) = person("ada").get(MINE).json["items"]
    assert account.pop("id")
    assert account == {
        "platform": "jd",
        "name_zh": "京东",
        "name_en": "JD",
        "linked_at": "2030-01-01T00:10:00Z",
    }


def test_neither_the_code_nor_the_platforms_id_is_stored(
    given: Given, person: PersonMaker, jd: PlatformPlayer, cypher: Cypher
) -> None:
    given("(ada)")
    code = code_of(person, "ada")
    jd.linked(code, "ext-ada")
    stored = cypher.rows(
        "MATCH (n) WHERE NOT n:Rule AND NOT n:Migration UNWIND keys(n) AS key "
        "RETURN toStringOrNull(n[key]) AS text"
    )
    assert not [row for row in stored if row["text"] and (code in row["text"] or "ext-ada" in row["text"])]


@pytest.mark.parametrize(("minutes", "status"), [(14, "applied"), (15, IGNORED)])
def test_a_code_lasts_fifteen_minutes_from_when_it_was_typed(
    given: Given, person: PersonMaker, jd: PlatformPlayer, clock: Clock, minutes: int, status: str
) -> None:
    given("(ada)")
    code = code_of(person, "ada")
    clock.forward(minutes=minutes)
    typed_at = clock()
    clock.forward(hours=5)  # the event itself is late, which does no harm
    answer = jd.linked(code, "ext-ada", typed_at)
    assert answer.json is not None
    assert answer.json["status"] == status


def test_a_code_of_another_platform_an_older_code_and_a_used_code_link_nothing(
    given: Given, person: PersonMaker, jd: PlatformPlayer
) -> None:
    given("(ada)")
    unknown = {"status": IGNORED, "reason": "unknown_code"}
    assert jd.linked(code_of(person, "ada", "taobao"), "ext-ada").json == unknown
    older, code = code_of(person, "ada"), code_of(person, "ada")
    assert jd.linked(older, "ext-ada").json == unknown
    assert jd.linked(code, "ext-ada").json == {"status": "applied", "reason": None}
    assert jd.linked(code, "ext-other").json == unknown
    assert linked(person, "ada") == ["jd"]


def test_an_account_belongs_to_one_person(given: Given, person: PersonMaker, jd: PlatformPlayer) -> None:
    given("(ada) (bob)")
    jd.linked(code_of(person, "ada"), "ext-ada")
    answer = jd.linked(code_of(person, "bob"), "ext-ada")
    assert (answer.status_code, answer.json) == (200, {"status": IGNORED, "reason": "linked_elsewhere"})
    assert (linked(person, "ada"), linked(person, "bob")) == (["jd"], [])


def test_an_account_let_go_can_be_linked_by_another(
    given: Given, person: PersonMaker, jd: PlatformPlayer
) -> None:
    given("(ada) (bob)")
    jd.linked(code_of(person, "ada"), "ext-ada")
    (account,) = person("ada").get(MINE).json["items"]
    foreign = person("bob").delete(f"{MINE}/{account['id']}")
    absent = person("bob").delete(f"{MINE}/absent")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data
    assert person("ada").delete(f"{MINE}/{account['id']}").status_code == 204
    jd.linked(code_of(person, "bob"), "ext-ada")
    assert (linked(person, "ada"), linked(person, "bob")) == ([], ["jd"])


@pytest.mark.parametrize("body", [{}, {"platform": ""}, {"platform": 1}, {"platform": "jd", "more": 1}])
def test_a_request_that_names_no_platform_is_not_valid(
    given: Given, person: PersonMaker, body: dict[str, object]
) -> None:
    given("(ada)")
    assert person("ada").post(MINE, body).status_code == 422


def test_an_unknown_platform_is_not_found(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    assert person("ada").post(MINE, {"platform": "nowhere"}).status_code == 404


def test_nobody_links_without_being_signed_in(app: Flask) -> None:
    client = app.test_client()
    assert client.post(MINE, json={"platform": "jd"}).status_code == 401
    assert client.get(MINE).status_code == 401
    assert client.delete(f"{MINE}/x").status_code == 401
