"""What a stranger may put into a request: any host, method, number of tokens, depth or offset."""

from dataclasses import replace

import pytest
from flask import Flask
from prometheus_client import REGISTRY, generate_latest

from service.app import create_app
from service.graph.client import Graph
from service.settings import Settings
from tests.support.clock import Clock
from tests.support.given import Given
from tests.support.people import Person, PersonMaker


@pytest.fixture
def strict(settings: Settings, graph: Graph, clock: Clock) -> Flask:
    own = replace(settings, rate_limits="5 per minute", hosts=("circle.example",), trusted_proxies=1)
    return create_app(own, graph, clock=clock)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]", 200),
        ("[::1]:80", 200),
        ("[::1].evil", 421),
        ("circle.example", 200),
        ("rebound.example", 421),
        ("circle.example.evil", 421),
        ("", 421),
    ],
)
def test_the_service_answers_under_its_own_names(strict: Flask, host: str, status: int) -> None:
    client = strict.test_client()
    assert client.get("/v1/levels", headers={"Host": host}).status_code == status
    assert client.get("/livez", headers={"Host": host}).status_code == 200
    forwarded = {"Host": "localhost", "X-Forwarded-Host": "rebound.example"}
    refused = client.get("/v1/levels", headers=forwarded)
    assert (refused.status_code, refused.get_json()["code"]) == (421, "unknown_host")


def test_tokens_that_nobody_has_count_by_address_and_a_session_by_itself(
    strict: Flask, given: Given, graph: Graph, clock: Clock
) -> None:
    given("(ada)")
    ada, client = Person.signed_in(strict, graph, "ada", clock()), strict.test_client()
    assert ada.get("/v1/me").status_code == 200
    codes = [
        client.get("/v1/me", headers={"Authorization": f"Bearer {number}"}).status_code for number in range(6)
    ]
    assert codes == [401, 401, 401, 401, 429, 429]
    assert ada.get("/v1/me").status_code == 200


def test_only_a_refusal_that_will_pass_says_when_to_come_again(strict: Flask) -> None:
    client = strict.test_client()
    answers = [client.get("/v1/levels") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 200, 429]
    assert ["Retry-After" in answer.headers for answer in answers] == [False] * 5 + [True]


@pytest.mark.parametrize("word", ["unknown", "_hidden", "127.0.0.1.evil", "127.0.0.1, unknown"])
def test_a_forwarded_word_is_no_address_of_this_machine(strict: Flask, word: str) -> None:
    answer = strict.test_client().get("/metrics", headers={"X-Forwarded-For": word})
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")


def test_methods_that_a_client_invents_are_counted_as_one(app: Flask) -> None:
    client = app.test_client()
    for number in range(9):
        assert client.open("/v1/me", method=f"BREW{number}").status_code == 405
    text = generate_latest(REGISTRY).decode()
    assert "BREW" not in text
    assert 'method="other"' in text


@pytest.mark.parametrize("depth", [20, 500, 1000, 200_000])
@pytest.mark.parametrize("path", ["/v1/sessions", "/v1/accounts", "/v1/reports", "/v1/explore/cypher"])
def test_no_depth_of_a_body_is_our_fault(given: Given, person: PersonMaker, path: str, depth: int) -> None:
    given("(ada)")
    for left, right in (("[", "]"), ('{"a":', "}")):
        body = (left * depth + "1" + right * depth).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": f"deep-{depth}"}
        answer = person("ada").client.post(path, data=body, headers=headers)
        assert 400 <= answer.status_code < 500, answer.data[:300]


@pytest.mark.parametrize(
    ("until", "stored"),
    [
        ("2030-02-02T08:00:00+23:59", "2030-02-01T08:01:00Z"),
        ("2030-02-02T08:00:00-23:59", "2030-02-03T07:59:00Z"),
        ("2030-02-02T08:00:00+18:30", "2030-02-01T13:30:00Z"),
    ],
)
def test_an_instant_is_stored_in_utc_whatever_its_offset(
    given: Given, person: PersonMaker, until: str, stored: str
) -> None:
    given("(ada) (bob)")
    answer = person("ada").put("/v1/me/mutes/bob", {"until": until})
    assert (answer.status_code, answer.get_json()["until"]) == (200, stored)


@pytest.mark.parametrize("until", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
def test_an_instant_beyond_the_calendar_is_refused(given: Given, person: PersonMaker, until: str) -> None:
    given("(ada) (bob)")
    assert person("ada").put("/v1/me/mutes/bob", {"until": until}).status_code == 422
