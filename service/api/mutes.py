"""People, shops and categories that I mute."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.bodies import to_come
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import Mute, MutePage, Muting
from service.graph.client import Row

blp = Blueprint("mutes", __name__, url_prefix="/v1/me/mutes", description="Seeing less of something")
ORDER = ("since", "id")


@blp.get("")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MutePage)
def listed(query: Row) -> Row:
    """My current mutes, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="mutes", by=ORDER)
    rows = graph().rows("people/mutes", me=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="mutes", by=ORDER)


@blp.put("/<target_id>")
@blp.arguments(Muting)
@blp.response(200, Mute)
def mute(muting: Row, target_id: str) -> Row:
    """See less of a person, shop or category in feed, search and notifications. Nobody else learns of it."""
    at = now()
    to_come(muting["until"], "until", now=at)
    return graph().one("people/mute", me=me().id, target=target_id, now=at, **muting)


@blp.delete("/<target_id>")
@blp.response(204)
def unmute(target_id: str) -> None:
    """Unmute a person, shop or category."""
    graph().run("people/unmute", me=me().id, target=target_id)
