"""Levels and the ledger as their owner reads them."""

from datetime import timedelta

import pytest

from service.actions import levels
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker

HOUR = timedelta(hours=1)
LINE = {"share": "ada-kettle"}
ONE_SHARE = pytest.mark.unchecked  # several lines of one share stand for several shares of one shop


def test_the_rules_are_published_in_both_languages(person: PersonMaker, given: Given) -> None:
    given("(ada)")
    published = person("ada").get("/v1/levels").json
    assert [(level["rank"], level["name_zh"], level["score"]) for level in published["levels"]][:2] == [
        (0, "新友", 0),
        (1, "分享者", 40),
    ]
    assert {kind["kind"]: kind["per_day"] for kind in published["kinds"]}["publish"] == 40
    rules = {rule["name"]: rule for rule in published["rules"]}
    assert "80%" in rules["falling"]["en"]
    assert "80%" in rules["falling"]["zh"]


def test_my_level_says_what_it_gives_and_the_shortest_way_to_the_next(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle"})
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 10, share="ada-kettle")
    mine = person("ada").get("/v1/me/level").json
    assert (mine["level"]["rank"], mine["level"]["quota"], mine["level"]["open_claims"]) == (0, 5, 30)
    assert (mine["xp"], mine["score"], mine["buyers"], mine["shops"], mine["active_days"]) == (
        10,
        10,
        0,
        1,
        1,
    )
    assert mine["next"]["rank"] == 1
    assert [(step["act"], step["missing"]) for step in mine["steps"]] == [("points", 30)]
    assert mine["level"]["proposes_giveaways"] is False
    assert (mine["falls_at"], mine["moves"]) == (None, [])


def test_new_buyers_stand_for_the_points_that_they_bring(graph: Graph) -> None:
    gates = {"score": 100, "buyers": 1, "shops": 2, "active_days": 3}
    assert graph.one("levels/standing", level=1, **gates)["steps"] == [{"act": "new_buyers", "missing": 2}]
    top = graph.one("levels/standing", level=5, **gates)
    assert (top["next"], top["steps"]) == (None, [])


def test_a_risen_level_shows_at_once_and_moves_when_it_is_stored(
    given: Given, person: PersonMaker, graph: Graph
) -> None:
    given("(ada)", shares={"ada": "kettle lamp mug pan"})
    for day, word in enumerate(["kettle", "lamp", "mug", "pan"]):
        matures = {"matures_at": NOW - day * DAY, "occurred_at": NOW - 2 * DAY - day * DAY}
        given.xp("ada", f"pub:ada-{word}-coupon", "publish", 10, share=f"ada-{word}", **matures)
    ada = person("ada")
    assert ada.get("/v1/me/level").json["level"]["rank"] == 1
    assert ada.get("/v1/me").json["level"] == 0
    levels.refresh_due(graph, now=NOW)
    assert ada.get("/v1/me").json["level"] == 1
    (move,) = ada.get("/v1/me/level").json["moves"]
    assert (move["from"], move["to"], move["reason"]) == (0, 1, "earned")


@ONE_SHARE
def test_each_line_tells_every_reason_in_the_readers_language(given: Given, person: PersonMaker) -> None:
    given("(ada)", shares={"ada": "kettle"})
    for day in range(3):
        matures = {"matures_at": NOW - (3 - day) * DAY, "occurred_at": NOW - 9 * DAY}
        given.xp("ada", f"pub:{day}", "publish", 10, **LINE, **matures)
    last, second, first = person("ada").get("/v1/me/xp", Accept_Language="zh").json["items"]
    assert (first["raw"], first["points"], first["effective"], first["state"]) == (10, 10, 10, "matured")
    assert first["factors"] == [{"name": "repeat", "value": "1", "cause": None, "text": None}]
    assert (second["factors"][0]["value"], second["effective"]) == ("1/2", 5)
    assert second["factors"][0]["cause"] == "same_shop"
    assert "30 天" in second["factors"][0]["text"]
    assert (last["factors"][0]["value"], last["effective"]) == ("0", 0)
    assert last["share_id"] == "ada-kettle"
    assert last["matures_on"] == "2029-12-31"


def test_a_pending_line_says_what_it_will_count_and_a_void_one_why(given: Given, person: PersonMaker) -> None:
    given("(ada)", shares={"ada": "kettle lamp"})
    given.xp("ada", "pub:ada-kettle-coupon", "publish", 15, **LINE, matures_at=NOW + 3 * DAY)
    void = {"voided_at": NOW - DAY, "void_reason": "removed"}
    given.xp("ada", "pub:ada-lamp-coupon", "publish", 10, share="ada-lamp", **void)
    waiting, gone = person("ada").get("/v1/me/xp").json["items"]
    assert (waiting["state"], waiting["effective"], waiting["expected"]) == ("pending", 0, 15)
    assert (gone["state"], gone["effective"], gone["expected"]) == ("voided", 0, None)
    assert (gone["void_reason"], gone["void_text"]) == ("removed", "The share was removed.")
    assert (gone["voided_on"], gone["factors"]) == ("2029-12-31", [])


def test_a_line_names_the_cap_that_took_from_it(given: Given, person: PersonMaker) -> None:
    words = ["a", "b", "c", "d"]
    given("(ada)", shares={"ada": " ".join(words)})
    for word in words:
        given.xp("ada", f"pub:ada-{word}-coupon", "publish", 15, share=f"ada-{word}")
    by_share = {line["share_id"]: line for line in person("ada").get("/v1/me/xp").json["items"]}
    assert [by_share[f"ada-{word}"]["effective"] for word in words] == [15, 15, 10, 0]
    assert by_share["ada-c"]["caps"] == [
        {"name": "kind", "cut": 5, "cause": "kind", "text": "At most 40 a day of this kind."}
    ]


def test_a_friends_purchase_is_told_later_by_the_day_and_never_whose(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle"})
    order = given.redeemed("bob", "ada-kettle", "kettle", at=NOW - 3 * DAY, completed_at=NOW)
    times = {"occurred_at": NOW, "matures_at": NOW + 7 * DAY}
    given.xp("ada", f"buy:{order}", "friend_purchase", 30, purchase=order, **times)
    ada = person("ada")
    for later in (timedelta(0), 6 * HOUR, 16 * HOUR - timedelta(seconds=1)):
        clock.at = NOW + later
        assert ada.get("/v1/me/xp").json["items"] == []
    clock.at = NOW + 16 * HOUR
    (line,) = ada.get("/v1/me/xp").json["items"]
    assert (line["kind"], line["expected"], line["occurred_on"]) == ("friend_purchase", 30, "2030-01-01")
    assert line["share_id"] is None
    text = str(line)
    assert order not in text
    assert "bob" not in text


@ONE_SHARE
def test_the_ledger_is_read_page_by_page(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)", shares={"ada": "kettle", "bob": "mug"})
    for number in range(5):
        given.xp("ada", f"pub:{number}", "publish", 10, **LINE, matures_at=NOW - number * DAY)
    ada = person("ada")
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = ada.get(f"/v1/me/xp?limit=2{cursor and '&cursor='}{cursor}").json
        assert len(answer["items"]) <= 2
        seen += [line["matures_on"] for line in answer["items"]]
        cursor = answer["next_cursor"]
    assert seen == ["2030-01-01", "2029-12-31", "2029-12-30", "2029-12-29", "2029-12-28"]
    assert ada.get("/v1/me/xp?cursor=made-up").status_code == 422
    assert person("bob").get("/v1/me/xp").json["items"] == []
