"""The ranked feed over HTTP: its order, its reasons, its pages."""

import math
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker

HOUR = timedelta(hours=1)
PAIR = "(ada)-[:FRIEND]->(bob)"


def pages(of: Person, **query: object) -> list[dict[str, Any]]:
    """Every page of the ranked feed, to the end."""
    text = "&".join(f"{name}={value}" for name, value in {"sort": "ranked", **query}.items())
    read = []
    more: str | None = ""
    while more is not None:
        answer = of.get(f"/v1/circle?{text}{more}")
        assert answer.status_code == 200, answer.text
        read.append(answer.json)
        more = answer.json["next_cursor"] and f"&cursor={answer.json['next_cursor']}"
    return read


def cards(of: Person, **query: object) -> list[dict[str, Any]]:
    return [card for page in pages(of, **query) for card in page["items"]]


def ranked(of: Person, **query: object) -> list[str]:
    return [card["id"] for card in cards(of, **query)]


def why(of: Person, share: str) -> dict[str, Any]:
    reasons: dict[str, Any] = next(card["why"] for card in cards(of) if card["id"] == share)
    return reasons


def judged(given: Given, share: str, word: str, good: int, bad: int) -> None:
    """Strangers bought with copies of the share and gave verdicts a day ago."""
    for number in range(good + bad):
        buyer = given.user(f"{share}-buyer-{number}")
        given.redeemed(buyer, share, word, completed_at=NOW - 3 * DAY)
    verdicts = ["as_described"] * good + ["not_as_described"] * bad
    for number, verdict in enumerate(verdicts):
        user = f"{share}-buyer-{number}"
        given.claim(user, share, verdict=verdict, verdict_at=NOW - 2 * DAY)


def test_nearer_people_come_first_and_more_friends_between_bring_nearer(
    given: Given, person: PersonMaker
) -> None:
    given(
        "(ada)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(x)-[:FRIEND]->(cy) (ada)-[:FRIEND]->(y)-[:FRIEND]->(cy)"
        "(x)-[:FRIEND]->(dee) (ada)-[:FOLLOWS]->(ivy:Creator)",
        shares={"bob": "kettle", "cy": "lamp", "dee": "pan"},
    )
    given.share("ivy", "cup", audience="public")
    given.share("x", "bowl", audience="direct")
    given.send("x-bowl", "ada")
    near = {card["id"]: card["why"]["proximity"] for card in cards(person("ada"))}
    assert list(near) == ["x-bowl", "bob-kettle", "cy-lamp", "dee-pan", "ivy-cup"]
    assert [*near.values()] == pytest.approx([1.2, 1.0, 0.35 + 0.15 * math.log2(3), 0.5, 0.5])


def test_the_score_is_the_published_formula(given: Given, person: PersonMaker) -> None:
    given(PAIR)
    given.share("bob", "kettle", published_at=NOW - 7 * DAY, claim_by=NOW + 47 * HOUR, quota=9)
    judged(given, "bob-kettle", "kettle", good=6, bad=2)
    reasons = why(person("ada"), "bob-kettle")
    n, share, z = 8, 6 / 8, 1.96
    wilson = (share + z * z / 2 / n - z * math.sqrt(share * (1 - share) / n + z * z / 4 / n / n)) / (
        1 + z * z / n
    )
    assert reasons["quality"] == pytest.approx(wilson)
    assert reasons["verdicts"] == {"as_described": 6, "of": 8}
    assert (reasons["proximity"], reasons["expiring"], reasons["lowered"]) == (1, 1, 1)
    assert reasons["freshness"] == pytest.approx(math.exp(-1))
    assert reasons["score"] == pytest.approx(1 + 0.8 * wilson + 0.6 * math.exp(-1) + 0.4)


def test_few_verdicts_neither_show_nor_move_anything(given: Given, person: PersonMaker) -> None:
    given(PAIR + "<-[:FRIEND]-(ada)-[:FRIEND]->(cy)", shares={"bob": "kettle", "cy": "lamp"})
    judged(given, "bob-kettle", "kettle", good=4, bad=0)
    ada = person("ada")
    one, other = why(ada, "bob-kettle"), why(ada, "cy-lamp")
    assert one == {**other, "text": one["text"]}
    assert (one["quality"], one["verdicts"]) == (0, None)


def test_newer_and_expiring_shares_rise(given: Given, person: PersonMaker) -> None:
    given(PAIR + "<-[:FRIEND]-(ada)-[:FRIEND]->(cy)")
    given.share("bob", "old", published_at=NOW - 20 * DAY)
    given.share("bob", "new", published_at=NOW - DAY)
    given.share("cy", "ending", published_at=NOW - 20 * DAY, claim_by=NOW + 48 * HOUR - timedelta(seconds=1))
    given.share("cy", "lasting", published_at=NOW - 21 * DAY, claim_by=NOW + 48 * HOUR)
    assert ranked(person("ada")) == ["bob-new", "cy-ending", "bob-old", "cy-lasting"]


@pytest.mark.unchecked
def test_levels_and_what_was_paid_change_nothing(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(PAIR + "<-[:FRIEND]-(ada)-[:FRIEND]->(cy)", shares={"bob": "kettle", "cy": "lamp"})
    before = [card["why"]["score"] for card in cards(person("ada"))]
    cypher.rows("MATCH (cy:User {id: 'cy'})-[:MADE]->(order) SET cy.level = 5, order.paid_fen = 9000000")
    assert [card["why"]["score"] for card in cards(person("ada"))] == before == [before[0]] * 2


def test_a_card_says_why_it_is_here_in_the_readers_language(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy)-[:FRIEND]->(eve)-[:FRIEND]->(ada)")
    given.share("cy", "lamp", published_at=NOW - 3 * DAY, claim_by=NOW + HOUR)
    ada = person("ada")
    texts = {
        language: ada.get("/v1/circle?sort=ranked", Accept_Language=language).json["items"][0]["why"]["text"]
        for language in ("en", "zh")
    }
    assert texts["en"] == [
        "2 of your friends know cy.",
        "Mutual friends: bob.",
        "Published 3 days ago.",
        "There is little time left to claim it.",
    ]
    assert texts["zh"][0] == "你的 2 位好友认识 cy。"
    assert "eve" not in str(texts)


def test_a_page_holds_two_of_a_person_and_three_of_a_shop(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    for number in range(8):
        given(f"(ada)-[:FRIEND]->(friend{number})")
        for time in range(3):
            given.share(f"friend{number}", f"thing{number % 4}" if time else f"own{number}")
    read = pages(person("ada"))
    for page in read:
        assert max(Counter(card["publisher"]["id"] for card in page["items"]).values()) <= 2
        assert max(Counter(card["shop"]["id"] for card in page["items"]).values()) <= 3
    shown = [card["id"] for page in read for card in page["items"]]
    assert len(shown) == len(set(shown)) == 16


def test_small_pages_share_the_limits_of_twenty(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(cy)")
    for number in range(5):
        given.share("bob", f"thing{number}", published_at=NOW - number * HOUR)
    given.share("cy", "lamp")
    assert ranked(person("ada"), limit=1) == ranked(person("ada"), limit=100) == [
        "bob-thing0", "bob-thing1", "cy-lamp", "bob-thing2", "bob-thing3", "bob-thing4",
    ]  # fmt: skip


def test_a_page_keeps_to_its_instant_while_time_goes_on_and_shares_arrive(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given(PAIR)
    for number in range(7):
        given.share("bob", f"thing{number}", published_at=NOW - number * HOUR)
    ada = person("ada")
    seen: list[str] = []
    more: str | None = ""
    instants = set()
    while more is not None:
        page = ada.get(f"/v1/circle?sort=ranked&limit=2{more}").json
        seen += [card["id"] for card in page["items"]]
        instants.add(page["as_of"])
        more = page["next_cursor"] and f"&cursor={page['next_cursor']}"
        clock.forward(hours=1)
        given.share("bob", f"late{len(seen)}", published_at=clock())
        ada.put(f"/v1/me/hidden/{seen[-1]}")
    assert seen == [f"bob-thing{number}" for number in range(7)]
    assert instants == {"2030-01-01T00:00:00Z"}


def test_what_was_left_out_is_said(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given(PAIR)
    for number in range(3):
        given.share("bob", f"thing{number}", published_at=NOW - number * HOUR)
    ada = person("ada")
    assert {page["cut"] for page in pages(ada)} == {False}
    with cypher.ruled(feed_candidates=2):
        assert {page["cut"] for page in pages(ada)} == {True}
        assert ranked(ada) == ["bob-thing0", "bob-thing1"]


def test_not_interested_lowers_the_person_and_the_category_for_me_only(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(cy) (ada)-[:FRIEND]->(dee) (dee)-[:FRIEND]->(bob)")
    given.share("bob", "kettle")
    given.share("bob", "pram", category="baby")
    given.share("cy", "pan")
    given.share("dee", "doll", category="baby")
    ada = person("ada")
    ada.put("/v1/me/hidden/bob-kettle", {"reason": "not_interested"})
    lowered = {card["id"]: card["why"]["lowered"] for card in cards(ada)}
    assert lowered == pytest.approx({"bob-pram": 0.7, "cy-pan": 0.7, "dee-doll": 1})
    assert any("not interested" in line for line in why(ada, "cy-pan")["text"])
    assert why(person("dee"), "bob-kettle")["lowered"] == 1
    ada.put("/v1/me/hidden/bob-kettle", {"reason": "hidden"})
    assert {card["why"]["lowered"] for card in cards(ada)} == {1}


def ignored(ada: Person, clock: Clock, *shares: str) -> None:
    clock.forward(minutes=1)
    assert ada.post("/v1/circle/seen", {"shares": shares}).status_code == 204


def test_whom_i_pass_by_again_and_again_weighs_less_until_i_open_something(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given(PAIR + "<-[:FRIEND]-(ada)-[:FRIEND]->(cy)-[:FRIEND]->(bob)")
    shares = [given.share("bob", f"thing{number}") for number in range(6)]
    ada = person("ada")
    for _ in range(3):
        ignored(ada, clock, *shares[:4])
    assert why(ada, shares[0])["lowered"] == 1
    ignored(ada, clock, shares[4])
    assert why(ada, shares[0])["lowered"] == 0.5
    assert why(person("cy"), shares[0])["lowered"] == 1
    clock.forward(minutes=1)
    assert ada.post("/v1/circle/seen", {"shares": [], "opened": [shares[5]]}).status_code == 204
    clock.forward(minutes=1)
    assert why(ada, shares[0])["lowered"] == 1


@pytest.mark.parametrize("act", ["save", "claim"])
def test_keeping_or_claiming_is_interest(given: Given, person: PersonMaker, clock: Clock, act: str) -> None:
    given(PAIR)
    shares = [given.share("bob", f"thing{number}") for number in range(6)]
    ada = person("ada")
    ignored(ada, clock, *shares[:5])
    ignored(ada, clock, shares[5])
    assert why(ada, shares[0])["lowered"] == 0.5
    acts = {"save": f"/v1/me/saved/{shares[5]}", "claim": f"/v1/shares/{shares[5]}/claim"}
    assert ada.put(acts[act]).status_code in {201, 204}
    assert why(ada, shares[0])["lowered"] == 1


def test_what_i_may_not_see_is_not_remembered_as_seen(
    given: Given, person: PersonMaker, cypher: Cypher
) -> None:
    given("(ada)-[:FRIEND]->(bob) (cy)", shares={"ada": "pan", "bob": "kettle", "cy": "lamp"})
    ada = person("ada")
    for _ in range(2):
        body = {
            "shares": ["ada-pan", "bob-kettle", "cy-lamp", "nothing"],
            "opened": ["cy-lamp", "bob-kettle"],
        }
        assert ada.post("/v1/circle/seen", body).status_code == 204
    seen = ada.post("/v1/me/export").json["kinds"]["seen"]
    assert [row["share_id"] for row in seen] == ["bob-kettle"]
    assert seen[0]["opened_at"] == "2030-01-01T00:00:00Z"
    assert ada.post("/v1/circle/seen", {"shares": ["x"] * 101}).status_code == 422


def test_only_the_newest_seen_are_remembered(
    given: Given, person: PersonMaker, cypher: Cypher, clock: Clock
) -> None:
    given(PAIR, shares={"bob": "kettle lamp pan"})
    ada = person("ada")
    with cypher.ruled(seen_shares=2):
        for word in ("kettle", "lamp", "pan"):
            ignored(ada, clock, f"bob-{word}")
        assert [row["share_id"] for row in ada.post("/v1/me/export").json["kinds"]["seen"]] == [
            "bob-lamp",
            "bob-pan",
        ]


def test_the_formula_is_published_with_its_numbers_in_both_languages(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)")
    formula = person("ada").get("/v1/circle/formula").json
    assert formula["formula"] == "score = lowered · (1·proximity + 0.8·quality + 0.6·fresh + 0.4·expiring)"
    assert formula["numbers"]["feed_candidates"] == 200
    assert "{" not in str([part["en"] + part["zh"] for part in formula["parts"]])
    assert {part["name"] for part in formula["parts"]} >= {
        "proximity",
        "quality",
        "lowered",
        "spread",
        "never",
    }


def test_filters_and_mutes_hold_when_ranked(given: Given, person: PersonMaker, clock: Clock) -> None:
    given(PAIR)
    given.share("bob", "kettle", platform="jd")
    given.share("bob", "pram", category="baby")
    ada = person("ada")
    assert ranked(ada, platform="jd") == ["bob-kettle"]
    assert ranked(ada, category="baby") == ["bob-pram"]
    ada.put("/v1/me/mutes/bob", {"until": "2030-01-01T01:00:00Z"})
    assert ranked(ada) == []
    clock.forward(hours=1)
    assert sorted(ranked(ada)) == ["bob-kettle", "bob-pram"]
