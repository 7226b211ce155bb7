"""Reports, acts of moderators, and appeals, over HTTP."""

from typing import Any

import pytest

from service.actions import levels
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker
from tests.support.talk import CIRCLE, ask, asked, heard, say

WHY = "I have looked at it"


@pytest.fixture
def kettle(given: Given) -> None:
    """Bob shared a kettle; ada and cy are his friends, dee and fay are ada's. Amy moderates."""
    given(f"{CIRCLE} (dee)-[:FRIEND]->(ada)-[:FRIEND]->(fay) (eve) (amy:Admin)", shares={"bob": "kettle"})


def report(who: Person, kind: str, what: str, category: str = "other", **more: Any) -> Answer:
    """The response to a report."""
    return who.post("/v1/reports", {"kind": kind, "id": what, "category": category, **more})


def resolve(amy: Person, number: str, action: str, key: str = "") -> Answer:
    """The response to amy's act on a report."""
    body = {"action": action, "reason": WHY}
    return amy.post(f"/v1/admin/reports/{number}/resolve", body, Idempotency_Key=key or f"{number} {action}")


def act(amy: Person, action: str, kind: str, what: str) -> Answer:
    """The response to amy's act without a report."""
    body = {"action": action, "kind": kind, "id": what, "reason": WHY}
    return amy.post("/v1/admin/actions", body, Idempotency_Key=f"{action} {what}")


def queue(amy: Person, query: str = "") -> list[dict[str, Any]]:
    """The reports that amy reads."""
    items: list[dict[str, Any]] = amy.get(f"/v1/admin/reports?{query}").json["items"]
    return items


@pytest.mark.usefixtures("kettle")
def test_a_report_reaches_moderators_and_comes_back_with_its_outcome(person: PersonMaker) -> None:
    ada, amy = person("ada"), person("amy")
    filed = report(ada, "share", "bob-kettle", "fake_note", text="He never had one.")
    assert (filed.status_code, filed.json["outcome"]) == (201, None)
    (item,) = queue(amy)
    assert (item["category"], item["text"], item["others"]) == ("fake_note", "He never had one.", 0)
    assert (item["reporter"]["id"], item["owner"]["id"], item["about"]["state"]) == ("ada", "bob", "shown")
    assert "kettle every day" in item["about"]["text"]
    assert resolve(amy, item["id"], "dismiss").json["kind"] == "dismiss_report"
    assert queue(amy) == []
    assert [item["outcome"] for item in queue(amy, "open=false")] == ["dismissed"]
    assert [item["outcome"] for item in ada.get("/v1/me/reports").json["items"]] == ["dismissed"]
    assert person("bob").get("/v1/me/actions").json["items"] == []
    assert resolve(amy, item["id"], "dismiss", key="again").json["code"] == "wrong_state"


@pytest.mark.usefixtures("kettle")
def test_the_same_report_stands_and_another_closes_with_it(person: PersonMaker) -> None:
    ada, cy, amy = person("ada"), person("cy"), person("amy")
    first = report(ada, "share", "bob-kettle", "spam").json
    assert report(ada, "share", "bob-kettle", "spam").json == first
    report(cy, "share", "bob-kettle", "fake_note")
    assert [item["others"] for item in queue(amy)] == [1, 1]
    assert resolve(amy, first["id"], "hold").json["count"] == 2
    assert [person(name).get("/v1/me/reports").json["items"][0]["outcome"] for name in ("ada", "cy")] == [
        "acted"
    ] * 2


@pytest.mark.usefixtures("kettle")
def test_three_people_who_say_a_coupon_is_dead_hold_its_share(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    for name, live in (("ada", 200), ("ada", 200), ("dee", 200), ("fay", 404)):
        assert report(person(name), "share", "bob-kettle", "dead_coupon").status_code == 201
        assert person("cy").get("/v1/shares/bob-kettle").status_code == live, name
    assert person("bob").get("/v1/me/shares").json["items"][0]["status"] == "held"
    query = "MATCH (user)-[:TOLD]->(note:Notification {kind: 'share_held'}) RETURN user.id"
    assert cypher.value(query) == "bob"
    amy = person("amy")
    assert resolve(amy, queue(amy, "category=dead_coupon")[0]["id"], "restore").json["count"] == 3
    assert person("cy").get("/v1/shares/bob-kettle").status_code == 200


@pytest.mark.usefixtures("kettle")
def test_one_reports_what_one_may_see_or_was_part_of(person: PersonMaker) -> None:
    ada, bob, cy, eve = (person(name) for name in ("ada", "bob", "cy", "eve"))
    thread = ask(ada).json
    message = thread["newest"]["id"]
    question = ada.post("/v1/shares/bob-kettle/questions", {"text": "Is it loud?"}).json["id"]
    unseen = [
        (eve, "share", "bob-kettle"),
        (cy, "message", message),
        (cy, "question", question),
        (eve, "question", question),
        (ada, "shop", "nowhere"),
    ]
    for who, kind, what in unseen:
        hidden, absent = report(who, kind, what), report(who, kind, "nothing")
        assert hidden.status_code == absent.status_code == 404
        assert hidden.data == absent.data
    seen = [
        (bob, "message", message),
        (bob, "question", question),
        (ada, "question", question),
        (ada, "shop", "kettle-shop"),
        (eve, "user", "bob"),
    ]
    for who, kind, what in seen:
        assert report(who, kind, what).status_code == 201, (kind, what)
    for who, kind, what in ((ada, "message", message), (bob, "share", "bob-kettle"), (bob, "user", "bob")):
        assert report(who, kind, what).json["code"] == "self"


@pytest.mark.usefixtures("kettle")
def test_a_message_can_be_reported_after_a_block_and_whoever_blocks_too(person: PersonMaker) -> None:
    ada, bob = person("ada"), person("bob")
    message = ask(ada).json["newest"]["id"]
    ada.put("/v1/me/blocks/bob")
    assert report(bob, "message", message, "harassment").status_code == 201
    assert report(bob, "user", "ada", "harassment").status_code == 201
    shown = queue(person("amy"))
    assert [item["about"]["text"] for item in shown] == ["Is it loud?", "ada"]


@pytest.mark.parametrize("hidden", ["blocker", "gone"])
def test_a_report_tells_nobody_from_somebody_who_left_or_blocks(
    given: Given, person: PersonMaker, hidden: str
) -> None:
    given("(blocker)-[:BLOCKS]->(ada) (gone:Deactivated)")
    answer, absent = report(person("ada"), "user", hidden), report(person("ada"), "user", "absent")
    assert answer.status_code == absent.status_code == 404
    assert answer.data == absent.data


@pytest.mark.usefixtures("kettle")
def test_so_many_reports_a_day(person: PersonMaker, cypher: Cypher) -> None:
    cypher.rows(
        "MATCH (ada:User {id: 'ada'}), (shop:Shop) UNWIND range(1, 20) AS n "
        "CREATE (ada)-[:FILED]->(:Report {id: 'r' + n, category: 'other', at: $now})-[:ABOUT]->(shop)",
        now=NOW,
    )
    answer = report(person("ada"), "user", "bob")
    assert (answer.status_code, answer.json["code"], answer.json["limit"]) == (409, "report_limit", 20)


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize(
    "change", [{"kind": "moon"}, {"category": "ugly"}, {"text": ""}, {"id": ""}, {"more": 1}]
)
def test_a_report_is_of_a_known_kind(person: PersonMaker, change: dict[str, Any]) -> None:
    body = {"kind": "user", "id": "bob", "category": "spam", **change}
    assert person("ada").post("/v1/reports", body).status_code == 422


@pytest.mark.usefixtures("kettle")
def test_a_hidden_message_is_hidden_from_both(person: PersonMaker) -> None:
    ada, bob, amy = person("ada"), person("bob"), person("amy")
    thread = ask(ada).json
    report(bob, "message", thread["newest"]["id"], "harassment")
    (item,) = queue(amy, "kind=message")
    assert resolve(amy, item["id"], "hide").json["kind"] == "hide_message"
    assert heard(ada, thread["id"]) == heard(bob, thread["id"]) == [None]
    assert queue(amy, "open=false")[0]["about"]["state"] == "hidden"
    assert act(amy, "restore", "message", thread["newest"]["id"]).json["kind"] == "restore_message"
    assert heard(ada, thread["id"]) == ["Is it loud?"]


@pytest.mark.usefixtures("kettle")
def test_a_hidden_question_is_gone(person: PersonMaker) -> None:
    path = "/v1/shares/bob-kettle/questions"
    question = person("ada").post(path, {"text": "Rude?"}).json["id"]
    assert act(person("amy"), "hide", "question", question).status_code == 200
    assert [person(name).get(path).json["items"] for name in ("ada", "bob")] == [[], []]
    assert person("bob").post(f"/v1/questions/{question}/answer", {"text": "No"}).status_code == 404


@pytest.mark.usefixtures("kettle")
def test_who_is_suspended_is_signed_out_and_gone_until_reinstated(person: PersonMaker) -> None:
    ada, bob, amy = person("ada"), person("bob"), person("amy")
    asked(ada)
    filed = report(ada, "share", "bob-kettle", "fake_note").json["id"]
    assert resolve(amy, filed, "suspend").json["kind"] == "suspend_user"
    assert bob.get("/v1/me").status_code == 401
    assert ada.get("/v1/shares/bob-kettle").status_code == 404
    assert ada.get("/v1/me/threads").json["items"] == []
    assert act(amy, "restore", "user", "bob").status_code == 200
    assert ada.get("/v1/shares/bob-kettle").status_code == 200
    kinds = {item["kind"] for item in person("bob").get("/v1/me/actions").json["items"]}
    assert kinds == {"restore_user", "suspend_user"}


@pytest.mark.usefixtures("kettle")
def test_a_removed_share_takes_its_experience_and_an_appeal_brings_it_back(
    given: Given, person: PersonMaker, graph: Graph
) -> None:
    ada, bob, amy = person("ada"), person("bob"), person("amy")
    given.xp("bob", "pub:bob-kettle-coupon", "publish", 10, share="bob-kettle")
    thread = asked(ada)
    say(bob, thread, "Not at all.")
    ada.post(f"/v1/threads/{thread}/helpful")
    later = NOW + 9 * DAY
    assert levels.totals(graph, "bob", later)["xp"] == 12
    done = act(amy, "remove", "share", "bob-kettle").json
    assert (done["kind"], done["people"], levels.totals(graph, "bob", later)["xp"]) == (
        "remove_share",
        ["bob"],
        0,
    )
    assert {line["void_reason"] for line in bob.get("/v1/me/xp").json["items"]} == {"removed"}
    assert ada.get("/v1/shares/bob-kettle").status_code == 404
    (decision,) = bob.get("/v1/me/actions").json["items"]
    assert (decision["reason"], decision["about"], decision["appeal"]) == (
        WHY,
        {"id": "bob-kettle", "kind": "share"},
        None,
    )
    appeal = bob.post(f"/v1/actions/{decision['id']}/appeal", {"text": "It is mine, see the order."}).json
    assert bob.post(f"/v1/actions/{decision['id']}/appeal", {"text": "Please?"}).json["id"] == appeal["id"]
    (item,) = queue(amy, "kind=action")
    assert (item["category"], item["about"]["action"], item["owner"]["id"]) == (
        "appeal",
        "remove_share",
        "bob",
    )
    assert resolve(amy, item["id"], "restore").json["kind"] == "restore_share"
    assert levels.totals(graph, "bob", later)["xp"] == 12
    assert ada.get("/v1/shares/bob-kettle").status_code == 200
    outcomes = [
        item["appeal"] and item["appeal"]["outcome"] for item in bob.get("/v1/me/actions").json["items"]
    ]
    assert sorted(outcomes, key=str) == [None, "acted"]


@pytest.mark.usefixtures("kettle")
def test_what_is_restored_stays_void_when_the_order_went_back_meanwhile(
    given: Given, person: PersonMaker, cypher: Cypher, graph: Graph
) -> None:
    given.xp("bob", "pub:bob-kettle-coupon", "publish", 10, share="bob-kettle")
    amy = person("amy")
    act(amy, "remove", "share", "bob-kettle")
    cypher.rows("MATCH (order:Purchase {id: 'bob-kettle-order'}) SET order.refunded_at = $at", at=NOW + DAY)
    act(amy, "restore", "share", "bob-kettle")
    assert cypher.value("MATCH (event:XpEvent) RETURN event.void_reason") == "refunded"


@pytest.mark.usefixtures("kettle")
def test_only_whose_it_is_appeals(person: PersonMaker) -> None:
    action = act(person("amy"), "hold", "share", "bob-kettle").json["id"]
    for name in ("ada", "amy"):
        hidden = person(name).post(f"/v1/actions/{action}/appeal", {"text": "It is not so."})
        absent = person(name).post("/v1/actions/nothing/appeal", {"text": "It is not so."})
        assert hidden.status_code == absent.status_code == 404
        assert hidden.data == absent.data


@pytest.mark.usefixtures("kettle")
def test_moderators_act_on_nothing_of_their_own_and_only_as_fits(given: Given, person: PersonMaker) -> None:
    given("(bob)-[:FRIEND]->(max:Admin)", shares={"max": "lamp"})
    top = person("max")
    filed = report(person("bob"), "share", "max-lamp", "spam").json["id"]
    assert resolve(top, filed, "dismiss").json["code"] == "self"
    assert act(top, "suspend", "user", "max").json["code"] == "self"
    unfit = [("hide", "share", "bob-kettle"), ("restore", "share", "bob-kettle")]
    for action, kind, what in [*unfit, ("hold", "user", "bob"), ("restore", "user", "bob")]:
        assert act(top, action, kind, what).json["code"] == "wrong_state", (action, kind)
    shop = report(person("ada"), "shop", "kettle-shop").json["id"]
    for action in ("hold", "suspend", "restore"):
        assert resolve(top, shop, action).json["code"] == "wrong_state"
    assert resolve(top, shop, "dismiss").status_code == 200
    assert act(top, "hold", "share", "nothing").status_code == 404
    assert resolve(top, "nothing", "dismiss").status_code == 404


@pytest.mark.usefixtures("kettle")
def test_an_act_repeated_under_a_key_is_done_once(person: PersonMaker, cypher: Cypher) -> None:
    amy = person("amy")
    filed = report(person("ada"), "share", "bob-kettle", "spam").json["id"]
    first, second = (resolve(amy, filed, "hold", key="k") for _ in range(2))
    assert first.data == second.data
    assert cypher.value("MATCH (action:Action) RETURN count(action)") == 1


@pytest.mark.usefixtures("kettle")
def test_others_neither_read_reports_nor_act(person: PersonMaker) -> None:
    ada = person("ada")
    assert ada.get("/v1/admin/reports").status_code == 403
    assert act(ada, "hold", "share", "bob-kettle").status_code == 403
    assert resolve(ada, "nothing", "dismiss").status_code == 403


@pytest.mark.usefixtures("kettle")
def test_reports_and_acts_come_in_pages(person: PersonMaker, clock: Any) -> None:
    ada, amy = person("ada"), person("amy")
    for category in ("spam", "fake_note", "other"):
        report(ada, "share", "bob-kettle", category)
        clock.forward(minutes=1)
    for who, path in ((ada, "/v1/me/reports"), (amy, "/v1/admin/reports")):
        first = who.get(f"{path}?limit=2").json
        rest = who.get(f"{path}?limit=2&cursor={first['next_cursor']}").json
        assert len({item["id"] for item in first["items"] + rest["items"]}) == 3
        assert rest["next_cursor"] is None
