"""`circle platform`: a person acts as a platform, against a running service."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.credentials.keys import keys
from service.settings import Settings
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import PersonMaker

Circle = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def circle(tmp_path: Path, settings: Settings, site: str) -> Circle:
    """`circle("platform", ...)` in a home of its own, where `circle serve` wrote its address."""
    (tmp_path / "service.json").write_text(json.dumps({"url": site}))
    environment = {"CIRCLE_HOME": str(tmp_path), "CIRCLE_SECRET": settings.secret, "PATH": ""}

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "service.cli", "platform", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    return run


def test_it_lists_the_platforms_and_prints_the_key(circle: Circle, settings: Settings) -> None:
    listed = circle("list")
    assert listed.returncode == 0, listed.stderr
    assert "jd           京东 JD" in listed.stdout.splitlines()
    first, second = circle("key", "jd").stdout.strip(), circle("key", "jd", "--key-id", "v2").stdout
    assert first.startswith("whsec_")
    assert second.strip() != first
    assert str(keys(settings).key("webhook:jd:v1")) not in first


def test_a_sent_order_reaches_the_graph_and_a_repeated_one_is_a_duplicate(
    circle: Circle, given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    code = person("ada").post("/v1/me/platform-accounts", {"platform": "jd"}).json["code"]
    # The service's clock stands at the first instant of 2030.
    at = ("--at", "2030-01-01T00:00:00+0000")
    linked = circle("send", "jd", "account.linked", "--code", code, *at)
    assert (linked.returncode, linked.stderr) == (0, "")
    assert linked.stdout.endswith(": applied\n")
    sent = circle(
        "send", "jd", "purchase.completed", "--order", "o-7", *at, "--repeat", "2", "--device", "phone-7"
    )
    assert [line.split(": ")[-1] for line in sent.stdout.splitlines()] == ["applied", "duplicate"]
    bought = "MATCH (u:User)-[:MADE]->(p:Purchase {key: 'jd:o-7'}) RETURN u.id + ' ' + toString(p.paid_fen)"
    assert cypher.value(bought) == "ada 20000"
    assert cypher.value("MATCH (:User {id: 'ada'})-[:USES]->(used:Identifier) RETURN used.kind") == "device"


def test_a_refused_event_prints_the_reason_and_the_exit_code_is_1(circle: Circle, cypher: Cypher) -> None:
    tampered = circle("send", "jd", "purchase.completed", "--tamper")
    assert tampered.returncode == 1
    assert tampered.stdout.startswith("401 purchase.completed ")
    assert "bad_signature: The signature is not valid." in tampered.stdout
    assert circle("send", "jd", "account.linked").returncode == 2
    assert circle("send", "jd", "purchase.lost").returncode == 2
    assert cypher.value("MATCH (p:Purchase) RETURN count(p)") == 0


def test_a_service_that_does_not_answer_is_reported_in_one_line(circle: Circle) -> None:
    result = circle("send", "jd", "purchase.completed", "--to", "http://127.0.0.1:1")
    assert result.returncode == 1
    assert result.stderr.startswith("Error: The service did not answer")
    assert len(result.stderr.splitlines()) == 1
