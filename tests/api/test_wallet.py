"""The wallet over HTTP: tabs, reserving a copy for an order, and copies of a former sharer."""

from datetime import timedelta

import pytest

from tests.support.clock import Clock
from tests.support.given import DAY, NOW, Given
from tests.support.people import PersonMaker

MINUTE = timedelta(minutes=1)
PAIR = "(ada)-[:FRIEND]->(bob)"
ORDER = {"order_id": "o-1"}


def test_the_tabs_of_the_wallet_follow_from_instants(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "open locked expired returned revoked"})
    given.claim("ada", "bob-open")
    given.claim("ada", "bob-locked", locked_until=NOW + MINUTE, locked_by="o-9")
    given.claim("ada", "bob-expired", use_by=NOW)
    given.claim("ada", "bob-returned", returned_at=NOW - DAY)
    given.claim("ada", "bob-revoked", revoked_at=NOW - DAY)
    given.share("bob", "redeemed")
    given.redeemed("ada", "bob-redeemed", "redeemed")
    ada = person("ada")
    for tab in ("open", "locked", "redeemed", "expired", "returned", "revoked"):
        (item,) = ada.get(f"/v1/me/claims?status={tab}").json["items"]
        assert (item["id"], item["status"]) == (f"ada-bob-{tab}", tab)
        assert item["usable"] is (tab == "open")
        reason = {"open": None, "locked": "locked_elsewhere"}.get(tab, tab)
        assert item["reason"] == reason
    assert len(ada.get("/v1/me/claims").json["items"]) == 6
    assert ada.get("/v1/me/claims?status=lost").status_code == 422


def test_the_wallet_pages_without_repeating(given: Given, person: PersonMaker) -> None:
    given(PAIR)
    for number in range(5):
        share = given.share("bob", f"thing{number}")
        given.claim("ada", share, claimed_at=NOW - (number // 2) * DAY)
    seen, path = [], "/v1/me/claims?limit=2"
    while path:
        page = person("ada").get(path).json
        seen += [item["id"] for item in page["items"]]
        path = page["next_cursor"] and f"/v1/me/claims?limit=2&cursor={page['next_cursor']}"
    assert seen == [f"ada-bob-thing{number}" for number in range(5)]


def test_a_copy_shows_its_terms_and_the_note_it_came_from(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    claim = person("ada").get("/v1/claims/ada-bob-kettle").json
    assert claim["terms"] == {
        "kind": "percent",
        "value": 10,
        "max_off_fen": 5000,
        "min_spend_fen": 0,
        "currency": "CNY",
        "use_days": 14,
    }
    assert claim["share"]["publisher"] == {"id": "bob", "display_name": "bob", "creator": False}
    assert claim["share"]["note"].startswith("I have used this kettle")


@pytest.mark.parametrize("end", ["block", "leave"])
def test_of_a_former_sharer_only_the_terms_stay(given: Given, person: PersonMaker, end: str) -> None:
    given(PAIR, shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    if end == "block":
        person("bob").put("/v1/me/blocks/ada")
    else:
        given("(bob:Deactivated)")
    claim = person("ada").get("/v1/claims/ada-bob-kettle").json
    assert claim["share"] is None
    assert (claim["terms"]["value"], claim["usable"]) == (10, True)


def test_a_withdrawn_share_leaves_its_claimers_the_note(given: Given, person: PersonMaker) -> None:
    given(PAIR)
    given.share("bob", "kettle", withdrawn_at=NOW - DAY)
    given.claim("ada", "bob-kettle")
    claim = person("ada").get("/v1/claims/ada-bob-kettle").json
    assert claim["share"]["id"] == "bob-kettle"
    assert claim["usable"] is True


def test_another_persons_copy_looks_absent(given: Given, person: PersonMaker) -> None:
    given("(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy)", shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    cy = person("cy")
    calls = [
        ("GET", "", None),
        ("DELETE", "", None),
        ("POST", "/lock", ORDER),
        ("DELETE", "/lock", None),
        ("PUT", "/verdict", {"as_described": True}),
        ("POST", "/thanks", {}),
    ]
    for method, tail, body in calls:
        foreign = cy.ask(method, f"/v1/claims/ada-bob-kettle{tail}", body)
        absent = cy.ask(method, f"/v1/claims/nothing-at-all{tail}", body)
        assert foreign.status_code == absent.status_code == 404, (method, tail)
        assert foreign.data == absent.data


def test_a_copy_is_held_for_one_order_which_may_ask_again(
    given: Given, person: PersonMaker, clock: Clock
) -> None:
    given(PAIR, shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle")
    ada, path = person("ada"), "/v1/claims/ada-bob-kettle/lock"
    first = ada.post(path, ORDER).json["locked_until"]
    assert first == (NOW + 15 * MINUTE).isoformat().replace("+00:00", "Z")
    other = ada.post(path, {"order_id": "o-2"})
    assert (other.status_code, other.json["code"]) == (409, "locked_elsewhere")
    assert ada.delete("/v1/claims/ada-bob-kettle").json["code"] == "locked_elsewhere"
    clock.forward(minutes=14)
    assert ada.post(path, ORDER).json["locked_until"] > first
    clock.forward(minutes=15)
    assert ada.post(path, {"order_id": "o-2"}).status_code == 200
    for _ in range(2):
        assert ada.delete(path).status_code == 204
    assert ada.get("/v1/claims/ada-bob-kettle").json["status"] == "open"


def test_of_the_copies_for_one_shop_one_is_held_at_a_time(given: Given, person: PersonMaker) -> None:
    given("(bob)-[:FRIEND]->(ada)-[:FRIEND]->(cy)", shares={"bob": "kettle", "cy": "kettle lamp"})
    for share in ("bob-kettle", "cy-kettle", "cy-lamp"):
        given.claim("ada", share)
    ada = person("ada")
    assert ada.post("/v1/claims/ada-bob-kettle/lock", ORDER).status_code == 200
    assert ada.post("/v1/claims/ada-cy-kettle/lock", ORDER).json["code"] == "shop_locked"
    assert ada.get("/v1/claims/ada-cy-kettle").json["reason"] == "shop_locked"
    assert ada.post("/v1/claims/ada-cy-lamp/lock", {"order_id": "o-2"}).status_code == 200
    ada.delete("/v1/claims/ada-bob-kettle/lock")
    assert ada.post("/v1/claims/ada-cy-kettle/lock", ORDER).status_code == 200


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"use_by": NOW}, "expired"),
        ({"returned_at": NOW - DAY}, "returned"),
        ({"revoked_at": NOW - DAY}, "revoked"),
    ],
)
def test_a_copy_that_is_over_is_not_held(
    given: Given, person: PersonMaker, columns: dict[str, object], code: str
) -> None:
    given(PAIR, shares={"bob": "kettle"})
    given.claim("ada", "bob-kettle", **columns)
    assert person("ada").post("/v1/claims/ada-bob-kettle/lock", ORDER).json["code"] == code


def test_a_used_copy_is_neither_held_nor_given_back(given: Given, person: PersonMaker) -> None:
    given(PAIR, shares={"bob": "kettle"})
    given.redeemed("ada", "bob-kettle", "kettle")
    ada = person("ada")
    assert ada.post("/v1/claims/ada-bob-kettle/lock", ORDER).json["code"] == "redeemed"
    assert ada.delete("/v1/claims/ada-bob-kettle").json["code"] == "redeemed"
    assert ada.post("/v1/claims/ada-bob-kettle/lock", {}).status_code == 422
