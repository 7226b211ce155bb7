"""Registering and signing in, over HTTP."""

import time
from statistics import median

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.graph.client import Graph
from tests.support.cypher import Cypher

PASSWORD = "kettle lamp umbrella"


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client with no session; it keeps no cookies."""
    return app.test_client(use_cookies=False)


def registered(client: FlaskClient, handle: str = "ada", password: str = PASSWORD) -> str:
    answer = register(client, handle=handle, password=password)
    assert answer.status_code == 201, answer.get_json()
    return str(answer.get_json()["handle"])


def register(client: FlaskClient, **changes: object) -> TestResponse:
    body = {"handle": "ada", "password": PASSWORD, "display_name": "Ada", "locale": "en", **changes}
    return client.post("/v1/accounts", json=body)


def sign_in(client: FlaskClient, handle: str, password: str = PASSWORD) -> TestResponse:
    return client.post("/v1/sessions", json={"handle": handle, "password": password})


def test_who_registers_can_sign_in(client: FlaskClient) -> None:
    handle = registered(client)
    answer = sign_in(client, handle)
    assert answer.status_code == 201
    assert answer.get_json()["person"]["handle"] == handle
    assert answer.get_json()["person"]["bridge"] == "counted"
    me = client.get("/v1/me", headers={"Authorization": f"Bearer {answer.get_json()['token']}"})
    assert me.get_json() == answer.get_json()["person"]


def test_a_handle_gets_a_random_ending_whether_or_not_it_is_taken(client: FlaskClient) -> None:
    first, second = registered(client), registered(client)
    assert first != second
    for handle in (first, second):
        name, _, suffix = handle.partition("-")
        assert (name, len(suffix)) == ("ada", 4)


@pytest.mark.parametrize("spelled", ["ADA{}", "Ａｄａ{}", " ada{} "])
def test_a_handle_is_one_however_it_is_spelled(client: FlaskClient, spelled: str) -> None:
    suffix = registered(client, handle="Ａda").removeprefix("ada")
    assert sign_in(client, spelled.format(suffix)).status_code == 201


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("handle", "a"),
        ("handle", "1ada"),
        ("handle", "ada lovelace"),
        ("handle", "ada-x7kq"),
        ("handle", "аda"),  # a Cyrillic а
        ("handle", "a" * 21),
        ("handle", None),
        ("password", "short"),
        ("password", "x" * 201),
        ("password", "nul \x00 in it"),
        ("display_name", ""),
        ("display_name", "   "),
        ("display_name", "x" * 41),
        ("locale", "fr"),
        ("role", "admin"),
    ],
)
def test_bad_input_names_the_field_and_nothing_is_written(
    client: FlaskClient, cypher: Cypher, field: str, value: object
) -> None:
    answer = register(client, **{field: value})
    assert (answer.status_code, answer.get_json()["code"]) == (422, "invalid")
    assert [path.split(".")[1] for path in answer.get_json()["fields"]] == [field]
    assert cypher.value("MATCH (user:User) RETURN count(user)") == 0


@pytest.mark.parametrize("password", ["password1", "PassWord1", "ｐａｓｓｗｏｒｄ１", "woaini1314"])
def test_a_common_password_is_refused(client: FlaskClient, password: str) -> None:
    answer = register(client, password=password)
    assert (answer.status_code, answer.get_json()["code"]) == (422, "weak_password")


def test_a_handle_is_no_password(client: FlaskClient) -> None:
    answer = register(client, handle="adalovelace", password="AdaLovelace")
    assert answer.get_json()["code"] == "weak_password"


def test_a_password_is_one_however_an_input_method_writes_it(client: FlaskClient) -> None:
    handle = registered(client, password="ｋettle lamp　umbrella")
    assert sign_in(client, handle, "kettle lamp umbrella").status_code == 201


def test_white_space_around_a_password_counts(client: FlaskClient) -> None:
    handle = registered(client, password=f" {PASSWORD} ")
    assert sign_in(client, handle, f" {PASSWORD} ").status_code == 201
    assert sign_in(client, handle).status_code == 401


def test_what_is_stored_of_a_password_opens_nothing(client: FlaskClient, cypher: Cypher) -> None:
    registered(client)
    (stored,) = cypher.rows("MATCH (kept:Credential) RETURN kept.sealed AS sealed, keys(kept) AS keys")
    assert sorted(stored["keys"]) == ["algorithm", "changed_at", "sealed", "user_id"]
    assert b"argon2" not in stored["sealed"]


def test_a_wrong_password_and_an_unknown_handle_are_answered_alike(client: FlaskClient) -> None:
    handle = registered(client)
    wrong, unknown = sign_in(client, handle, "not the password"), sign_in(client, "nobody-2345")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.get_json() == unknown.get_json()
    assert wrong.get_json()["code"] == "wrong_credentials"
    names = [name for name, _ in wrong.headers]
    assert names == [name for name, _ in unknown.headers]


def test_an_unknown_handle_takes_as_long_as_a_wrong_password(client: FlaskClient) -> None:
    handle = registered(client)

    def seconds(name: str) -> float:
        began = time.perf_counter()
        sign_in(client, name, "not the password")
        return time.perf_counter() - began

    pairs = [(seconds(handle), seconds("nobody-2345")) for _ in range(15)]
    known, unknown = (median(column) for column in zip(*pairs, strict=True))
    assert unknown > known / 2  # without hashing it would take a tenth


def test_a_suspended_person_is_answered_like_a_wrong_password(client: FlaskClient, cypher: Cypher) -> None:
    handle = registered(client)
    wrong = sign_in(client, handle, "not the password").get_json()
    cypher.rows("MATCH (user:User) SET user.suspended_at = datetime() REMOVE user:Active")
    assert sign_in(client, handle).get_json() == wrong
    assert cypher.value("MATCH (session:Session) RETURN count(session)") == 0


def test_a_password_kept_with_older_parameters_is_kept_anew_at_sign_in(
    client: FlaskClient, cypher: Cypher, graph: Graph, app: Flask
) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415

    from service.api.http.current import EXTENSION  # noqa: PLC0415

    handle = registered(client)
    user = cypher.value("MATCH (user:User) RETURN user.id")
    keys = app.extensions[EXTENSION].keys
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    sealed = keys.seal("credential", weak, owner=user)
    cypher.rows("MATCH (kept:Credential) SET kept.sealed = $sealed", sealed=sealed)
    assert sign_in(client, handle).status_code == 201
    stored = cypher.value("MATCH (kept:Credential) RETURN kept.sealed")
    assert "m=19456,t=2,p=1" in keys.unseal("credential", stored, owner=user)
    assert sign_in(client, handle).status_code == 201
