"""The coupons that my purchases earned, and a preview before publishing."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.coupons import Audience, CouponPage, CouponsQuery, Preview
from service.api.texts import disclosure
from service.graph.client import Row

ORDER = ("earned_at", "id")
blp = Blueprint("coupons", __name__, url_prefix="/v1", description="Coupons earned by purchases")


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
def preview(body: Row, coupon: str) -> Row:
    """Roughly how many people would see the share, its number of copies, and its disclosure."""
    seen = graph().one("coupons/preview", me=me().id, coupon=coupon, now=now(), **body)
    label = disclosure.label()
    return {**seen, "ad_label": label, "disclosure": disclosure.line(ad_label=label)}
