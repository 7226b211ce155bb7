"""My account over HTTP: read, change, export, close."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.actions import accounts
from service.api.http.current import EXTENSION
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker

PASSWORD = "kettle lamp umbrella"
NEW = "umbrella lamp kettle"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client with no session; it keeps no cookies."""
    return app.test_client(use_cookies=False)


@pytest.fixture
def ada(given: Given, graph: Graph, app: Flask) -> dict[str, str]:
    """What ada signs in with."""
    given("(ada)")
    accounts.set_password(graph, app.extensions[EXTENSION].keys, "ada", PASSWORD, NOW)
    return {"handle": "ada", "password": PASSWORD}


def test_a_change_moves_the_version_and_a_repeat_does_not(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    me = person("ada")
    before = me.get("/v1/me")
    after = me.patch("/v1/me", {"display_name": "Ada L"}, If_Match=before.headers["ETag"])
    assert after.get_json()["display_name"] == "Ada L"
    assert after.headers["ETag"] != before.headers["ETag"]
    again = me.patch("/v1/me", {"display_name": "Ada L"}, If_Match=before.headers["ETag"])
    assert again.get_json() == after.get_json()


@pytest.mark.parametrize("tag", ['"7"', '"abc"', '"99999999999999999999"', 'W/"1"', '"²"'])
def test_a_stale_version_changes_nothing(given: Given, person: PersonMaker, tag: str) -> None:
    given("(ada)")
    answer = person("ada").patch("/v1/me", {"display_name": "Eve"}, If_Match=tag)
    assert (answer.status_code, answer.get_json()["code"]) == (412, "stale_version")
    assert person("ada").get("/v1/me").get_json()["display_name"] == "ada"


@pytest.mark.parametrize("headers", [{}, {"If_Match": "*"}])
def test_without_a_version_a_change_always_holds(
    given: Given, person: PersonMaker, headers: dict[str, str]
) -> None:
    given("(ada)")
    answer = person("ada").patch("/v1/me", {"locale": "zh"}, **headers)
    assert (answer.status_code, answer.get_json()["locale"]) == (200, "zh")


def test_the_bridge_label_follows_the_setting(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given("(ada)")
    label = "MATCH (ada:User {id: 'ada'}) RETURN ada:NoBridge"
    for bridge, off in [("off", True), ("off", True), ("named", False), ("counted", False)]:
        assert person("ada").patch("/v1/me", {"bridge": bridge}).get_json()["bridge"] == bridge
        assert cypher.value(label) is off
    person("ada").patch("/v1/me", {"bridge": "off"})
    person("ada").patch("/v1/me", {"locale": "zh"})
    assert cypher.value(label) is True


@pytest.mark.parametrize(
    "change",
    [
        {"bridge": "on"},
        {"display_name": ""},
        {"display_name": "x" * 41},
        {"discoverable": "yes"},
        {"locale": "fr"},
        {"handle": "eve"},
        {"level": 5},
    ],
)
def test_nonsense_changes_nothing(given: Given, person: PersonMaker, change: dict[str, object]) -> None:
    given("(ada)")
    before = person("ada").get("/v1/me").get_json()
    assert person("ada").patch("/v1/me", change).status_code in {400, 422}
    assert person("ada").get("/v1/me").get_json() == before


def test_who_leaves_is_gone_at_once_and_may_come_back_for_15_days(
    client: FlaskClient, ada: dict[str, str], given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    leaving, other = person("ada"), person("ada")
    assert leaving.delete("/v1/me").status_code == 204
    assert leaving.get("/v1/me").status_code == other.get("/v1/me").status_code == 401
    assert person("bob").get("/v1/users/ada").status_code == 404
    assert person("bob").get("/v1/me/friends").get_json()["items"] == []
    clock.forward(days=15, seconds=-1)
    assert client.post("/v1/sessions", json=ada).status_code == 201
    assert [row["id"] for row in person("bob").get("/v1/me/friends").get_json()["items"]] == ["ada"]


def test_after_15_days_nobody_comes_back(
    client: FlaskClient, ada: dict[str, str], person: PersonMaker, clock: Clock
) -> None:
    person("ada").delete("/v1/me")
    clock.forward(days=15)
    wrong = client.post("/v1/sessions", json={**ada, "password": "wrong"})
    assert client.post("/v1/sessions", json=ada).data == wrong.data


def test_a_new_password_signs_every_other_device_out(
    client: FlaskClient, ada: dict[str, str], person: PersonMaker
) -> None:
    here, there = person("ada"), person("ada")
    answer = here.post("/v1/me/password", {"old": PASSWORD, "new": NEW})
    assert answer.status_code == 204
    assert (here.get("/v1/me").status_code, there.get("/v1/me").status_code) == (200, 401)
    assert client.post("/v1/sessions", json=ada).status_code == 401
    assert client.post("/v1/sessions", json={**ada, "password": NEW}).status_code == 201


@pytest.mark.parametrize(
    ("old", "new", "status", "code"),
    [
        ("wrong", NEW, 403, "wrong_password"),
        (PASSWORD, "short", 422, "invalid"),
        (PASSWORD, "password1", 422, "weak_password"),
    ],
)
def test_a_refused_password_changes_nothing(
    client: FlaskClient, ada: dict[str, str], person: PersonMaker, old: str, new: str, status: int, code: str
) -> None:
    other = person("ada")
    answer = person("ada").post("/v1/me/password", {"old": old, "new": new})
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert other.get("/v1/me").status_code == 200
    assert client.post("/v1/sessions", json=ada).status_code == 201


def test_the_export_holds_what_is_mine_and_nothing_of_others(
    given: Given, person: PersonMaker, ada: dict[str, str]
) -> None:
    given(
        "(ada)-[:FRIEND]->(bob)-[:FOLLOWS]->(ada:Creator) (mallory)-[:BLOCKS]->(ada)-[:ASKED]->(dee)"
        "(cy)-[:ASKED]->(ada)-[:BLOCKS]->(hal)",
        shares={"ada": "kettle", "bob": "lamp"},
    )
    given.send("bob-lamp", "ada")
    given.claim("ada", "bob-lamp")
    given.claim("bob", "ada-kettle")
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 10, share="ada-kettle")
    dee = person("dee").get("/v1/me/friend-requests").get_json()["items"][0]["id"]
    person("dee").post(f"/v1/friend-requests/{dee}/decline")
    answer = person("ada").post("/v1/me/export")
    kinds = answer.get_json()["kinds"]
    assert kinds["profile"][0]["handle"] == "ada"
    assert [row["id"] for row in kinds["friends"]] == ["bob"]
    assert {(row["direction"], row["user_id"]) for row in kinds["friend_requests"]} == {
        ("out", "dee"),
        ("in", "cy"),
    }
    assert all(row["declined_at"] is None for row in kinds["friend_requests"])
    assert [(row["kind"], row["id"]) for row in kinds["choices"]] == [("blocks", "hal")]
    assert [row["id"] for row in kinds["shares"]] == ["ada-kettle"]
    assert [row["share_id"] for row in kinds["claims"]] == ["bob-lamp"]
    assert [row["direction"] for row in kinds["direct_sends"]] == ["in"]
    assert [row["kind"] for row in kinds["experience"]] == ["publish"]
    assert len(kinds["purchases"]) == len(kinds["coupons"]) == len(kinds["sessions"]) == 1
    assert "mallory" not in answer.text
    assert "argon2" not in answer.text
