"""Generated towns: the same seed makes the same bytes, and every town keeps the rules."""

import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli import circle
from service.graph import catalogue
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.graph.server.embedded import Address
from service.settings import ROOT
from service.town import generate
from service.town.plan import LEAST_USERS, Plan
from tests.support.cypher import Cypher
from tests.support.given import NOW
from tests.support.seeded import hashed
from tests.support.town_rules import RULES

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


def test_a_town_of_districts_is_the_same_for_any_number_of_processes_and_keeps_every_rule(
    tmp_path: Path, large: Graph, cypher: Cypher
) -> None:
    plan = Plan(200, 3, NOW, friends=12, shares=0.8, district=70)
    generate(tmp_path / "one" / "town", plan)
    generate(tmp_path / "two" / "town", replace(plan, gzip=True), processes=2)
    unpacked = {
        name.removesuffix(".gz"): gzip.decompress(content) if name.endswith(".gz") else content
        for name, content in contents(tmp_path / "two" / "town").items()
    }
    assert contents(tmp_path / "one" / "town") == unpacked
    friends = rows(tmp_path / "one" / "town", "user-FRIEND-user")
    assert 10 < 2 * len(friends) / plan.users < 14
    across = Counter(district(row["user"]) + district(row["friend"]) for row in friends)
    assert min(across[pair] for pair in ("01", "02", "12")) >= 2
    assert 0.5 < len(rows(tmp_path / "one" / "town", "share")) / plan.users < 1.1
    seeds.load(large, tmp_path / "one" / "town", fingerprint=hashed)
    assert [cypher.rows(broken) for broken in RULES] == [[] for _ in RULES]


def district(handle: str) -> str:
    """The district of a person in a large town, from the end of the handle."""
    end = handle.rsplit("_", 1)[-1]
    return end if end.isdigit() else "0"


def test_the_command_makes_the_demo(tmp_path: Path) -> None:
    about = json.loads((DEMO / "seed.json").read_text("utf-8"))
    size = ["--users", str(about["users"]), "--seed", str(about["seed"])]
    result = CliRunner().invoke(circle, ["generate", str(tmp_path / "demo"), *size])
    assert result.exit_code == 0, result.output
    demo = contents(DEMO)
    demo.pop("README.md")
    assert contents(tmp_path / "demo") == demo


def test_a_town_too_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"at least {LEAST_USERS} people"):
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
        reached, edge = set(), {left.pop()}
        while edge:
            reached |= edge
            edge = {friend for one in edge for friend in friends[one]} - reached
        circles.append(len(reached))
        left -= reached
    assert len(circles) == 3
    closed = sum(1 for one in friends["xinyi"] for two in friends["xinyi"] if two in friends[one])
    assert closed > len(friends["xinyi"])


@pytest.fixture
def large(graph: Graph, address: Address) -> Iterator[Graph]:
    """The graph with more time for each query: a large town outgrows the plans of small graphs."""
    with closing(Graph(address, catalogue.load(ROOT / "cypher"), seconds=60)) as planning:
        yield planning
