"""The acts of reviewers on giveaways; the audit keeps each act."""

from datetime import timedelta

from tests.giveaways.test_replay import run
from tests.support.giveaways import BEACON, CLOSES, OPENS, REVEAL_BY, Host
from tests.support.given import DAY, Given

VALUE = "5f" * 32


def acts(host: Host, giveaway: str) -> list[tuple[str, str | None]]:
    """The acts on a giveaway and their actors."""
    detail = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json
    return [(act["kind"], act["actor_id"]) for act in detail["actions"]]


def test_a_rejected_proposal_never_opens(host: Host) -> None:
    giveaway = host.propose().json["id"]
    assert host.act(giveaway, "review", approve=False).status_code == 204
    assert host.act(giveaway, "review", approve=False).status_code == 204
    late = host.act(giveaway, "review", approve=True)
    assert (late.status_code, late.json["code"]) == (409, "wrong_state")
    assert host.read(giveaway)["status"] == "rejected"
    assert host.work(CLOSES) == 0
    assert acts(host, giveaway) == [("reject_giveaway", "amy"), ("reject_giveaway", "amy")]


def test_an_open_giveaway_cannot_be_rejected_nor_a_stale_one_opened(host: Host) -> None:
    giveaway = host.opened()
    assert host.act(giveaway, "review", approve=False).json["code"] == "wrong_state"
    stale = host.propose().json["id"]
    host.clock.at = CLOSES
    assert host.act(stale, "review", approve=True).json["code"] == "expired"
    assert host.act("nothing", "review", approve=True).status_code == 404


def test_nobody_reviews_their_own_proposal(host: Host, given: Given) -> None:
    host.level("amy", 5)
    giveaway = host.propose(host.amy).json["id"]
    refused = host.act(giveaway, "review", approve=True)
    assert (refused.status_code, refused.json["code"]) == (409, "self")
    assert acts(host, giveaway) == []


def test_a_void_giveaway_says_why_and_is_never_drawn(host: Host) -> None:
    people = host.people(ada=1)
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    assert host.act(giveaway, "void", reason="The sponsor has left").status_code == 204
    detail = host.read(giveaway)
    assert (detail["status"], detail["void_reason"]) == ("void", "The sponsor has left")
    assert host.work(CLOSES) == host.work(REVEAL_BY) == 0
    assert acts(host, giveaway) == [("approve_giveaway", "amy"), ("void_giveaway", "amy")]


def test_what_has_been_drawn_cannot_be_voided(host: Host) -> None:
    giveaway = host.opened()
    host.work(CLOSES)
    assert host.act(giveaway, "void").json["code"] == "wrong_state"
    assert host.read(giveaway)["status"] == "drawn"


def test_a_draw_not_revealed_by_its_deadline_is_void_whether_or_not_a_worker_lives(host: Host) -> None:
    giveaway = host.opened(**BEACON)
    host.work(CLOSES)
    host.clock.at = REVEAL_BY
    detail = host.read(giveaway)
    assert (detail["status"], detail["void_reason"]) == ("void", "deadline")
    assert host.act(giveaway, "beacon", value=VALUE).json["code"] == "wrong_state"
    assert [host.work(), host.work()] == [1, 0]
    assert host.read(giveaway) == detail
    assert acts(host, giveaway)[-1] == ("void_giveaway", None)


def test_a_beacon_decides_a_draw_once_its_round_is_out(host: Host) -> None:
    people = host.people(ada=1, bob=2, cy=3)
    giveaway = host.opened(**BEACON)
    host.enter(giveaway, *people.values())
    assert host.act(giveaway, "beacon", value=VALUE).json["code"] == "wrong_state"
    assert host.work(CLOSES) == 1
    assert host.act(giveaway, "beacon", value=VALUE).json["code"] == "wrong_state"
    host.clock.at = CLOSES + DAY
    assert host.act(giveaway, "beacon", value="5F" * 32).status_code == 422
    assert [host.act(giveaway, "beacon", value=VALUE).status_code for _ in range(2)] == [204, 204]
    assert host.act(giveaway, "beacon", value="60" * 32).json["code"] == "conflict"
    assert host.work() == 1
    published = host.verified(giveaway)
    assert (published["secret"], published["commitment"]) == (None, None)
    assert published["beacon"]["value"] == VALUE
    assert published["replayed"] is True
    assert run(published)[0] == 0
    assert run({**published, "beacon": {**published["beacon"], "value": "60" * 32}})[0] == 1
    assert run({**published, "beacon": {**published["beacon"], "round": "1"}})[0] == 1


def test_a_commitment_takes_no_beacon(host: Host) -> None:
    giveaway = host.opened()
    host.clock.at = CLOSES
    assert host.act(giveaway, "beacon", value=VALUE).json["code"] == "wrong_state"


def test_prizes_only_become_more_or_better_and_the_earlier_rules_stay_readable(host: Host) -> None:
    people = host.people(ada=1, bob=2, cy=3, dee=4)
    giveaway = host.opened()
    noted = host.read(giveaway)["rules_hash"]
    assert host.act(giveaway, "improve", quantity=1, value_fen=20_000).json["code"] == "worse_for_entrants"
    assert host.act(giveaway, "improve", quantity=2, value_fen=19_999).json["code"] == "worse_for_entrants"
    assert host.act(giveaway, "improve", quantity=2, value_fen=5_000_001).json["code"] == "prize_too_dear"
    assert host.read(giveaway)["rules_hash"] == noted
    for _ in range(2):
        assert host.act(giveaway, "improve", quantity=3, value_fen=20_001).status_code == 204
    host.enter(giveaway, *people.values())
    host.clock.at = CLOSES
    assert host.act(giveaway, "improve", quantity=4, value_fen=20_001).json["code"] == "wrong_state"
    host.work()
    published = host.verified(giveaway)
    assert (len(published["winners"]), len(published["earlier_rules"])) == (3, 1)
    assert published["rules_hash"] != noted
    assert run(published, "--rules-hash", noted)[0] == 0
    assert host.act("nothing", "improve", quantity=1, value_fen=1).status_code == 404


def test_entries_changed_after_the_close_are_never_drawn(host: Host) -> None:
    people = host.people(ada=1, bob=2)
    giveaway = host.opened(**BEACON)
    host.enter(giveaway, *people.values())
    host.work(CLOSES)
    host.cypher.rows("MATCH (entry:Entry) SET entry.weight = entry.weight + 1")
    host.clock.at = CLOSES + DAY
    host.act(giveaway, "beacon", value=VALUE)
    assert host.work() == 0
    assert host.read(giveaway)["status"] == "closed"
    assert host.work(REVEAL_BY) == 1
    assert host.read(giveaway)["status"] == "void"


def test_one_spoiled_giveaway_holds_up_no_other(host: Host) -> None:
    spoiled, sound = host.opened(), host.opened()
    host.cypher.rows("MATCH (g:Giveaway {id: $id}) SET g.commitment = '00'", id=spoiled)
    assert host.work(CLOSES) == 3
    assert (host.read(spoiled)["status"], host.read(sound)["status"]) == ("closed", "drawn")


def test_a_winner_who_cannot_be_reached_is_passed_over(host: Host) -> None:
    people = host.people(ada=1, bob=1, cy=1)
    giveaway = host.opened()
    early = host.act(giveaway, "pass-over", pseudonym="00" * 32)
    assert early.json["code"] == "not_drawn"
    host.enter(giveaway, *people.values())
    host.work(CLOSES)
    published = host.verified(giveaway)
    first, last = published["winners"][0], published["alternates"][0]
    assert host.act(giveaway, "pass-over", pseudonym=last).json["code"] == "wrong_state"
    assert host.act(giveaway, "pass-over", pseudonym="00" * 32).status_code == 404
    assert [host.act(giveaway, "pass-over", pseudonym=first).status_code for _ in range(2)] == [204, 204]
    detail = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json
    assert [winner["pseudonym"] for winner in detail["winners"]] == [published["winners"][1], last]


def test_the_safety_check_compares_the_cheapest_fake_with_what_it_can_win(host: Host) -> None:
    giveaway = host.propose(quantity=1).json["id"]
    assumed = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json["safety"]
    # a tenth of two eligible people is nobody: one fake would surely win 200 yuan for 5
    assert (assumed["basis"], assumed["able"], assumed["rivals"], assumed["pays"]) == ("assumed", 2, 0, True)
    cheapest = assumed["fakes"][0]
    assert (cheapest["cost_fen"], cheapest["gain_fen"], cheapest["accounts"], cheapest["orders"]) == (
        500, 20_000, 1, 0,
    )  # fmt: skip
    # level 2 wants 3 buyers and 150 points at 35 an order, of which a fifth of 10 yuan is lost
    assert [assumed["fakes"][2][name] for name in ("accounts", "orders", "cost_fen")] == [4, 5, 3_000]
    host.act(giveaway, "review", approve=True)
    host.clock.at = OPENS
    host.enter(giveaway, *host.people(ada=5, bob=5, cy=5, dee=5).values())
    counted = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json["safety"]
    assert (counted["basis"], counted["rivals"], counted["rivals_weight"]) == ("entered", 4, 40)
    assert counted["fakes"][0]["gain_fen"] == 488  # 1/41 of 200 yuan, rounded up
    assert counted["fakes"][0]["pays"] is False
    assert "500" in counted["assumption"]
    chinese = host.amy.get(f"/v1/admin/giveaways/{giveaway}", Accept_Language="zh").json["safety"]
    assert "假设" in chinese["assumption"]


def test_under_the_strict_profile_a_fake_of_a_higher_level_is_worth_no_more(host: Host) -> None:
    giveaway = host.propose(profile="strict").json["id"]
    fakes = host.amy.get(f"/v1/admin/giveaways/{giveaway}").json["safety"]["fakes"]
    assert [(fake["level"], fake["weight"]) for fake in fakes] == [(0, 1)]


def test_times_may_be_given_in_any_offset(host: Host) -> None:
    china = {"opens_at": "2030-01-01T09:00:00+08:00", "closes_at": "2030-01-08T08:00:00+08:00"}
    giveaway = host.opened(**china, **BEACON)
    assert (OPENS - timedelta(0)).isoformat().replace("+00:00", "Z") == host.read(giveaway)["opens_at"]
    host.work(CLOSES)
    host.clock.at = CLOSES + DAY
    host.act(giveaway, "beacon", value=VALUE)
    host.work()
    assert run(host.verified(giveaway))[0] == 0
