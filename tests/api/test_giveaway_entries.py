"""Entries of a giveaway: access, weights, and the effects of the close."""

import pytest

from tests.support.giveaways import CLOSES, OPENS, REVEAL_BY, Host, weights
from tests.support.given import DAY, NOW, Given


def test_entering_twice_is_entering_once(host: Host) -> None:
    ada = host.people(ada=1)["ada"]
    giveaway = host.opened()
    first, again = [ada.put(f"/v1/giveaways/{giveaway}/entry") for _ in range(2)]
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json == again.json
    assert host.read(giveaway)["entrants"] == 1


def test_an_entry_can_be_taken_back_until_the_close(host: Host) -> None:
    ada = host.people(ada=1)["ada"]
    giveaway = host.opened()
    path = f"/v1/giveaways/{giveaway}/entry"
    host.enter(giveaway, ada)
    assert [ada.delete(path).status_code for _ in range(2)] == [204, 204]
    assert host.read(giveaway)["entrants"] == 0
    host.enter(giveaway, ada)
    host.clock.at = CLOSES
    late = ada.delete(path)
    assert (late.status_code, late.json["code"]) == (409, "not_drawn")
    assert host.read(giveaway)["entrants"] == 1


def test_nobody_enters_before_it_opens_or_after_it_closes(host: Host) -> None:
    ada = host.people(ada=1)["ada"]
    giveaway = host.opened()
    path = f"/v1/giveaways/{giveaway}/entry"
    for at, status in ((NOW, 409), (OPENS, 200), (CLOSES, 409), (REVEAL_BY, 409)):
        host.clock.at = at
        assert ada.put(path).status_code == status
        ada.delete(path)


def test_an_account_must_be_a_week_old(host: Host, given: Given) -> None:
    given.user("new", created_at=OPENS - 6 * DAY)
    new = host.sign_in("new")
    giveaway = host.opened()
    refused = new.put(f"/v1/giveaways/{giveaway}/entry")
    assert (refused.status_code, refused.json["code"], refused.json["limit"]) == (403, "account_too_young", 7)
    host.clock.at = OPENS + DAY
    host.enter(giveaway, new)


def test_of_people_connected_by_what_they_use_one_enters(host: Host) -> None:
    people = host.people(ada=1, bob=1, cy=1, dee=1)
    host.connect("ada", "bob", by="device:1")
    host.connect("bob", "cy", by="address:1")
    giveaway = host.opened()
    host.enter(giveaway, people["ada"], people["dee"])
    for name in ("bob", "cy"):
        refused = people[name].put(f"/v1/giveaways/{giveaway}/entry")
        assert (refused.status_code, refused.json["code"]) == (409, "entered_already")
    people["ada"].delete(f"/v1/giveaways/{giveaway}/entry")
    host.enter(giveaway, people["cy"])


def test_whoever_had_a_hand_in_it_stays_out(host: Host) -> None:
    people = host.people(ada=1)
    host.connect("ada", "host", by="payment:1")
    giveaway = host.opened()
    for person in (people["ada"], host.host, host.amy):
        refused = person.put(f"/v1/giveaways/{giveaway}/entry")
        assert (refused.status_code, refused.json["code"]) == (403, "had_a_hand")


def test_an_absent_giveaway_cannot_be_entered(host: Host) -> None:
    assert host.host.put("/v1/giveaways/nothing/entry").status_code == 404
    assert host.host.delete("/v1/giveaways/nothing/entry").status_code == 404


def test_the_level_is_frozen_at_the_close(host: Host) -> None:
    people = host.people(ada=0, bob=0)
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    host.level("ada", 4)
    chance = people["ada"].get(f"/v1/giveaways/{giveaway}").json["chance"]
    assert (chance["weight"], chance["total_weight"]) == (8, 9)
    host.work(CLOSES)
    host.level("ada", 0)
    assert weights(host.verified(giveaway)) == [1, 8]
    detail = people["ada"].get(f"/v1/giveaways/{giveaway}").json
    assert (detail["entry"]["level"], detail["entry"]["weight"], detail["chance"]["weight"]) == (4, 8, 8)


def test_the_strict_profile_weighs_all_alike(host: Host) -> None:
    people = host.people(ada=0, bob=5)
    giveaway = host.opened(profile="strict", quantity=1)
    host.enter(giveaway, *people.values())
    assert people["ada"].get(f"/v1/giveaways/{giveaway}").json["chance"]["fraction"] == "1/2"
    host.work(CLOSES)
    assert weights(host.verified(giveaway)) == [1, 1]


@pytest.mark.parametrize(("days", "weighs"), [(29, [1, 1, 3]), (31, [1, 1, 6])])
def test_a_recent_winner_weighs_half_and_at_least_one(host: Host, days: int, weighs: list[int]) -> None:
    people = host.people(ada=3, bob=0)
    first = host.opened()
    host.enter(first, *people.values())
    host.work(CLOSES)
    host.clock.at = CLOSES + (days - 1) * DAY
    host.cypher.rows("MATCH (session:Session) SET session.expires_at = $at", at=host.clock.at + 9 * DAY)
    closes = CLOSES + days * DAY
    times = {"opens_at": host.clock.at, "closes_at": closes, "reveal_by": closes + DAY}
    second = host.opened(**{name: at.isoformat() for name, at in times.items()})
    host.enter(second, *people.values(), *host.people(cy=0).values())
    before = people["ada"].get(f"/v1/giveaways/{second}").json["chance"]
    host.work(closes)
    assert weights(host.verified(second)) == weighs
    assert (before["weight"], before["total_weight"]) == (weighs[-1], sum(weighs))


def test_people_who_are_gone_or_found_connected_are_left_out_at_the_close(host: Host) -> None:
    people = host.people(ada=1, bob=1, cy=1)
    giveaway = host.opened()
    for name in ("ada", "bob", "cy"):
        host.enter(giveaway, people[name])
        host.clock.forward(minutes=1)
    host.connect("ada", "bob", by="device:1")
    host.cypher.rows("MATCH (user:User {id: 'cy'}) REMOVE user:Active SET user.suspended_at = $now", now=NOW)
    host.work(CLOSES)
    detail = host.read(giveaway)
    assert (detail["entrants"], detail["total_weight"]) == (1, 2)
    proof = people["bob"].get(f"/v1/giveaways/{giveaway}/proof")
    assert (proof.status_code, proof.json["code"], proof.json["reason"]) == (409, "left_out", "connected")
    assert people["ada"].get(f"/v1/giveaways/{giveaway}").json["entry"]["place"] == 1
    assert people["bob"].get(f"/v1/giveaways/{giveaway}").json["chance"]["fraction"] == "0"
    assert host.amy.get(f"/v1/admin/giveaways/{giveaway}").json["left_out"] == 2


def test_the_next_in_rank_moves_up_when_a_winner_passes(host: Host) -> None:
    people = host.people(ada=1, bob=1, cy=1)
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    host.work(CLOSES)

    def winners() -> list[str]:
        detail = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json
        return [winner["user_id"] for winner in detail["winners"]]

    first, second = winners()
    (third,) = set(people) - {first, second}
    drawn = host.verified(giveaway)
    path = f"/v1/giveaways/{giveaway}/entry"
    assert [people[first].delete(path).status_code for _ in range(2)] == [204, 204]
    assert winners() == [second, third]
    after = host.verified(giveaway)
    assert after.pop("passed") == [drawn["winners"][0]]
    assert drawn.pop("passed") == []
    assert after == drawn, "what was drawn stays as it was"
    kinds = "MATCH (:User {id: $user})-[:TOLD]->(note {kind: 'giveaway_result'}) RETURN count(note)"
    assert host.cypher.value(kinds, user=third) == 1


def test_my_entries_and_proposals_are_in_my_export(host: Host) -> None:
    ada = host.people(ada=1)["ada"]
    giveaway = host.opened()
    host.enter(giveaway, ada)
    (entered,) = ada.post("/v1/me/export").json["kinds"]["giveaways"]
    (proposed,) = host.host.post("/v1/me/export").json["kinds"]["giveaways"]
    assert (entered["giveaway_id"], proposed["giveaway_id"]) == (giveaway, giveaway)
    assert entered["pseudonym"] == ada.put(f"/v1/giveaways/{giveaway}/entry").json["pseudonym"]
    assert (entered["proposed_at"], proposed["entered_at"]) == (None, None)
