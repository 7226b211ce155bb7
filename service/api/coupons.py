"""What my purchases earned, before it is published."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.coupons import Audience, CouponPage, CouponsQuery, Preview
from service.api.texts import disclosure

Row = dict[str, Any]
ORDER = ("earned_at", "id")
blp = Blueprint("coupons", __name__, url_prefix="/v1", description="What purchases earned")


@blp.get("/me/coupons")
@blp.arguments(CouponsQuery, location="query")
@blp.response(200, CouponPage)
def mine(query: Row) -> Row:
    """My coupons, newest first."""
    before = start(query["cursor"], of="me/coupons", by=ORDER)
    rows = graph().rows(
        "coupons/mine",
        me=me().id,
        status=query["status"],
        before=before["earned_at"],
        before_id=before["id"],
        limit=query["limit"] + 1,
        now=now(),
    )
    return page(rows, query["limit"], of="me/coupons", by=ORDER)


@blp.post("/coupons/<coupon>/preview")
@blp.arguments(Audience)
@blp.response(200, Preview)
def preview(asked: Row, coupon: str) -> Row:
    """Who would see it, roughly, how many copies it gives, and the line it will carry."""
    seen = graph().one("coupons/preview", me=me().id, coupon=coupon, now=now(), **asked)
    label = disclosure.label()
    return {**seen, "ad_label": label, "disclosure": disclosure.line(ad_label=label)}
