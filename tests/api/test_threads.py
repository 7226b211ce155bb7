"""Threads between an asker and a sharer, over HTTP."""

from functools import partial
from typing import Any

import pytest

from service.actions import levels
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker
from tests.support.talk import CIRCLE, ask, asked, heard, listed, say
from tests.support.together import together

TOLD = """MATCH (user:User)-[:TOLD]->(notified:Notification)-[:ABOUT]->(:Thread)
RETURN user.id AS user, notified.kind AS kind, notified.count AS count, notified.read_at IS NOT NULL AS read
ORDER BY user"""


@pytest.fixture
def kettle(given: Given) -> None:
    """Ada and bob are friends, so are bob and cy; each has shared something."""
    given(CIRCLE, shares={"bob": "kettle", "cy": "lamp pan"})


@pytest.mark.usefixtures("kettle")
def test_a_friend_asks_and_both_go_on_at_once(person: PersonMaker) -> None:
    ada, bob = person("ada"), person("bob")
    thread = ask(ada).json
    assert (thread["state"], thread["asks"], thread["unread"]) == ("accepted", True, 0)
    assert thread["share"] == {"id": "bob-kettle", "product": "kettle", "shop": "kettle shop"}
    assert thread["other"] == {"id": "bob", "display_name": "bob", "creator": False}
    assert (thread["newest"]["text"], thread["newest"]["mine"]) == ("Is it loud?", True)
    assert say(bob, thread["id"], "Not at all.").status_code == 201
    assert say(ada, thread["id"], "Thank you!").json["mine"] is True
    assert (
        heard(ada, thread["id"]) == heard(bob, thread["id"]) == ["Thank you!", "Not at all.", "Is it loud?"]
    )
    assert bob.get(f"/v1/threads/{thread['id']}").json["asks"] is False


@pytest.mark.usefixtures("kettle")
def test_asking_again_goes_on_in_the_same_thread(person: PersonMaker, cypher: Cypher) -> None:
    ada = person("ada")
    assert asked(ada) == asked(ada, text="And heavy?")
    assert cypher.value("MATCH (thread:Thread) RETURN count(thread)") == 1
    assert ask(ada, text="Is it loud?").json["newest"]["text"] == "Is it loud?"  # the first answer again
    assert cypher.value("MATCH (message:Message) RETURN count(message)") == 2
    assert ada.post("/v1/shares/bob-kettle/threads", {"text": "?"}).json["code"] == "idempotency_key_required"


@pytest.mark.usefixtures("kettle")
def test_at_the_second_degree_one_message_asks_and_waits(person: PersonMaker) -> None:
    ada, cy = person("ada"), person("cy")
    thread = ask(ada, "cy-lamp").json
    assert (thread["state"], thread["other"]["display_name"]) == ("requested", "cy")
    for more in (say(ada, thread["id"], "Hello?"), ask(ada, "cy-lamp", "Hello?")):
        assert (more.status_code, more.json["code"]) == (409, "waiting")
    assert ada.get("/v1/users/cy").json["profile"] is None
    assert listed(cy, "requested") == listed(cy) == ["ada"]
    assert cy.post(f"/v1/threads/{thread['id']}/accept").status_code == 204
    assert (listed(ada, "accepted"), listed(cy, "accepted")) == (["cy"], ["ada"])
    assert say(ada, thread["id"], "Hello?").status_code == 201


@pytest.mark.usefixtures("kettle")
def test_an_answer_accepts_a_request(person: PersonMaker) -> None:
    ada, cy = person("ada"), person("cy")
    thread = asked(ada, "cy-lamp")
    say(cy, thread, "Bright enough.")
    assert (listed(ada, "accepted"), listed(cy, "accepted")) == (["cy"], ["ada"])
    assert say(ada, thread, "Good.").status_code == 201


@pytest.mark.usefixtures("kettle")
def test_only_the_sharer_takes_up_or_declines(person: PersonMaker) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    for word in ("accept", "decline"):
        answer = ada.post(f"/v1/threads/{thread}/{word}")
        assert (answer.status_code, answer.json["code"]) == (409, "wrong_state")
    assert bob.post(f"/v1/threads/{thread}/decline").json["code"] == "wrong_state"  # open already


@pytest.mark.usefixtures("kettle")
def test_a_decline_looks_like_silence(person: PersonMaker, clock: Clock, cypher: Cypher) -> None:
    ada, cy = person("ada"), person("cy")
    thread = asked(ada, "cy-lamp")
    before = ada.get(f"/v1/threads/{thread}").data, ada.get("/v1/me/threads").data
    assert cy.post(f"/v1/threads/{thread}/decline").status_code == 204
    assert (ada.get(f"/v1/threads/{thread}").data, ada.get("/v1/me/threads").data) == before
    assert say(ada, thread, "Hello?").json["code"] == "waiting"
    assert (listed(cy), listed(cy, "declined")) == ([], ["ada"])
    cypher.rows("MATCH (ada:User {id: 'ada'}) SET ada.level = 5")
    again = ask(ada, "cy-pan")
    assert (again.status_code, again.json["state"]) == (201, "requested")
    assert listed(cy) == []
    assert [row["count"] for row in cypher.rows(TOLD) if row["user"] == "cy"] == [1]
    assert cy.post(f"/v1/threads/{thread}/accept").status_code == 204
    assert (listed(cy), listed(ada, "accepted")) == (["ada"], ["cy"])


@pytest.mark.usefixtures("kettle")
def test_a_decline_cools_down(given: Given, person: PersonMaker, clock: Clock, cypher: Cypher) -> None:
    given.share("cy", "tray", claim_by=NOW + 60 * DAY)
    given.share("cy", "bowl", claim_by=NOW + 60 * DAY)
    cypher.rows("MATCH (coupon:Coupon) SET coupon.use_until = coupon.claim_by + duration('P9D')")
    ada, cy = person("ada"), person("cy")
    cy.post(f"/v1/threads/{asked(ada, 'cy-tray')}/decline")
    clock.forward(days=29, hours=23)
    asked(person("ada"), "cy-bowl")
    assert listed(person("cy")) == []
    cypher.rows("MATCH (thread:Thread) DETACH DELETE thread")
    cypher.rows("MATCH (left) WHERE left:Message OR left:Notification DETACH DELETE left")
    asked(person("ada"), "cy-tray", "Is it wide?")
    assert listed(person("cy")) == ["ada"]


@pytest.mark.usefixtures("kettle")
def test_requests_a_day_go_by_the_level(person: PersonMaker, clock: Clock) -> None:
    ada = person("ada")
    assert ask(ada, "cy-lamp").status_code == 201
    answer = ask(ada, "cy-pan")
    assert (answer.status_code, answer.json["code"]) == (409, "chat_limit")
    assert (answer.json["limit"], answer.json["next_level"]) == (1, 1)
    assert "level 1" in answer.json["detail"]
    assert ask(ada, "bob-kettle").status_code == 201  # threads with friends count towards no limit
    clock.forward(hours=15, minutes=59)
    assert ask(ada, "cy-pan", key="later").json["code"] == "chat_limit"
    clock.forward(minutes=1)  # midnight in China
    assert ask(ada, "cy-pan", key="tomorrow").status_code == 201


@pytest.mark.usefixtures("kettle")
def test_requests_at_once_pass_no_limit_and_make_no_second_thread(
    person: PersonMaker, cypher: Cypher
) -> None:
    ada = person("ada")
    calls = [partial(ask, ada, f"cy-{word}", key=f"{word} {n}") for word in ("lamp", "pan") for n in range(4)]
    answers = [answer.status_code for answer in together(*calls) if not isinstance(answer, Exception)]
    assert answers.count(201) == 1
    assert cypher.value("MATCH (thread:Thread) RETURN count(thread)") == 1
    assert cypher.value("MATCH (message:Message) RETURN count(message)") == 1


def test_followers_ask_in_public_only(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FOLLOWS]->(ivy:Creator)")
    given.share("ivy", "serum", audience="public")
    answer = ask(person("ada"), "ivy-serum")
    assert (answer.status_code, answer.json["code"]) == (403, "questions_only")


@pytest.mark.usefixtures("kettle")
def test_nobody_asks_about_their_own_share_or_one_they_may_not_see(given: Given, person: PersonMaker) -> None:
    given("(eve)")
    assert ask(person("bob")).json["code"] == "own_share"
    hidden, absent = ask(person("eve")), ask(person("eve"), "nothing")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.data == absent.data


@pytest.mark.usefixtures("kettle")
def test_a_thread_is_there_for_the_two_and_for_nobody_else(given: Given, person: PersonMaker) -> None:
    given("(dee)-[:FRIEND]->(bob)")
    thread = asked(person("ada"))
    for other in ("cy", "dee"):
        stranger = person(other)
        words = ("accept", "decline", "leave", "mute", "helpful")
        calls = [("GET", ""), ("GET", "/messages"), ("DELETE", "/mute"), *(("POST", f"/{w}") for w in words)]
        for method, path in calls:
            hidden = stranger.ask(method, f"/v1/threads/{thread}{path}")
            absent = stranger.ask(method, f"/v1/threads/nothing{path}")
            assert hidden.status_code == absent.status_code == 404, (method, path)
            assert hidden.data == absent.data
        for path, body in (("messages", {"text": "Hi"}), ("read", {})):
            assert stranger.post(f"/v1/threads/{thread}/{path}", body).status_code == 404
        assert listed(stranger) == []


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize("blocker", ["ada", "bob"])
def test_a_block_takes_the_thread_from_both_on_the_next_request(person: PersonMaker, blocker: str) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    other = {"ada": "bob", "bob": "ada"}[blocker]
    person(blocker).put(f"/v1/me/blocks/{other}")
    for who in (ada, bob):
        assert who.get(f"/v1/threads/{thread}").status_code == 404
        assert who.get(f"/v1/threads/{thread}/messages").data == who.get("/v1/threads/x/messages").data
        assert say(who, thread, "Hello?").status_code == 404
        assert who.post(f"/v1/threads/{thread}/helpful").status_code == 404
        assert listed(who) == []
    assert ask(ada, text="Hello?").status_code == 404
    assert bob.post(f"/v1/threads/{thread}/leave").status_code == 204  # leaving is always possible


@pytest.mark.usefixtures("kettle")
def test_a_thread_goes_with_its_share_and_comes_back_with_it(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    ada.delete("/v1/me/friends/bob")
    assert [who.get(f"/v1/threads/{thread}").status_code for who in (ada, bob)] == [404, 404]
    given("(ada)-[:FRIEND]->(dee)-[:FRIEND]->(bob)")  # a bridge shows the share again
    assert [who.get(f"/v1/threads/{thread}").status_code for who in (ada, bob)] == [200, 200]
    bob.post("/v1/shares/bob-kettle/withdraw")
    assert [who.get(f"/v1/threads/{thread}").status_code for who in (ada, bob)] == [404, 404]


@pytest.mark.usefixtures("kettle")
def test_unread_messages_are_counted_until_they_are_read(person: PersonMaker) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    ids = [say(ada, thread, text).json["id"] for text in ("One", "Two", "Three")]

    def unread(who: Any) -> int:
        return int(who.get("/v1/me/threads").json["items"][0]["unread"])

    assert (unread(ada), unread(bob)) == (0, 4)
    assert bob.post(f"/v1/threads/{thread}/read", {"message": ids[1]}).status_code == 204
    assert unread(bob) == 1
    bob.post(f"/v1/threads/{thread}/read", {"message": ids[0]})
    assert unread(bob) == 1
    bob.post(f"/v1/threads/{thread}/read")
    assert unread(bob) == 0
    say(bob, thread, "Four")
    assert (unread(ada), unread(bob)) == (1, 0)
    assert bob.post(f"/v1/threads/{thread}/read", {"message": "nothing"}).status_code == 404


@pytest.mark.usefixtures("kettle")
def test_the_other_is_told_once_for_each_thread(person: PersonMaker, cypher: Cypher) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    say(ada, thread, "And heavy?")
    assert cypher.rows(TOLD) == [{"user": "bob", "kind": "message", "count": 2, "read": False}]
    bob.post(f"/v1/threads/{thread}/read")
    assert cypher.rows(TOLD)[0]["read"] is True
    say(ada, thread, "Hello?")
    assert cypher.rows(TOLD) == [{"user": "bob", "kind": "message", "count": 1, "read": False}]
    say(bob, thread, "No, light.")
    assert [(row["user"], row["count"]) for row in cypher.rows(TOLD)] == [("ada", 1), ("bob", 1)]


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize("deaf", ["mute", "leave", "muted person"])
def test_who_mutes_or_left_is_not_told_and_the_other_sees_no_difference(
    person: PersonMaker, cypher: Cypher, deaf: str
) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    bob.put("/v1/me/mutes/ada") if deaf == "muted person" else bob.post(f"/v1/threads/{thread}/{deaf}")
    assert say(ada, thread, "Hello?").status_code == 201
    assert ada.get(f"/v1/threads/{thread}").json["state"] == "accepted"
    notified = [(item["count"], item["read"]) for item in bob.get("/v1/me/notifications").json["items"]]
    assert notified == {"mute": [(1, False)], "leave": [(1, True)], "muted person": []}[deaf]
    assert (listed(bob), listed(bob, "left")) == (([], ["ada"]) if deaf == "leave" else (["ada"], []))
    bob.delete(f"/v1/threads/{thread}/mute")
    bob.delete("/v1/me/mutes/ada")
    say(bob, thread, "Back again.")
    assert listed(bob) == ["ada"]
    say(ada, thread, "Welcome.")
    assert cypher.rows(TOLD)[-1]["count"] == 1


@pytest.mark.usefixtures("kettle")
def test_an_answer_that_helped_gives_the_sharer_a_little_once(
    person: PersonMaker, graph: Graph, cypher: Cypher, clock: Clock
) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    assert ada.post(f"/v1/threads/{thread}/helpful").json["code"] == "wrong_state"  # nothing was answered
    say(bob, thread, "Not at all.")
    assert bob.post(f"/v1/threads/{thread}/helpful").json["code"] == "own_share"
    for _ in range(2):
        assert ada.post(f"/v1/threads/{thread}/helpful").status_code == 204
        clock.forward(days=1)
    assert bob.get(f"/v1/threads/{thread}").json["helpful_at"] == "2030-01-01T00:00:00Z"
    rows = cypher.rows("MATCH (user)-[:GAINED]->(event:XpEvent) RETURN user.id AS user, event{.*} AS event")
    assert [(row["user"], row["event"]["key"], row["event"]["raw"]) for row in rows] == [
        ("bob", f"ans:{thread}", 2)
    ]
    assert levels.totals(graph, "bob", NOW + 7 * DAY)["xp"] == 2
    assert levels.totals(graph, "bob", NOW + 7 * DAY - DAY / 24)["xp"] == 0
    (line,) = bob.get("/v1/me/xp").json["items"]
    assert (line["kind"], line["state"], line["expected"]) == ("answer", "pending", 2)
    assert line["share_id"] == "bob-kettle"


@pytest.mark.usefixtures("kettle")
def test_an_answer_to_somebody_at_the_same_device_counts_nothing(
    person: PersonMaker, graph: Graph, cypher: Cypher
) -> None:
    ada, bob = person("ada"), person("bob")
    thread = asked(ada)
    say(bob, thread, "Not at all.")
    ada.post(f"/v1/threads/{thread}/helpful")
    cypher.rows(
        "MATCH (user:User) WHERE user.id IN ['ada', 'bob'] "
        "MERGE (same:Identifier {key: 'device:x'}) CREATE (user)-[:USES {since: $now}]->(same)", now=NOW
    )  # fmt: skip
    assert levels.totals(graph, "bob", NOW + 8 * DAY)["xp"] == 0
    (line,) = bob.get("/v1/me/xp").json["items"]
    assert [factor["cause"] for factor in line["factors"]] == ["shared_identifier"]


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "a\x00b", "\ud800", None, 7])
def test_a_message_is_text_of_some_length(person: PersonMaker, text: Any) -> None:
    ada = person("ada")
    thread = asked(ada)
    for path in ("shares/bob-kettle/threads", f"threads/{thread}/messages"):
        if text != "\ud800":
            answer = ada.post(f"/v1/{path}", {"text": text}, Idempotency_Key="k")
            assert (answer.status_code, list(answer.json["fields"])) == (422, ["json.text"])


@pytest.mark.usefixtures("kettle")
def test_text_stays_as_it_was_written(person: PersonMaker) -> None:
    ada = person("ada")
    text = "<script>alert('吵吗?')</script> &amp; \u202eloud"
    assert heard(ada, asked(ada, text=text)) == [text]


@pytest.mark.usefixtures("kettle")
def test_threads_and_messages_come_in_pages(given: Given, person: PersonMaker, clock: Clock) -> None:
    ada, bob = person("ada"), person("bob")
    for word in ("mug", "jug", "rug"):
        given.share("bob", word)
        asked(ada, f"bob-{word}")
        clock.forward(minutes=1)
    first = bob.get("/v1/me/threads?limit=2").json
    rest = bob.get(f"/v1/me/threads?limit=2&cursor={first['next_cursor']}").json
    shares = [item["share"]["product"] for item in first["items"] + rest["items"]]
    assert (shares, rest["next_cursor"]) == (["rug", "jug", "mug"], None)
    thread = first["items"][0]["id"]
    for number in range(4):
        say(ada, thread, str(number))
    first = bob.get(f"/v1/threads/{thread}/messages?limit=3").json
    rest = bob.get(f"/v1/threads/{thread}/messages?limit=3&cursor={first['next_cursor']}").json
    assert [item["text"] for item in first["items"] + rest["items"]] == ["3", "2", "1", "0", "Is it loud?"]
    assert bob.get(f"/v1/me/threads?cursor={first['next_cursor']}").status_code == 422


@pytest.mark.usefixtures("kettle")
def test_the_export_holds_what_i_wrote_and_not_what_the_other_did(person: PersonMaker) -> None:
    ada, cy = person("ada"), person("cy")
    thread = asked(ada, "cy-lamp")
    cy.post(f"/v1/threads/{thread}/decline")
    ada.post("/v1/shares/cy-lamp/questions", {"text": "Is it bright?"})
    ada.post("/v1/reports", {"kind": "share", "id": "cy-lamp", "category": "spam"})
    mine, theirs = (who.post("/v1/me/export").json["kinds"] for who in (ada, cy))
    assert [row["text"] for row in mine["messages"]] == ["Is it loud?"]
    assert (mine["threads"][0]["asks"], mine["threads"][0]["declined_at"]) == (True, None)
    assert theirs["threads"][0]["declined_at"] == "2030-01-01T00:00:00Z"
    assert theirs["messages"] == theirs["questions"] == theirs["reports"] == []
    assert [row["text"] for row in mine["questions"]] == ["Is it bright?"]
    assert [row["target_id"] for row in mine["reports"]] == ["cy-lamp"]
