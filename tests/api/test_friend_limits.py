"""The limits on friends and open requests."""

import pytest

from tests.api.test_friend_requests import ask, requests
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given
from tests.support.people import PersonMaker


def test_a_hundred_requests_may_wait(given: Given, person: PersonMaker, cypher: Cypher) -> None:
    given("(ada) (bob) (cy)-[:ASKED]->(ada)")
    cypher.rows(
        "MATCH (ada:User {id: 'ada'}) UNWIND range(1, 100) AS n "
        "CREATE (ada)-[:ASKED {id: 'r' + n, at: $at, expires_at: $at + duration('P13D')}]->"
        "(:User:Active {id: 'u' + n})",
        at=NOW,
    )
    refused = ask(person("ada"), "bob")
    assert (refused.get_json()["code"], refused.get_json()["limit"]) == ("request_limit", 100)
    assert ask(person("ada"), "u1").status_code == 201  # waits already
    assert ask(person("ada"), "cy").get_json()["state"] == "accepted"  # accepts, opens none


@pytest.mark.parametrize("full", ["ada", "bob"])
def test_a_thousand_friends_are_the_most_on_either_side(
    given: Given, person: PersonMaker, cypher: Cypher, full: str
) -> None:
    given("(ada)-[:ASKED]->(bob)")
    cypher.rows(
        "MATCH (full:User {id: $full}) UNWIND range(1, 1000) AS n "
        "CREATE (full)-[:FRIEND {since: datetime()}]->(:User:Active {id: 'u' + n})",
        full=full,
    )
    answer = person("bob").post("/v1/friend-requests/ada-asks-bob/accept")
    assert (answer.get_json()["code"], answer.get_json()["limit"]) == ("friend_limit", 1000)
    assert requests(person("bob"), "in") == ["ada"]
