"""The people whose direct sends I refuse."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage
from service.graph.client import Row

blp = Blueprint("refusals", __name__, url_prefix="/v1/me/refusals", description="No direct sends")
ORDER = ("since", "user_id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def listed(query: Row) -> Row:
    """The people whose direct sends I refuse, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="refusals", by=ORDER)
    rows = graph().rows("people/refusals", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="refusals", by=ORDER)


@blp.put("/<user_id>")
@blp.response(204)
def refuse(user_id: str) -> None:
    """Refuse direct sends from a person. We may stay friends."""
    graph().one("people/refuse", me=me().id, user=user_id, now=now())


@blp.delete("/<user_id>")
@blp.response(204)
def take_again(user_id: str) -> None:
    """Accept direct sends from a person again."""
    graph().run("people/unrefuse", me=me().id, user=user_id)
