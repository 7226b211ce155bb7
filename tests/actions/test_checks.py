"""Each check finds the fault that a test makes, and nothing where there is none."""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from service.actions import checks, levels
from service.cli.check import check
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.settings import ROOT
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.invariants import broken
from tests.support.seeded import TINY, hashed

ACCOUNT = """
MATCH (bob:User {id: 'bob'}), (jd:Platform {id: 'jd'})
CREATE (bob)-[:SIGNED_IN]->(:Session {id: 's', token_hash: 'th', created_at: $now})
CREATE (bob)-[:SIGNS_IN_WITH]->(:Credential {user_id: 'bob', sealed: $sealed, algorithm: 'argon2id'})
CREATE (bob)-[:LINKS_WITH]->(:LinkCode {code_hash: 'ch', issued_at: $now})-[:ON]->(jd)
CREATE (bob)-[:TOLD]->(:Notification {key: 'bob:thanks', kind: 'thanks'})
"""
GIVEAWAY = """
MATCH (dee:User {id: 'dee'}), (ada:User {id: 'ada'}), (cy:User {id: 'cy'})
CREATE (dee)-[:PROPOSED]->(mugs:Giveaway {id: 'mugs', quantity: 1, odds: [1, 2],
  opens_at: $now - duration('P9D'), closes_at: $now - duration('P3D'),
  closed_at: $now - duration('P3D'), reveal_by: $now + duration('P1D')})
CREATE (mugs)-[:RUNS_UNDER]->(:Rules {hash: 'h', text: '{}', since: $now - duration('P9D')})
CREATE (mugs)-[:DREW]->(:Draw {giveaway_id: 'mugs', secret: 'told', drawn_at: $now - duration('P1D')})
CREATE (ada)-[:ENTERED]->(:Entry {key: 'mugs:ada', weight: 1, place: 1, won_at: $now})-[:IN]->(mugs)
CREATE (cy)-[:ENTERED]->(:Entry {key: 'mugs:cy', weight: 1, place: 2})-[:IN]->(mugs)
"""


THREAD = """
MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}), (kettle:Share {id: 'bob-kettle'})
CREATE (ada)-[:TALKS_IN {asks: true}]->(talk:Thread {id: 'talk', key: 'bob-kettle:ada', opened_at: $now,
  newest_at: $now, accepted_at: $now, requested: false})<-[:TALKS_IN {asks: false}]-(bob)
CREATE (talk)-[:ABOUT]->(kettle)
CREATE (ada)-[:WROTE]->(:Message {id: 'words', text: 'Is it loud?', at: $now})-[:IN]->(talk)
CREATE (ada)-[:POSED]->(:Question {id: 'loud', text: 'Is it loud?', at: $now})-[:ABOUT]->(kettle)
CREATE (ada)-[:FILED]->(:Report {id: 'bad', kind: 'share', category: 'spam', at: $now})-[:ABOUT]->(kettle)
"""


class Fault(NamedTuple):
    """What `change`, a Cypher statement, breaks: the name of the check and the examples it gives."""

    check: str
    examples: list[str]
    change: str


def faults() -> Iterator[Fault]:
    """The faults of check_faults.cypher, each below a line `// check: examples`."""
    text = (ROOT / "tests" / "actions" / "check_faults.cypher").read_text("utf-8")
    for told in re.finditer(r"^// ([a-z_/]+): (.*)\n((?:[^/\n].*\n)+)", text, re.M):
        yield Fault(told[1], told[2].split(", "), told[3])


FAULTS = list(faults())


@pytest.fixture
def town(given: Given, cypher: Cypher) -> None:
    """Nine people with one of everything that a check looks at."""
    given(
        "(ada)-[:FRIEND]->(bob)-[:FRIEND]->(cy) (dee)-[:BLOCKS]->(eve) (ned:NoBridge) (max:Suspended)",
        shares={"bob": "kettle"},
    )
    given.claim("ada", "bob-kettle")
    given.redeemed("cy", "bob-kettle", "kettle")
    given.purchase("ada", "kettle")
    given.coupon("ada", "lamp")
    given.wish("eve", "lamp")
    given.xp("bob", "pub:bob-kettle-coupon", "publish", 10, share="bob-kettle")
    given.xp("bob", "buy:cy-kettle-order", "friend_purchase", 30, purchase="cy-kettle-order")
    given.searched("bob", "tent")
    cypher.rows(ACCOUNT, now=NOW, sealed=b"\x00\x01\x02")
    cypher.rows(GIVEAWAY, now=NOW)
    cypher.rows(THREAD, now=NOW)


def test_every_check_has_a_fault_to_find(graph: Graph) -> None:
    assert {fault.check for fault in FAULTS} | {checks.LEVELS} == set(checks.names(graph))


@pytest.mark.unchecked
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.change[:60]}")
def test_a_check_finds_the_fault_and_no_other_does(town: None, cypher: Cypher, fault: Fault) -> None:
    cypher.rows(fault.change, now=NOW)
    notes = fault.check.startswith("notes/")
    assert broken(cypher, NOW, notes=notes) == {fault.check: fault.examples}


def test_a_town_without_faults_passes_every_check(town: None, cypher: Cypher) -> None:
    assert broken(cypher, NOW, notes=True) == {}


def test_the_tiny_graph_passes_every_check(graph: Graph, cypher: Cypher) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    assert broken(cypher, NOW, notes=True) == {}


def test_a_share_whose_time_is_over_may_have_lost_its_label(
    town: None, graph: Graph, cypher: Cypher, clock: Clock
) -> None:
    clock.forward(days=31)
    graph.run("jobs/expire_shares", now=clock())
    assert cypher.value("MATCH (share:Share) RETURN share:Live") is False
    assert broken(cypher, clock()) == {}


@pytest.mark.unchecked
def test_many_offenders_are_counted_and_five_are_named(town: None, graph: Graph, cypher: Cypher) -> None:
    cypher.rows("UNWIND range(1, 12) AS n CREATE (:Claim:Taken {id: 'c' + n, key: 'c' + n})")
    (found,) = checks.run(graph, ["claims_are_whole"], now=NOW)
    assert (found.offenders, found.examples) == (12, ["c1", "c10", "c11", "c12", "c2"])
    assert found.fails


@pytest.mark.parametrize("wrong", ["xp = 999", "level = 3"])
def test_a_stored_level_that_the_ledger_does_not_bear_out_is_found(
    town: None, graph: Graph, cypher: Cypher, wrong: str
) -> None:
    levels.refresh(graph, "bob", now=NOW)
    assert ill_derived(graph) == []
    cypher.rows(f"MATCH (bob:User {{id: 'bob'}}) SET bob.{wrong}")
    assert ill_derived(graph) == ["bob"]


@pytest.mark.parametrize("user", ["bob", "cy"])
def test_a_level_is_not_judged_while_lines_that_it_rests_on_wait(
    town: None, graph: Graph, cypher: Cypher, user: str
) -> None:
    levels.refresh(graph, user, now=NOW)
    cypher.rows(
        "MATCH (event:XpEvent {kind: 'friend_purchase'}), (user:User {id: $user}) "
        "SET event:Unsettled, event.voided_at = $now, event.void_reason = 'fraud', user.xp = 999",
        user=user,
        now=NOW,
    )
    assert ill_derived(graph) == []


def ill_derived(graph: Graph) -> list[str]:
    """Whose stored level is wrong."""
    (found,) = checks.run(graph, [checks.LEVELS], now=NOW)
    return found.examples


@pytest.fixture
def circle_check(environment: dict[str, str], town: None) -> Callable[..., Result]:
    """`circle_check("live_label")` runs `circle check live_label` on the town."""
    return lambda *words: CliRunner().invoke(check, words, env=environment)


def test_the_command_leaves_with_0_when_all_is_well(circle_check: Callable[..., Result]) -> None:
    result = circle_check()
    assert result.exit_code == 0, result.output
    assert "no_self_edges" in result.output


@pytest.mark.unchecked
def test_the_command_leaves_with_1_and_names_the_offenders(
    circle_check: Callable[..., Result], cypher: Cypher
) -> None:
    cypher.rows("MATCH (ada:User {id: 'ada'}) SET ada.suspended_at = $now", now=NOW)
    result = circle_check("active_label", "no_bridge_label")
    assert result.exit_code == 1
    assert "active_label" in result.output
    told = json.loads(circle_check("--json", "active_label").stdout)
    assert told == [
        {
            "name": "active_label",
            "title": "A person is `:Active` exactly while neither deactivated nor suspended.",
            "severity": "error",
            "offenders": 1,
            "examples": ["ada"],
        }
    ]


def test_a_note_is_no_error(circle_check: Callable[..., Result], cypher: Cypher) -> None:
    cypher.rows(
        "MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}) CREATE (bob)-[:REACHES]->(ada)", now=NOW
    )
    result = circle_check("notes/reaches_to_spare")
    assert result.exit_code == 0
    assert "bob -> ada" in result.output


def test_the_command_knows_its_checks(circle_check: Callable[..., Result]) -> None:
    result = circle_check("nonsense")
    assert result.exit_code == 2
    assert "No check is called nonsense. The checks are: accounts_are_whole" in result.output
