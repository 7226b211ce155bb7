"""Search over HTTP."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, settings
from hypothesis import given as drawn
from hypothesis import strategies as st

from service.circle.words import STOP_WORDS
from service.graph.client import Graph
from tests.circle.test_search import remembered
from tests.support.given import NOW, Given
from tests.support.people import Person, PersonMaker

HOUR = timedelta(hours=1)
LUCENE = '+-&|!(){}[]^"~*?:\\/ ANDORNOTto kettle水壶*'
fuzzy = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def page(who: Person, text: str, **query: object) -> Any:
    more = "".join(f"&{name}={value}" for name, value in query.items())
    answer = who.get(f"/v1/circle/search?q={quote(text)}{more}")
    assert answer.status_code == 200, answer.text
    return answer.json


def hits(who: Person, text: str, **query: object) -> list[str]:
    return [item["id"] for item in page(who, text, **query)["items"]]


@pytest.fixture
def ada(given: Given, person: PersonMaker) -> Person:
    """Ada, whose friend bob shares a kettle, a lamp and a pram; cy, bob's friend, an oolong."""
    given("(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy)-[:FRIEND]->(dee)")
    given.share("bob", "kettle", note="三年了还在用的电热水壶，boils fast. iPhone15手机壳也好。")
    given.share("bob", "lamp", platform="jd", note="A warm light, and it doesn't flicker.", cons="底座有点轻")
    given.share("bob", "pram", category="baby", note="Folds with one hand; stands beside the kettle.")
    given.share("cy", "oolong", category="tea", note="Seven brews of it, sweet to the last 茶.")
    given.share("dee", "kettle2", note="Nobody in ada's circle sees this kettle here.")
    return person("ada")


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("水壶", ["bob-kettle"]),
        ("壶", ["bob-kettle"]),
        ("热水", ["bob-kettle"]),
        ("手机壳", ["bob-kettle"]),
        ("iphone15", ["bob-kettle"]),
        ("ＩＰＨＯＮＥ", ["bob-kettle"]),
        ("水壶 boils", ["bob-kettle"]),
        ("水壶boils", ["bob-kettle"]),
        ("boils 手机", ["bob-kettle"]),
        ("底座", ["bob-lamp"]),
        ("doesn't", ["bob-lamp"]),
        ("KETTLE", ["bob-kettle", "bob-pram"]),
        ("ket", ["bob-kettle", "bob-pram"]),
        ("ket ", []),
        ("ettle", []),
        ("kettle shop", ["bob-kettle", "bob-pram"]),
        ("kettle pram", ["bob-pram"]),
        ("kettle lamp", []),
        ("京东", ["bob-lamp"]),
        ("jd", ["bob-lamp"]),
        ("母婴", ["bob-pram"]),
        ("baby", ["bob-pram"]),
        ("茶", ["cy-oolong"]),
        ("to the", ["cy-oolong"]),
        ("tea", ["cy-oolong"]),
        ("kitchen fast", ["bob-kettle"]),
        ("tent", []),
    ],
)
def test_a_word_is_found_wherever_a_card_has_it(ada: Person, text: str, shares: list[str]) -> None:
    assert hits(ada, text) == shares


def test_a_product_comes_before_a_shop_and_a_shop_before_a_note(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    for number, word in enumerate(("cup", "teacup", "saucer")):
        given.share(
            "bob", word, note="Long used in this house, with a cup.", published_at=NOW - number * HOUR
        )
    given.share("bob", "spoon", note="It stirs what is in the cup well.", published_at=NOW - 9 * HOUR)
    assert hits(person("ada"), "cup") == ["bob-cup", "bob-teacup", "bob-saucer", "bob-spoon"]
    given.share(
        "bob", "cup cake", note="Nothing to drink from, but it is sweet.", published_at=NOW - 20 * HOUR
    )
    assert hits(person("ada"), "cup")[:2] == ["bob-cup", "bob-cup cake"]
    assert hits(person("ada"), "cup", sort="recent")[-1] == "bob-cup cake"


def test_the_pieces_that_were_found_are_marked(ada: Person) -> None:
    (item,) = page(ada, "水壶 kitchen")["items"]
    marks = {mark["field"]: mark["pieces"] for mark in item["highlights"]}
    assert marks["category"] == [{"text": "Kitchen", "hit": True}]
    assert marks["note"] == [
        {"text": "三年了还在用的电热", "hit": False},
        {"text": "水壶", "hit": True},
        {"text": "，boils fast. iPhone15手机壳也好。", "hit": False},
    ]


def test_a_card_is_the_feeds_card(ada: Person) -> None:
    feed = {item["id"]: item for item in ada.get("/v1/circle").json["items"]}
    for text in ("kettle", "茶"):
        items = page(ada, text)["items"]
        assert items
        for item in items:
            item.pop("highlights")
            assert item == feed[item["id"]]


def test_the_feeds_filters_narrow_a_search(ada: Person, given: Given) -> None:
    assert hits(ada, "kettle", category="baby") == ["bob-pram"]
    assert hits(ada, "jd", platform="taobao") == []
    assert hits(ada, "shop", degree=2) == ["cy-oolong"]
    assert hits(ada, "kettle", min_discount=5001) == []
    assert hits(ada, "kettle", expiring="true") == []
    given.share("bob", "stool", quota=1)
    given.claim("cy", "bob-stool")
    assert hits(ada, "stool") == []
    assert hits(ada, "stool", include_exhausted="true") == ["bob-stool"]


def test_who_is_muted_or_blocked_is_not_found_any_more(ada: Person) -> None:
    assert ada.put("/v1/me/mutes/cy", {}).status_code in {200, 204}
    assert hits(ada, "茶") == []
    assert ada.put("/v1/me/blocks/bob").status_code in {200, 204}
    assert hits(ada, "kettle") == []


def test_pages_neither_repeat_nor_skip_while_new_shares_arrive(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)")
    for number in range(7):
        given.share("bob", f"thing{number}", published_at=NOW - (number // 2) * HOUR)
    ada = person("ada")
    for sort in ("relevance", "recent"):
        seen: list[str] = []
        more: dict[str, object] = {}
        while True:
            answer = page(ada, "thing", limit=2, sort=sort, **more)
            seen += [item["id"] for item in answer["items"]]
            if answer["next_cursor"] is None:
                break
            more = {"cursor": answer["next_cursor"]}
            given.share("bob", f"{sort} thing{len(seen)}", published_at=NOW + HOUR)
        assert seen == [f"bob-thing{number}" for number in range(7)]


def test_what_was_not_looked_at_is_said(ada: Person, given: Given, graph: Graph) -> None:
    rule = {"name": "search_newest", "about": "as a test has it"}
    try:
        graph.run("seed/rule", rows=[{**rule, "value": 1}])
        assert page(ada, "壶")["complete"] is False
        answer = page(ada, "没")
        assert (answer["items"], [each["code"] for each in answer["help"]]) == (
            [],
            ["narrow", "post_wish", "suggestions"],
        )
        assert page(ada, "水壶")["complete"] is True
    finally:
        graph.run("seed/rule", rows=[{**rule, "value": 2000}])


def test_whoever_finds_nothing_is_told_what_could_help(ada: Person) -> None:
    answer = page(ada, "tent 帐篷", category="sports")
    assert answer["words"] == ["tent", "帐篷"]
    assert [each["code"] for each in answer["help"]] == [
        "drop_filters",
        "fewer_words",
        "post_wish",
        "suggestions",
    ]
    in_chinese = ada.get("/v1/circle/search?q=tent", Accept_Language="zh").json["help"]
    assert in_chinese[0] == {
        "code": "post_wish",
        "text": "发布求券，悄悄问问圈里买过的人。",
        "path": "/v1/me/wishes",
    }
    assert page(ada, "kettle")["help"] == []
    assert [each["code"] for each in page(ada, " *")["help"]] == ["type_a_word", "suggestions"]


def test_a_search_in_vain_is_remembered_until_it_finds_something(
    ada: Person, given: Given, graph: Graph
) -> None:
    for _ in range(2):
        assert hits(ada, "Tent") == []
    assert hits(ada, "stove", category="sports") == []
    assert hits(ada, "***") == []
    assert [(row["text"], row["times"]) for row in remembered(graph, "ada")] == [("tent", 2)]
    given.share("bob", "tent", category="sports")
    assert hits(ada, "tent") == ["bob-tent"]
    assert remembered(graph, "ada") == []


@pytest.mark.parametrize(
    "query", ["", "q=", "q=" + "x" * 101, "q=a%00b", "q=" + "+".join("abcdefghijklmnopq"), "q=x&sort=best"]
)
def test_what_cannot_be_searched_for_is_refused(ada: Person, query: str) -> None:
    answer = ada.get(f"/v1/circle/search?{query}")
    assert (answer.status_code, answer.json["code"]) == (422, "invalid")


def test_a_cursor_of_the_feed_is_none_of_a_search(ada: Person) -> None:
    cursor = ada.get("/v1/circle?limit=1").json["next_cursor"]
    assert ada.get(f"/v1/circle/search?q=kettle&cursor={cursor}").status_code == 422


def test_nobody_searches_without_a_session(ada: Person) -> None:
    ada.token = "gone"
    assert ada.get("/v1/circle/search?q=kettle").status_code == 401


@fuzzy
@drawn(text=st.one_of(st.text(min_size=1, max_size=40), st.text(LUCENE, min_size=1, max_size=30)))
@example(text="kettle OR lamp")
@example(text='note:kettle "lamp')
@example(text="(kettle) AND NOT {lamp TO pram}")
@example(text="ket*le")
@example(text="kettle~2 /k.*/ \\")
def test_signs_of_a_search_language_are_text(text: str, ada: Person) -> None:
    """No search text causes an error, and every result contains every word."""
    answer = ada.get(f"/v1/circle/search?q={quote(text)}&include_exhausted=true")
    assert answer.status_code == 200 or answer.json["code"] == "invalid", answer.text
    for item in answer.json.get("items", []):
        hits = "".join(
            piece["text"] for mark in item["highlights"] for piece in mark["pieces"] if piece["hit"]
        ).lower()
        assert all(word in hits for word in answer.json["words"] if word not in STOP_WORDS), (text, hits)
