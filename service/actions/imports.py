"""Imports of an admin: a batch is checked whole, then written whole.

Each function takes rows of the API's schemas and returns the work of one transaction. The work raises
Invalid, by row and field, for a row that names something unknown.
"""

from collections.abc import Callable
from datetime import datetime

from service.actions import purchases
from service.credentials.keys import Keys
from service.errors import Invalid
from service.graph.client import Row, Unit

Effect = Callable[[Unit], None]
TERMS = (
    "kind", "value", "max_off_fen", "min_spend_fen", "currency", "quota", "claim_days", "use_days",
    "monthly_budget", "hero_only", "starts_at", "ends_at", "restore", "gifted",
)  # fmt: skip


def shops(rows: list[Row], now: datetime) -> Effect:
    """Shops `{platform, external_id, name}`."""
    stored = [purchases.shop_row(row["platform"], row, now) for row in rows]
    names = _platforms(rows)
    return lambda unit: _write(unit, names, "purchases/shops", stored)


def products(rows: list[Row], now: datetime) -> Effect:
    """Products `{platform, external_id, shop, name, category, price_fen, currency}`."""
    stored = [purchases.product_row(row["platform"], row, now) for row in rows]
    names = [(n, "shop", "Shop", row["shop_key"]) for n, row in enumerate(stored)]
    names += [(n, "category", "Category", row["category"]) for n, row in enumerate(stored)]
    return lambda unit: _write(unit, names, "purchases/products", stored)


def programs(rows: list[Row]) -> Effect:
    """Programs: the terms, `{id, platform, shop}` and the `heroes`' ids at the platform."""
    stored = [_program(row) for row in rows]
    names = [(n, "shop", "Shop", row["shop_key"]) for n, row in enumerate(stored)]
    names += [(n, "heroes", "Product", key) for n, row in enumerate(stored) for key in row["heroes"]]
    return lambda unit: _write(unit, names, "purchases/programs", stored)


def orders(keys: Keys, rows: list[Row], *, now: datetime, op: str) -> Effect:
    """Orders, with all their effects. Raises Invalid also for an order that contradicts the stored one."""
    stored = [purchases.order_row(keys, row["platform"], row) for row in rows]
    places = {order["key"]: n for n, order in enumerate(stored)}

    def effect(unit: Unit) -> None:
        _check(unit, _platforms(rows))
        results = purchases.record(unit, stored, evidence="import", now=now, op=op)
        wrong = [places[row["key"]] for row in results if row["reason"]]
        if wrong:
            fault = ["Another buyer, shop or currency is stored for it."]
            raise Invalid({f"rows.{n}.order_id": fault for n in sorted(wrong)})

    return effect


Name = tuple[int, str, str, str]


def _platforms(rows: list[Row]) -> list[Name]:
    return [(n, "platform", "Platform", row["platform"]) for n, row in enumerate(rows)]


def _program(row: Row) -> Row:
    place = row["platform"]
    return {
        "id": row["id"],
        "shop_key": f"{place}:{row['shop']}",
        "heroes": [f"{place}:{hero}" for hero in row["heroes"]],
        "terms": {name: row[name] for name in TERMS},
    }


def _write(unit: Unit, names: list[Name], query: str, rows: list[Row]) -> None:
    _check(unit, names)
    unit.run(query, rows=rows)


def _check(unit: Unit, names: list[Name]) -> None:
    """Return when every (row number, field, label, key) names a stored node; raises Invalid."""
    wanted = [dict(zip(("n", "field", "label", "key"), name, strict=True)) for name in names]
    faults = unit.rows("purchases/unknown", rows=wanted)
    if faults:
        raise Invalid({f"rows.{row['n']}.{row['field']}": ["There is no such thing."] for row in faults})
