"""Who manages a shop, given and taken by an admin with a reason."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.schemas.merchant import Appointment, Managers

Row = dict[str, Any]
blp = Blueprint("admin_shops", __name__, url_prefix="/v1/admin/shops", description="Who manages a shop")


@blp.get("/<shop_id>/managers")
@blp.response(200, Managers)
def managers(shop_id: str) -> Row:
    """Who manages this shop."""
    return graph().one("merchant/managers", shop=shop_id)


@blp.post("/<shop_id>/managers")
@blp.arguments(Appointment)
@blp.response(204)
def appoint(asked: Row, shop_id: str) -> None:
    """Somebody manages the shop, and is a merchant, from now on."""
    _act("merchant/appoint", shop_id, asked)


@blp.post("/<shop_id>/managers/remove")
@blp.arguments(Appointment)
@blp.response(204)
def dismiss(asked: Row, shop_id: str) -> None:
    """Somebody manages the shop no longer; who manages none is no merchant."""
    _act("merchant/dismiss", shop_id, asked)


def _act(query: str, shop: str, asked: Row) -> None:
    op = new_id()
    given = {"admin": me().id, "shop": shop, "op": op, "now": now(), **asked}
    graph().transaction(lambda unit: unit.one(query, **given), op=op)
