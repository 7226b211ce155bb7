"""Believable towns: the same seed makes the same bytes, and the tale they tell holds together."""

import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from service import demo_giveaways, demo_wishes, levels, wishes
from service.cli import circle
from service.graph import catalogue, seeds
from service.graph.client import Graph
from service.graph.embedded import Address
from service.settings import ROOT
from service.town import generate
from service.town.guests import GUESTS
from service.town.plan import LEAST_USERS, Plan
from tests.cypher import Cypher
from tests.given import NOW
from tests.graph.seeded import hashed
from tests.orders import KEYS

DEMO = ROOT / "seeds" / "demo"
Rows = list[dict[str, str]]


def rows(folder: Path, file: str) -> Rows:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    for number, seed in enumerate((5, 5, 6)):
        generate(tmp_path / str(number) / "town", Plan(LEAST_USERS, seed, NOW))
    first, again, other = (contents(tmp_path / name / "town") for name in "012")
    assert first == again
    assert first["user.csv"] != other["user.csv"]


def test_a_town_of_districts_is_the_same_however_many_make_it_and_holds_every_rule(
    tmp_path: Path, large: Graph, cypher: Cypher
) -> None:
    plan = Plan(200, 3, NOW, friends=12, shares=0.8, district=70)
    generate(tmp_path / "one" / "town", plan)
    generate(tmp_path / "two" / "town", replace(plan, gzip=True), processes=2)
    unpacked = {
        name.removesuffix(".gz"): gzip.decompress(told) if name.endswith(".gz") else told
        for name, told in contents(tmp_path / "two" / "town").items()
    }
    assert contents(tmp_path / "one" / "town") == unpacked
    friends = rows(tmp_path / "one" / "town", "user-FRIEND-user")
    assert 10 < 2 * len(friends) / plan.users < 14
    across = Counter(district(row["user"]) + district(row["friend"]) for row in friends)
    assert min(across[pair] for pair in ("01", "02", "12")) >= 2
    assert 0.5 < len(rows(tmp_path / "one" / "town", "share")) / plan.users < 1.1
    seeds.load(large, tmp_path / "one" / "town", fingerprint=hashed)
    assert [cypher.rows(broken) for broken in (NOT_SEEN, MISCOUNTED, OUT_OF_LINE)] == [[], [], []]


def district(handle: str) -> str:
    """The end of a handle says in which district of a large town somebody lives."""
    end = handle.rsplit("_", 1)[-1]
    return end if end.isdigit() else "0"


def test_the_demo_is_what_the_command_makes(tmp_path: Path) -> None:
    about = json.loads((DEMO / "seed.json").read_text("utf-8"))
    size = ["--users", str(about["users"]), "--seed", str(about["seed"])]
    made = CliRunner().invoke(circle, ["generate", str(tmp_path / "demo"), *size])
    assert made.exit_code == 0, made.output
    demo = contents(DEMO)
    demo.pop("README.md")
    assert contents(tmp_path / "demo") == demo


def test_a_town_too_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"{LEAST_USERS} people or more"):
        generate(tmp_path, Plan(LEAST_USERS - 1, 1, NOW))
    assert list(tmp_path.iterdir()) == []


def test_no_two_notes_of_the_demo_are_alike() -> None:
    notes = [row["note"] for row in rows(DEMO, "share")]
    assert len(set(notes)) == len(notes)
    beginnings = Counter(note[:8] for note in notes)
    assert beginnings.most_common(1)[0][1] < len(notes) * 0.03
    sentences = Counter(part for note in notes for part in note.split("。") if part)
    assert sentences.most_common(1)[0][1] < len(notes) * 0.04


def test_the_demo_has_hubs_lone_circles_and_people_between() -> None:
    friends: dict[str, set[str]] = defaultdict(set)
    for row in rows(DEMO, "user-FRIEND-user"):
        friends[row["user"]].add(row["friend"])
        friends[row["friend"]].add(row["user"])
    assert 280 <= len(friends["lao_zhou"]) <= 300
    assert sorted(len(some) for some in friends.values())[-3] < 140
    circles = []
    left = set(friends)
    while left:
        found, edge = set(), {left.pop()}
        while edge:
            found |= edge
            edge = {friend for one in edge for friend in friends[one]} - found
        circles.append(len(found))
        left -= found
    assert len(circles) == 3
    closed = sum(1 for one in friends["xinyi"] for two in friends["xinyi"] if two in friends[one])
    assert closed > len(friends["xinyi"])


@pytest.fixture
def large(graph: Graph, address: Address) -> Iterator[Graph]:
    """The test's graph, for what is too large for the plans of small ones."""
    with closing(Graph(address, catalogue.load(ROOT / "cypher"), seconds=60)) as planning:
        yield planning


def test_the_demo_holds_every_rule_and_has_something_for_everybody(large: Graph, cypher: Cypher) -> None:
    report = seeds.load(large, DEMO, fingerprint=hashed, today=datetime(2031, 5, 5, tzinfo=UTC).date())
    assert report.shift_days == 489
    assert cypher.rows(NOT_SEEN) == []
    assert cypher.rows(MISCOUNTED) == []
    assert cypher.rows(OUT_OF_LINE) == []
    assert cypher.rows(OUT_OF_SIGHT) == []
    now = datetime(2031, 5, 5, 1, tzinfo=UTC)
    latest = {"before": None, "before_id": None}
    for guest in GUESTS:
        talks = large.rows(
            "threads/mine", viewer=guest.id, thread=None, state=None, limit=9, now=now, **latest
        )
        assert len(talks) >= 2, guest
        asked = wishes.asking(large, guest.id, limit=9, now=now, **latest)
        assert asked[0]["coupons"], guest
        assert large.rows("wishes/mine", viewer=guest.id, wish=None, limit=9, now=now, **latest), guest
    gaps = large.rows("explore/gap_map", sample=2000, limit=30, now=now)
    assert {"furniture", "garden", "health"} >= {gap["category"] for gap in gaps} != set()
    assert demo_wishes.answer(large, now) == demo_wishes.ANSWERS
    assert any(
        wish["answers"]
        for wish in large.rows("wishes/mine", viewer="xinyi", wish=None, limit=9, now=now, **latest)
    )
    told = large.rows("explore/wishes", category=None, weeks=26, limit=10, now=now)
    assert [row["step"] for row in told] == ["made", "answered"]
    levels.refresh(large, "chen_xi", now=now)
    demo_giveaways.hold(large, KEYS, now)
    held = large.rows(
        "giveaways/list", viewer="xinyi", only=None, every=False, status=None, limit=9, now=now, **latest
    )
    assert [one["status"] for one in held] == ["open", "drawn"]


# Claims whose claimer could not see the share by the way that is stored.
NOT_SEEN = """
MATCH (viewer:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)<-[:PUBLISHED]-(publisher:User)
WHERE EXISTS { (viewer)-[:BLOCKS]-(publisher) } OR NOT CASE claim.via
  WHEN 'friend' THEN share.audience <> 'direct' AND EXISTS {
    (viewer)-[tie:FRIEND]-(publisher)
    WHERE tie.since <= claim.claimed_at AND tie.since = claim.friends_since }
  WHEN 'circle' THEN share.audience IN ['circle', 'public'] AND claim.mutual_count > 0
  WHEN 'follow' THEN share.audience = 'public' AND EXISTS { (viewer)-[:FOLLOWS]->(publisher:Creator) }
  ELSE EXISTS { (share)-[:SENT_TO]->(viewer) } END
RETURN claim.id
"""
# Threads and questions whose asker does not see what they ask about.
OUT_OF_SIGHT = """
MATCH (asker:User)-[:TALKS_IN|POSED]->(asked:Thread|Question)-[:ABOUT]->(share:Share)
MATCH (share)<-[:PUBLISHED]-(publisher:User)
WHERE asker <> publisher AND (EXISTS { (asker)-[:BLOCKS]-(publisher) } OR NOT (
  share.audience <> 'direct' AND EXISTS { (asker)-[:FRIEND]-(publisher) }
  OR share.audience IN ['circle', 'public'] AND EXISTS {
    (asker)-[:FRIEND]-(bridge:Active&!NoBridge)-[:FRIEND]-(publisher) }
  OR asked:Question AND share.audience = 'public' AND EXISTS { (asker)-[:FOLLOWS]->(publisher:Creator) }
  OR EXISTS { (share)-[:SENT_TO]->(asker) }))
RETURN asked.id
"""
# Claims whose count of bridges is not what the friendships of that moment say.
MISCOUNTED = """
MATCH (viewer:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(publisher:User)
WITH viewer, claim, publisher, COUNT {
  (viewer)-[one:FRIEND]-(bridge:User&Active&!NoBridge)-[two:FRIEND]-(publisher)
  WHERE one.since <= claim.claimed_at AND two.since <= claim.claimed_at } AS bridges
WHERE bridges <> claim.mutual_count
RETURN claim.id, bridges, claim.mutual_count
"""
# Ledger lines that do not follow from what they come from, and what should have left a line.
OUT_OF_LINE = """
MATCH (user:User)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(cause)
WHERE NOT CASE event.kind
  WHEN 'publish' THEN event.raw = 10 AND EXISTS {
    (user)-[:PUBLISHED]->(cause)-[:OFFERS]->(coupon)<-[:EARNED]-(bought)
    WHERE event.matures_at >= bought.completed_at + duration('P7D')
      AND event.matures_at >= cause.published_at + duration('P1D')
      AND (event.voided_at IS NULL) = (coupon.revoked_at IS NULL AND cause.removed_at IS NULL) }
  WHEN 'friend_purchase' THEN event.occurred_at = cause.completed_at
    AND event.matures_at = cause.completed_at + duration('P7D')
    AND (event.voided_at IS NULL) = (cause.refunded_at IS NULL) AND EXISTS {
    (cause)-[:REDEEMED|RELEASED]->(claim)-[:FROM]->()<-[:PUBLISHED]-(user)
    WHERE event.raw = CASE claim.via WHEN 'follow' THEN 15 ELSE 30 END }
  WHEN 'answer' THEN event.raw = 2 AND cause.helpful_at = event.occurred_at
    AND EXISTS { (user)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(cause) }
  ELSE event.raw = 5 AND cause.verdict = 'as_described' AND cause.verdict_at = event.occurred_at END
RETURN event.key AS key
UNION
MATCH (purchase:Purchase)-[:REDEEMED|RELEASED]->(:Claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(publisher:Active)
WHERE purchase.completed_at IS NOT NULL
  AND NOT EXISTS { (purchase)<-[:BECAUSE_OF]-(:XpEvent {kind: 'friend_purchase'})<-[:GAINED]-(publisher) }
RETURN purchase.id AS key
"""
