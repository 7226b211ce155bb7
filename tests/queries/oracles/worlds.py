"""Random small worlds, with the domain's answer to who may see which share, and by which way.

Written from domain.md section 2, not from the queries.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from tests.support.cypher import Cypher
from tests.support.given import NOW

INSTANT = timedelta(microseconds=1)
DAYS = timedelta(days=9)
FRIENDLY = 0.35
AUDIENCES = ("friends", "friends", "circle", "circle", "public", "public", "direct")
STATES = (*["live"] * 20, "withdrawn", "held", "removed", "draft")
SMALL = 3  # the smallest group in some tests, because such small worlds have no groups of five

T = TypeVar("T")


@dataclass(frozen=True)
class Account:
    """A person of a world."""

    id: str
    active: bool
    bridges: bool
    creator: bool

    @property
    def named(self) -> bool:
        """Whether others read their name as a bridge; the rest of the bridges are counted."""
        return self.bridges and not self.creator


@dataclass(frozen=True)
class Offer:
    """A share of a world, with its coupon."""

    id: str
    publisher: str
    audience: str
    state: str
    published_at: datetime
    claim_by: datetime
    revoked: bool
    quota: int
    sent_to: frozenset[str]
    claimed_by: frozenset[str]
    returned_by: frozenset[str]

    @property
    def taken(self) -> int:
        """The number of live claims."""
        return len(self.claimed_by - self.returned_by)


@dataclass(frozen=True)
class World:
    """People, the ties and blocks between them, and their shares."""

    people: dict[str, Account]
    friends: frozenset[frozenset[str]]
    blocks: frozenset[tuple[str, str]]
    follows: frozenset[tuple[str, str]]
    offers: list[Offer] = field(default_factory=list)

    def befriended(self, one: str, other: str) -> bool:
        """Whether two are friends."""
        return frozenset({one, other}) in self.friends

    def ways(self, viewer: str) -> dict[str, str]:
        """Every share that `viewer` sees, with its nearest way."""
        return {offer.id: way for offer in self.offers if (way := self.way(viewer, offer))}

    def way(self, viewer: str, offer: Offer) -> str | None:
        """The nearest way by which `viewer` sees `offer`: self, friend, circle, follow, direct."""
        me, publisher = self.people[viewer], self.people[offer.publisher]
        shown = offer.state == "live" and offer.published_at <= NOW and not offer.revoked
        if not (me.active and publisher.active and shown and offer.claim_by > NOW):
            return None
        if {(viewer, publisher.id), (publisher.id, viewer)} & self.blocks:
            return None
        return next((way for way, open_ in self._ways(me, publisher, offer) if open_), None)

    def _ways(self, me: Account, publisher: Account, offer: Offer) -> list[tuple[str, bool]]:
        return [
            ("self", me.id == publisher.id),
            (
                "friend",
                offer.audience in {"friends", "circle", "public"} and self.befriended(me.id, publisher.id),
            ),
            (
                "circle",
                offer.audience in {"circle", "public"} and bool(self.bridges(me, publisher)),
            ),
            (
                "follow",
                offer.audience == "public" and publisher.creator and (me.id, publisher.id) in self.follows,
            ),
            ("direct", me.id in offer.sent_to),
        ]

    def bridges(self, me: Account, publisher: Account) -> set[str]:
        """The active common friends who allow bridges."""
        return {
            other.id
            for other in self.people.values()
            if other.active
            and other.bridges
            and self.befriended(me.id, other.id)
            and self.befriended(other.id, publisher.id)
        }


def worlds() -> st.SearchStrategy[World]:
    """Worlds that the service itself could produce: a block has ended friendship and follows.

    Only the sizes shrink; the rest follows from a seed. Worlds drawn choice by choice are too similar: sixty
    of them miss most faults (tests/queries/faults/seeded.py).
    """
    return st.builds(_world, st.integers(4, 6), st.integers(3, 5), st.integers(0, 2**32 - 1))


def _world(people: int, offers: int, seed: int) -> World:
    chance = Random(seed)
    names = [f"p{number}" for number in range(people)]
    pairs = [(one, other) for one in names for other in names if one != other]
    blocks = some(chance, pairs, 2)
    parted = {frozenset(pair) for pair in blocks}
    friends = {frozenset(pair) for pair in pairs if pair[0] < pair[1] and chance.random() < FRIENDLY}
    return World(
        {name: _account(chance, name) for name in names},
        frozenset(friends - parted),
        blocks,
        frozenset(pair for pair in some(chance, pairs, 12) if frozenset(pair) not in parted),
        [_offer(chance, f"s{number}", names) for number in range(offers)],
    )


def _account(chance: Random, name: str) -> Account:
    return Account(
        name,
        active=chance.random() < 0.85,
        bridges=chance.random() < 0.5,
        creator=chance.random() < 0.4,
    )


def _offer(chance: Random, name: str, names: list[str]) -> Offer:
    publisher = chance.choice(names)
    others = [other for other in names if other != publisher]
    claimed = some(chance, others, 3)
    return Offer(
        id=name,
        publisher=publisher,
        audience=chance.choice(AUDIENCES),
        state=chance.choice(STATES),
        published_at=NOW + chance.choice([-3, -2, -1, -1, -1, 0, 0, 0, 1]) * INSTANT,
        claim_by=NOW + chance.choice([*[DAYS] * 5, *[INSTANT] * 4, timedelta(0), -INSTANT]),
        revoked=chance.random() < 0.1,
        quota=chance.randint(1, 3),
        sent_to=some(chance, others, 2),
        claimed_by=claimed,
        returned_by=some(chance, sorted(claimed), 2),
    )


def some(chance: Random, of: Sequence[T], most: int) -> frozenset[T]:
    """At most `most` of these, often fewer."""
    return frozenset(chance.sample(of, min(chance.randint(0, most), len(of))))


def build(cypher: Cypher, world: World) -> None:
    """Store `world` in place of the last one; each person `x` has the session `x-session`."""
    cypher.rows("MATCH (node) WHERE node:World DETACH DELETE node")
    cypher.rows(
        """
        UNWIND $people AS row
        CREATE (user:World:User {id: row.id, handle: row.id, display_name: row.id, locale: 'en',
          created_at: $now, level: 0, xp: 0,
          bridge: CASE WHEN row.named THEN 'named' WHEN row.bridges THEN 'counted' ELSE 'off' END})
        CREATE (user)-[:SIGNED_IN]->(:World:Session {token_hash: row.id + '-session', id: row.id,
          created_at: $now, last_seen_at: $now, expires_at: $now + duration('P1D')})
        FOREACH (_ IN CASE WHEN row.active THEN [1] ELSE [] END | SET user:Active)
        FOREACH (_ IN CASE WHEN row.bridges THEN [] ELSE [1] END | SET user:NoBridge)
        FOREACH (_ IN CASE WHEN row.creator THEN [1] ELSE [] END | SET user:Creator)
        """,
        people=[vars(person) | {"named": person.named} for person in world.people.values()],
        now=NOW,
    )
    for kind, pairs in (
        ("FRIEND", [sorted(pair) for pair in world.friends]),
        ("BLOCKS", [list(pair) for pair in world.blocks]),
        ("FOLLOWS", [list(pair) for pair in world.follows]),
    ):
        cypher.rows(
            "UNWIND $pairs AS pair MATCH (one:User {id: pair[0]}), (other:User {id: pair[1]}) "
            f"CREATE (one)-[:{kind} {{since: $since}}]->(other)",
            pairs=pairs,
            since=NOW - timedelta(days=9),
        )
    _publish(cypher, world)


def _publish(cypher: Cypher, world: World) -> None:
    cypher.rows(
        """
        MERGE (platform:World:Platform {id: 'w-platform', name_zh: 'w', name_en: 'w', open_with: ['code']})
        MERGE (shop:World:Shop {id: 'w-shop', key: 'w:shop', name: 'shop'})
        MERGE (shop)-[:ON]->(platform)
        MERGE (category:World:Category {id: 'w-category', name_zh: 'w', name_en: 'w'})
        MERGE (product:World:Product {id: 'w-product', key: 'w:product', name: 'kettle'})
        MERGE (product)-[:IN]->(category) MERGE (product)-[:SOLD_BY]->(shop)
        WITH shop, product
        UNWIND $offers AS row
        MATCH (publisher:User {id: row.publisher})
        CREATE (publisher)-[:MADE]->(purchase:World:Purchase {id: row.id + '-order', key: 'w:' + row.id,
          completed_at: row.published_at, paid_fen: 9900, currency: 'CNY', evidence: 'webhook'})
        CREATE (purchase)-[:AT]->(shop) CREATE (purchase)-[:OF]->(product)
        CREATE (purchase)-[:EARNED]->(coupon:World:Coupon {id: row.id + '-coupon', key: 'coupon:w:' + row.id,
          quota: row.quota, program_quota: row.quota, kind: 'fixed', value: 500, currency: 'CNY',
          min_spend_fen: 0, use_days: 7, claim_by: row.claim_by,
          use_until: row.claim_by + duration('P30D'), revoked_at: CASE WHEN row.revoked THEN $now END})
        CREATE (coupon)-[:FOR]->(shop)
        CREATE (publisher)-[:PUBLISHED]->(share:World:Share {id: row.id, note: 'note of ' + row.id,
          audience: row.audience, published_at: row.published_at, expires_at: row.claim_by,
          ad_label: true, version: 1})-[:OFFERS]->(coupon)
        FOREACH (_ IN CASE WHEN row.state = 'live' AND NOT row.revoked THEN [1] ELSE [] END |
          SET share:Live)
        FOREACH (_ IN CASE WHEN row.state = 'withdrawn' OR row.revoked THEN [1] ELSE [] END |
          SET share.withdrawn_at = $now)
        FOREACH (_ IN CASE WHEN row.state = 'held' THEN [1] ELSE [] END | SET share.held_at = $now)
        FOREACH (_ IN CASE WHEN row.state = 'removed' THEN [1] ELSE [] END | SET share.removed_at = $now)
        WITH share, coupon, row
        CALL (share, row) {
          MATCH (user:User) WHERE user.id IN row.sent_to
          CREATE (share)-[:SENT_TO {at: $now}]->(user)
        }
        CALL (share, coupon, row) {
          MATCH (user:User) WHERE user.id IN row.claimed_by
          CREATE (user)-[:CLAIMED]->(claim:World:Claim {id: row.id + '-' + user.id,
            key: coupon.id + ':' + user.id, code: row.id + user.id, claimed_at: $now,
            use_by: $now + duration('P7D'),
            returned_at: CASE WHEN user.id IN row.returned_by THEN $now END})-[:FROM]->(share)
          SET claim:$(CASE WHEN user.id IN row.returned_by THEN [] ELSE ['Taken'] END)
        }
        """,
        offers=[
            vars(offer)
            | {name: sorted(getattr(offer, name)) for name in ("sent_to", "claimed_by", "returned_by")}
            for offer in world.offers
        ],
        now=NOW,
    )
    cypher.rows(
        "MATCH (friend:World:User)-[:FRIEND]-(publisher)-[:PUBLISHED]->(share:Share) "
        "WHERE share.withdrawn_at IS NULL MERGE (friend)-[:REACHES]->(publisher)"
    )
