"""Orders of platforms, and their effects: coupons, used claims, experience.

Webhook and import run the same queries. A query takes any number of purchases and may run again. It
brings the graph to the state that the facts so far imply, in any order of arrival.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.graph.client import Graph, Row, Unit

INSTANTS = ("verified_at", "completed_at", "cancelled_at", "refunded_at")
# The order matters: a claim is used before its release, experience is gained before its void.
EFFECTS = {
    "redeem": "purchases/redeem",
    "guess": "purchases/guess",
    "release": "purchases/release",
    "grant": "purchases/grant",
    "reward": "levels/friend_purchase",
    "revoke": "purchases/revoke",
    "void": "levels/void_purchase",
}
APART = {"shop", "product", "identifiers"}


def account_key(keys: Keys, platform: str, external_user_id: str) -> str:
    """The key of a person's account on a platform: a hash, never the platform's own id."""
    return f"{platform}:{keys.fingerprint('platform-account', external_user_id)}"


def order_row(keys: Keys, platform: str, order: Row) -> Row:
    """One order as the queries take it; an instant that it lacks is null."""
    instants = {name: order.get(name) for name in INSTANTS}
    at = max(instant for instant in instants.values() if instant)
    shop, product = order["shop"], order["product"]
    return {
        "platform": platform,
        "key": f"{platform}:{order['order_id']}",
        "id": new_id(),
        "account": account_key(keys, platform, order["external_user_id"]),
        "shop_key": f"{platform}:{shop['external_id']}",
        "product_key": f"{platform}:{product['external_id']}",
        "shop": shop_row(platform, shop, at),
        "product": product_row(platform, {**product, "shop": shop["external_id"]}, at),
        "identifiers": [
            identifier_row(keys, platform, *pair) for pair in order.get("identifiers", {}).items()
        ],
        "at": at,
        **{name: order.get(name) for name in ("paid_fen", "refunded_fen", "currency", "claim_code")},
        **instants,
    }


def identifier_row(keys: Keys, platform: str, kind: str, value: str) -> Row:
    """A device, payment or address as the queries take it: a hash, never the value."""
    return {"kind": kind, "key": f"{kind}:{keys.fingerprint('identifier', f'{platform}:{kind}:{value}')}"}


def shop_row(platform: str, shop: Row, at: datetime) -> Row:
    """One shop as the queries take it, with its facts of the instant `at`."""
    key = f"{platform}:{shop['external_id']}"
    return {"name": None, **shop, "platform": platform, "key": key, "id": new_id(), "at": at}


def product_row(platform: str, product: Row, at: datetime) -> Row:
    """One product as the queries take it, with its facts of the instant `at`."""
    optional: Row = dict.fromkeys(("name", "category", "price_fen", "currency"))
    keys = {"key": f"{platform}:{product['external_id']}", "shop_key": f"{platform}:{product['shop']}"}
    return {**optional, **product, **keys, "id": new_id(), "at": at}


def record(unit: Unit, orders: list[Row], *, evidence: str, now: datetime, op: str) -> list[Row]:
    """Store the facts of `orders` (see `order_row`) and their effects.

    Returns a row `{key, id, reason}` per order; a reason says why an order was ignored. Raises Refused
    `replayed` for an order from the future.
    """
    unit.run("purchases/shops", rows=[order["shop"] for order in orders])
    unit.run("purchases/products", rows=[order["product"] for order in orders])
    bare = [{k: v for k, v in order.items() if k not in APART} for order in orders]
    results = unit.rows("purchases/record", rows=bare, evidence=evidence, now=now, op=op)
    known = {row["key"] for row in results if row["reason"] is None}
    unit.run("purchases/facts", rows=[row for row in bare if row["key"] in known], now=now)
    _identify(unit, [order for order in orders if order["key"] in known], now=now, op=op)
    settle(unit, (row["id"] for row in results if row["reason"] is None), now=now, op=op)
    return results


def _identify(unit: Unit, orders: list[Row], *, now: datetime, op: str) -> None:
    """Store the devices, payments and addresses of these orders, if any."""
    rows = [
        {name: each[name] for name in ("account", "identifiers")} for each in orders if each["identifiers"]
    ]
    if rows:
        unit.run("purchases/identify", rows=rows, now=now)
        unit.run("purchases/connect", accounts=[row["account"] for row in rows], now=now, op=op)


def settle(unit: Unit, purchases: Iterable[str], *, now: datetime, op: str) -> None:
    """Bring all effects of these purchases, and of purchases that wait for them, up to date."""
    settled: list[str] = []
    waiting = list(purchases)
    while waiting:
        due: dict[str, list[str]] = defaultdict(list)
        for row in unit.rows("purchases/effects", purchases=waiting):
            due[row["effect"]].append(row["id"])
        for effect, query in EFFECTS.items():
            if due[effect]:
                unit.run(query, purchases=due[effect], now=now, op=op)
        settled += waiting
        waiting = _waiting(unit, due["pass_on"], settled)


def _waiting(unit: Unit, purchases: list[str], settled: list[str]) -> list[str]:
    """The purchases, without those `settled`, that may use claims that `purchases` released."""
    if not purchases:
        return []
    rows = unit.rows("purchases/waiting", purchases=purchases, settled=settled)
    return [row["id"] for row in rows]


def settle_due(graph: Graph, *, now: datetime) -> int:
    """Settle purchases without the buyer's choice of a claim in time. Returns how many.

    For the worker; safe to run twice and in parallel.
    """
    due = [row["id"] for row in graph.rows("jobs/purchases_due", now=now)]
    op = new_id()
    graph.transaction(lambda unit: settle(unit, due, now=now, op=op), op=op)
    return len(due)


def link(unit: Unit, *, now: datetime, op: str, **facts: object) -> str | None:
    """Link an account of a platform. Returns the reason when nothing changes.

    `facts` is platform, code_hash, account (key), account_id (a new id) and occurred_at.
    """
    linked = unit.one("platforms/link", now=now, op=op, **facts)
    unit.run("purchases/connect", accounts=[facts["account"]], now=now, op=op)
    settle(unit, linked["purchases"], now=now, op=op)
    reason: str | None = linked["reason"]
    return reason


def pick(unit: Unit, *, now: datetime, op: str, **chosen: object) -> Row:
    """Store the buyer's choice of the claim that a purchase used; raises Refused as purchases/pick does."""
    picked = unit.one("purchases/pick", now=now, op=op, **chosen)
    settle(unit, [picked["id"]], now=now, op=op)
    return picked
