"""A shop, and what my circle says of it."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.shops import ShopRead
from service.graph.client import Row

blp = Blueprint("shops", __name__, url_prefix="/v1/shops", description="Shops")
ORDER = ("published_at", "id")


@blp.get("/<shop>")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ShopRead)
def read(query: Row, shop: str) -> Row:
    """A shop, and what my circle says of it: who recommends it, and their shares, newest first.

    My own shares do not count. A share without copies left stays in the list.
    """
    limit, of = query["limit"], f"shops/{shop}"
    before = start(query["cursor"], of=of, by=ORDER)
    place = {"before": before["published_at"], "before_id": before["id"], "limit": limit + 1}
    answer = graph().one("shops/read", me=me().id, shop=shop, now=now(), **place)
    return {**answer, **page(answer["items"], limit, of=of, by=ORDER)}
