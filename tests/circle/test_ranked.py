"""Pages of a ranked feed while the world goes on: nothing twice, nothing left out, nobody too often."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.graph.client import Graph
from tests.queries.oracles.ranked import ranked_pages
from tests.support.cypher import Cypher
from tests.support.given import DAY, NOW

MOST_OF_A_PERSON, MOST_OF_A_SHOP, WINDOW = 2, 3, 20
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Drawn:
    """A share of a friend: whose, of which shop, how old in hours."""

    id: str
    publisher: str
    shop: str
    age: int


@st.composite
def towns(draw: st.DrawFn) -> list[Drawn]:
    people, shops = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    return [
        Drawn(
            f"s{number}",
            f"p{draw(st.integers(0, people - 1))}",
            f"shop{draw(st.integers(0, shops - 1))}",
            draw(st.integers(0, 400)),
        )
        for number in range(draw(st.integers(0, 40)))
    ]


@pytest.mark.unchecked
@some
@given(town=towns(), limit=st.sampled_from([1, 3, 7, 20, 100]), late=st.integers(0, 2), lost=st.booleans())
def test_pages_hold_each_share_once_and_nobody_too_often(
    town: list[Drawn], limit: int, late: int, lost: bool, graph: Graph, cypher: Cypher
) -> None:
    build(cypher, town)
    found: list[dict[str, Any]] = []
    gone: set[str] = set()
    pages = 0

    def between() -> datetime:
        """New shares arrive, and now and then one is withdrawn that has not been shown."""
        nonlocal pages
        pages += 1
        at = NOW + pages * timedelta(minutes=1)
        for number in range(late):
            add(cypher, [Drawn(f"late{pages}-{number}", "p0", "shop0", 0)], at)
        waiting = sorted({one.id for one in town} - gone - {card["id"] for card in found})
        if lost and waiting:
            gone.add(waiting[0])
            cypher.rows("MATCH (share:Share {id: $id}) REMOVE share:Live SET share.withdrawn_at = $at",
                        id=waiting[0], at=at)  # fmt: skip
        return at

    for page in ranked_pages(graph, "me", limit=limit, between=between):
        assert page["items"] or lost or not found, "an empty page before the end"
        assert len(page["items"]) <= min(limit, WINDOW)
        found += page["items"]
        assert not page["cut"]
        window = page["mark"]["window"] if page["mark"] else len(page["items"])
        assert window <= WINDOW
        spread(found[len(found) - window :])
    shown = [card["id"] for card in found]
    assert len(shown) == len(set(shown))
    assert set(shown) == {one.id for one in town} - gone


def spread(cards: list[dict[str, Any]]) -> None:
    """Raises when somebody, or a shop, is there too often."""
    people = Counter(card["publisher"]["id"] for card in cards)
    shops = Counter(card["shop"]["id"] for card in cards)
    assert max(people.values(), default=0) <= MOST_OF_A_PERSON
    assert max(shops.values(), default=0) <= MOST_OF_A_SHOP


def build(cypher: Cypher, town: list[Drawn]) -> None:
    """`me`, friends of mine, and what they share, in place of the last town."""
    cypher.rows("MATCH (node:World) DETACH DELETE node")
    cypher.rows(
        """
        CREATE (me:World:User:Active {id: 'me', handle: 'me', display_name: 'me', locale: 'en',
          level: 0, xp: 0, created_at: $now, bridge: 'named'})
        CREATE (me)-[:SIGNED_IN]->(:World:Session {token_hash: 'me-session', id: 'me', created_at: $now,
          last_seen_at: $now, expires_at: $now + duration('P9D')})
        CREATE (platform:World:Platform {id: 'w-platform', name_zh: 'w', name_en: 'w', open_with: ['code']})
        CREATE (category:World:Category {id: 'w-category', name_zh: 'w', name_en: 'w'})
        WITH me, platform, category
        CALL (me) {
          UNWIND range(0, 5) AS number
          CREATE (friend:World:User:Active {id: 'p' + number, handle: 'p' + number, display_name: 'p',
            locale: 'en', level: 0, xp: 0, created_at: $now, bridge: 'named'})
          CREATE (me)-[:FRIEND {since: $now}]->(friend) CREATE (me)-[:REACHES]->(friend)
        }
        UNWIND range(0, 5) AS number
        CREATE (shop:World:Shop {id: 'shop' + number, key: 'w:shop' + number, name: 'shop'})-[:ON]->(platform)
        CREATE (product:World:Product {id: 'product' + number, key: 'w:product' + number, name: 'thing'})
        CREATE (product)-[:SOLD_BY]->(shop) CREATE (product)-[:IN]->(category)
        """,
        now=NOW,
    )
    add(cypher, town, NOW)


def add(cypher: Cypher, shares: list[Drawn], at: datetime) -> None:
    """Publish `shares`, each so old at `at`."""
    cypher.rows(
        """
        UNWIND $rows AS row
        MATCH (publisher:User {id: row.publisher})
        MATCH (product:Product)-[:SOLD_BY]->(shop:Shop {id: row.shop})
        CREATE (publisher)-[:MADE]->(purchase:World:Purchase {id: row.id + '-order', key: 'w:' + row.id})
        CREATE (purchase)-[:AT]->(shop) CREATE (purchase)-[:OF]->(product)
        CREATE (purchase)-[:EARNED]->(coupon:World:Coupon {id: row.id + '-coupon', key: 'coupon:w:' + row.id,
          quota: 5, kind: 'fixed', value: 500, currency: 'CNY', min_spend_fen: 0, use_days: 7,
          claim_by: row.until})
        CREATE (coupon)-[:FOR]->(shop)
        CREATE (publisher)-[:PUBLISHED]->(:World:Share:Live {id: row.id, note: 'a note', audience: 'circle',
          published_at: row.at, expires_at: row.until, ad_label: true, version: 1})-[:OFFERS]->(coupon)
        """,
        rows=[vars(one) | {"at": at - timedelta(hours=one.age), "until": at + 9 * DAY} for one in shares],
    )
