"""My own shares over HTTP: edits, withdrawal and results."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."


def test_an_edit_is_shown_and_what_was_said_is_kept(
    given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.share("ada", "kettle", cons="Loud.")
    clock.forward(hours=1)
    answer = person("ada").patch("/v1/shares/ada-kettle", {"note": NOTE, "cons": None}, If_Match='"1"')
    assert answer.status_code == 200, answer.text
    assert answer.headers["ETag"] == '"2"'
    assert (answer.json["note"], answer.json["cons"]) == (NOTE, None)
    card = person("bob").get("/v1/shares/ada-kettle").json
    assert (card["note"], card["edited_at"], card["version"]) == (NOTE, "2030-01-01T01:00:00Z", 2)
    said = cypher.rows("MATCH (:Share)-[:SAID]->(said) RETURN said.note AS note, said.cons AS cons")
    assert [(row["note"][:12], row["cons"]) for row in said] == [("I have used ", "Loud.")]


def test_the_same_edit_again_changes_nothing_and_an_old_version_is_refused(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)", shares={"ada": "kettle"})
    ada = person("ada")
    for _ in range(2):
        assert ada.patch("/v1/shares/ada-kettle", {"note": NOTE}, If_Match='"1"').json["version"] == 2
    stale = ada.patch("/v1/shares/ada-kettle", {"note": NOTE + "!"}, If_Match='"1"')
    assert (stale.status_code, stale.json["code"]) == (412, "stale_version")
    assert cypher.value("MATCH (revision:Revision) RETURN count(revision)") == 1


def test_a_changed_audience_is_no_edit_of_the_words(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"ada": "kettle"})
    answer = person("ada").patch("/v1/shares/ada-kettle", {"audience": "friends"})
    assert (answer.json["audience"], answer.json["edited_at"], answer.json["version"]) == ("friends", None, 2)
    assert person("bob").get("/v1/shares/ada-kettle").status_code == 200
    assert person("cy").get("/v1/shares/ada-kettle").status_code == 404
    assert cypher.value("MATCH (revision:Revision) RETURN count(revision)") == 0
    public = person("ada").patch("/v1/shares/ada-kettle", {"audience": "public"})
    assert public.json["code"] == "creators_only"


@pytest.mark.parametrize(
    ("column", "refused"),
    [("withdrawn_at", "wrong_state"), ("removed_at", "wrong_state"), ("held_at", "held")],
)
def test_what_is_not_shown_is_not_edited(
    given: Given, person: PersonMaker, column: str, refused: str
) -> None:
    given("(ada)")
    state: dict[str, Any] = {column: NOW - DAY}
    given.share("ada", "kettle", **state)
    assert person("ada").patch("/v1/shares/ada-kettle", {"note": NOTE}).json["code"] == refused


def test_a_withdrawn_share_is_gone_and_its_copies_stay_good(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"ada": "kettle"})
    given.claim("bob", "ada-kettle")
    for _ in range(2):
        answer = person("ada").post("/v1/shares/ada-kettle/withdraw")
        assert (answer.status_code, answer.json["status"]) == (200, "withdrawn")
    assert person("bob").get("/v1/shares/ada-kettle").status_code == 404
    assert person("cy").get("/v1/circle").json["items"] == []
    assert person("bob").get("/v1/claims/bob-ada-kettle").json["usable"] is True


def test_another_persons_share_is_neither_changed_nor_withdrawn_nor_sent(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle"})
    bob = person("bob")
    for method, tail, body in (
        ("PATCH", "", {"note": NOTE}),
        ("POST", "/withdraw", {}),
        ("POST", "/send", {"to": ["ada"]}),
    ):
        foreign = bob.ask(method, f"/v1/shares/ada-kettle{tail}", body)
        absent = bob.ask(method, f"/v1/shares/no-kettle1{tail}", body)
        assert foreign.status_code == absent.status_code == 404
        assert foreign.data == absent.data


def test_my_shares_count_copies_now_and_buyers_a_day_late(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"ada": "kettle lamp"})
    given.claim("cy", "ada-kettle")
    given.redeemed("bob", "ada-kettle", "kettle", completed_at=NOW - timedelta(hours=1))
    (kettle, lamp) = sorted(person("ada").get("/v1/me/shares").json["items"], key=lambda item: item["id"])
    assert (kettle["claims"], kettle["remaining"], kettle["buyers"]) == (2, 3, 0)
    assert (lamp["claims"], lamp["remaining"]) == (0, 5)
    assert "bob" not in person("ada").get("/v1/me/shares").text
    clock.forward(hours=15, minutes=59)
    assert person("ada").get("/v1/me/shares").json["items"][0]["buyers"] == 0
    clock.forward(minutes=1)
    assert person("ada").get("/v1/me/shares").json["items"][0]["buyers"] == 1
