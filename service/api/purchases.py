"""What I bought. Nobody else can see it."""

from typing import Any

from flask_smorest import Blueprint

from service.actions import purchases
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.purchases import Choices, Pick, Picked, PurchasePage

blp = Blueprint("purchases", __name__, url_prefix="/v1/me/purchases", description="What I bought")
ORDER = ("recorded_at", "id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, PurchasePage)
def mine(query: dict[str, Any]) -> dict[str, Any]:
    """What I bought, newest first: its status, the coupon it earned, the claim it used."""
    limit, after = query["limit"], start(query["cursor"], of="purchases", by=ORDER)
    rows = graph().rows("purchases/mine", user=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="purchases", by=ORDER)


@blp.get("/<purchase_id>/choices")
@blp.response(200, Choices)
def choices(purchase_id: str) -> dict[str, Any]:
    """The claims that a purchase may have used, when the platform named none."""
    graph().one("purchases/is_mine", user=me().id, purchase=purchase_id)
    return {"items": graph().rows("purchases/choices", user=me().id, purchase=purchase_id)}


@blp.put("/<purchase_id>/claim")
@blp.arguments(Pick)
@blp.response(200, Picked)
def pick(asked: dict[str, str], purchase_id: str) -> dict[str, Any]:
    """I say which of several claims this purchase used, within seven days of buying.

    Left unsaid, it is the one claimed last. Said once, it stands; a code from the platform says it better.
    """
    op = new_id()
    chosen = {"user": me().id, "purchase": purchase_id, "claim": asked["claim_id"]}
    return graph().transaction(lambda unit: purchases.pick(unit, now=now(), op=op, **chosen), op=op)
