"""Shares that I save for later."""

from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.saved import SavedPage
from service.circle import cards
from service.graph.client import Row, Unit

blp = Blueprint("saved", __name__, url_prefix="/v1/me/saved", description="Shares saved for later")
ORDER = ("since", "share_id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, SavedPage)
def listed(query: Row) -> Row:
    """My saved shares, latest first. A share that I may no longer see is `gone`, without details."""
    reader = cards.Reader(me().id, session_hash(), now())
    limit, after = query["limit"], start(query["cursor"], of="saved", by=ORDER)
    rows = graph().rows("saved/list", me=reader.me, limit=limit + 1, **after)
    return page(cards.kept(graph(), reader, rows), limit, of="saved", by=ORDER)


@blp.put("/<share>")
@blp.response(204)
def save(share: str) -> None:
    """Save a share that I may see. Nobody else learns of it."""
    caller, op, at = me().id, new_id(), now()

    def work(unit: Unit) -> None:
        unit.one("shares/visible", me=caller, shares=[share], now=at)
        unit.one("saved/save", me=caller, share=share, op=op, now=at)

    graph().transaction(work, op=op)


@blp.delete("/<share>")
@blp.response(204)
def drop(share: str) -> None:
    """Remove a saved share."""
    graph().run("saved/drop", me=me().id, share=share)
