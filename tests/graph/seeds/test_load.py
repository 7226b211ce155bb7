"""Seed folders: what they store, and what they say of it."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.errors import BadSeed
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.settings import ROOT
from tests.support.cypher import Cypher
from tests.support.seeded import TINY, everything, hashed


def test_loading_twice_changes_nothing(graph: Graph, cypher: Cypher) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    once = everything(cypher)
    seeds.load(graph, TINY, fingerprint=hashed)
    assert everything(cypher) == once


def test_a_dry_run_stores_nothing(graph: Graph, cypher: Cypher) -> None:
    before = everything(cypher)
    report = seeds.load(graph, TINY, dry_run=True, fingerprint=hashed)
    assert report.counts["user"] == 15
    assert everything(cypher) == before


def test_tiny_has_every_loader_of_its_own_at_work(graph: Graph) -> None:
    files = {file.stem for folder in ("tiny", "rules") for file in (ROOT / "seeds" / folder).glob("*.csv")}
    assert files == {name.removeprefix("seed/") for name, query in graph.catalogue.items() if query.columns}


def test_a_platforms_own_id_is_stored_as_its_hash(graph: Graph, cypher: Cypher) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    keys = cypher.value("MATCH (account:PlatformAccount {id: 'ada-taobao'}) RETURN account.key")
    assert keys == "taobao:platform-account-of-tb-ada-1"
    assert "'tb-ada-1'" not in repr(everything(cypher))


def test_platforms_own_ids_are_refused_without_a_key_to_hash_them(graph: Graph) -> None:
    with pytest.raises(BadSeed, match=r"platform_account.csv:2:4 column external_id: .*fingerprint"):
        seeds.load(graph, TINY)


def test_labels_say_what_the_instants_say(graph: Graph, cypher: Cypher) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    away = cypher.value("MATCH (u:User) WHERE NOT u:Active RETURN collect(u.id)")
    assert set(away) == {"ian", "kim"}
    assert cypher.value("MATCH (u:NoBridge) RETURN collect(u.id)") == ["eve"]
    silent = cypher.value("MATCH (share:Share) WHERE NOT share:Live RETURN collect(share.id)")
    assert set(silent) == {"ada-lamp", "bob-kettle", "eve-lamp", "gus-kettle", "kim-noodles"}
    past = cypher.value("MATCH (claim:Claim) WHERE NOT claim:Taken RETURN collect(claim.id)")
    assert past == ["eve-ada-kettle"]


def test_a_stored_share_follows_its_coupon(graph: Graph, cypher: Cypher, tmp_path: Path) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    before, after = "2030-01-15T02:00:00Z,2030-01-29T02:00:00Z,", "2030-01-16T02:00:00Z,2030-01-29T02:00:00Z,"
    for name, revoked in (("coupon", "2029-12-31T00:00:00Z"), ("share", "")):
        header, row, *_ = (TINY / f"{name}.csv").read_text("utf-8").splitlines()
        row = row.replace(before, f"{after}{revoked}")
        (tmp_path / f"{name}.csv").write_text(f"{header}\n{row}\n", "utf-8")
        seeds.load(graph, tmp_path)
        share = cypher.value("MATCH (share:Share {id: 'ada-kettle'}) RETURN share {.*, live: share:Live}")
        assert share["live"] is False
        assert share["withdrawn_at"] == datetime(2029, 12, 31, tzinfo=UTC)
        assert share["expires_at"] == datetime(2030, 1, 16, 2, tzinfo=UTC)


def test_a_changed_row_changes_its_labels(graph: Graph, cypher: Cypher, tmp_path: Path) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    line = "eve,eve,夏娃,zh,2029-01-20T08:00:00Z,counted,true,Creator,2029-12-01T00:00:00Z,"
    header = (TINY / "user.csv").read_text("utf-8").splitlines()[0]
    (tmp_path / "user.csv").write_text(f"{header}\n{line}\n", "utf-8")
    seeds.load(graph, tmp_path)
    assert set(cypher.value("MATCH (u:User {id: 'eve'}) RETURN labels(u)")) == {"User", "Creator"}


def test_friends_reach_those_who_have_something_to_show(graph: Graph, cypher: Cypher) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    missing_or_spare = cypher.rows(
        "MATCH (a:User)-[:FRIEND]-(b:User) "
        "WITH a, b, EXISTS { (b)-[:PUBLISHED]->(s:Share) "
        "  WHERE s.published_at IS NOT NULL AND s.withdrawn_at IS NULL } AS shows "
        "WHERE shows <> EXISTS { (a)-[:REACHES]->(b) } RETURN a.id, b.id"
    )
    assert missing_or_spare == []
    assert cypher.value("MATCH (a)-[r:REACHES]->(b) WHERE NOT (a)-[:FRIEND]-(b) RETURN count(r)") == 0


def test_a_folder_may_refer_to_what_is_stored(graph: Graph, cypher: Cypher, tmp_path: Path) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    (tmp_path / "user-FRIEND-user.csv").write_text("user,friend,since\nada,dee,2029-12-31T00:00:00Z\n")
    seeds.load(graph, tmp_path)
    assert cypher.value("RETURN EXISTS { (:User {id: 'ada'})-[:REACHES]->(:User {id: 'dee'}) }")


def test_people_have_no_more_friends_than_the_rule_says(graph: Graph, cypher: Cypher, tmp_path: Path) -> None:
    most = cypher.value("MATCH (rule:Rule {name: 'friends'}) RETURN rule.value")
    header = (TINY / "user.csv").read_text("utf-8").splitlines()[0]
    people = [f"p{n},p{n},P,en,2029-01-01T00:00:00Z,counted,true,,," for n in range(most + 2)]
    (tmp_path / "user.csv").write_text("\n".join([header, *people]))
    ties = [f"p0,p{n},2029-01-01T00:00:00Z" for n in range(1, most + 2)]
    (tmp_path / "user-FRIEND-user.csv").write_text("\n".join(["user,friend,since", *ties]))
    with pytest.raises(BadSeed, match=f"column user: p0 has {most + 1} friends, more than {most}"):
        seeds.load(graph, tmp_path)
    (tmp_path / "user-FRIEND-user.csv").write_text("\n".join(["user,friend,since", *ties[:-1]]))
    assert seeds.load(graph, tmp_path, dry_run=True).counts["user-FRIEND-user"] == most


def test_the_stored_claims_count_towards_the_quota(graph: Graph, tmp_path: Path) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    header, *rows = (TINY / "claim.csv").read_text("utf-8").splitlines()
    (mug,) = [row for row in rows if row.startswith("bob-cy-mug")]
    second = mug.replace("bob-cy-mug,bob", "gus-cy-mug,gus").replace("BOB-MUG", "GUS-2")
    (tmp_path / "claim.csv").write_text(f"{header}\n{second}\n")
    with pytest.raises(BadSeed, match="cy-mug-coupon has 2 live claims, more than its quota 1"):
        seeds.load(graph, tmp_path)


def test_a_folder_with_an_anchor_is_moved_by_whole_days_once(
    graph: Graph, cypher: Cypher, tmp_path: Path
) -> None:
    created = "MATCH (user:User {id: 'ada'}) RETURN toString(user.created_at)"
    shutil.copy(TINY / "user.csv", tmp_path)
    (tmp_path / "seed.json").write_text('{"name": "moving", "anchor": "2030-01-01T00:00:00Z"}')
    assert seeds.load(graph, tmp_path, today=date(2030, 1, 11)).shift_days == 10
    assert cypher.value(created) == "2028-12-11T08:00:00Z"
    once = everything(cypher)
    assert seeds.load(graph, tmp_path, today=date(2030, 5, 1)).shift_days == 10
    assert seeds.load(graph, tmp_path).shift_days == 10
    assert everything(cypher) == once
