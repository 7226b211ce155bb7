"""The fold of a ledger in Python, over rows from the database; the bench compares the queries with it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

Row = dict[str, Any]
DAY = timedelta(days=1)
CHINA = timedelta(hours=8)
PER_DAY = {"publish": 40, "friend_purchase": 120, "helpful": 20}
# The rows for the fold, one for each line; `mine` is false for the person's purchases with a buyer's coupon.
ROWS = """
MATCH (me:User {id: $user})
CALL (me) {
  MATCH (me)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
  RETURN event, shop, null AS claim, null AS purchase, null AS other, true AS mine
  UNION ALL
  MATCH (me)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(purchase:Purchase)<-[:MADE]-(other:User)
  MATCH (purchase)-[:AT]->(shop:Shop) MATCH (purchase)-[:REDEEMED|RELEASED]->(claim:Claim)
  RETURN event, shop, claim, purchase, other, true AS mine
  UNION ALL
  MATCH (me)-[:MADE]->(purchase:Purchase)<-[:BECAUSE_OF]-(event:XpEvent)<-[:GAINED]-(other:User)
  RETURN event, null AS shop, null AS claim, purchase, other, false AS mine
}
WITH * WHERE event.voided_at IS NULL
RETURN event.key AS key, event.kind AS kind, event.raw AS raw, event.matures_at AS at, mine, shop.id AS shop,
  other.id AS buyer, other.created_at AS created_at, purchase.verified_at AS bought_at,
  claim.claimed_at AS claimed_at, claim.friends_since AS friends_since
ORDER BY at, key
"""


def fold(rows: list[Row]) -> dict[str, int]:
    """The effective points of each line of a person, by key; for old accounts without common identifiers."""
    mine = [row for row in rows if row["mine"]]
    points = {**_pairs(rows), **_shops(mine)}
    stages = [_staged(row, points) for row in mine]
    _publishes(stages)
    _clamp(stages, lambda row: (row["day"], row["kind"]), lambda row: PER_DAY[row["kind"]])
    _clamp(stages, lambda row: row["day"], lambda _: 150)
    _clamp(stages, lambda row: row["day"].isocalendar()[:2], lambda _: 500)
    return {row["key"]: row["left"] for row in stages}


def _staged(row: Row, points: dict[str, int]) -> Row:
    return {**row, "day": (row["at"] + CHINA).date(), "left": points[row["key"]]}


def _pairs(rows: Iterable[Row]) -> dict[str, int]:
    """The points of friends' purchases, in one walk that keeps the last few instants of each pair."""
    points: dict[str, int] = {}
    ours: defaultdict[str, list[datetime]] = defaultdict(list)
    theirs: defaultdict[str, list[datetime]] = defaultdict(list)
    for row in rows:
        if row["buyer"] is None:
            continue
        since = row["at"] - 90 * DAY
        earlier = sum(at > since for at in ours[row["buyer"]][-3:])
        back = sum(at > since for at in theirs[row["buyer"]][-3:])
        (ours if row["mine"] else theirs)[row["buyer"]].append(row["at"])
        if row["mine"]:
            recip = max(1, min(earlier + 1, back))
            points[row["key"]] = 0 if earlier == 3 else row["raw"] // (2**earlier * recip)
    return points


def _shops(mine: Iterable[Row]) -> dict[str, int]:
    points: dict[str, int] = {}
    seen: defaultdict[str, list[datetime]] = defaultdict(list)
    for row in mine:
        if row["kind"] == "publish":
            earlier = sum(at > row["at"] - 30 * DAY for at in seen[row["shop"]][-2:])
            seen[row["shop"]].append(row["at"])
            points[row["key"]] = 0 if earlier == 2 else row["raw"] // 2**earlier
    return points


def _publishes(stages: list[Row]) -> None:
    paid: defaultdict[Any, int] = defaultdict(int)
    for row in stages:
        if row["kind"] == "publish" and row["left"]:
            paid[row["day"]] += 1
            row["left"] = row["left"] if paid[row["day"]] <= 3 else 0


def _clamp(stages: list[Row], group: Any, cap: Any) -> None:
    used: defaultdict[Any, int] = defaultdict(int)
    for row in stages:
        row["left"] = min(row["left"], cap(row) - used[group(row)])
        used[group(row)] += row["left"]
