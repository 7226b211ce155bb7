"""Whom I block."""

from typing import Any

from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage

blp = Blueprint("blocks", __name__, url_prefix="/v1/me/blocks", description="Blocking")
ORDER = ("since", "user_id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """Whom I block, the latest first: the one place where I still see them."""
    limit, after = query["limit"], start(query["cursor"], of="blocks", by=ORDER)
    rows = graph().rows("people/blocks", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="blocks", by=ORDER)


@blp.put("/<user_id>")
@blp.response(204)
def block(user_id: str) -> None:
    """Neither of us sees the other from now on; friendship, follows and requests end.

    They are not told: to them I look like somebody who left. One may block whom one cannot see, too.
    """
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.block(unit, caller, user_id, op=op, now=at), op=op)


@blp.delete("/<user_id>")
@blp.response(204)
def unblock(user_id: str) -> None:
    """I block them no longer; what the block ended stays ended."""
    graph().run("people/unblock", me=me().id, user=user_id)
