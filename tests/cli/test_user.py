"""`circle user`: an operator creates accounts and sets passwords."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask.testing import FlaskClient

from service.cli.user import user
from service.graph.client import Graph
from tests.support.cypher import Cypher

PASSWORD = "kettle lamp umbrella"
Run = Callable[..., Result]


@pytest.fixture
def circle_user(environment: dict[str, str], graph: Graph) -> Run:
    """`circle_user("create", "ada")` runs `circle user create ada`, PASSWORD typed twice."""

    def run(*words: str, typed: str = PASSWORD) -> Result:
        return CliRunner().invoke(user, words, input=f"{typed}\n{typed}\n", env=environment)

    return run


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client with no session; it keeps no cookies."""
    return app.test_client(use_cookies=False)


def sign_in(client: FlaskClient, password: str = PASSWORD) -> int:
    return client.post("/v1/sessions", json={"handle": "ada", "password": password}).status_code


def test_an_operator_creates_an_administrator(circle_user: Run, client: FlaskClient) -> None:
    result = circle_user("create", "ADA", "--name", "Ada L", "--role", "admin", "--locale", "en")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "ada can sign in now.")
    assert PASSWORD not in result.output
    body = {"handle": "ada", "password": PASSWORD}
    person = client.post("/v1/sessions", json=body).get_json()["person"]
    assert (person["roles"], person["display_name"]) == (["admin"], "Ada L")


@pytest.mark.parametrize(
    ("words", "typed", "fault"),
    [
        (("create", "ada"), PASSWORD, "That handle is taken."),
        (("create", "1ada"), PASSWORD, "a letter first"),
        (("create", "bob", "--role", "owner"), PASSWORD, "is not one of"),
        (("create", "bob"), "password1", "less common"),
        (("create", "bob"), "short", "between 8 and 200"),
        (("create", "bob", "--name", "x" * 41), PASSWORD, "display_name"),
        (("password", "nobody"), PASSWORD, "doesn't exist"),
        (("password", "ada"), "short", "longer"),
    ],
)
def test_a_fault_is_reported_and_nothing_is_written(
    circle_user: Run, cypher: Cypher, words: tuple[str, ...], typed: str, fault: str
) -> None:
    circle_user("create", "ada")
    before = cypher.rows("MATCH (user:User)--(kept:Credential) RETURN user.handle, kept.sealed")
    result = circle_user(*words, typed=typed)
    assert result.exit_code != 0
    assert fault in result.stderr
    after = cypher.rows("MATCH (user:User)--(kept:Credential) RETURN user.handle, kept.sealed")
    assert after == before


def test_a_new_password_replaces_the_old_and_ends_every_session(
    circle_user: Run, client: FlaskClient, cypher: Cypher
) -> None:
    circle_user("create", "ada")
    assert sign_in(client) == 201
    assert circle_user("password", "ada", typed="umbrella lamp kettle").exit_code == 0
    assert cypher.value("MATCH (session:Session) RETURN count(session)") == 0
    assert (sign_in(client), sign_in(client, "umbrella lamp kettle")) == (401, 201)
