"""Notifications over HTTP."""

import re
from datetime import timedelta

import pytest

from service.graph.client import Graph
from service.run import worker
from service.settings import ROOT
from tests.run.test_worker import KEYS
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import Person, PersonMaker
from tests.support.talk import asked

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PATH = "/v1/me/notifications"


def inbox(person: Person, **query: str) -> list[tuple[str, int]]:
    words = "&".join(f"{name}={value}" for name, value in query.items())
    return [(item["kind"], item["count"]) for item in person.get(f"{PATH}?{words}").json["items"]]


def test_a_request_and_its_acceptance_are_told_with_the_name(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    request = ada.post("/v1/friend-requests", {"to": "bob"}).json["id"]
    (item,) = bob.get(PATH, Accept_Language="zh").json["items"]
    assert item["text"] == "ada 想加你为好友"
    assert item["about"] == {"kind": "user", "id": "ada"}
    assert (item["read"], item["newest_at"]) == (False, "2030-01-01T00:00:00Z")
    bob.post(f"/v1/friend-requests/{request}/accept")
    assert inbox(bob) == []
    (item,) = ada.get(PATH).json["items"]
    assert (item["kind"], item["text"]) == ("friend_accepted", "You and bob are now friends")


def test_asking_back_is_accepting(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:ASKED]->(bob)")
    person("bob").post("/v1/friend-requests", {"to": "ada"})
    assert inbox(person("ada")) == [("friend_accepted", 1)]
    assert inbox(person("bob")) == []


def test_a_request_taken_back_or_sent_while_a_decline_cools_down_is_not_heard_of(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    first = ada.post("/v1/friend-requests", {"to": "bob"}).json["id"]
    ada.delete(f"/v1/friend-requests/{first}")
    assert inbox(bob) == []
    second = ada.post("/v1/friend-requests", {"to": "bob"}).json["id"]
    bob.post(f"{PATH}/read", {"before": clock().isoformat()})
    bob.post(f"/v1/friend-requests/{second}/decline")
    clock.forward(days=20)
    ada.post("/v1/friend-requests", {"to": "bob"})
    assert bob.get(f"{PATH}/unread").json == {"unread": 0}


def test_what_was_read_stays_listed_and_is_unread_again_when_more_is_told(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle lamp"})
    ada, bob = person("ada"), person("bob")
    for word in ("kettle", "lamp"):
        ada.post(f"/v1/shares/ada-{word}/send", {"to": ["bob"]}, Idempotency_Key=f"send-{word}-1")
    assert bob.get(f"{PATH}/unread").json == {"unread": 2}
    key = bob.get(PATH).json["items"][0]["key"]
    assert bob.post(f"{PATH}/read", {"keys": [key, "cy:thanks:x"]}).status_code == 204
    listed = bob.get(PATH).json
    assert [item["read"] for item in listed["items"]] == [True, False]
    assert listed["unread"] == 1
    clock.forward(seconds=1)
    bob.post(f"{PATH}/read", {"before": clock().isoformat()})
    assert bob.get(f"{PATH}/unread").json == {"unread": 0}
    assert bob.post(f"{PATH}/read", {}).status_code == 422


def test_polling_costs_nothing_while_nothing_changes(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    for path in (PATH, f"{PATH}/unread"):
        first = bob.get(path)
        again = bob.get(path, If_None_Match=first.headers["ETag"])
        assert (again.status_code, again.data) == (304, b"")
    ada.post("/v1/friend-requests", {"to": "bob"})
    changed = bob.get(PATH, If_None_Match=first.headers["ETag"])
    assert (changed.status_code, changed.json["unread"]) == (200, 1)


def test_whom_one_blocks_mutes_or_who_left_is_not_heard_of(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob) (cy) (dee) (eve)")
    eve = person("eve")
    for name in ("ada", "bob", "cy", "dee"):
        person(name).post("/v1/friend-requests", {"to": "eve"})
    assert eve.get(f"{PATH}/unread").json["unread"] == 4
    eve.put("/v1/me/mutes/ada")
    person("bob").put("/v1/me/blocks/eve")
    person("cy").delete("/v1/me")
    assert [item["about"]["id"] for item in eve.get(PATH).json["items"]] == ["dee"]
    assert eve.get(f"{PATH}/unread").json["unread"] == 1


def test_talk_and_coupons_sent_are_heard_of_while_the_share_is_in_sight(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob) (eve)", shares={"ada": "kettle", "bob": "lamp"})
    ada, bob = person("ada"), person("bob")
    question = bob.post("/v1/shares/ada-kettle/questions", {"text": "Is it loud?"}).json["id"]
    (item,) = ada.get(PATH).json["items"]
    assert item["text"] == "Someone asked about one of your shares"
    ada.post(f"/v1/questions/{question}/answer", {"text": "No."})
    asked(bob, "ada-kettle")
    assert ada.get(f"{PATH}/unread").json == {"unread": 1}  # her answer reads the question
    assert sorted(inbox(ada)) == [("message", 1), ("question", 1)]
    assert inbox(bob) == [("answer", 1)]
    ada.post("/v1/shares/ada-kettle/send", {"to": ["bob"]}, Idempotency_Key="send-kettle")
    ada.delete("/v1/friends/bob")
    assert sorted(inbox(bob)) == [("answer", 1), ("coupon_received", 1)]  # a sent share stays visible
    bob.put("/v1/me/blocks/ada")
    assert inbox(ada) == inbox(bob) == []


def test_a_declined_request_is_not_heard_of(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    request = person("ada").post("/v1/friend-requests", {"to": "bob"}).json["id"]
    person("bob").post(f"/v1/friend-requests/{request}/decline")
    assert inbox(person("bob")) == []


def test_a_kind_is_turned_off_and_on_again(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)")
    ada, bob = person("ada"), person("bob")
    ada.post("/v1/friend-requests", {"to": "bob"})
    changed = bob.patch("/v1/me/notification-settings", {"kinds": {"friend_request": False}}).json
    assert {kind["kind"] for kind in changed["kinds"] if not kind["on"]} == {"friend_request"}
    assert inbox(bob) == []
    kinds = bob.post("/v1/me/export").json["kinds"]
    assert kinds["notification_settings"] == [{"choice": "friend_request", "treated": "drop"}]
    bob.patch("/v1/me/notification-settings", {"kinds": {"friend_request": True}})
    assert inbox(bob) == [("friend_request", 1)]


@pytest.mark.parametrize(
    "asked",
    [{"kinds": {"nonsense": False}}, {"senders": {"nobody": "drop"}}, {"kinds": {"moderation": False}}],
)
def test_a_choice_that_there_is_not_is_refused(
    given: Given, person: PersonMaker, asked: dict[str, object], cypher: Cypher
) -> None:
    given("(ada)")
    answer = person("ada").patch("/v1/me/notification-settings", asked)
    assert (answer.status_code, answer.json["code"]) == (422, "no_such_choice")
    assert cypher.value("MATCH ()-[wants:WANTS]->() RETURN count(wants)") == 0


def test_new_accounts_are_set_aside_and_strangers_are_when_one_says_so(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (zoe)")
    given.user("new", created_at=NOW - 29 * DAY)
    ada = person("ada")
    for name in ("cy", "zoe", "new"):
        person(name).post("/v1/friend-requests", {"to": "ada"})
    assert inbox(ada) == [("friend_request", 1)] * 2
    assert inbox(ada, filtered="true") == [("friend_request", 1)]
    ada.patch("/v1/me/notification-settings", {"senders": {"strangers": "filter", "new_accounts": "drop"}})
    assert [item["about"]["id"] for item in ada.get(PATH).json["items"]] == ["cy"]
    assert ada.get(f"{PATH}/unread").json["unread"] == 1
    assert len(inbox(ada, filtered="true")) == 2
    ada.patch("/v1/me/notification-settings", {"senders": {"strangers": "drop"}})
    assert inbox(ada, filtered="true") == []


def test_the_list_is_read_page_by_page(given: Given, person: PersonMaker, clock: Clock) -> None:
    given("(ada)")
    for number in range(5):
        given.user(f"u{number}")
        person(f"u{number}").post("/v1/friend-requests", {"to": "ada"})
        clock.forward(seconds=number % 2)
    ada = person("ada")
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = ada.get(f"{PATH}?limit=2{cursor and '&cursor='}{cursor}").json
        seen += [item["about"]["id"] for item in answer["items"]]
        cursor = answer["next_cursor"]
    assert sorted(seen) == [f"u{number}" for number in range(5)]
    assert seen[0] == "u4"


def test_a_friends_purchase_is_told_by_the_day_and_hours_later_everywhere(
    given: Given, person: PersonMaker, graph: Graph, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle lamp"})
    ada, at = person("ada"), NOW + 9 * HOUR
    for word, completed in (("kettle", at), ("lamp", at + HOUR)):
        given.redeemed("bob", f"ada-{word}", word, at=NOW - DAY, completed_at=completed)
        graph.run("levels/friend_purchase", purchases=[f"bob-{word}-order"])
    for when in (at + HOUR, NOW + 16 * HOUR, NOW + 40 * HOUR - timedelta(seconds=1)):
        clock.at = when
        worker.run_all(graph, KEYS, when)
    # 17:00 in UTC+8 is before the end of the digest day, 18:00:00 is its last instant
    assert inbox(ada) == [("friend_purchase", 2)]
    (item,) = ada.get(PATH).json["items"]
    assert item["text"] == "Friends used your coupons 2 times: +60 points pending"
    assert item["about"] is None
    lines = ada.post("/v1/me/export").json["kinds"]["experience"]
    assert [(line["kind"], line["occurred_on"]) for line in lines] == [("friend_purchase", "2030-01-01")] * 2
    text = str((item, lines, ada.get("/v1/me/xp").json))
    assert "bob" not in text
    assert "09:00:00" not in text
    assert "kettle" not in text


def test_nothing_tells_of_a_friends_purchase_before_it_is_due(
    given: Given, person: PersonMaker, graph: Graph, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle"})
    given.redeemed("bob", "ada-kettle", "kettle", at=NOW - DAY, completed_at=NOW)
    graph.run("levels/friend_purchase", purchases=["bob-kettle-order"])
    ada = person("ada")
    for later in (timedelta(0), 6 * HOUR, 16 * HOUR - timedelta(seconds=1)):
        clock.at = NOW + later
        worker.run_all(graph, KEYS, clock.at)
        assert inbox(ada) == []
        kinds = ada.post("/v1/me/export").json["kinds"]
        assert (kinds["experience"], kinds["notifications"]) == ([], [])
    clock.at = NOW + 16 * HOUR
    for _ in range(2):
        worker.run_all(graph, KEYS, clock.at)
    assert inbox(ada) == [("friend_purchase", 1)]
    clock.at += 20 * DAY
    worker.run_all(graph, KEYS, clock.at)
    assert sorted(inbox(ada)) == [("friend_purchase", 1), ("xp_matured", 1)]


def test_experience_that_counts_or_is_taken_back_is_told_by_the_day(
    given: Given, person: PersonMaker, graph: Graph, clock: Clock, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle lamp"})
    for word in ("kettle", "lamp"):
        given.redeemed("bob", f"ada-{word}", word, at=NOW - DAY, completed_at=NOW)
    graph.run("levels/friend_purchase", purchases=["bob-kettle-order", "bob-lamp-order"])
    worker.run_all(graph, KEYS, NOW + 16 * HOUR)
    cypher.rows(
        "MATCH (order:Purchase {id: 'bob-lamp-order'}) SET order.refunded_at = $at", at=NOW + 20 * HOUR
    )
    graph.run("levels/void_purchase", purchases=["bob-lamp-order"])
    ada = person("ada")
    for clock.at in (NOW + 21 * HOUR, NOW + 40 * HOUR, NOW + 7 * DAY + 15 * HOUR, NOW + 7 * DAY + 16 * HOUR):
        for _ in range(2):
            worker.run_all(graph, KEYS, clock.at)
    assert sorted(inbox(ada)) == [("friend_purchase", 2), ("xp_matured", 1), ("xp_reversed", 1)]


def test_copies_that_end_the_same_day_are_told_of_together_once(
    given: Given, person: PersonMaker, graph: Graph, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle lamp mug pan"})
    for word, hours in (("kettle", 47), ("lamp", 46), ("mug", 49)):
        given.claim("bob", f"ada-{word}", use_by=NOW + hours * HOUR)
    given.claim("bob", "ada-pan", use_by=NOW + HOUR, returned_at=NOW - HOUR)
    bob = person("bob")
    for _ in range(2):
        worker.run_all(graph, KEYS, NOW)
    (item,) = bob.get(PATH).json["items"]
    assert (item["kind"], item["count"]) == ("coupon_expiring", 2)
    assert item["text"] == "2 of your coupons expire soon"
    assert item["about"] == {"kind": "claim", "id": "bob-ada-kettle"}
    bob.post(f"{PATH}/read", {"keys": [item["key"]]})
    clock.at = NOW + 100 * DAY
    worker.run_all(graph, KEYS, clock.at)
    assert person("bob").get(PATH).json["items"] == []


def test_every_kind_that_a_query_writes_has_a_row_of_words() -> None:
    rows = (ROOT / "seeds/rules/notification_kind.csv").read_text("utf-8").splitlines()[1:]
    words = {row.split(",")[0] for row in rows}
    written: set[str] = set()
    for file in (ROOT / "cypher").rglob("*.cypher"):
        text = file.read_text("utf-8")
        if re.search(r":Notification \{\s*key:", text) and "MERGE" in text and "seed" not in file.parts:
            written |= {kind for kind in words if f"'{kind}'" in text}
            assert any(f"'{kind}'" in text or f":{kind.split('_')[0]}:" in text for kind in words), file
    assert written >= {"friend_request", "coupon_received", "coupon_expiring", "thanks", "friend_purchase"}
