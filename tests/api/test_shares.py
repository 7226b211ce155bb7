"""Publishing and reading shares over HTTP."""

from datetime import timedelta
from typing import Any

import pytest

from service.api.schemas.publications import NOTE as NOTE_LENGTH
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker

NOTE = "I have boiled water in it every day for a month; the lid closes well."


def publish(who: Person, coupon: str = "ada-kettle-coupon", key: str = "k", **changes: Any) -> Answer:
    """The answer to publishing a coupon with a note."""
    draft = {"coupon_id": coupon, "note": NOTE, **changes}
    return who.post("/v1/shares", draft, Idempotency_Key=key)


def code(answer: Answer) -> tuple[int, str]:
    """The status and the problem's code."""
    return answer.status_code, answer.json["code"]


def test_a_published_coupon_is_seen_by_friends_of_friends_at_once(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)")
    given.coupon("ada", "kettle")
    answer = publish(person("ada"))
    assert answer.status_code == 201, answer.text
    share = answer.json
    assert (share["quota"], share["remaining"], share["status"]) == (5, 5, "live")
    for friend, degree in (("bob", 1), ("cy", 2)):
        assert [card["degree"] for card in person(friend).get("/v1/circle").json["items"]] == [degree]
        card = person(friend).get(f"/v1/shares/{share['id']}").json
        assert (card["degree"], card["note"], card["claimable"]) == (degree, NOTE, True)
        assert (card["ad_label"], card["audience"]) == (True, None)
    assert person("dee").get(f"/v1/shares/{share['id']}").status_code == 404


def test_every_card_carries_the_disclosure_in_the_readers_language(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    ada = person("ada")
    english = ada.get("/v1/shares/bob-kettle", Accept_Language="en").json["disclosure"]
    chinese = ada.get("/v1/shares/bob-kettle", Accept_Language="zh-CN").json["disclosure"]
    assert english.startswith("Ad · Verified purchase.")
    assert chinese.startswith("广告 · 已验证")


def test_publishing_again_under_the_same_key_changes_nothing(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    first, again = publish(person("ada")), publish(person("ada"))
    assert first.status_code == again.status_code == 201
    assert first.json == again.json
    assert cypher.value("MATCH (share:Share) RETURN count(share)") == 1
    assert code(publish(person("ada"), note=NOTE + "!")) == (422, "idempotency_conflict")
    without = person("ada").post("/v1/shares", {"coupon_id": "ada-kettle-coupon", "note": NOTE})
    assert code(without) == (400, "idempotency_key_required")


@pytest.mark.parametrize(("level", "program", "quota"), [(0, 10, 5), (3, 10, 10), (3, 100, 15)])
def test_the_first_publication_settles_the_quota_by_level_and_program(
    given: Given, person: PersonMaker, cypher: Cypher, level: int, program: int, quota: int
) -> None:
    given("(ada)")
    given.product("kettle", quota=program)
    given.coupon("ada", "kettle")
    cypher.rows("MATCH (user:User) SET user.level = $level", level=level)
    share = publish(person("ada")).json
    assert share["quota"] == quota
    cypher.rows("MATCH (user:User) SET user.level = 5")
    person("ada").post(f"/v1/shares/{share['id']}/withdraw")
    assert publish(person("ada"), key="k2").json["quota"] == quota


def test_the_quota_counts_over_all_shares_of_a_coupon(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (cy)-[:FRIEND]->(ada)")
    given.product("kettle", quota=1)
    given.coupon("ada", "kettle")
    first = publish(person("ada")).json["id"]
    person("ada").post(f"/v1/shares/{first}/withdraw")
    second = publish(person("ada"), key="k2").json["id"]
    assert person("bob").put(f"/v1/shares/{second}/claim").status_code == 201
    assert code(person("cy").put(f"/v1/shares/{second}/claim")) == (409, "exhausted")
    assert code(publish(person("ada"), key="k3")) == (409, "exhausted")


@pytest.mark.parametrize(
    ("completed_days_ago", "matures_in"), [(0, timedelta(days=7)), (30, timedelta(hours=24))]
)
def test_publishing_is_ten_pending_points_once_per_coupon(
    given: Given, person: PersonMaker, cypher: Cypher, completed_days_ago: int, matures_in: timedelta
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    done = NOW - completed_days_ago * DAY
    cypher.rows("MATCH (purchase:Purchase) SET purchase.completed_at = $done", done=done)
    share = publish(person("ada")).json["id"]
    person("ada").post(f"/v1/shares/{share}/withdraw")
    assert publish(person("ada"), key="k2").status_code == 201
    events = cypher.rows(
        "MATCH (user)-[:GAINED]->(event)-[:BECAUSE_OF]->(cause) RETURN user.id AS user, cause.id AS cause, "
        "event.key AS key, event.raw AS raw, event.matures_at AS at"
    )
    assert events == [
        {"user": "ada", "key": "pub:ada-kettle-coupon", "raw": 10, "at": NOW + matures_in, "cause": share}
    ]


def test_a_coupon_that_is_not_mine_looks_absent(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    given.coupon("ada", "kettle")
    foreign = publish(person("bob"), "ada-kettle-coupon")
    absent = publish(person("bob"), "no-kettle-coupon1")
    assert foreign.status_code == absent.status_code == 404
    assert foreign.data == absent.data


@pytest.mark.parametrize(
    ("columns", "refused"),
    [
        ({"revoked_at": NOW}, (410, "revoked")),
        ({"claim_by": NOW}, (410, "expired")),
    ],
)
def test_a_coupon_that_is_over_is_not_published(
    given: Given, person: PersonMaker, cypher: Cypher, columns: dict[str, Any], refused: tuple[int, str]
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle", **columns)
    assert code(publish(person("ada"))) == refused
    assert cypher.value("MATCH (node) WHERE node:Share OR node:XpEvent RETURN count(node)") == 0


@pytest.mark.parametrize(("column", "refused"), [("held_at", "held"), ("removed_at", "removed")])
def test_a_coupon_whose_share_is_held_or_removed_is_not_published_again(
    given: Given, person: PersonMaker, column: str, refused: str
) -> None:
    given("(ada)")
    state: dict[str, Any] = {column: NOW - DAY, "withdrawn_at": NOW}
    given.share("ada", "kettle", **state)
    assert publish(person("ada")).json["code"] == refused


def test_nothing_is_published_under_a_programme_that_ended(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    given.product("kettle", ends_at=NOW)
    given.coupon("ada", "kettle")
    assert code(publish(person("ada"))) == (409, "no_program")


def test_only_creators_share_with_everyone(given: Given, person: PersonMaker) -> None:
    given("(ada) (ivy:Creator)<-[:FOLLOWS]-(bob)")
    given.coupon("ada", "kettle")
    given.coupon("ivy", "lamp")
    assert code(publish(person("ada"), audience="public")) == (403, "creators_only")
    share = publish(person("ivy"), "ivy-lamp-coupon", audience="public").json["id"]
    assert person("bob").get(f"/v1/shares/{share}").json["via"] == "follow"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"note": "too short"}, "note"),
        ({"note": "x" * 2001}, "note"),
        ({"note": " " * 30}, "note"),
        ({"note": 7}, "note"),
        ({"audience": "everyone"}, "audience"),
        ({"used_for_days": -1}, "used_for_days"),
        ({"used_for_days": "3"}, "used_for_days"),
        ({"audience": "direct"}, "to"),
        ({"to": ["x"] * 21}, "to"),
        ({"price": 3}, "price"),
    ],
)
def test_a_bad_draft_names_its_field_and_writes_nothing(
    given: Given, person: PersonMaker, cypher: Cypher, changes: dict[str, Any], field: str
) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    answer = publish(person("ada"), **changes)
    assert code(answer) == (422, "invalid")
    assert [name.split(".")[1] for name in answer.json["fields"]] == [field]
    assert cypher.value("MATCH (share:Share) RETURN count(share)") == 0


def test_the_length_of_a_note_is_that_of_the_rules(cypher: Cypher, prepared: object) -> None:
    rules = {
        row["name"]: row["value"]
        for row in cypher.rows("MATCH (r:Rule) RETURN r.name AS name, r.value AS value")
    }
    assert (rules["note_min"], rules["note_max"]) == NOTE_LENGTH
