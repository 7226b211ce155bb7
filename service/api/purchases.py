"""My purchases. Nobody else can see them."""

from flask_smorest import Blueprint

from service.actions import purchases
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.purchases import Choices, Pick, Picked, PurchasePage
from service.graph.client import Row

blp = Blueprint("purchases", __name__, url_prefix="/v1/me/purchases", description="My purchases")
ORDER = ("recorded_at", "id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, PurchasePage)
def mine(query: Row) -> Row:
    """My purchases, newest first, each with its status, its earned coupon and its used claim."""
    limit, after = query["limit"], start(query["cursor"], of="purchases", by=ORDER)
    rows = graph().rows("purchases/mine", user=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="purchases", by=ORDER)


@blp.get("/<purchase_id>/choices")
@blp.response(200, Choices)
def choices(purchase_id: str) -> Row:
    """The claims that a purchase may have used when the platform named none."""
    graph().one("purchases/is_mine", user=me().id, purchase=purchase_id)
    return {"items": graph().rows("purchases/choices", user=me().id, purchase=purchase_id)}


@blp.put("/<purchase_id>/claim")
@blp.arguments(Pick)
@blp.response(200, Picked)
def pick(body: dict[str, str], purchase_id: str) -> Row:
    """Choose which of several claims this purchase used, within seven days of buying.

    Without a choice it is the latest claim. A choice is final, but a code from the platform overrides it.
    """
    op = new_id()
    chosen = {"user": me().id, "purchase": purchase_id, "claim": body["claim_id"]}
    return graph().transaction(lambda unit: purchases.pick(unit, now=now(), op=op, **chosen), op=op)
