"""The privileges of each level, as in the domain's table. A refusal names its limit and the next level."""

import re
from dataclasses import dataclass

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.giveaways import Host
from tests.support.given import Given
from tests.support.people import Answer, PersonMaker
from tests.support.talk import ask

NOTE = "I have boiled water in it every day for a month; the lid closes well."


@dataclass(frozen=True)
class Level:
    """A row of the table of domain.md, section 4, and the next ranks that give more."""

    rank: int
    draw_weight: int
    quota: int
    more_quota: int | None
    direct_sends: int
    more_sends: int | None
    chat_requests: int
    more_requests: int | None
    video_seconds: int


TABLE = [
    Level(0, 1, 5, 1, 3, 1, 1, 1, 15),
    Level(1, 2, 8, 2, 5, 2, 3, 2, 30),
    Level(2, 4, 10, 3, 10, 4, 5, 3, 60),
    Level(3, 6, 15, 4, 10, 4, 10, None, 60),
    Level(4, 8, 20, 5, 15, 5, 10, None, 60),
    Level(5, 10, 30, None, 20, None, 10, None, 60),
]
PROPOSES = 3
OPEN_CLAIMS = 30
EVERY_LEVEL = pytest.mark.parametrize("level", TABLE, ids=lambda level: f"level {level.rank}")


def hold(cypher: Cypher, rank: int) -> None:
    """Ada holds this level, as her ledger would have given it."""
    cypher.rows("MATCH (ada:User {id: 'ada'}) SET ada.level = $rank", rank=rank)


def refusal(answer: Answer) -> tuple[int, str, int | None, int | None]:
    """Status and code of a refusal, its limit and the level that changes it."""
    problem = answer.json
    return answer.status_code, problem["code"], problem.get("limit"), problem.get("next_level")


def says_more_at(answer: Answer) -> int | None:
    """The next level named in the text of a refusal; the text also states the limit."""
    problem = answer.json
    assert f"you can send {problem['limit']} " in problem["detail"]
    named = re.findall(r"level (\d+) can send more\.$", problem["detail"])
    return int(named[0]) if named else None


def test_the_published_levels_give_what_the_table_says(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    names = ("rank", "draw_weight", "quota", "direct_sends", "chat_requests", "video_seconds")
    published = person("ada").get("/v1/levels").json["levels"]
    wanted = [tuple(getattr(level, name) for name in names) for level in TABLE]
    assert [tuple(level[name] for name in names) for level in published] == wanted


@EVERY_LEVEL
def test_a_coupon_has_as_many_copies_as_its_owners_level_gives(
    level: Level, given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)")
    given.product("kettle", quota=100)
    given.coupon("ada", "kettle")
    hold(cypher, level.rank)
    ada = person("ada")
    before = ada.post("/v1/coupons/ada-kettle-coupon/preview", {}).json
    assert (before["quota"], before["more_at_level"]) == (level.quota, level.more_quota)
    published = ada.post(
        "/v1/shares", {"coupon_id": "ada-kettle-coupon", "note": NOTE}, Idempotency_Key="k"
    ).json
    assert published["quota"] == level.quota
    after = ada.post("/v1/coupons/ada-kettle-coupon/preview", {}).json
    assert (after["quota"], after["more_at_level"]) == (level.quota, None)


@EVERY_LEVEL
def test_a_day_has_as_many_direct_sends_as_the_level_gives(
    level: Level, given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    friends = [f"friend{number}" for number in range(level.direct_sends + 1)]
    given("(ada)", shares={"ada": "kettle"})
    given(" ".join(f"(ada)-[:FRIEND]->({friend})" for friend in friends))
    hold(cypher, level.rank)
    ada, path = person("ada"), "/v1/shares/ada-kettle/send"
    assert ada.post(path, {"to": friends[:-1]}).json == {"sent": level.direct_sends}
    answer = ada.post(path, {"to": friends[-1:]})
    assert refusal(answer) == (409, "send_limit", level.direct_sends, level.more_sends)
    assert says_more_at(answer) == level.more_sends
    clock.forward(days=1)
    assert ada.post(path, {"to": friends[-1:]}).json == {"sent": 1}


@pytest.mark.parametrize("level", TABLE[:4], ids=lambda level: f"level {level.rank}")  # 3 is as 4 and 5
def test_a_day_has_as_many_requests_to_talk_as_the_level_gives(
    level: Level, given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    words = [f"thing{number}" for number in range(level.chat_requests + 1)]
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"cy": " ".join(words)})
    hold(cypher, level.rank)
    answers = [ask(person("ada"), f"cy-{word}") for word in words]
    assert [answer.status_code for answer in answers[:-1]] == [201] * level.chat_requests
    assert refusal(answers[-1]) == (409, "chat_limit", level.chat_requests, level.more_requests)
    assert says_more_at(answers[-1]) == level.more_requests
    clock.forward(days=1)
    assert ask(person("ada"), f"cy-{words[-1]}", key="a day later").status_code == 201


def test_thirty_open_copies_are_the_most_at_any_level(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    words = [f"thing{number}" for number in range(OPEN_CLAIMS + 1)]
    given("(ada)-[:FRIEND]->(bob)", shares={"bob": " ".join(words)})
    for word in words[:-2]:
        given.claim("ada", f"bob-{word}")
    ada = person("ada")
    assert ada.put(f"/v1/shares/bob-{words[-2]}/claim").status_code == 201
    for rank in (0, 5):
        hold(cypher, rank)
        refused = refusal(ada.put(f"/v1/shares/bob-{words[-1]}/claim"))
        assert refused == (409, "claim_limit", OPEN_CLAIMS, None)
    assert ada.delete("/v1/claims/ada-bob-thing0").status_code == 204
    assert ada.put(f"/v1/shares/bob-{words[-1]}/claim").status_code == 201


@EVERY_LEVEL
def test_giveaways_are_proposed_from_level_three_on_and_three_may_wait(level: Level, host: Host) -> None:
    ada = host.people(ada=level.rank)["ada"]
    answer = host.propose(ada)
    if level.rank < PROPOSES:
        assert refusal(answer) == (403, "level_too_low", PROPOSES, PROPOSES)
        return
    assert [host.propose(ada).status_code for _ in range(2)] == [201, 201]
    assert refusal(host.propose(ada)) == (409, "proposal_limit", 3, None)
