"""Real friendships as a circle: SNAP ego-Facebook with generated purchases and shares.

The edge list (one `u v` a line, packed or plain) is from McAuley and Leskovec, "Learning to Discover
Social Circles in Ego Networks", NIPS 2012. A seed draws purchases, publications and claims at random; no
note is real.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from service.recipes import edges as recipe
from service.recipes.circles import Friendships
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder

DAY = timedelta(days=1)
CATEGORIES = ["kitchen", "baby", "sports", "bedding", "books"]
SHOPS = 60
PUBLISHERS = 0.10  # of all people
MOST_SHARES = 9
MOST_CLAIMS = 5  # under the smallest quota
CREATED = datetime.fromisoformat("2020-01-01T00:00:00Z")
Rows = Iterable[dict[str, object]]


def write(edges: Path, folder: Path, now: datetime, seed: int = 1) -> int:
    """Write `edges` as a seed folder around `now`; returns the number of people."""
    rng = random.Random(seed)
    with SeedFolder(folder) as out:
        friends = _friends(recipe.convert([edges], out, Rejects(), since=CREATED, bridge=_bridge))
        people = sorted(friends, key=int)
        orders = list(_orders(people, friends, now, rng))
        for name, rows in {**_shops(), **_shares(orders)}.items():
            for row in rows:
                out.write(name, **row)
    return len(people)


def _friends(friendships: Friendships) -> dict[str, set[str]]:
    """Everybody's friends; one hub has 1,045, and the recipe rejects those beyond the cap."""
    friends: dict[str, set[str]] = defaultdict(set)
    for one, others in friendships.of.items():
        for other in others:
            friends[one].add(other)
            friends[other].add(one)
    return friends


def _bridge(person: str) -> str:
    return "named" if int(person) % 3 == 0 else "counted"


def _orders(
    people: list[str], friends: dict[str, set[str]], now: datetime, rng: random.Random
) -> Iterator[dict[str, object]]:
    """One dict for each completed and published order, with its claimers."""
    for person in sorted(rng.sample(people, int(len(people) * PUBLISHERS)), key=int):
        for number in range(rng.randrange(1, MOST_SHARES + 1)):
            near = sorted(friends[person])
            yield {
                "id": f"{person}-{number}",
                "user": person,
                "shop": rng.randrange(SHOPS),
                "published_at": now - rng.random() * 60 * DAY,
                "quota": rng.choice([5, 8, 10]),
                "audience": rng.choice(["circle"] * 6 + ["friends"]),
                "claimers": rng.sample(near, min(len(near), rng.randrange(MOST_CLAIMS))),
            }


def _shops() -> dict[str, Rows]:
    shops = [
        {"id": f"shop{n}", "platform": "taobao", "external_id": n, "name": f"Shop {n}"} for n in range(SHOPS)
    ]
    common = {"currency": "CNY"}
    products = [
        {"id": f"product{n}", "shop": f"shop{n}", "category": CATEGORIES[n % 5], "external_id": n}
        | {"name": f"Product {n}", "price_fen": 20_000, **common}
        for n in range(SHOPS)
    ]
    terms = {"kind": "percent", "value": 10, "max_off_fen": 5_000, "min_spend_fen": 0, "quota": 10}
    days = {"claim_days": 90, "use_days": 14, "hero_only": "false", "starts_at": CREATED, "restore": "true"}
    programs = [{"id": f"program{n}", "shop": f"shop{n}", **terms, **days, **common} for n in range(SHOPS)]
    return {"shop": shops, "product": products, "program": programs}


def _shares(orders: list[dict[str, object]]) -> dict[str, Rows]:
    files: dict[str, list[dict[str, object]]] = {"purchase": [], "coupon": [], "share": [], "claim": []}
    for order in orders:
        key, published = order["id"], order["published_at"]
        assert isinstance(published, datetime)
        assert isinstance(order["claimers"], list)
        earned = published - DAY
        ordered = {"recorded_at": earned - 3 * DAY, "verified_at": earned - 3 * DAY, "completed_at": earned}
        bought = {"paid_fen": 20_000, "currency": "CNY", "evidence": "import", "order_id": key}
        place = {"shop": f"shop{order['shop']}", "product": f"product{order['shop']}"}
        files["purchase"].append({"id": key, "user": order["user"], **place, **ordered, **bought})
        until = {"earned_at": earned, "claim_by": earned + 90 * DAY, "use_until": earned + 120 * DAY}
        program = {"program": f"program{order['shop']}", "quota": order["quota"]}
        files["coupon"].append({"id": f"{key}-coupon", "purchase": key, **program, **until})
        note = f"I bought this from shop {order['shop']} and have used it since; order {key}."
        said = {"note": note, "audience": order["audience"], "ad_label": "true"}
        files["share"].append(
            {"id": f"{key}-share", "coupon": f"{key}-coupon", "published_at": published, **said}
        )
        for claimer in order["claimers"]:
            claim = f"{key}-{claimer}"
            ids = {"id": claim, "code": claim, "user": claimer, "share": f"{key}-share"}
            times = {"claimed_at": published, "use_by": published + 14 * DAY, "friends_since": CREATED}
            files["claim"].append({**ids, **times, "degree": 1, "via": "friend", "mutual_count": 0})
    return dict(files)
