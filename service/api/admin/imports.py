"""Imports by an admin: orders, shops, products, programs."""

from collections.abc import Callable

from flask import Response
from flask_smorest import Blueprint

from service.actions import imports, levels
from service.api.http.auth import me
from service.api.http.current import graph, keys, new_id, now
from service.api.http.idempotency import once
from service.api.schemas.admin_imports import Import, Orders, Products, Programs, Shops
from service.graph.client import Row, Unit

blp = Blueprint("admin_imports", __name__, url_prefix="/v1/admin", description="Imports")


@blp.post("/shops")
@blp.arguments(Shops)
@blp.response(200, Import)
def shops(batch: Row) -> Response:
    """Create or rename shops."""
    return _audited("import_shops", batch, imports.shops(batch["rows"], now()))


@blp.post("/products")
@blp.arguments(Products)
@blp.response(200, Import)
def products(batch: Row) -> Response:
    """Create or change products of shops."""
    return _audited("import_products", batch, imports.products(batch["rows"], now()))


@blp.post("/programs")
@blp.arguments(Programs)
@blp.response(200, Import)
def programs(batch: Row) -> Response:
    """Create or change the programs of shops. Coupons already earned keep their terms."""
    return _audited("import_programs", batch, imports.programs(batch["rows"]))


@blp.post("/orders")
@blp.arguments(Orders)
@blp.response(200, Import)
def orders(batch: Row) -> Response:
    """Orders in their current state, with the same effects as events from their platform."""
    effect = imports.orders(keys(), batch["rows"], now=now(), op=new_id())
    answer = _audited("import_orders", batch, effect)
    levels.refresh_voided(graph(), now=now())
    return answer


def _audited(kind: str, batch: Row, effect: Callable[[Unit], None]) -> Response:
    count = len(batch["rows"])
    audit = {"id": new_id(), "user": me().id, "kind": kind, "reason": batch["reason"], "count": count}
    at = now()

    def work(unit: Unit) -> Row:
        effect(unit)
        return unit.one("purchases/log_import", now=at, **audit)

    return once(work, status=200)
