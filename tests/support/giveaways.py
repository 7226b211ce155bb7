"""Somebody who runs giveaways in tests, over HTTP."""

from datetime import datetime, timedelta
from typing import Any

from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.giveaways import steps
from service.graph.client import Graph
from tests.support.clock import Clock
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW, Given
from tests.support.people import Answer, Person, PersonMaker

OPENS, CLOSES, REVEAL_BY = NOW + timedelta(hours=1), NOW + 7 * DAY, NOW + 10 * DAY
BEACON = {"mode": "beacon", "beacon_source": "drand quicknet", "beacon_round": "31415926"}
REASON = {"reason": "because of the test"}


class Host:
    """`host` (level 3) proposes giveaways, `amy` reviews them, and the worker works when it is told to."""

    def __init__(
        self, given: Given, person: PersonMaker, graph: Graph, cypher: Cypher, clock: Clock, keys: Keys
    ) -> None:
        given("(host) (amy:Admin)")
        self._given, self._person = given, person
        self.graph, self.cypher, self.clock, self.keys = graph, cypher, clock, keys
        self.level("host", 3)
        self.host, self.amy = person("host"), person("amy")

    def level(self, user: str, rank: int) -> None:
        """The level that the ledger would have given somebody."""
        self.cypher.rows("MATCH (user:User {id: $user}) SET user.level = $rank", user=user, rank=rank)

    def people(self, **levels: int) -> dict[str, Person]:
        """People of these levels, signed in."""
        for name, rank in levels.items():
            self._given.user(name)
            self.level(name, rank)
        return {name: self._person(name) for name in levels}

    def sign_in(self, user: str) -> Person:
        """Somebody whom the test has drawn."""
        return self._person(user)

    def connect(self, *users: str, by: str) -> None:
        """These people use one device, payment or address."""
        self.cypher.rows(
            "MERGE (identifier:Identifier {key: $by}) WITH identifier "
            "MATCH (user:User) WHERE user.id IN $users MERGE (user)-[:USES {since: $now}]->(identifier)",
            by=by,
            users=list(users),
            now=NOW,
        )

    def propose(self, who: Person | None = None, *, key: str | None = None, **changes: Any) -> Answer:
        """A proposal of two prizes of 200 yuan, open for a week from in an hour."""
        proposal = {
            "title": "Two kettles",
            "prize": "A kettle like the one everybody shares",
            "value_fen": 20_000,
            "quantity": 2,
            "sponsor": "Kettle shop",
            "opens_at": OPENS.isoformat(),
            "closes_at": CLOSES.isoformat(),
            "reveal_by": REVEAL_BY.isoformat(),
            **({"beacon_at": (CLOSES + DAY).isoformat()} if changes.get("mode") == "beacon" else {}),
            **changes,
        }
        return (who or self.host).post("/v1/giveaways", proposal, Idempotency_Key=key or new_id())

    def act(self, giveaway: str, what: str, **columns: Any) -> Answer:
        """Something that amy does."""
        return self.amy.post(f"/v1/admin/giveaways/{giveaway}/{what}", {**REASON, **columns})

    def opened(self, **changes: Any) -> str:
        """The id of an open giveaway; it is now an hour after the start."""
        giveaway = str(self.propose(**changes).json["id"])
        assert self.act(giveaway, "review", approve=True).status_code == 204
        self.clock.at = max(self.clock.at, OPENS)
        return giveaway

    def enter(self, giveaway: str, *people: Person) -> None:
        """All of them enter."""
        for each in people:
            answer = each.put(f"/v1/giveaways/{giveaway}/entry")
            assert answer.status_code == 200, answer.text

    def work(self, at: datetime | None = None) -> int:
        """What the worker finds to do `at` that instant."""
        self.clock.at = at or self.clock.at
        return steps.advance(self.graph, self.keys, self.clock.at)

    def read(self, giveaway: str) -> dict[str, Any]:
        """The giveaway as the host sees it."""
        body: dict[str, Any] = self.host.get(f"/v1/giveaways/{giveaway}").json
        return body

    def verified(self, giveaway: str) -> dict[str, Any]:
        """The published draw."""
        answer = self.host.get(f"/v1/giveaways/{giveaway}/verify")
        assert answer.status_code == 200, answer.text
        body: dict[str, Any] = answer.json
        return body


def weights(draw: dict[str, Any]) -> list[int]:
    """The weights of a published draw, in order."""
    return sorted(entry["weight"] for entry in draw["entries"])
