"""Shares that I hide."""

from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.saved import HiddenPage, Hide, Hiding
from service.circle import cards
from service.graph.client import Row, Unit

blp = Blueprint("hidden", __name__, url_prefix="/v1/me/hidden", description="Shares that I hide")
ORDER = ("since", "share_id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, HiddenPage)
def listed(query: Row) -> Row:
    """My hidden shares, latest first, so that I can show them again."""
    reader = cards.Reader(me().id, session_hash(), now())
    limit, after = query["limit"], start(query["cursor"], of="hidden", by=ORDER)
    rows = graph().rows("hidden/list", me=reader.me, limit=limit + 1, **after)
    return page(cards.kept(graph(), reader, rows), limit, of="hidden", by=ORDER)


@blp.put("/<share>")
@blp.arguments(Hiding)
@blp.response(200, Hide)
def hide(body: Row, share: str) -> Row:
    """Hide a share from my feed and search; its address still works. Nobody else learns of it.

    `not_interested` also ranks its publisher and its category lower in my feed.
    """
    caller, op, at = me().id, new_id(), now()

    def work(unit: Unit) -> Row:
        unit.one("shares/visible", me=caller, shares=[share], now=at)
        return unit.one("hidden/hide", me=caller, share=share, op=op, now=at, **body)

    return {"share_id": share, **graph().transaction(work, op=op)}


@blp.delete("/<share>")
@blp.response(204)
def show(share: str) -> None:
    """Show a share again, and undo its effect on my ranking."""
    graph().run("hidden/show", me=me().id, share=share)
