"""What the managers of a shop do for it: what it offers to sharers, and how that fares."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.http.versions import Tagged, expected, tagged
from service.api.schemas import PageQuery
from service.api.schemas.merchant import Insight, ManagedShopPage, ProgramTerms, ShopProductPage, ShopProgram
from service.graph.client import Unit

Row = dict[str, Any]
ORDER = ("name", "id")
blp = Blueprint("merchant", __name__, url_prefix="/v1/merchant", description="For those who manage a shop")


@blp.get("/shops")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ManagedShopPage)
def shops(query: Row) -> Row:
    """The shops I manage. Any other is 404 in all that follows."""
    limit, after = query["limit"], _after(query, "merchant/shops")
    rows = graph().rows("merchant/shops", me=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="merchant/shops", by=ORDER)


@blp.get("/shops/<shop_id>/products")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ShopProductPage)
def products(query: Row, shop_id: str) -> Row:
    """The shop's products, from which heroes are chosen."""
    name = f"merchant/products/{shop_id}"
    limit, after = query["limit"], _after(query, name)
    found = graph().one("merchant/products", **_at(shop_id), limit=limit + 1, **after)
    return page(found["items"], limit, of=name, by=ORDER)


@blp.get("/shops/<shop_id>/program")
@blp.response(200, ShopProgram)
def read(shop_id: str) -> Tagged:
    """What the shop offers to sharers, null when it never did; its version is the ETag."""
    return _program(shop_id)


@blp.put("/shops/<shop_id>/program")
@blp.arguments(ProgramTerms)
@blp.response(200, ShopProgram)
def set_program(asked: Row, shop_id: str) -> Tagged:
    """Begin the program or change it: terms, heroes, budget. Coupons already earned keep their terms.

    With If-Match only if it is still that version.
    """
    op = new_id()
    heroes, starts_at = sorted(asked.pop("heroes")), asked.pop("starts_at")
    wanted = {"terms": asked, "heroes": heroes, "op": op, **_at(shop_id)}
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
    """Nothing more is earned, published or claimed from now on; copies that friends took stay good."""
    op = new_id()
    given = {"op": op, **_at(shop_id)}
    graph().transaction(lambda unit: unit.one("merchant/end_program", **given), op=op)
    return _program(shop_id)


@blp.get("/shops/<shop_id>/insight")
@blp.response(200, Insight)
def insight(shop_id: str) -> Row:
    """The newest whole month: funnel, orders, notes and verdicts, each of five people or more, rounded.

    Null stands for fewer. Nothing is told of a person, of who knows whom, or of a part of a month.
    """
    told = graph().one("merchant/insight", **_at(shop_id))
    span = {"since": told["since"], "until": told["until"]}
    return {**told, **graph().one("merchant/judged", shop=shop_id, **span)}


def _program(shop: str) -> Tagged:
    return tagged(graph().one("merchant/program", **_at(shop)))


def _at(shop: str) -> Row:
    return {"me": me().id, "shop": shop, "now": now()}


def _after(query: Row, name: str) -> Row:
    had = start(query["cursor"], of=name, by=ORDER)
    return {"after": had["name"], "after_id": had["id"]}
