"""Merchants edit their shop's program; admins appoint merchants."""

from typing import Any

import pytest

from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker

SHOP = "/v1/merchant/shops/kettle-shop"
PROGRAM = f"{SHOP}/program"
TERMS: dict[str, Any] = {"kind": "fixed", "value": 800, "quota": 6, "claim_days": 20, "use_days": 10}


@pytest.fixture
def max_(given: Given, cypher: Cypher, person: PersonMaker) -> Person:
    """Max, who manages the kettle shop, and Amy, an admin; lamps are another shop's."""
    given("(max:Merchant) (amy:Admin)")
    given.product("kettle")
    given.product("lamp")
    cypher.rows("MATCH (max:User {id: 'max'}), (s:Shop {id: 'kettle-shop'}) CREATE (max)-[:MANAGES]->(s)")
    return person("max")


def test_a_merchant_reads_and_changes_the_program_and_it_is_written_down(
    max_: Person, cypher: Cypher
) -> None:
    listed = max_.get("/v1/merchant/shops").json["items"]
    assert [(shop["id"], shop["state"]) for shop in listed] == [("kettle-shop", "running")]
    assert [item["id"] for item in max_.get(f"{SHOP}/products").json["items"]] == ["kettle"]
    had = max_.get(PROGRAM).json["program"]
    body = {**TERMS, "heroes": ["kettle"], "hero_only": True, "monthly_budget": 50, "gifted": True}
    for _ in range(2):
        stored = max_.put(PROGRAM, body).json["program"]
    assert {name: stored[name] for name in body} == body
    assert (stored["id"], stored["starts_at"], stored["state"]) == (had["id"], had["starts_at"], "running")
    acts = cypher.rows(
        "MATCH (:User {id: 'max'})-[:TOOK]->(a)-[:ON]->(:Program) RETURN a.kind AS kind, a.reason AS why"
    )
    assert [act["kind"] for act in acts] == ["change_program"]
    assert "quota: 10 -> 6" in acts[0]["why"]
    assert "heroes: -> kettle" in acts[0]["why"]


def test_of_two_who_change_a_program_at_once_the_second_is_told(max_: Person) -> None:
    read = max_.get(PROGRAM)
    assert (read.json["version"], read.headers["ETag"]) == (0, '"0"')
    for body, status in (({"quota": 7}, 200), ({"quota": 7}, 200), ({"quota": 8}, 412)):
        assert max_.put(PROGRAM, {**TERMS, **body}, If_Match='"0"').status_code == status
    assert max_.put(PROGRAM, {**TERMS, "quota": 8}, If_Match='"1"').headers["ETag"] == '"2"'
    ended = max_.post(f"{PROGRAM}/end").headers["ETag"]
    assert (
        max_.put(PROGRAM, {**TERMS, "starts_at": (NOW + DAY).isoformat()}, If_Match=ended).status_code == 200
    )


def test_a_program_ends_and_another_begins(max_: Person) -> None:
    first = max_.get(PROGRAM).json["program"]["id"]
    assert max_.post(f"{PROGRAM}/end").json["program"]["state"] == "ended"
    assert max_.post(f"{PROGRAM}/end").json["code"] == "no_program"
    later = (NOW + DAY).isoformat()
    begun = max_.put(PROGRAM, {**TERMS, "starts_at": later}).json["program"]
    assert (begun["id"] != first, begun["state"]) == (True, "planned")
    moved = max_.put(PROGRAM, {**TERMS, "starts_at": (NOW + 2 * DAY).isoformat()}).json["program"]
    assert (moved["id"], moved["starts_at"]) == (begun["id"], "2030-01-03T00:00:00Z")


def test_coupons_already_earned_keep_their_terms(max_: Person, given: Given, cypher: Cypher) -> None:
    given("(ada)")
    given.coupon("ada", "kettle")
    before = cypher.rows("MATCH (coupon:Coupon) RETURN properties(coupon) AS all")
    assert max_.put(PROGRAM, TERMS).status_code == 200
    assert cypher.rows("MATCH (coupon:Coupon) RETURN properties(coupon) AS all") == before
    sooner = max_.put(PROGRAM, {**TERMS, "ends_at": (NOW + 9 * DAY).isoformat()})
    assert (sooner.status_code, sooner.json["code"]) == (409, "coupons_out")
    assert max_.put(PROGRAM, {**TERMS, "ends_at": (NOW + 40 * DAY).isoformat()}).status_code == 200
    assert max_.put(PROGRAM, {**TERMS, "gifted": True}).status_code == 200
    assert max_.put(PROGRAM, TERMS).json["code"] == "coupons_out"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"heroes": ["lamp"]}, "no_such_product"),
        ({"ends_at": (NOW - DAY).isoformat()}, "program_times"),
        ({"starts_at": (NOW + DAY).isoformat()}, "program_times"),
        ({"kind": "percent"}, "invalid"),
        ({"hero_only": True}, "invalid"),
        ({"heroes": ["kettle", "kettle"]}, "invalid"),
        ({"starts_at": NOW.isoformat(), "ends_at": NOW.isoformat()}, "invalid"),
    ],
)
def test_what_is_wrong_with_a_program_is_said(wrong: dict[str, Any], code: str, max_: Person) -> None:
    had = max_.get(PROGRAM).json
    answer = max_.put(PROGRAM, TERMS | wrong)
    assert (answer.status_code, answer.json["code"]) == (422, code)
    assert max_.get(PROGRAM).json == had


def test_insight_of_few_people_is_null(max_: Person) -> None:
    insight = max_.get(f"{SHOP}/insight").json
    assert (insight["since"], insight["until"]) == ("2029-10-31T16:00:00Z", "2029-11-30T16:00:00Z")
    assert [step["count"] for step in insight["funnel"]] == [None] * 4
    assert (insight["orders"]["lift_percent"], insight["notes"], insight["verdicts"]) == (None, None, None)


def test_a_shop_one_does_not_manage_is_not_there(max_: Person) -> None:
    for method, path in (
        ("GET", "products"),
        ("GET", "program"),
        ("PUT", "program"),
        ("POST", "program/end"),
        ("GET", "insight"),
    ):
        answers = [
            max_.ask(method, f"/v1/merchant/shops/{shop}/{path}", TERMS if method == "PUT" else None)
            for shop in ("lamp-shop", "no-shop")
        ]
        assert [answer.status_code for answer in answers] == [404, 404], path
        assert answers[0].json == answers[1].json


def test_an_admin_says_who_manages_a_shop_and_why(max_: Person, given: Given, person: PersonMaker) -> None:
    given("(bob)")
    amy, bob = person("amy"), person("bob")
    managers = "/v1/admin/shops/lamp-shop/managers"
    assert bob.get("/v1/merchant/shops").status_code == 403
    appointment = {"user": "bob", "reason": "He runs the lamp shop"}
    assert amy.post(managers, appointment).status_code == 204
    assert amy.post(managers, appointment).json["code"] == "wrong_state"
    assert [item["id"] for item in bob.get("/v1/merchant/shops").json["items"]] == ["lamp-shop"]
    assert [item["handle"] for item in amy.get(managers).json["items"]] == ["bob"]
    assert bob.get("/v1/me/actions").json["items"][0]["kind"] == "appoint_merchant"
    assert amy.post(f"{managers}/remove", appointment).status_code == 204
    assert amy.post(f"{managers}/remove", appointment).status_code == 404
    assert bob.get("/v1/merchant/shops").status_code == 403
    assert amy.post(managers, {"user": "nobody", "reason": "No such person"}).status_code == 404
    assert max_.post(managers, appointment).status_code == 403


def test_a_shop_replies_once_where_its_manager_may_see(
    max_: Person, given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given(
        "(max)-[:FRIEND]->(ada)-[:FRIEND]->(bob) (zed)",
        shares={"ada": "kettle", "zed": "kettle", "bob": "lamp"},
    )
    reply = "/v1/merchant/shares/ada-kettle/reply"
    said = max_.post(reply, {"text": "Thank you; the lid is new."}).json
    assert person("bob").get("/v1/shares/ada-kettle").json["reply"] == said
    again = max_.post(reply, {"text": "Thank you; the lid is new since May."}).json
    assert (again["id"], again["edited_at"]) == (said["id"], "2030-01-01T00:00:00Z")
    for other in ("zed-kettle", "bob-lamp", "no-share"):  # out of sight; of another shop; unknown
        assert max_.post(f"/v1/merchant/shares/{other}/reply", {"text": "Thank you."}).status_code == 404
    assert max_.post(reply, {"text": "Call 13812345678"}).json["code"] == "invalid"
    report = {"kind": "reply", "id": said["id"], "category": "spam"}
    assert person("zed").post("/v1/reports", report, Idempotency_Key="z").status_code == 404
    assert person("ada").post("/v1/reports", report, Idempotency_Key="a").status_code == 201
    amy = person("amy")
    number = amy.get("/v1/admin/reports").json["items"][0]
    assert (number["owner"]["id"], number["about"]["text"]) == ("max", again["text"])
    hide = {"action": "hide", "reason": "It advertises"}
    assert amy.post(f"/v1/admin/reports/{number['id']}/resolve", hide, Idempotency_Key="h").status_code == 200
    assert person("bob").get("/v1/shares/ada-kettle").json["reply"] is None
    assert max_.get("/v1/me/actions").json["items"][0]["about"]["kind"] == "reply"
    assert max_.post(reply, {"text": "Once more."}).json["code"] == "removed"
    cypher.rows("MATCH (reply:Reply) SET reply.hidden_at = null")
    assert max_.ask("DELETE", reply).status_code == 204
    assert person("bob").get("/v1/shares/ada-kettle").json["reply"] is None
    assert max_.ask("DELETE", "/v1/merchant/shares/zed-kettle/reply").status_code == 404
