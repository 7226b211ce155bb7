"""Random towns with wishes, and the domain's answer to whom a wish asks.

Written from domain.md, not from the queries.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

from service.actions import wishes
from tests.queries.oracles.worlds import INSTANT, Offer, World, build, worlds
from tests.support.cypher import Cypher
from tests.support.given import NOW

# Category and price by product.
THINGS = {"kettle": ("kitchen", 200), "mug": ("kitchen", 40), "lamp": ("furniture", 300)}
# Products by the words of a wish that name them.
WORDS = {"a quiet kettle": {"kettle"}, "kettles or lamps": {"kettle", "lamp"}, "anything": set[str]()}
LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Wish:
    """A wish of a person of a world."""

    id: str
    asker: str
    words: str
    category: str | None
    most: int | None
    lot: int
    state: str

    def fits(self, thing: str) -> bool:
        """Whether its words or its category match `thing`, and its price limit allows it."""
        category, price = THINGS[thing]
        means = thing in WORDS[self.words] or category == self.category
        return means and (self.most is None or price <= self.most)


@dataclass(frozen=True)
class Town:
    """A world, with the products of its offers and the wishes of its people."""

    world: World
    things: dict[str, str]
    refunded: frozenset[str]
    unpublished: frozenset[str]
    wishes: list[Wish]
    refuses: frozenset[tuple[str, str]]
    mutes: frozenset[tuple[str, str]]
    declined: frozenset[tuple[str, str]]
    owners: int

    def near(self, one: str, other: str) -> bool:
        """Whether two active people are friends or have a bridge, without a block between them."""
        me, them = self.world.people[one], self.world.people[other]
        return (
            one != other
            and me.active
            and them.active
            and not {(one, other), (other, one)} & self.world.blocks
            and (self.world.befriended(one, other) or bool(self.world.bridges(me, them)))
        )

    def able(self, offer: Offer) -> bool:
        """Whether its coupon still has a copy to give."""
        good = offer.id not in self.refunded and not offer.revoked and offer.claim_by > NOW
        return good and (
            offer.id in self.unpublished
            or (offer.state not in {"held", "removed"} and offer.taken < offer.quota)
        )

    def fitting(self, owner: str, wish: Wish) -> list[Offer]:
        """The offers with which `owner` can answer `wish`."""
        mine = [offer for offer in self.world.offers if offer.publisher == owner and self.able(offer)]
        return [offer for offer in mine if wish.fits(self.things[offer.id])]

    def asks(self, wish: Wish) -> list[str]:
        """The people whom a wish asks, in order."""
        silent = {(wish.asker, owner) for owner in self.world.people} & (self.refuses | self.mutes)
        silent |= {(other, one) for one, other in self.mutes if other == wish.asker}
        able = [
            owner
            for owner in self.world.people
            if self.near(owner, wish.asker)
            and (wish.asker, owner) not in silent
            and self.fitting(owner, wish)
        ]
        return sorted(able, key=lambda owner: self._place(owner, wish))[: self.owners]

    def _place(self, owner: str, wish: Wish) -> tuple[bool, int, str]:
        number = 0
        for letter in owner:
            number = (number * wish.lot + LETTERS.index(letter)) % 1_000_003
        named = any(self.things[offer.id] in WORDS[wish.words] for offer in self.fitting(owner, wish))
        return not named, number, owner

    def asking(self, viewer: str) -> dict[str, list[str]]:
        """The open wishes that ask `viewer`, with the coupons that can answer each."""
        return {
            wish.id: sorted(f"{offer.id}-coupon" for offer in self.fitting(viewer, wish))
            for wish in self.wishes
            if wish.state == "open" and viewer in self.asks(wish) and (viewer, wish.id) not in self.declined
        }


@st.composite
def towns(draw: st.DrawFn) -> Town:
    world = draw(worlds())
    names, offers = sorted(world.people), [offer.id for offer in world.offers]
    pairs = st.sampled_from([(one, other) for one in names for other in names if one != other])
    wished = [draw(_wish(f"w{number}", names)) for number in range(draw(st.integers(1, 3)))]
    answers = st.tuples(st.sampled_from(names), st.sampled_from([wish.id for wish in wished]))
    return Town(
        world=world,
        things={offer: draw(st.sampled_from(sorted(THINGS))) for offer in offers},
        refunded=frozenset(draw(st.sets(st.sampled_from(offers), max_size=1))),
        unpublished=frozenset(draw(st.sets(st.sampled_from(offers), max_size=2))),
        wishes=wished,
        refuses=frozenset(draw(st.sets(pairs, max_size=1))),
        mutes=frozenset(draw(st.sets(pairs, max_size=1))),
        declined=frozenset(draw(st.sets(answers, max_size=1))),
        owners=draw(st.sampled_from([1, 2, 20])),
    )


@st.composite
def _wish(draw: st.DrawFn, name: str, names: list[str]) -> Wish:
    words = draw(st.sampled_from(sorted(WORDS)))
    return Wish(
        id=name,
        asker=draw(st.sampled_from(names)),
        words=words,
        category=draw(st.sampled_from([None, "kitchen", "furniture"] if WORDS[words] else ["kitchen"])),
        most=draw(st.sampled_from([None, None, 200, 199])),
        lot=draw(st.integers(1, 1_000_002)),
        state=draw(st.sampled_from(["open", "open", "open", "closed", "expired"])),
    )


def store(cypher: Cypher, town: Town) -> None:
    """Store `town` in place of the last one."""
    flags = {"refunded": town.refunded, "unpublished": town.unpublished}
    build(cypher, town.world)
    cypher.rows(
        """
        UNWIND $things AS thing
        MATCH (category:Category {id: thing.category})
        MERGE (product:World:Product {id: thing.name})
          SET product += {key: 'w:' + thing.name, name: thing.name, price_fen: thing.price}
        MERGE (product)-[:IN]->(category)
        WITH product MATCH (shop:Shop {id: 'w-shop'}) MERGE (product)-[:SOLD_BY]->(shop)
        """,
        things=[{"name": name, "category": of, "price": price} for name, (of, price) in THINGS.items()],
    )
    cypher.rows(
        """
        UNWIND $offers AS row
        MATCH (purchase:Purchase {id: row.id + '-order'})-[of:OF]->()
        MATCH (product:Product {id: row.thing})
        DELETE of CREATE (purchase)-[:OF]->(product)
        SET purchase.refunded_at = CASE WHEN row.refunded THEN $now END
        WITH row WHERE row.unpublished
        MATCH (coupon:Coupon {id: row.id + '-coupon'})<-[:OFFERS]-(share)
        SET coupon.quota = null
        WITH share OPTIONAL MATCH (share)<-[:FROM]-(claim)
        DETACH DELETE share, claim
        """,
        offers=[
            {"id": offer, "thing": thing} | {name: offer in some for name, some in flags.items()}
            for offer, thing in town.things.items()
        ],
        now=NOW,
    )
    _wish_in(cypher, town)


def _wish_in(cypher: Cypher, town: Town) -> None:
    cypher.rows(
        """
        UNWIND $wishes AS row
        MATCH (asker:User {id: row.asker})
        CREATE (asker)-[:WISHED]->(wish:World:Wish {id: row.id, text: row.words, pattern: row.pattern,
          lot: row.lot, max_price_fen: row.most, currency: 'CNY', created_at: $now - duration('P1D'),
          expires_at: CASE row.state WHEN 'expired' THEN $now ELSE $now + $instant END,
          closed_at: CASE row.state WHEN 'closed' THEN $now END})
        WITH row, wish MATCH (category:Category {id: row.category}) CREATE (wish)-[:WANTS]->(category)
        """,
        wishes=[vars(wish) | {"pattern": wishes.pattern(wish.words)} for wish in town.wishes],
        now=NOW,
        instant=INSTANT,
    )
    for kind, pairs in (("REFUSES_FROM", town.refuses), ("MUTES", town.mutes), ("DECLINED", town.declined)):
        cypher.rows(
            "UNWIND $pairs AS pair MATCH (one:User {id: pair[0]}) MATCH (other:World {id: pair[1]}) "
            f"CREATE (one)-[:{kind} {{since: $now, at: $now}}]->(other)",
            pairs=[list(pair) for pair in sorted(pairs)],
            now=NOW,
        )
    cypher.rows("MATCH (rule:Rule {name: 'wish_owners'}) SET rule.value = $most", most=town.owners)
