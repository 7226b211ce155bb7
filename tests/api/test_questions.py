"""Questions under a share and their answers, over HTTP."""

from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import Given
from tests.support.people import Answer, Person, PersonMaker
from tests.support.talk import CIRCLE, asked, heard, say

SHARE = "/v1/shares/bob-kettle/questions"
TOLD = """MATCH (user)-[:TOLD]->(told:Notification)-[:ABOUT]->(what)
RETURN user.id AS user, told.kind AS kind, told.count AS count, what.id AS what ORDER BY user, kind"""


def ask(who: Person, text: str = "Is it loud?") -> Answer:
    """The response to a public question about bob's kettle."""
    return who.post(SHARE, {"text": text})


def seen(who: Person) -> list[tuple[str, str | None]]:
    """Questions and answers that `who` reads under bob's kettle."""
    return [(item["text"], item["answer"]) for item in who.get(SHARE).json["items"]]


@pytest.fixture
def kettle(given: Given) -> None:
    """Bob shared a kettle; ada and cy are his friends, dee is ada's."""
    given(f"{CIRCLE} (ada)-[:FRIEND]->(dee) (eve)", shares={"bob": "kettle"})


@pytest.mark.usefixtures("kettle")
def test_a_question_is_public_once_it_is_answered_and_names_nobody(person: PersonMaker) -> None:
    ada, bob, dee = person("ada"), person("bob"), person("dee")
    question = ask(ada).json
    assert (question["text"], question["answer"], question["mine"]) == ("Is it loud?", None, True)
    assert [seen(who) for who in (ada, bob, dee)] == [[("Is it loud?", None)], [("Is it loud?", None)], []]
    answered = bob.post(f"/v1/questions/{question['id']}/answer", {"text": "Not at all."}).json
    assert (answered["answer"], answered["mine"]) == ("Not at all.", False)
    assert seen(ada) == seen(dee) == [("Is it loud?", "Not at all.")]
    assert "ada" not in dee.get(SHARE).text + bob.get(SHARE).text
    bob.post(f"/v1/questions/{question['id']}/answer", {"text": "A little."})
    assert seen(dee) == [("Is it loud?", "A little.")]


@pytest.mark.usefixtures("kettle")
def test_only_the_sharer_answers_and_only_others_ask(person: PersonMaker) -> None:
    question = ask(person("ada")).json["id"]
    for who in ("ada", "cy", "eve"):
        hidden = person(who).post(f"/v1/questions/{question}/answer", {"text": "Yes"})
        absent = person(who).post("/v1/questions/nothing/answer", {"text": "Yes"})
        assert hidden.status_code == absent.status_code == 404
        assert hidden.data == absent.data
    assert ask(person("bob")).json["code"] == "own_share"
    assert ask(person("eve")).status_code == person("eve").get(SHARE).status_code == 404


def test_followers_ask_in_public(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FOLLOWS]->(ivy:Creator)")
    given.share("ivy", "serum", audience="public")
    assert person("ada").post("/v1/shares/ivy-serum/questions", {"text": "For dry skin?"}).status_code == 201


@pytest.mark.usefixtures("kettle")
def test_so_many_questions_a_day(person: PersonMaker, clock: Clock) -> None:
    ada = person("ada")
    assert [ask(ada, f"Question {n}").status_code for n in range(10)] == [201] * 10
    answer = ask(ada)
    assert (answer.status_code, answer.json["code"], answer.json["limit"]) == (409, "question_limit", 10)
    clock.forward(hours=16)
    assert ask(ada).status_code == 201


@pytest.mark.usefixtures("kettle")
def test_a_repeated_question_under_a_key_is_asked_once(person: PersonMaker) -> None:
    ada = person("ada")
    answers = [ada.post(SHARE, {"text": "Is it loud?"}, Idempotency_Key="k") for _ in range(2)]
    assert answers[0].data == answers[1].data
    assert len(seen(ada)) == 1


@pytest.mark.usefixtures("kettle")
def test_questions_are_told_in_one_and_each_answer_once(person: PersonMaker, cypher: Cypher) -> None:
    ada, bob, cy = person("ada"), person("bob"), person("cy")
    question = ask(ada).json["id"]
    ask(cy, "Is it heavy?")
    assert cypher.rows(TOLD) == [{"user": "bob", "kind": "question", "count": 2, "what": "bob-kettle"}]
    for _ in range(2):
        bob.post(f"/v1/questions/{question}/answer", {"text": "No."})
    assert cypher.rows(TOLD)[0] == {"user": "ada", "kind": "answer", "count": 1, "what": "bob-kettle"}


@pytest.mark.usefixtures("kettle")
def test_a_mute_keeps_a_question_quiet_but_not_away(person: PersonMaker) -> None:
    person("bob").put("/v1/me/mutes/ada")
    ask(person("ada"))
    assert person("bob").get("/v1/me/notifications").json["items"] == []
    assert seen(person("bob")) == [("Is it loud?", None)]


@pytest.mark.usefixtures("kettle")
@pytest.mark.parametrize("who", ["ada", "bob"])
def test_asker_and_sharer_take_a_question_away(person: PersonMaker, who: str) -> None:
    question = ask(person("ada")).json["id"]
    person("bob").post(f"/v1/questions/{question}/answer", {"text": "No."})
    assert person("cy").delete(f"/v1/questions/{question}").status_code == 404
    for _ in range(2):
        assert person(who).delete(f"/v1/questions/{question}").status_code == 204
    assert [seen(person(name)) for name in ("ada", "bob", "cy")] == [[], [], []]


@pytest.mark.usefixtures("kettle")
def test_between_two_who_block_no_question_is_read(person: PersonMaker, cypher: Cypher) -> None:
    question = ask(person("ada")).json["id"]
    person("bob").post(f"/v1/questions/{question}/answer", {"text": "No."})
    person("cy").put("/v1/me/blocks/ada")
    assert (seen(person("cy")), seen(person("dee"))) == ([], [("Is it loud?", "No.")])
    person("bob").put("/v1/me/blocks/ada")
    assert seen(person("bob")) == []
    assert person("ada").get(SHARE).status_code == 404
    assert person("bob").post(f"/v1/questions/{question}/answer", {"text": "Yes."}).status_code == 404
    assert cypher.value("MATCH (question:Question) RETURN question.answer") == "No."


@pytest.mark.usefixtures("kettle")
def test_an_answer_of_a_thread_is_made_public_without_the_asker(person: PersonMaker) -> None:
    ada, bob, dee = person("ada"), person("bob"), person("dee")
    thread = asked(ada, text="My baby wakes easily, is it loud?")
    answer = say(bob, thread, "You hear nothing.").json["id"]
    body: dict[str, Any] = {"message": answer, "text": "Is it loud?"}
    published = bob.post(f"/v1/threads/{thread}/publish", body)
    assert (published.status_code, published.json["answer"]) == (201, "You hear nothing.")
    assert bob.post(f"/v1/threads/{thread}/publish", body).json["id"] == published.json["id"]
    assert seen(dee) == seen(ada) == [("Is it loud?", "You hear nothing.")]
    assert not any(item["mine"] for item in ada.get(SHARE).json["items"])
    assert heard(ada, thread) == ["You hear nothing.", "My baby wakes easily, is it loud?"]


@pytest.mark.usefixtures("kettle")
def test_nobody_makes_the_words_of_another_public(person: PersonMaker) -> None:
    ada, bob, cy = person("ada"), person("bob"), person("cy")
    thread = asked(ada)
    answer = say(bob, thread, "Not at all.").json["id"]
    question = bob.get(f"/v1/threads/{thread}/messages").json["items"][1]["id"]
    for who, message in ((bob, question), (ada, question), (ada, answer), (cy, answer), (bob, "nothing")):
        body = {"message": message, "text": "Is it loud?"}
        assert who.post(f"/v1/threads/{thread}/publish", body).status_code == 404
    assert seen(cy) == []


@pytest.mark.usefixtures("kettle")
def test_questions_come_in_pages(person: PersonMaker) -> None:
    ada = person("ada")
    for number in range(5):
        ask(ada, str(number))
    first = ada.get(f"{SHARE}?limit=3").json
    rest = ada.get(f"{SHARE}?limit=3&cursor={first['next_cursor']}").json
    assert sorted(item["text"] for item in first["items"] + rest["items"]) == list("01234")
    assert rest["next_cursor"] is None
    assert ada.get("/v1/shares/other/questions").status_code == 404
