"""Reviews of experience over HTTP: access, answers, and the effects of an act."""

from typing import Any

import pytest

from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker
from tests.support.rewards import reward, worth
from tests.support.together import together

WHY = {"reason": "One person under two names"}
SPAN = {"since": (NOW - 10 * DAY).isoformat(), "until": (NOW - 8 * DAY).isoformat()}


@pytest.fixture
def amy(given: Given, person: PersonMaker) -> Person:
    """A moderator; ada and bob bought from each other, each twice."""
    given("(amy:Admin) (ada) (bob)")
    reward(given, "ada", "bob", 2)
    reward(given, "bob", "ada", 2)
    return person("amy")


def act(amy: Person, what: str, key: str = "k", **body: object) -> Answer:
    """An act of amy: `xp-events/buy:…/void`."""
    return amy.post(f"/v1/admin/{what}", {**WHY, **body}, Idempotency_Key=key)


LINE = "xp-events/buy:bob-ada0-order"


def test_a_moderator_reads_what_looks_like_fraud(amy: Person) -> None:
    (item,) = amy.get("/v1/admin/reviews").json["items"]
    assert (item["key"], item["signal"], item["points"]) == ("cycle:ada>bob", "cycle", 120)
    assert [person["handle"] for person in item["people"]] == ["ada", "bob"]
    assert "buy:bob-ada0-order" in item["lines"]
    assert amy.get("/v1/admin/reviews?signal=group&signal=identifiers").json["items"] == []
    assert amy.get("/v1/admin/reviews?signal=envy").status_code == 422


def test_reviews_page(amy: Person, given: Given) -> None:
    given("(cy)")
    reward(given, "cy", "ada", 2)
    reward(given, "ada", "cy", 2)
    first = amy.get("/v1/admin/reviews?limit=1").json
    last = amy.get(f"/v1/admin/reviews?limit=1&cursor={first['next_cursor']}").json
    keys = [item["key"] for page in (first, last) for item in page["items"]]
    assert (keys, last["next_cursor"]) == (["cycle:ada>bob", "cycle:ada>cy"], None)


def test_others_neither_read_nor_act(amy: Person, person: PersonMaker) -> None:
    ada = person("ada")
    assert ada.get("/v1/admin/reviews").status_code == 403
    assert act(ada, f"{LINE}/void").status_code == 403
    assert act(ada, "users/bob/xp-events/void", **SPAN).status_code == 403


def test_a_void_shows_in_the_level_at_once_and_a_restore_undoes_it(
    amy: Person, graph: Graph, cypher: Cypher
) -> None:
    before = worth(graph, "ada", "bob")
    done = act(amy, f"{LINE}/void").json
    assert (done["kind"], done["count"], done["people"]) == ("void_xp", 1, ["ada", "bob"])
    assert stored(cypher) == worth(graph, "ada", "bob") != before
    assert act(amy, f"{LINE}/restore", "k2").json["kind"] == "restore_xp"
    assert stored(cypher) == worth(graph, "ada", "bob") == before


def stored(cypher: Cypher) -> list[int]:
    """The stored experience of ada and bob."""
    rows = cypher.rows(
        "MATCH (user:User) WHERE user.id IN ['ada', 'bob'] RETURN user.xp AS xp ORDER BY user.id"
    )
    return [row["xp"] for row in rows]


def test_an_act_is_written_down_with_who_and_why(amy: Person, cypher: Cypher) -> None:
    done = act(amy, f"{LINE}/void").json
    assert cypher.rows(
        "MATCH (admin:User)-[:TOOK]->(action:Action)-[:ON]->(event:XpEvent) "
        "RETURN action {.*, admin: admin.id, event: event.key} AS action"
    ) == [
        {
            "action": {
                "id": done["id"],
                "kind": "void_xp",
                "reason": WHY["reason"],
                "at": NOW,
                "admin": "amy",
                "event": "buy:bob-ada0-order",
            }
        }
    ]


def test_whose_line_was_voided_reads_why_until_it_is_restored(amy: Person, person: PersonMaker) -> None:
    act(amy, f"{LINE}/void")
    assert notes(person("ada")) == {("voided", "fraud", WHY["reason"]), ("matured", None, None)}
    act(amy, f"{LINE}/restore", "k2")
    assert notes(person("ada")) == {("matured", None, None)}


def notes(person: Person) -> set[tuple[Any, ...]]:
    """The voids in a person's ledger."""
    items = person.get("/v1/me/xp").json["items"]
    return {tuple(line[name] for name in ("state", "void_reason", "void_note")) for line in items}


def test_an_act_happens_once_for_its_key(amy: Person, cypher: Cypher) -> None:
    answers = together(*[lambda: act(amy, f"{LINE}/void").json] * 4)
    assert answers == [{**act(amy, f"{LINE}/void").json, "count": 1}] * 4
    assert cypher.value("MATCH (action:Action) RETURN count(action)") == 1
    assert act(amy, f"{LINE}/void", reason="Another reason").status_code == 422
    assert amy.post(f"/v1/admin/{LINE}/void", WHY).json["code"] == "idempotency_key_required"


def test_all_of_somebodys_lines_of_some_days_are_voided_and_restored_in_one_call(
    amy: Person, given: Given, cypher: Cypher
) -> None:
    given("(cy)")
    reward(given, "cy", "ada", 1, ago=10 * DAY)
    reward(given, "amy", "ada", 1, ago=8 * DAY)
    assert act(amy, "users/ada/xp-events/void", **SPAN).json["count"] == 3
    void = "MATCH (event:XpEvent {void_reason: 'fraud'}) RETURN count(event)"
    assert cypher.value(void) == 3
    assert act(amy, "users/ada/xp-events/restore", "k2", **SPAN).json["count"] == 3
    assert cypher.value(void) == 0


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("xp-events/buy:nothing/void", {}, 404),
        ("xp-events/buy:nothing/restore", {}, 404),
        ("users/nobody/xp-events/void", SPAN, 404),
        ("users/amy/xp-events/void", SPAN, 404),
        (f"{LINE}/void", {"reason": "x"}, 422),
        (f"{LINE}/void", {"reason": None}, 422),
        ("users/ada/xp-events/void", {}, 422),
        ("users/ada/xp-events/void", {"since": SPAN["until"], "until": SPAN["since"]}, 422),
        ("users/ada/xp-events/void", {**SPAN, "since": "yesterday"}, 422),
    ],
)
def test_what_is_not_there_or_not_said_right_changes_nothing(
    amy: Person, cypher: Cypher, what: str, body: dict[str, Any], status: int
) -> None:
    assert act(amy, what, **body).status_code == status
    assert cypher.rows("MATCH (action:Action) RETURN action") == []


def test_nobody_judges_their_own_ledger(amy: Person, given: Given) -> None:
    (line,) = reward(given, "ada", "amy", 1)
    answer = act(amy, f"xp-events/{line}/void")
    assert (answer.status_code, answer.json["code"]) == (409, "self")
