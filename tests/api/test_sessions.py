"""Sessions: the list of devices, and signing out."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.actions import accounts
from service.api.http.auth import COOKIE
from service.api.http.current import EXTENSION
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker

PASSWORD = "kettle lamp umbrella"
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def ada(given: Given, graph: Graph, app: Flask) -> dict[str, str]:
    """Ada's password."""
    given("(ada)")
    accounts.set_password(graph, app.extensions[EXTENSION].keys, "ada", PASSWORD, NOW)
    return {"handle": "ada", "password": PASSWORD}


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    """A client that keeps cookies."""
    return app.test_client()


def test_a_token_opens_one_session_until_it_expires(
    browser: FlaskClient, ada: dict[str, str], clock: Clock
) -> None:
    session = browser.post("/v1/sessions", json=ada).get_json()
    bearer = {"Authorization": f"Bearer {session['token']}"}
    assert session["expires_at"] == (NOW + timedelta(days=60)).strftime("%Y-%m-%dT%H:%M:%SZ")
    clock.forward(days=60, seconds=-1)
    assert browser.get("/v1/me", headers=bearer).status_code == 200
    clock.forward(seconds=1)
    assert browser.get("/v1/me", headers=bearer).status_code == 401


def test_a_browser_gets_a_cookie_that_no_script_reads(browser: FlaskClient, ada: dict[str, str]) -> None:
    answer = browser.post("/v1/sessions", json={**ada, "cookie": True})
    assert "token" not in answer.get_json()
    (cookie,) = [text for text in answer.headers.getlist("Set-Cookie") if COOKIE in text]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert browser.get("/v1/me").get_json()["id"] == "ada"


def test_a_cookie_changes_nothing_for_another_site(browser: FlaskClient, ada: dict[str, str]) -> None:
    browser.post("/v1/sessions", json={**ada, "cookie": True})
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}, {}):
        assert browser.delete("/v1/sessions/current", headers=headers).status_code == 403
    assert browser.delete("/v1/sessions/current", headers=HERE).status_code == 204
    assert browser.get("/v1/me").status_code == 401


def test_signing_in_again_ends_the_browsers_old_session(
    browser: FlaskClient, ada: dict[str, str], cypher: Cypher
) -> None:
    for _ in range(2):
        body = {**ada, "cookie": True}
        assert browser.post("/v1/sessions", json=body, headers=HERE).status_code == 201
    assert cypher.value("MATCH (session:Session) RETURN count(session)") == 1


def test_devices_are_listed_newest_first(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada) (bob)")
    first = person("ada")
    clock.forward(minutes=1)
    second = person("ada")
    person("bob")
    items = second.get("/v1/sessions").get_json()["items"]
    assert [item["current"] for item in items] == [True, False]
    page = second.get("/v1/sessions?limit=1").get_json()
    rest = second.get(f"/v1/sessions?limit=1&cursor={page['next_cursor']}").get_json()
    assert page["items"] + rest["items"] == items
    assert second.delete(f"/v1/sessions/{items[1]['id']}").status_code == 204
    assert first.get("/v1/me").status_code == 401
    assert second.get("/v1/me").status_code == 200


def test_a_session_of_another_person_is_like_none(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    theirs = bob.get("/v1/sessions").get_json()["items"][0]["id"]
    foreign, absent = ada.delete(f"/v1/sessions/{theirs}"), ada.delete("/v1/sessions/absent")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data
    assert bob.get("/v1/me").status_code == 200


@pytest.mark.parametrize(
    "header", ["Bearer nonsense", "Bearer", "Basic YWRhOmFkYQ==", "", "Bearer ''", "Bearer \xe9"]
)
def test_a_junk_token_is_nobody_and_beats_a_good_cookie(
    browser: FlaskClient, ada: dict[str, str], header: str
) -> None:
    browser.post("/v1/sessions", json={**ada, "cookie": True})
    answer = browser.get("/v1/me", headers={"Authorization": header})
    assert (answer.status_code, answer.get_json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("body", [{}, {"handle": "ada"}, {"handle": 1, "password": "x"}, []])
def test_nonsense_is_refused(browser: FlaskClient, body: object) -> None:
    assert browser.post("/v1/sessions", json=body).status_code == 422


def test_guesses_are_counted_by_address(
    settings: object, graph: Graph, clock: Clock, ada: dict[str, str]
) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from service.app import create_app  # noqa: PLC0415
    from service.settings import Settings  # noqa: PLC0415

    assert isinstance(settings, Settings)
    strict = create_app(replace(settings, sign_in_limits="3 per minute"), graph, clock=clock)
    client = strict.test_client(use_cookies=False)
    guesses = [client.post("/v1/sessions", json={**ada, "password": f"guess {n}"}) for n in range(3)]
    assert {answer.status_code for answer in guesses} == {401}
    refused = client.post("/v1/sessions", json=ada)
    assert (refused.status_code, refused.get_json()["code"]) == (429, "rate_limited")
    assert int(refused.headers["Retry-After"]) > 0
    registering = client.post("/v1/accounts", json={})
    assert registering.status_code == 429
