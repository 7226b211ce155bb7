"""For the managers of a shop: its offer to sharers, and how that offer performs."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.http.versions import Tagged, expected, tagged
from service.api.schemas import PageQuery
from service.api.schemas.merchant import Insight, ManagedShopPage, ProgramTerms, ShopProductPage, ShopProgram
from service.graph.client import Row, Unit

ORDER = ("name", "id")
blp = Blueprint("merchant", __name__, url_prefix="/v1/merchant", description="For managers of a shop")


@blp.get("/shops")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ManagedShopPage)
def shops(query: Row) -> Row:
    """The shops I manage. Any other shop is a 404 in these routes."""
    limit, after = query["limit"], _after(query, "merchant/shops")
    rows = graph().rows("merchant/shops", me=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="merchant/shops", by=ORDER)


@blp.get("/shops/<shop_id>/products")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ShopProductPage)
def products(query: Row, shop_id: str) -> Row:
    """The shop's products, to choose heroes from."""
    name = f"merchant/products/{shop_id}"
    limit, after = query["limit"], _after(query, name)
    shop = graph().one("merchant/products", **_at(shop_id), limit=limit + 1, **after)
    return page(shop["items"], limit, of=name, by=ORDER)


@blp.get("/shops/<shop_id>/program")
@blp.response(200, ShopProgram)
def read(shop_id: str) -> Tagged:
    """The shop's offer to sharers, null if it never had one. Its version is the ETag."""
    return _program(shop_id)


@blp.put("/shops/<shop_id>/program")
@blp.arguments(ProgramTerms)
@blp.response(200, ShopProgram)
def set_program(terms: Row, shop_id: str) -> Tagged:
    """Start the program or change its terms, heroes and budget. Coupons already earned keep their terms.

    With If-Match, only while it still has that version.
    """
    op = new_id()
    heroes, starts_at = sorted(terms.pop("heroes")), terms.pop("starts_at")
    wanted = {"terms": terms, "heroes": heroes, "op": op, **_at(shop_id)}
    new, version = new_id(), expected()

    def work(unit: Unit) -> None:
        program = unit.one("merchant/check_program", program=new, starts_at=starts_at, **wanted)
        at = {"program": program["id"], "starts_at": program["starts_at"], "version": version}
        unit.one("merchant/set_program", **at, **wanted)

    graph().transaction(work, op=op)
    return _program(shop_id)


@blp.post("/shops/<shop_id>/program/end")
@blp.response(200, ShopProgram)
def end_program(shop_id: str) -> Tagged:
    """End the program: nobody earns, publishes or claims its coupons any more. Claimed copies stay valid."""
    op = new_id()
    given = {"op": op, **_at(shop_id)}
    graph().transaction(lambda unit: unit.one("merchant/end_program", **given), op=op)
    return _program(shop_id)


@blp.get("/shops/<shop_id>/insight")
@blp.response(200, Insight)
def insight(shop_id: str) -> Row:
    """The latest full month: funnel, orders, notes and verdicts, each about five people or more, rounded.

    Null stands for fewer. No figure is about one person, about friendships, or about part of a month.
    """
    month = graph().one("merchant/insight", **_at(shop_id))
    span = {"since": month["since"], "until": month["until"]}
    return {**month, **graph().one("merchant/judged", shop=shop_id, **span)}


def _program(shop: str) -> Tagged:
    return tagged(graph().one("merchant/program", **_at(shop)))


def _at(shop: str) -> Row:
    return {"me": me().id, "shop": shop, "now": now()}


def _after(query: Row, name: str) -> Row:
    had = start(query["cursor"], of=name, by=ORDER)
    return {"after": had["name"], "after_id": had["id"]}
