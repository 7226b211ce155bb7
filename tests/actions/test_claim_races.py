"""Claims at once: a quota holds, nobody has two, and hardly anybody has to try again."""

import pytest

from service.graph.client import Graph
from service.graph.server.embedded import Address
from tests.support.crowd import Call, at_once
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given


def crowd(cypher: Cypher, publisher: str, number: int) -> list[str]:
    """So many friends of a publisher, each with a session `<name>-session`."""
    names = [f"fan{count}" for count in range(number)]
    cypher.rows(
        """
        MATCH (publisher:User {id: $publisher})
        UNWIND $names AS name
        CREATE (fan:User:Active {id: name, handle: name, display_name: name, level: 0})
        CREATE (fan)-[:FRIEND {since: $now}]->(publisher) CREATE (fan)-[:REACHES]->(publisher)
        CREATE (fan)-[:SIGNED_IN]->(:Session {
          token_hash: name + '-session', id: name + '-session', expires_at: $now + duration({days: 1})})
        """,
        publisher=publisher,
        names=names,
        now=NOW,
    )
    return names


@pytest.fixture(autouse=True)
def planned(graph: Graph) -> None:
    """The server plans the query once, before the crowd comes: planning is not what is tested."""
    ((name, parameters),) = claim("nobody", "nothing", 0)
    assert graph.rows(name, **parameters) == []


def claim(name: str, share: str, number: int) -> Call:
    """One press of one person on the button."""
    press = f"{name}-{share}-{number}"
    parameters = {"session": f"{name}-session", "share": share, "now": NOW}
    return [("claims/claim", {**parameters, "claim": press, "code": press, "op": press})]


def test_sixty_four_callers_take_exactly_the_hundred_copies_there_are(
    given: Given, cypher: Cypher, address: Address
) -> None:
    given("(bob)")
    share = given.share("bob", "kettle", quota=100)
    calls = [claim(name, share, 0) for name in crowd(cypher, "bob", 192)]
    outcomes = at_once(address, calls, processes=4, threads=16)
    taken = [outcome.answer["claim"]["id"] for outcome in outcomes if outcome.answer]
    assert len(taken) == len(set(taken)) == 100
    assert [outcome.refused for outcome in outcomes if not outcome.answer] == ["exhausted"] * 92
    assert sorted(o.answer["claim"]["remaining"] for o in outcomes if o.answer) == list(range(100))
    assert cypher.value("MATCH (claim:Claim) RETURN count(claim)") == 100
    assert sum(outcome.deadlocks for outcome in outcomes) <= 5


def test_one_person_pressing_thirty_two_times_has_one_copy(
    given: Given, cypher: Cypher, address: Address
) -> None:
    given("(bob)")
    share = given.share("bob", "kettle", quota=5)
    crowd(cypher, "bob", 1)
    calls = [claim("fan0", share, number) for number in range(32)]
    outcomes = at_once(address, calls, processes=2, threads=16)
    answers = [outcome.answer for outcome in outcomes if outcome.answer]
    assert len({answer["claim"]["id"] for answer in answers}) == 1
    assert sorted(answer["status"] for answer in answers) == [200] * 31 + [201]
    assert {answer["claim"]["remaining"] for answer in answers} == {4}
    assert cypher.value("MATCH (claim:Claim) RETURN count(claim)") == 1


@pytest.mark.unchecked
def test_two_copies_taken_at_once_cannot_pass_the_cap_of_one_person(
    given: Given, cypher: Cypher, address: Address
) -> None:
    given("(bob)")
    shares = [given.share("bob", f"thing{number}") for number in range(6)]
    crowd(cypher, "bob", 1)
    most = cypher.value("MATCH (rule:Rule {name: 'open_claims'}) RETURN rule.value")
    cypher.rows(
        "MATCH (fan:User {id: 'fan0'}) UNWIND range(1, $most - 2) AS number "
        "CREATE (fan)-[:CLAIMED]->(:Claim:Taken {id: 'old' + number, use_by: $now + duration({days: 1})})",
        most=most,
        now=NOW,
    )
    calls = [claim("fan0", share, 0) for share in shares]
    outcomes = at_once(address, calls, processes=2, threads=3)
    refused = [outcome.refused for outcome in outcomes if outcome.refused]
    assert refused == ["claim_limit"] * 4
    assert cypher.value("MATCH (:User {id: 'fan0'})-[:CLAIMED]->(claim) RETURN count(claim)") == most
