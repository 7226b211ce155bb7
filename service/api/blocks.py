"""The people I block."""

from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage
from service.graph.client import Row

blp = Blueprint("blocks", __name__, url_prefix="/v1/me/blocks", description="Blocking")
ORDER = ("since", "user_id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def listed(query: Row) -> Row:
    """The people I block, newest first. I see them only here."""
    limit, after = query["limit"], start(query["cursor"], of="blocks", by=ORDER)
    rows = graph().rows("people/blocks", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="blocks", by=ORDER)


@blp.put("/<user_id>")
@blp.response(204)
def block(user_id: str) -> None:
    """Block a person: we no longer see each other; our friendship, follows and requests end.

    The server does not notify them: to them I look like a departed person. Somebody who left or blocks me
    is 404, as if there were nobody.
    """
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.block(unit, caller, user_id, op=op, now=at), op=op)


@blp.delete("/<user_id>")
@blp.response(204)
def unblock(user_id: str) -> None:
    """Unblock a person. What the block ended stays ended."""
    graph().run("people/unblock", me=me().id, user=user_id)
