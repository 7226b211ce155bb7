"""What my circle knows of a share, over HTTP."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Person, PersonMaker

PAIR = "(ada)-[:FRIEND]->(bob)"


def trust(of: Person, share: str = "bob-kettle", language: str = "en") -> dict[str, Any]:
    answer = of.get(f"/v1/shares/{share}/trust", Accept_Language=language)
    assert answer.status_code == 200, answer.text
    path: dict[str, Any] = answer.json
    return path


def friends(given: Given, names: Iterable[str], of: str = "ada") -> list[str]:
    """New friends of a person, drawn in the graph."""
    people = list(names)
    for name in people:
        given(f"({of})-[:FRIEND]->({name})")
    return people


def names(count: int) -> list[str]:
    return [f"f{number}" for number in range(count)]


def test_friends_who_know_the_sharer_are_counted_without_those_who_are_no_bridge(
    given: Given, person: PersonMaker
) -> None:
    given(
        "(ada)-[:FRIEND]->(x)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(y:Named)-[:FRIEND]->(bob)"
        "(ada)-[:FRIEND]->(z:NoBridge)-[:FRIEND]->(bob) (ada)-[:FRIEND]->(w:Deactivated)-[:FRIEND]->(bob)",
        shares={"bob": "kettle"},
    )
    path = trust(person("ada"))
    assert path["friends_who_know"] == 2
    assert path["text"] == ["2 of your friends know the sharer."]
    assert trust(person("ada"), language="zh")["text"] == ["你的 2 位好友认识 TA。"]


@pytest.mark.parametrize(("buyers", "shown"), [(4, None), (5, 5), (6, 6)])
def test_buyers_of_my_circle_are_counted_from_five_on(
    given: Given, person: PersonMaker, buyers: int, shown: int | None
) -> None:
    given(PAIR + "-[:FRIEND]->(second)", shares={"bob": "kettle"})
    for name in [*friends(given, names(buyers - 1)), "second"]:
        given.purchase(name, "kettle")
    given("(ada)-[:FRIEND]->(other)")
    path = trust(person("ada"))
    assert path["circle_buyers"] == shown
    assert any("bought from this shop" in line for line in path["text"]) is (shown is not None)


def test_a_circle_of_nothing_but_buyers_betrays_none(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "kettle"})
    for name in friends(given, names(6)):
        given.purchase(name, "kettle")
    assert trust(person("ada"))["circle_buyers"] is None


def test_only_those_who_may_be_counted_are(given: Given, person: PersonMaker) -> None:
    given(PAIR + "(ada)-[:FRIEND]->(other)", shares={"bob": "kettle"})
    for name in friends(given, names(4)):
        given.purchase(name, "kettle")
    given("(ada)-[:FRIEND]->(shut:NoBridge)-[:FRIEND]->(behind) (ada)-[:FOLLOWS]->(ivy:Creator)")
    given("(ada)-[:FRIEND]->(gone:Deactivated) (stranger)")
    for name in ("behind", "gone", "ivy", "stranger", "ada"):
        given.purchase(name, "kettle")
    given.purchase("other", "kettle", refunded_at=NOW - 2 * DAY, refunded_fen=20_000)
    given("(ada)-[:FRIEND]->(late)")
    given.purchase("late", "kettle", at=NOW - DAY / 4, completed_at=NOW - DAY / 8)
    assert trust(person("ada"))["circle_buyers"] is None


def test_whom_i_block_or_befriend_moves_no_number_of_buyers(given: Given, person: PersonMaker) -> None:
    given(PAIR + "(ada)-[:FRIEND]->(other)", shares={"bob": "kettle"})
    for name in [*friends(given, names(5)), *friends(given, ["second"], of="f0"), given.user("new")]:
        given.purchase(name, "kettle")
    ada = person("ada")
    assert trust(ada)["circle_buyers"] == 6
    ada.put("/v1/me/blocks/second")
    given.edge("ada", "FRIEND", "new", since=NOW)
    assert trust(ada)["circle_buyers"] == 6


@pytest.mark.unchecked
@pytest.mark.parametrize(("buyers", "shown"), [(4, None), (9, {"of": 9, "returned": 1})])
def test_returns_are_told_of_five_buyers_or_more(
    given: Given, person: PersonMaker, cypher: Cypher, buyers: int, shown: dict[str, int] | None
) -> None:
    given(PAIR)
    given.share("bob", "kettle", quota=10)
    for name in names(buyers):
        given.user(name)
        given.redeemed(name, "bob-kettle", "kettle", completed_at=NOW - 3 * DAY)
    cypher.rows(
        "MATCH (order:Purchase {id: 'f0-kettle-order'}) SET order.refunded_at = $at", at=NOW - 2 * DAY
    )
    path = trust(person("ada"))
    assert path["share_buyers"] == shown
    assert ("1 of 9 buyers returned it." in path["text"]) is (shown is not None)


def test_recommenders_who_are_friends_are_one_voice(given: Given, person: PersonMaker) -> None:
    given("(ada)")
    for name in friends(given, ["bob", "cy", "dee", "eve", "gus"]):
        given.share(name, "kettle")
    given("(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee) (eve)-[:FRIEND]->(other)-[:FRIEND]->(gus)")
    given.share("gus", "lamp")
    path = trust(person("ada"))
    assert path["voices"] == {"recommenders": 5, "independent": 3}
    assert "5 people in your circle recommend it, from 3 separate groups." in path["text"]


def test_a_voice_is_heard_only_by_who_sees_its_share(given: Given, person: PersonMaker) -> None:
    given(
        "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)-[:FRIEND]->(dee)", shares={"bob": "kettle", "dee": "kettle"}
    )
    given.share("cy", "kettle", audience="friends")
    given("(ada)-[:FRIEND]->(x)-[:FRIEND]->(blocker)-[:BLOCKS]->(ada)", shares={"blocker": "kettle"})
    assert trust(person("ada"))["voices"] == {"recommenders": 1, "independent": 1}
    assert trust(person("bob"), "cy-kettle")["voices"] == {"recommenders": 2, "independent": None}


def test_friendships_of_who_is_no_bridge_join_no_voices(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob:NoBridge)-[:FRIEND]->(cy)-[:FRIEND]->(ada)")
    for name in ["bob", "cy", *friends(given, names(3))]:
        given.share(name, "kettle")
    assert trust(person("ada"))["voices"] == {"recommenders": 5, "independent": 5}


def test_of_few_voices_the_groups_are_told_when_all_let_themselves_be_named(
    given: Given, person: PersonMaker
) -> None:
    given("(ada)-[:FRIEND]->(bob:Named)-[:FRIEND]->(cy:Named)-[:FRIEND]->(ada)-[:FRIEND]->(dee)")
    given("(bob)-[:FRIEND]->(dee)", shares={"bob": "kettle lamp", "cy": "kettle lamp", "dee": "lamp"})
    ada = person("ada")
    assert trust(ada)["voices"] == {"recommenders": 2, "independent": 1}
    assert trust(ada, "bob-lamp")["voices"] == {"recommenders": 3, "independent": None}
    assert "3 people in your circle recommend it." in trust(ada, "bob-lamp")["text"]


def test_what_i_may_not_see_has_no_trust_path(given: Given, person: PersonMaker) -> None:
    given("(ada) (bob)-[:BLOCKS]->(cy)-[:FRIEND]->(x)-[:FRIEND]->(bob)", shares={"bob": "kettle"})
    for name in ("ada", "cy"):
        answer, absent = (
            person(name).get(f"/v1/shares/{share}/trust") for share in ("bob-kettle", "nothing")
        )
        assert answer.status_code == absent.status_code == 404
        assert answer.data == absent.data


def leave(ada: Person, bob: Person) -> None:
    ada.delete("/v1/me/friends/bob")


def block(ada: Person, bob: Person) -> None:
    bob.put("/v1/me/blocks/ada")


@pytest.mark.parametrize("end", [leave, block], ids=lambda end: end.__name__)
def test_it_ends_with_the_tie(
    given: Given, person: PersonMaker, end: Callable[[Person, Person], None]
) -> None:
    given(PAIR, shares={"bob": "kettle"})
    ada, bob = person("ada"), person("bob")
    assert trust(ada)["voices"]["recommenders"] == 1
    end(ada, bob)
    assert ada.get("/v1/shares/bob-kettle/trust").status_code == 404
