"""Giveaways over HTTP, from the proposal to the draw."""

import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest

from service.giveaways import draw, steps, views
from tests.giveaways.test_replay import run
from tests.support.giveaways import BEACON, CLOSES, OPENS, REVEAL_BY, Host, weights

LEVELS = {f"level{n}": n for n in range(6)}


def test_a_giveaway_runs_from_proposal_to_a_draw_that_anybody_can_replay(host: Host) -> None:
    people = host.people(**LEVELS)
    proposed = host.propose()
    assert (proposed.status_code, proposed.json["status"]) == (201, "proposed")
    giveaway = proposed.json["id"]
    assert host.act(giveaway, "review", approve=True).status_code == 204
    assert host.read(giveaway)["status"] == "scheduled"
    host.clock.at = OPENS
    assert host.read(giveaway)["status"] == "open"
    host.enter(giveaway, *people.values())
    assert host.work() == 0
    assert host.work(CLOSES) == 2
    detail = host.read(giveaway)
    assert (detail["status"], detail["entrants"], detail["total_weight"]) == ("drawn", 6, 31)
    published = host.verified(giveaway)
    assert published["replayed"] is True
    assert weights(published) == [1, 2, 4, 6, 8, 10]
    assert (len(published["winners"]), len(published["alternates"])) == (2, 4)
    assert hashlib.sha256(bytes.fromhex(published["secret"])).hexdigest() == detail["commitment"]
    noted = ("--rules-hash", proposed.json["rules_hash"], "--root", detail["root"])
    assert run(published, *noted)[0] == 0
    assert "level" not in json.dumps(published["entries"]), "no identity shows"


def test_the_places_that_people_are_told_are_those_of_the_draw(host: Host) -> None:
    people = host.people(**LEVELS)
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    host.work(CLOSES)
    published = host.verified(giveaway)
    order = published["winners"] + published["alternates"]
    for each in people.values():
        entry = each.get(f"/v1/giveaways/{giveaway}").json["entry"]
        assert order[entry["place"] - 1] == entry["pseudonym"]
        assert (entry["won_at"] is not None) == (entry["place"] <= 2)
        kinds = [note["kind"] for note in host.cypher.rows(
            "MATCH (:User {id: $user})-[:TOLD]->(n) RETURN n.kind AS kind", user=each.id)]  # fmt: skip
        assert kinds == (["giveaway_result"] if entry["place"] <= 2 else [])


def test_the_secret_is_not_in_the_graph_before_the_draw_reveals_it(host: Host) -> None:
    giveaway = host.opened()
    host.enter(giveaway, *host.people(ada=1, bob=0).values())
    secret = views.secret(host.keys, giveaway)

    def stored() -> bool:
        nodes = host.cypher.rows("MATCH (node) RETURN properties(node) AS properties")
        return any(secret.hex() in str(node) or str(secret) in str(node) for node in nodes)

    assert not stored()
    host.graph.transaction(lambda unit: steps.close(unit, giveaway, op="op", now=CLOSES))
    assert host.read(giveaway)["root"] is not None
    assert not stored()
    assert host.work(CLOSES) == 1
    assert stored()


def test_a_proposal_needs_level_three_a_modest_prize_a_future_and_a_key(host: Host) -> None:
    ada = host.people(ada=2)["ada"]
    low = host.propose(ada)
    assert (low.status_code, low.json["code"], low.json["limit"]) == (403, "level_too_low", 3)
    dear = host.propose(value_fen=5_000_001)
    assert (dear.status_code, dear.json["code"], dear.json["limit"]) == (422, "prize_too_dear", 5_000_000)
    host.clock.at = CLOSES
    assert host.propose().json["code"] == "expired"
    host.clock.at = OPENS
    assert host.host.post("/v1/giveaways", {}).status_code == 422
    for _ in range(2):
        assert host.propose(key="a").status_code == 201
    assert [host.propose(key=key).status_code for key in "bcd"] == [201, 201, 409]
    assert host.cypher.value("MATCH (g:Giveaway) RETURN count(g)") == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"closes_at": OPENS.isoformat()},
        {"reveal_by": CLOSES.isoformat()},
        {"value_fen": 0},
        {"quantity": 0},
        {"quantity": 1001},
        {"profile": "lucky"},
        {"currency": "USD"},
        {"beacon_round": "1"},
        {**BEACON, "beacon_round": None},
        {**BEACON, "beacon_at": OPENS.isoformat()},
        {**BEACON, "beacon_at": REVEAL_BY.isoformat()},
        {"price_fen": 100},
        {"must_post": True},
    ],
)
def test_a_proposal_that_makes_no_sense_is_refused(host: Host, changes: dict[str, Any]) -> None:
    assert host.propose(**changes).status_code == 422
    assert host.cypher.value("MATCH (g:Giveaway) RETURN count(g)") == 0


def test_a_proposal_is_seen_by_its_proposer_and_its_reviewers_only(host: Host) -> None:
    ada = host.people(ada=5)["ada"]
    giveaway = host.propose().json["id"]
    there, nowhere = ada.get(f"/v1/giveaways/{giveaway}"), ada.get(f"/v1/giveaways/{'0' * len(giveaway)}")
    assert there.status_code == nowhere.status_code == 404
    assert there.data == nowhere.data
    for path in ("entry", "proof", "verify"):
        method = "PUT" if path == "entry" else "GET"
        assert ada.ask(method, f"/v1/giveaways/{giveaway}/{path}").status_code == 404
    assert ada.delete(f"/v1/giveaways/{giveaway}/entry").status_code == 404
    assert ada.get("/v1/giveaways").json["items"] == []
    assert [item["id"] for item in host.host.get("/v1/giveaways").json["items"]] == [giveaway]
    waiting = host.amy.get("/v1/admin/giveaways?status=proposed").json["items"]
    assert [item["id"] for item in waiting] == [giveaway]
    assert host.amy.get("/v1/admin/giveaways?status=open").json["items"] == []


def test_giveaways_are_listed_in_pages_the_last_to_open_first(host: Host) -> None:
    times = [OPENS + timedelta(hours=n) for n in range(3)]
    opened = [host.opened(opens_at=at.isoformat()) for at in times]
    seen, more = [], "/v1/giveaways?limit=1"
    for _ in opened:
        page = host.host.get(more).json
        seen += [item["id"] for item in page["items"]]
        more = f"/v1/giveaways?limit=1&cursor={page['next_cursor']}"
    assert page["next_cursor"] is None
    assert seen == opened[::-1]
    items = host.host.get("/v1/giveaways?status=scheduled").json["items"]
    assert [item["id"] for item in items] == opened[:0:-1]


def test_my_chance_is_told_before_i_enter_and_stays_the_same_when_i_do(host: Host) -> None:
    people = host.people(ada=5, bob=2, cy=0)
    giveaway = host.opened(quantity=1)
    assert host.read(giveaway)["chance"]["fraction"] == "1"
    host.enter(giveaway, people["ada"], people["bob"])
    before = people["cy"].get(f"/v1/giveaways/{giveaway}").json
    assert before["chance"] == {
        "weight": 1, "total_weight": 15, "fraction": "1/15", "at_least_ppm": 66_666, "at_most_ppm": 66_667,
    }  # fmt: skip
    host.enter(giveaway, people["cy"])
    after = people["cy"].get(f"/v1/giveaways/{giveaway}").json
    assert after["chance"] == before["chance"]
    assert people["ada"].get(f"/v1/giveaways/{giveaway}").json["chance"]["fraction"] == "2/3"
    assert (before["entered"], after["entered"], before["entry"]) == (False, True, None)


def test_proofs_lead_to_the_published_root(host: Host) -> None:
    people = host.people(**LEVELS, stranger=0)
    stranger = people.pop("stranger")
    giveaway = host.opened()
    host.enter(giveaway, *people.values())
    path = f"/v1/giveaways/{giveaway}/proof"
    assert people["level1"].get(path).json["code"] == "not_closed"
    host.work(CLOSES)
    root = host.read(giveaway)["root"]
    for each in people.values():
        proof = each.get(path).json
        assert run(proof, "--root", root)[0] == 0
        leaf = draw.Entry.of(proof).leaf
        nodes = [bytes.fromhex(node) for node in proof["path"]]
        assert draw.included(leaf, proof["index"], proof["size"], nodes, bytes.fromhex(root))
    assert stranger.get(path).status_code == 404


def test_the_script_can_be_downloaded_by_anybody(host: Host) -> None:
    answer = host.host.client.get("/v1/giveaways/replay.py")
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/x-python")
    assert b"def merkle_root" in answer.data
    giveaway = host.opened()
    host.work(CLOSES)
    published = host.host.client.get(f"/v1/giveaways/{giveaway}/verify")
    assert (published.status_code, json.loads(published.data)["replayed"]) == (200, True)


def test_nothing_can_be_verified_before_the_draw(host: Host) -> None:
    giveaway = host.opened()
    answer = host.host.get(f"/v1/giveaways/{giveaway}/verify")
    assert (answer.status_code, answer.json["code"]) == (409, "not_drawn")


def test_a_giveaway_that_nobody_entered_is_drawn_without_a_winner(host: Host) -> None:
    giveaway = host.opened()
    assert host.work(CLOSES) == 2
    published = host.verified(giveaway)
    assert (published["winners"], published["entries"], published["replayed"]) == ([], [], True)
    assert run(published)[0] == 0
