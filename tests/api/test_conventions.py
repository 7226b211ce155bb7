"""The conventions of all routes: one error shape, one way to sign in, no leaks."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from service.api.http.access import ACCESS
from service.api.http.observe import HEADER
from service.api.problems.codes import CODES
from tests.support.contract import template
from tests.support.given import Given
from tests.support.people import PersonMaker

JUNK: list[tuple[bytes, str, set[int]]] = [
    (b"", "application/json", {200, 201, 400, 404, 422}),  # valid where every field is optional
    (b"{", "application/json", {400}),
    (b"[]", "application/json", {422}),
    (b'"text"', "application/json", {422}),
    (b"null", "application/json", {400, 422}),
    (b'{"a": NaN}', "application/json", {400, 422}),
    (b'{"a": "\\ud800"}', "application/json", {400, 422}),
    (b"\xff\xfe", "application/json", {400}),
    (b"a=1", "application/x-www-form-urlencoded", {415}),
    (b"x" * 10_000_000, "application/json", {413}),
]


def problem(answer: TestResponse) -> dict[str, Any]:
    assert answer.content_type == "application/problem+json", answer.text
    body: dict[str, Any] = answer.get_json()
    assert set(body) >= {"type", "title", "status", "detail", "code"}
    assert body["status"] == answer.status_code
    assert body["code"] in CODES
    return body


def routes(app: Flask, *methods: str) -> Iterator[tuple[str, str, str]]:
    """(endpoint, method, address with unknown ids) for each route."""
    for rule in app.url_map.iter_rules():
        for method in sorted(set(methods) & (rule.methods or set())):
            with app.test_request_context():
                values = {name: 7 if name == "rank" else "nobody-knows" for name in rule.arguments}
                yield rule.endpoint, method, app.url_map.bind("x").build(rule.endpoint, values, method)


def test_an_unknown_address_and_a_wrong_method_are_problems(app: Flask) -> None:
    assert problem(app.test_client().get("/v1/nowhere"))["code"] == "not_found"
    answer = app.test_client().delete("/livez")
    assert problem(answer)["code"] == "method_not_allowed"
    assert "GET" in answer.headers["Allow"]


def test_a_problem_speaks_the_language_that_was_asked_for(app: Flask) -> None:
    answers = {
        language: app.test_client().get("/v1/me", headers={"Accept-Language": language})
        for language in ("zh-CN,zh;q=0.9", "en", "fr")
    }
    assert "请先登录" in problem(answers["zh-CN,zh;q=0.9"])["detail"]
    assert problem(answers["en"])["detail"] == problem(answers["fr"])["detail"] == "Sign in first."
    assert answers["en"].headers["WWW-Authenticate"] == "Bearer"


def test_every_route_but_the_open_ones_wants_a_session(app: Flask) -> None:
    client = app.test_client()
    for endpoint, method, address in routes(app, "GET", "POST", "PUT", "PATCH", "DELETE"):
        answer = client.open(address, method=method, json={})
        if ACCESS[endpoint] in {"anyone", "operator"}:
            assert answer.status_code not in {401, 403}, address
        else:
            assert answer.status_code == 401, (method, address, answer.text)
            assert problem(answer)["code"] in {"unauthenticated", "bad_signature"}


def test_a_role_is_needed_where_the_table_says_so(app: Flask, given: Given, person: PersonMaker) -> None:
    given("(ada)")
    ada = person("ada")
    guarded = {"merchant", "analyst", "admin"}
    assert guarded <= set(ACCESS.values())
    for endpoint, method, address in routes(app, "GET", "POST", "PUT", "PATCH", "DELETE"):
        if ACCESS[endpoint] in guarded:
            assert problem(ada.ask(method, address, {}))["code"] == "forbidden"


def test_what_is_not_there_is_404_whatever_is_asked_of_it(
    app: Flask, given: Given, person: PersonMaker
) -> None:
    given("(ada:Admin:Analyst:Merchant)")
    ada = person("ada")
    for _, method, address in routes(app, "GET", "DELETE"):
        if "nobody-knows" in address:
            answer = ada.ask(method, address)
            assert answer.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.NO_CONTENT}, (method, address)


@pytest.mark.parametrize(("body", "kind", "statuses"), JUNK, ids=[str(junk[0][:12]) for junk in JUNK])
def test_junk_in_a_body_is_a_problem_of_the_client(
    body: bytes, kind: str, statuses: set[int], app: Flask, given: Given, person: PersonMaker
) -> None:
    given("(ada:Admin:Merchant)")
    ada = person("ada")
    for endpoint, method, address in routes(app, "POST", "PUT", "PATCH"):
        answer = ada.client.open(
            address,
            method=method,
            data=body,
            content_type=kind,
            headers={"Authorization": f"Bearer {ada.token}", "Idempotency-Key": "k"},
        )
        if takes_body(app, endpoint, method) and ACCESS[endpoint] != "platform":
            assert answer.status_code in statuses, (method, address, answer.text)
        if answer.status_code >= 400:
            assert answer.status_code < 500, (method, address)
            problem(answer)


def takes_body(app: Flask, endpoint: str, method: str) -> bool:
    """Whether the OpenAPI document requires a JSON body there."""
    spec = app.extensions["circle_openapi"].to_dict()
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    operation = spec["paths"].get(template(rule), {}).get(method.lower(), {})
    body = operation.get("requestBody", {})
    return bool(body.get("required")) and "application/json" in body["content"]


def test_a_request_is_known_by_one_id(app: Flask) -> None:
    given_id = app.test_client().get("/livez", headers={HEADER: "abc-123-def"})
    assert given_id.headers[HEADER] == "abc-123-def"
    renamed = app.test_client().get("/livez", headers={HEADER: "bad id\t"})
    assert len(renamed.headers[HEADER]) == 36


def test_health_answers_and_metrics_are_for_this_machine(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/livez").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}
    assert b"circle_request_seconds" in client.get("/metrics").data
    stranger = client.get("/metrics", environ_base={"REMOTE_ADDR": "203.0.113.9"})
    assert problem(stranger)["code"] == "not_found"


def test_the_openapi_text_and_its_page_tell_every_route(app: Flask) -> None:
    client = app.test_client()
    spec = client.get("/openapi.json").get_json()
    assert spec["openapi"].startswith("3.1")
    page = client.get("/docs").text
    assert all(path in page for path in spec["paths"])
    assert all(code in page for code in CODES)


def test_a_cookie_counts_only_from_our_own_pages(app: Flask, given: Given, person: PersonMaker) -> None:
    given("(ada)")
    ada = person("ada")
    client = app.test_client()
    client.set_cookie("circle_session", ada.token)
    assert client.get("/v1/me").status_code == 200
    assert client.delete("/v1/sessions/nobody-knows").status_code == 403
    assert client.delete("/v1/sessions/x", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.delete("/v1/sessions/x", headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.delete("/v1/sessions/x", headers={"Origin": "http://localhost"}).status_code == 404
    assert client.delete("/v1/sessions/x", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404
    assert client.get("/v1/me", headers={"Authorization": "Bearer wrong"}).status_code == 401
