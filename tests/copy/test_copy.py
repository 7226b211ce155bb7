"""The analysts' copy has the shape of the graph, and nothing that identifies a person."""

import json
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import BoundedSemaphore

import httpx
import pytest
from neo4j.exceptions import Neo4jError
from structlog.testing import capture_logs

from service.copy import asking
from service.copy.allowed import read
from service.copy.place import Place
from service.copy.snapshot import newer, take_up
from service.errors import CircleError
from service.graph.client import Graph
from service.graph.server.embedded import home_of
from service.graph.server.flock import held, take
from service.graph.server.home import Home
from service.settings import ROOT, Settings
from tests.support.copied import MARK, Copied, copied, holding, look
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import Answer, Person, PersonMaker
from tests.support.processes import environ

EMPTY = 4000  # bytes of an empty picture
CYPHER = "/v1/explore/cypher"
PARAMETERS = {"ids": ["x"], "all": True, "set": 1, "label": "User"}
# Queries that only read, refused for their words alone: planner hints, names of the graph, functions about
# the file of a LOAD CSV.
HARMLESS = (
    "EXPLAIN MATCH",
    "CYPHER runtime=slotted MATCH",
    "USE neo4j MATCH",
    "CALL () { USE neo4j",
    "RETURN file()",
    "RETURN {a: file()}",
    "RETURN linenumber()",
    "RETURN FILE",
    "RETURN 1 AS x /",
)


@pytest.fixture(scope="module")
def world(settings: Settings, prepared: Graph, cypher: Cypher) -> Iterator[Copied]:
    """The marked graph, copied and served."""
    with copied(settings, prepared, cypher) as copy:
        yield copy


def test_no_file_of_the_copy_holds_a_text_about_a_person(world: Copied, settings: Settings) -> None:
    living = home_of(settings).folder / "data"
    if living.joinpath("databases").exists():  # else the database of this run is not embedded
        assert holding(living, MARK) != set()
    assert len(list(world.place.folder.rglob("neostore*"))) > 10
    assert holding(world.place.folder, MARK) == set()


def test_no_value_of_the_copy_is_a_text_about_a_person(world: Copied) -> None:
    marked = {text for text in world.original["texts"] if MARK in text}
    assert len(marked) > 100
    plain = {text.split(MARK)[0] for text in marked} - world.original["texts"]
    assert {"ada", "taobao:tb-ada-1", "BOB-KETTLE"} <= plain
    assert look(world.copy)["texts"] & (marked | plain) == set()


def test_the_copy_has_the_shape_of_the_original(world: Copied) -> None:
    allowed, copy = read(), look(world.copy)
    taken = {kind.label for kind in allowed.kinds.values()} | {"Active", "Creator", "Live", "Taken"}
    assert copy["friends"] == world.original["friends"]
    assert copy["nodes"] == {label: many for label, many in world.original["nodes"].items() if label in taken}
    ends = {edge: many for edge, many in copy["edges"].items() if edge in allowed.edges}
    assert ends == {edge: many for edge, many in world.original["edges"].items() if edge in allowed.edges}
    assert {edge for _, edge, _ in copy["edges"]} == {edge for _, edge, _ in ends}
    assert world.report.nodes == world.copy.value("MATCH (node) RETURN count(node) AS nodes")
    assert world.report.edges == sum(ends.values())


def test_instants_are_days_prices_are_bands_and_small_counts_are_gone(world: Copied) -> None:
    types = """
      MATCH (node)
      UNWIND [properties(node)] + COLLECT { MATCH (node)-[edge]->() RETURN properties(edge) } AS held
      UNWIND keys(held) AS name RETURN DISTINCT valueType(held[name]) AS type"""
    stored = {row["type"].removesuffix(" NOT NULL") for row in world.copy.rows(types)}
    assert stored == {"STRING", "INTEGER", "BOOLEAN", "DATE"}
    prize = world.copy.value("MATCH (prize:Giveaway) RETURN properties(prize) AS held")
    assert prize["value_yuan"] == 100
    assert "entrants" not in prize
    assert len(prize["id"]) == 20
    paid = world.copy.rows("MATCH (order:Purchase) RETURN order.paid_yuan AS yuan")
    assert 144 in {row["yuan"] for row in paid}


def test_two_nodes_of_one_id_cannot_be_joined_by_it(world: Copied) -> None:
    """In the graph a coupon has the id of its purchase, and an XP event's key begins with a person's id."""
    joined = "MATCH (one), (other) WHERE one.id = other.id AND one <> other RETURN count(*) AS pairs"
    assert world.copy.value(joined) == 0


def test_the_served_copy_stays_until_a_newer_one_is_complete(tmp_path: Path, settings: Settings) -> None:
    place = Place.of(replace(settings, home=tmp_path))

    def stored(home: Home, text: str) -> None:
        for part in ("databases/neo4j", "transactions/neo4j"):
            folder = home.folder / "data" / part
            folder.mkdir(parents=True)
            (folder / "store").write_text(text)

    stored(place.home, "old")
    store = place.home.folder / "data" / "databases" / "neo4j" / "store"
    stored(Home.of(place.next), "new")
    with held(place.serving) as handle:
        assert take(handle)
        assert not take_up(place)  # a server uses it
        assert store.read_text() == "old"
    assert take_up(place)
    assert store.read_text() == "new"
    assert not place.next.exists()
    (place.next / "data").mkdir(parents=True)  # left by a killed snapshot
    newer(place)
    assert store.read_text() == "new"


def queries(file: str) -> list[str]:
    """The queries of a file beside this one."""
    lines = (ROOT / "tests" / "copy" / file).read_text("utf-8").splitlines()
    return [json.loads(line)["query"] for line in lines]


@pytest.fixture
def amy(world: Copied, given: Given, person: PersonMaker) -> Person:
    """An analyst, while the copy is served."""
    given("(amy:Analyst)")
    return person("amy")


def ask(amy: Person, query: str, **parameters: object) -> Answer:
    return amy.post(CYPHER, {"query": query, "parameters": parameters})


def state(copy: Cypher) -> list[object]:
    """All nodes, edges, users and indexes: equal before and after if nothing changed."""
    nodes = """MATCH (node) RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS held
      ORDER BY id"""
    edges = """MATCH (one)-[edge]->(other) RETURN elementId(edge) AS id, type(edge) AS type,
      elementId(one) AS one, elementId(other) AS other, properties(edge) AS held ORDER BY id"""
    shown = (
        "SHOW USERS",
        "SHOW DATABASES YIELD name, access",
        "SHOW INDEXES YIELD name",
        "SHOW CONSTRAINTS YIELD name",
    )
    return [copy.rows(nodes), copy.rows(edges), *(copy.rows(each) for each in shown)]


def test_every_hostile_query_is_refused_and_nothing_changes(amy: Person, world: Copied) -> None:
    hostile, before = queries("hostile.jsonl"), state(world.copy)
    assert len(hostile) >= 250
    codes = {query: ask(amy, query).json["code"] for query in hostile}
    assert {query: code for query, code in codes.items() if code != "cypher_refused"} == {}
    assert state(world.copy) == before


def test_without_the_guard_the_plan_stops_every_hostile_query_that_does_more_than_read(world: Copied) -> None:
    before = state(world.copy)
    passed = []
    for query in queries("hostile.jsonl"):
        try:
            asking.hold(asking.plan(world.served, query, {}))
        except CircleError:
            continue
        passed.append(query)
    assert [query for query in passed if not query.startswith(HARMLESS)] == []
    assert state(world.copy) == before


def test_without_guard_and_plan_the_server_itself_writes_nothing_and_reads_no_file(world: Copied) -> None:
    """The server's own administrator cannot, in a session with write access."""
    before = state(world.copy)
    for query in (
        "CREATE (n)",
        "MATCH (n) DETACH DELETE n",
        "CREATE INDEX eve FOR (n:User) ON (n.id)",
        "CALL db.createLabel('X')",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
        "LOAD CSV FROM 'http://[::1]:1/x' AS row RETURN row",
    ):
        with pytest.raises(Neo4jError, match=r"read-only|read only|blocklist|blocked|allow_csv_import"):
            world.copy.rows(query)
    assert state(world.copy) == before


def test_every_honest_query_is_answered(amy: Person) -> None:
    honest = queries("honest.jsonl")
    assert len(honest) >= 30
    answers = {query: ask(amy, query, **(PARAMETERS if "$" in query else {})) for query in honest}
    assert {query: one.text for query, one in answers.items() if one.status_code != 200} == {}
    days = next(one for query, one in answers.items() if "duration.inDays" in query)
    assert days.json["rows"] == [{"later": True, "days": 31}]
    walk = "MATCH path = (:User)-[:PUBLISHED]->(:Share)<-[:FROM]-(:Claim) RETURN path LIMIT 3"
    path = answers[walk].json["rows"][0]["path"]
    assert [sorted(part) for part in path[:2]] == [
        ["elementId", "labels", "properties"],
        ["elementId", "endNodeElementId", "properties", "startNodeElementId", "type"],
    ]


def test_the_queries_of_the_guides_have_answers(amy: Person, world: Copied) -> None:
    quoted = {
        json.loads(body)["query"]
        for name in ("docs/guides/analysts.md", "docs/guides/analysts.zh.md")
        for body in re.findall(r"--json '(.*?)' \$URL/v1/explore/cypher", (ROOT / name).read_text("utf-8"))
    }
    guide = re.findall(r"```cypher\n(.*?)```", (ROOT / "docs" / "explore.md").read_text("utf-8"), re.DOTALL)
    assert len(quoted) == 1
    assert len(guide) > 4
    for query in [*quoted, *guide]:
        answer = ask(amy, query)
        assert answer.status_code == 200, answer.text
    page = httpx.get(world.served.browser)
    assert "Neo4j Browser" in page.text
    address, _, form = world.served.browser.partition("?dbms=")
    assert (address, form.replace("neo4j@", "")) == (f"{world.served.http}/browser/", world.served.bolt)


def test_the_notebook_draws_three_pictures_even_of_a_small_copy(
    world: Copied, settings: Settings, tmp_path: Path
) -> None:
    own = {**environ(), "CIRCLE_HOME": str(settings.home)}
    command = [sys.executable, str(ROOT / "examples" / "circles.py"), str(tmp_path)]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert set(drawn) == {"friends.png", "used.png", "journeys.png"}
    for png in drawn.values():
        assert png.startswith(b"\x89PNG")
        assert struct.unpack(">II", png[16:24]) == (800, 450)
        assert len(png) > EMPTY


def test_an_answer_is_bounded_in_rows_bytes_memory_and_time(
    amy: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = ask(amy, "UNWIND range(1, 1001) AS x RETURN x").json
    assert (len(many["rows"]), many["truncated"]) == (1000, True)
    assert not ask(amy, "UNWIND range(1, 1000) AS x RETURN x").json["truncated"]
    wide = ask(
        amy, "UNWIND range(1, 900) AS x RETURN reduce(text = 'x', i IN range(1, 12) | text + text) AS text"
    )
    assert 100 < len(wide.json["rows"]) < 900
    assert wide.json["truncated"]
    assert ask(amy, "RETURN range(1, 400000) AS x").json["code"] == "cypher_too_large"
    large = ask(amy, "UNWIND range(1, 10000000) AS x WITH collect(x) AS many RETURN size(many) AS x")
    assert large.json["code"] == "cypher_too_large"
    monkeypatch.setattr(asking, "SECONDS", 1)
    slow = ask(amy, "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*) AS many")
    assert (slow.json["code"], slow.json["limit"]) == ("cypher_too_slow", 1)


def test_few_queries_run_at_once_so_that_other_requests_have_threads(
    amy: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.01)
    monkeypatch.setattr(asking, "_room", BoundedSemaphore(1))
    with asking._room:
        assert ask(amy, "RETURN 1 AS x").json["code"] == "copy_busy"
    assert ask(amy, "RETURN 1 AS x").status_code == 200


def test_the_problem_names_the_fault_of_a_query(amy: Person) -> None:
    wrong = ask(amy, "MATCH (n)\nRETRN n").json
    assert (wrong["code"], wrong["line"], wrong["column"]) == ("cypher_wrong", 2, 1)
    assert wrong["message"].startswith("Invalid input 'RETRN'")
    assert ask(amy, "MATCH (n) RETURN m").json["column"] == 18
    assert ask(amy, "RETURN $x AS x").json["message"] == "Expected parameter(s): x"
    failed = ask(amy, "UNWIND [1, 0] AS x RETURN 1 / x AS y").json
    assert (failed["code"], failed["reason"]) == ("cypher_failed", "ArithmeticError")
    refused = amy.post(CYPHER, {"query": "MATCH (n) SET n.x = 1"}, Accept_Language="zh").json
    assert (refused["word"], refused["at"]) == ("SET", 10)
    deep = ask(amy, f"RETURN {'(' * 51}1{')' * 51} AS x").json
    assert (deep["code"], deep["at"]) == ("cypher_refused", 57)
    assert "不允许 SET（第 10 个字符）" in refused["detail"]
    for body, field in (
        ({}, "json.query"),
        ({"query": "RETURN 1 AS x", "parameters": [1]}, "json.parameters"),
        ({"query": "RETURN 1 AS x", "parameters": {"a b": 1}}, "json.parameters.a b.key"),
        ({"query": "RETURN 1 AS x", "parameters": {"a": 2**63}}, "json.parameters.a.value"),
        ({"query": "x" * 10_001}, "json.query"),
    ):
        assert list(amy.post(CYPHER, body).json["fields"]) == [field], body


def test_only_analysts_ask_and_each_question_is_logged(
    amy: Person, given: Given, person: PersonMaker, world: Copied
) -> None:
    given("(ada:Merchant) (max:Admin)")
    assert person("ada").post(CYPHER, {"query": "RETURN 1 AS x"}).status_code == 403
    with capture_logs() as logged:
        assert ask(person("max"), "RETURN 1 AS x").status_code == 200
        assert ask(amy, "CREATE (n)", secret="not logged").status_code == 422
    lines = [line for line in logged if line["event"] == "cypher"]
    assert [(line["by"], line["query"], line["outcome"]) for line in lines] == [
        ("max", "RETURN 1 AS x", "answered"),
        ("amy", "CREATE (n)", "cypher_refused"),
    ]
    assert lines[1]["parameters"] == ["secret"]
    world.place.forget()
    assert ask(amy, "RETURN 1 AS x").json["code"] == "copy_not_served"
    world.place.tell(world.served)
