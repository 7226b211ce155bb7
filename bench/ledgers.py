"""Draws ledgers of any length for timing, through the same loaders as seed files."""

import random
from datetime import datetime, timedelta

from service.graph.client import Graph, Row

DAY = timedelta(days=1)
SHOPS = 12
CREATED = datetime.fromisoformat("2020-01-01T00:00:00Z")
BUYERS_PER_LINE = 0.15


def draw(graph: Graph, person: str, count: int, now: datetime, seed: int = 1) -> None:
    """Give `person` about `count` lines of the last 200 days; two in three come from friends' purchases.

    In a fifth of the cases, the person buys with the friend's coupon instead.
    """
    rng = random.Random(seed)
    friends = [f"{person}-{number}" for number in range(max(2, int(count * BUYERS_PER_LINE)))]
    graph.run("seed/user", rows=[_user(name) for name in [person, *friends]])
    _shops(graph)
    rows: dict[str, list[Row]] = {}
    lines = 0
    while lines < count:
        lines += _one(rows, person, rng.choice(friends), len(rows.get("purchase", [])), now, rng)
    for file in ("purchase", "coupon", "share", "claim", "purchase-REDEEMED-claim", "xp_event"):
        graph.run(f"seed/{file}", rows=rows[file])


def _one(
    rows: dict[str, list[Row]], person: str, friend: str, n: int, now: datetime, rng: random.Random
) -> int:
    """Draw one published coupon, used two times in three; returns the number of new lines of `person`."""
    at = now - rng.random() * 200 * DAY
    sharer, buyer = (person, friend) if rng.random() < 0.8 else (friend, person)
    key, shop = f"{person}-o{n}", rng.randrange(SHOPS)
    _bought(rows, key, sharer, shop, at - 20 * DAY)
    until = {"earned_at": at - 18 * DAY, "claim_by": at + 30 * DAY, "use_until": at + 60 * DAY}
    coupon = {"id": key, "purchase": key, "program": f"bench{shop}", "quota": 5, **until}
    rows.setdefault("coupon", []).append(coupon)
    share = {"id": key, "coupon": key, "audience": "circle", "published_at": at - 17 * DAY, "ad_label": True}
    rows.setdefault("share", []).append(
        {**share, "note": "Used every day for a month; I would buy it again."}
    )
    line = {"key": f"pub:{key}", "user": sharer, "kind": "publish", "raw": 10, "share": key}
    _line(rows, line, at - 16 * DAY)
    if rng.random() < 1 / 3:
        return int(sharer == person)
    order = f"{key}-used"
    _bought(rows, order, buyer, shop, at - 9 * DAY)
    claim = {"id": order, "code": order, "user": buyer, "share": key, "claimed_at": at - 10 * DAY}
    taken = {"use_by": at, "degree": 1, "via": "friend", "mutual_count": 0, "friends_since": CREATED}
    rows.setdefault("claim", []).append({**claim, **taken})
    used = {"purchase": order, "claim": order, "credit_source": "code"}
    rows.setdefault("purchase-REDEEMED-claim", []).append(used)
    line = {"key": f"buy:{order}", "user": sharer, "kind": "friend_purchase", "raw": 30, "purchase": order}
    _line(rows, line, at)
    return 2 * int(sharer == person)


def _line(rows: dict[str, list[Row]], line: Row, at: datetime) -> None:
    rows.setdefault("xp_event", []).append({**line, "occurred_at": at - 7 * DAY, "matures_at": at})


def _bought(rows: dict[str, list[Row]], key: str, buyer: str, shop: int, at: datetime) -> None:
    times = {"recorded_at": at, "verified_at": at, "completed_at": at + 2 * DAY}
    place = {"shop": f"bench{shop}", "product": f"bench{shop}", "order_id": key}
    paid = {"paid_fen": 20_000, "currency": "CNY", "evidence": "import"}
    rows.setdefault("purchase", []).append({"id": key, "user": buyer, **place, **times, **paid})


def _user(name: str) -> Row:
    return {
        "id": name,
        "handle": name,
        "display_name": name,
        "locale": "en",
        "created_at": CREATED,
        "bridge": "counted",
        "discoverable": True,
    }


def _shops(graph: Graph) -> None:
    names = [f"bench{number}" for number in range(SHOPS)]
    at = {"platform": "taobao", "currency": "CNY"}
    terms = {"kind": "percent", "value": 10, "min_spend_fen": 0, "quota": 5, "claim_days": 60, "use_days": 30}
    rules = {"hero_only": False, "starts_at": CREATED, "restore": True}
    graph.run("seed/shop", rows=[{"id": n, "external_id": n, "name": n, **at} for n in names])
    product = {"category": "kitchen", "price_fen": 20_000, **at}
    graph.run(
        "seed/product", rows=[{"id": n, "shop": n, "external_id": n, "name": n, **product} for n in names]
    )
    graph.run("seed/program", rows=[{"id": n, "shop": n, **terms, **rules, **at} for n in names])
