"""The managers of a shop; an admin appoints and removes them with a reason."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.schemas.merchant import Appointment, Managers
from service.graph.client import Row

blp = Blueprint("admin_shops", __name__, url_prefix="/v1/admin/shops", description="Managers of a shop")


@blp.get("/<shop_id>/managers")
@blp.response(200, Managers)
def managers(shop_id: str) -> Row:
    """The managers of this shop."""
    return graph().one("merchant/managers", shop=shop_id)


@blp.post("/<shop_id>/managers")
@blp.arguments(Appointment)
@blp.response(204)
def appoint(body: Row, shop_id: str) -> None:
    """Appoint a person as manager of the shop; they become a merchant."""
    _act("merchant/appoint", shop_id, body)


@blp.post("/<shop_id>/managers/remove")
@blp.arguments(Appointment)
@blp.response(204)
def dismiss(body: Row, shop_id: str) -> None:
    """Remove a manager. A person without any shop is no longer a merchant."""
    _act("merchant/dismiss", shop_id, body)


def _act(query: str, shop: str, body: Row) -> None:
    op = new_id()
    given = {"admin": me().id, "shop": shop, "op": op, "now": now(), **body}
    graph().transaction(lambda unit: unit.one(query, **given), op=op)
