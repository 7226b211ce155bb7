"""The suggestions of the domain in a random world, written from domain.md, not from the queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.queries.oracles.worlds import Account, Offer, World, build
from tests.support.cypher import Cypher
from tests.support.given import NOW

CATEGORIES = ("kitchen", "tea", "baby", "books")
COOL_DOWN = timedelta(days=30)
SEARCH_WEIGHT = 2
Pair = tuple[str, str]


@dataclass(frozen=True)
class Request:
    """A friend request of a world."""

    sender: str
    receiver: str
    expires_at: datetime
    declined_at: datetime | None


@dataclass(frozen=True)
class Town:
    """A world, with the other facts that decide about suggestions.

    `searched` is the number of everybody's searches without a result by category; `group` is the smallest
    group of sharers that a suggestion may count.
    """

    world: World
    hidden: frozenset[str]
    dismissed: frozenset[Pair]
    muted: frozenset[Pair]
    requests: list[Request]
    searched: dict[str, int]
    category: dict[str, str]
    group: int

    def suggested(self, viewer: str) -> list[tuple[str, int, int, int]]:
        """The suggestions to `viewer`, in order: (id, new categories, coupons in them, mutual friends)."""
        opened = {person: self.opens(viewer, person) for person in self.people_for(viewer)}
        waiting = {person: {self.category[offer.id] for offer in offers} for person, offers in opened.items()}

        def rank(person: str, had: set[str]) -> tuple[int, int, str]:
            gain = sum(self.weight(category) for category in waiting[person] - had)
            return (-gain, -len(self.world.bridges(*self._pair(viewer, person))), person)

        order: list[str] = []
        had: set[str] = set()
        while left := [person for person in waiting if person not in order]:
            best = min(left, key=lambda person: rank(person, had))
            if not waiting[best] - had:
                order += sorted(left, key=lambda person: rank(person, set()))
            else:
                order.append(best)
                had |= waiting[best]
        return [
            (
                person,
                len(waiting[person]),
                len(opened[person]) // self.group * self.group,
                len(self.world.bridges(*self._pair(viewer, person))),
            )
            for person in order
        ]

    def people_for(self, viewer: str) -> list[str]:
        """The people who can be suggested to `viewer`."""
        people, friends = self.world.people, self.world.befriended
        return [
            person.id
            for person in people.values()
            if people[viewer].active
            and person.active
            and person.id not in {viewer, *self.hidden}
            and self.world.bridges(*self._pair(viewer, person.id))
            and not friends(viewer, person.id)
            and not self._parted(viewer, person.id)
            and (viewer, person.id) not in self.dismissed | self.muted
            and not any(self._stands(viewer, person.id, request) for request in self.requests)
        ]

    def opens(self, viewer: str, person: str) -> list[Offer]:
        """The offers in categories that `viewer` lacks, which a friendship with `person` would show."""
        lacking = self.lacking(viewer)
        offers = [
            offer
            for offer in self.world.offers
            if self.world.people[person].bridges
            and offer.publisher != viewer
            and self.world.people[offer.publisher].active
            and self.world.befriended(person, offer.publisher)
            and not self._parted(viewer, offer.publisher)
            and (viewer, offer.publisher) not in self.muted
            and offer.audience in {"circle", "public"}
            and offer.state == "live"
            and offer.published_at <= NOW < offer.claim_by
            and not offer.revoked
            and offer.taken < offer.quota
            and self.category[offer.id] in lacking
        ]
        return offers if len({offer.publisher for offer in offers}) >= self.group else []

    def lacking(self, viewer: str) -> set[str]:
        """The categories that `viewer` does not mute, and in which they see nothing to claim."""
        seen = {
            self.category[offer.id]
            for offer in self.world.offers
            if self.world.way(viewer, offer) not in {None, "self"} and offer.taken < offer.quota
        }
        return {name for name in CATEGORIES if name not in seen and (viewer, name) not in self.muted}

    def weight(self, category: str) -> int:
        """The weight of a category that a person lacks: more for each search without a result."""
        return 1 + SEARCH_WEIGHT * self.searched[category]

    def _pair(self, viewer: str, person: str) -> tuple[Account, Account]:
        return self.world.people[viewer], self.world.people[person]

    def _parted(self, one: str, other: str) -> bool:
        return bool({(one, other), (other, one)} & self.world.blocks)

    def _stands(self, viewer: str, person: str, request: Request) -> bool:
        """Whether a request excludes `person` from suggestions: it is open, or `viewer` declined it."""
        if {request.sender, request.receiver} != {viewer, person}:
            return False
        declined = request.declined_at is not None and request.declined_at + COOL_DOWN > NOW
        return request.expires_at > NOW or (declined and request.receiver == viewer)


def settle(cypher: Cypher, town: Town) -> None:
    """Store `town` in place of the last one."""
    build(cypher, town.world)
    cypher.rows(
        """
        MATCH (group:Rule {name: 'least_group'}) SET group.value = $group WITH DISTINCT 1 AS one
        MATCH (user:World:User) SET user.discoverable = NOT user.id IN $hidden
        """,
        group=town.group,
        hidden=sorted(town.hidden),
    )
    cypher.rows(
        """
        UNWIND keys($category) AS id
        MATCH (:Share {id: id})-[:OFFERS]->()<-[:EARNED]-(order)-[of:OF]->()-[:SOLD_BY]->(shop)
        MATCH (category:Category {id: $category[id]})
        MERGE (product:World:Product {id: 'w-' + category.id, key: 'w:' + category.id, name: category.id})
        MERGE (product)-[:IN]->(category) MERGE (product)-[:SOLD_BY]->(shop)
        DELETE of CREATE (order)-[:OF]->(product)
        """,
        category=town.category,
    )
    cypher.rows(
        """
        UNWIND keys($searched) AS id
        MATCH (category:Category {id: id}), (user:World:User)
        UNWIND range(1, $searched[id]) AS number
        CREATE (user)-[:SEARCHED]->(search:World:Search {key: user.id + ':' + id + number, at: $now})
        CREATE (search)-[:ABOUT]->(category)
        """,
        searched=town.searched,
        now=NOW,
    )
    for kind, pairs in (("DISMISSED", town.dismissed), ("MUTES", town.muted)):
        cypher.rows(
            "UNWIND $pairs AS pair MATCH (one:User {id: pair[0]}) "
            "MATCH (other:User|Category {id: pair[1]}) "
            f"CREATE (one)-[:{kind} {{since: $now}}]->(other)",
            pairs=[list(pair) for pair in sorted(pairs)],
            now=NOW,
        )
    cypher.rows(
        "UNWIND $requests AS row MATCH (one:User {id: row.sender}), (other:User {id: row.receiver}) "
        "CREATE (one)-[:ASKED {id: row.sender + row.receiver, at: $now, "
        "expires_at: row.expires_at, declined_at: row.declined_at}]->(other)",
        requests=[vars(request) for request in town.requests],
        now=NOW,
    )
