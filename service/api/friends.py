"""My friends."""

from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import FriendPage
from service.graph.client import Row

blp = Blueprint("friends", __name__, url_prefix="/v1/me/friends", description="My friends")
ORDER = ("since", "id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, FriendPage)
def listed(query: Row) -> Row:
    """My friends, newest friendship first, without departed people."""
    limit, after = query["limit"], start(query["cursor"], of="friends", by=ORDER)
    who = {"me": me().id, "only": None, "now": now()}
    rows = graph().rows("people/friends", limit=limit + 1, **who, **after)
    return page(rows, limit, of="friends", by=ORDER)


@blp.delete("/<user_id>")
@blp.response(204)
def end(user_id: str) -> None:
    """End a friendship. The server notifies nobody."""
    caller, op = me().id, new_id()
    graph().transaction(lambda unit: people.unfriend(unit, caller, user_id, op=op), op=op)
