"""Random ledgers: few people, many lines, and instants on and beside every boundary."""

from datetime import datetime, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from tests.queries.oracles.ledger import Bought, Ledgers, Line, Person
from tests.support.cypher import Cypher
from tests.support.given import NOW

INSTANT = timedelta(microseconds=1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
DAYS = (-3, 0, 0, 1, 1, 1, 1, 2, 3, 6, 7, 29, 30, 31, 60, 89, 90, 91, 92, 179, 180, 181)
IN_DAY = (timedelta(0), 3 * HOUR, 16 * HOUR - INSTANT, 16 * HOUR, 16 * HOUR + INSTANT)


class Sale(NamedTuple):
    """A friend's purchase, with its line and the buyer's verdict; `dated` if the line has a maturity."""

    number: int
    pair: tuple[str, str]
    shop: str
    at: datetime
    raw: int
    void: bool
    verdict: str
    friends_for: timedelta | None
    verified_before: timedelta
    dated: bool

    @property
    def id(self) -> str:
        """The id of the purchase."""
        return f"o{self.number}"

    def purchase(self) -> Bought:
        """The purchase."""
        return Bought(
            self.id, self.pair[1], self.shop, self.at - self.verified_before, self.void, self.friends_for
        )

    def lines(self) -> list[Line]:
        """The line of the purchase, and the line of the verdict if there is one."""
        sharer = self.pair[0]
        at = self.at if self.dated else None
        lines = [Line(f"buy:{self.id}", sharer, "friend_purchase", self.raw, at, self.id, self.void)]
        if self.verdict != "none":
            void = self.verdict == "retracted" or self.void
            lines.append(Line(f"help:{self.id}", sharer, "helpful", 5, self.at, self.id, void))
        return lines


at = st.builds(lambda days, time: NOW - days * DAY + time, st.sampled_from(DAYS), st.sampled_from(IN_DAY))
rarely = st.sampled_from([False] * 6 + [True])


@st.composite
def ledgers(draw: st.DrawFn, most: int = 40) -> Ledgers:
    """Ledgers of two to five people who buy from each other; the lines arrive in a random order."""
    names = [f"p{number}" for number in range(draw(st.integers(2, 5)))]
    people = {name: draw(_person(name)) for name in names}
    pairs = [(one, other) for one in names for other in names if one != other]
    sales = [draw(_sale(number, pairs)) for number in range(draw(st.integers(0, most)))]
    published = [draw(_publication(number, names)) for number in range(draw(st.integers(0, most)))]
    answers = [draw(_answer(number, pairs)) for number in range(draw(st.integers(0, 8)))]
    others = [
        Bought(f"x{number}", draw(st.sampled_from(names)), "shop0", draw(at), draw(st.booleans()))
        for number in range(draw(st.integers(0, 2)))
    ]
    lines = [line for sale in sales for line in sale.lines()] + published + answers
    purchases = {bought.id: bought for bought in [*(sale.purchase() for sale in sales), *others]}
    return Ledgers(people, purchases, draw(st.permutations(lines)))


@st.composite
def _person(draw: st.DrawFn, name: str) -> Person:
    created_at = NOW - draw(st.sampled_from([400, 400, 400, 200, 100, 98, 16, 15, 14])) * DAY
    uses = draw(st.sampled_from([(), (), (), ("i0",), ("i1",), ("i0", "i1"), ("i1", "i2"), ("i2",)]))
    return Person(name, created_at, frozenset(uses))


@st.composite
def _sale(draw: st.DrawFn, number: int, pairs: list[tuple[str, str]]) -> Sale:
    return Sale(
        number=number,
        pair=draw(st.sampled_from([pairs[0], pairs[0], pairs[0][::-1]] * 2 + pairs)),
        shop=f"shop{draw(st.integers(0, 2))}",
        at=draw(at),
        raw=draw(st.sampled_from([30, 30, 30, 15, 140])),
        void=draw(rarely),
        verdict=draw(st.sampled_from(["none", "none", "as_described", "retracted"])),
        friends_for=draw(st.sampled_from([None, 300 * DAY, DAY, DAY - INSTANT, timedelta(0)])),
        verified_before=draw(st.sampled_from([7 * DAY, 8 * DAY, 9 * DAY + INSTANT])),
        dated=draw(st.sampled_from([True] * 9 + [False])),
    )


@st.composite
def _publication(draw: st.DrawFn, number: int, names: list[str]) -> Line:
    return Line(
        key=f"pub:c{number}",
        user=draw(st.sampled_from(names[:1] * 3 + names)),
        kind="publish",
        raw=draw(st.sampled_from([10, 15])),
        matures_at=draw(at),
        cause=f"shop{draw(st.integers(0, 3))}",
        void=draw(rarely),
    )


@st.composite
def _answer(draw: st.DrawFn, number: int, pairs: list[tuple[str, str]]) -> Line:
    sharer, asker = draw(st.sampled_from(pairs))
    return Line(
        f"ans:t{number}", sharer, "answer", draw(st.sampled_from([2, 2, 7])), draw(at), asker, draw(rarely)
    )


def build(cypher: Cypher, ledgers: Ledgers) -> None:
    """Store `ledgers` in place of the last ones, with the lines in their listed order."""
    cypher.rows("MATCH (node:World) DETACH DELETE node")
    cypher.rows("UNWIND range(0, 5) AS n CREATE (:World:Shop {id: 'shop' + n, key: 'shop' + n})")
    cypher.rows(
        """
        UNWIND $people AS row
        CREATE (user:World:User:Active {id: row.id, handle: row.id, level: 0, xp: 0,
          created_at: row.created_at})
        FOREACH (key IN row.uses |
          MERGE (identifier:World:Identifier {key: key}) CREATE (user)-[:USES]->(identifier))
        """,
        people=[{**vars(person), "uses": sorted(person.uses)} for person in ledgers.people.values()],
    )
    cypher.rows(
        """
        UNWIND $purchases AS row
        MATCH (buyer:User {id: row.buyer}), (shop:Shop {id: row.shop})
        CREATE (buyer)-[:MADE]->(purchase:World:Purchase {id: row.id, key: row.id,
          verified_at: row.verified_at,
          completed_at: row.verified_at, refunded_at: CASE WHEN row.refunded THEN row.verified_at END})
        CREATE (purchase)-[:AT]->(shop)
        CREATE (purchase)-[:REDEEMED]->(claim:World:Claim:Taken {id: row.id, key: row.id, code: row.id,
          claimed_at: row.verified_at, friends_since: row.verified_at - row.friends_for})
        CREATE (buyer)-[:CLAIMED]->(claim)
        """,
        purchases=[vars(purchase) for purchase in ledgers.purchases.values()],
    )
    cypher.rows(
        """
        UNWIND $lines AS row
        MATCH (user:User {id: row.user})
        CREATE (user)-[:GAINED]->(event:World:XpEvent:Unsettled {key: row.key, kind: row.kind, raw: row.raw,
          matures_at: row.matures_at, voided_at: CASE WHEN row.void THEN $now END})
        FOREACH (_ IN CASE row.kind WHEN 'publish' THEN [1] ELSE [] END |
          MERGE (shop:Shop {id: row.cause})
          CREATE (event)-[:BECAUSE_OF]->(:World:Share {id: row.key})
            -[:OFFERS]->(:World:Coupon {id: row.key, key: row.key})-[:FOR]->(shop))
        WITH row, event
        CALL (row, event) {
          WITH * WHERE row.kind = 'friend_purchase'
          MATCH (purchase:Purchase {id: row.cause}) CREATE (event)-[:BECAUSE_OF]->(purchase)
          UNION
          WITH * WHERE row.kind = 'helpful'
          MATCH (claim:Claim {id: row.cause}) CREATE (event)-[:BECAUSE_OF]->(claim)
          UNION
          WITH * WHERE row.kind = 'answer'
          MATCH (asker:User {id: row.cause})
          CREATE (event)-[:BECAUSE_OF]->(:World:Thread {id: row.key})<-[:TALKS_IN {asks: true}]-(asker)
        }
        """,
        lines=[vars(line) for line in ledgers.lines],
        now=NOW,
    )
