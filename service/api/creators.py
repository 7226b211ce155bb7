"""Creators outside my circle that I could follow."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.creators import CreatorPage, CreatorQuery
from service.graph.client import Row

blp = Blueprint("creators", __name__, url_prefix="/v1/creators", description="Creators to follow")
ORDER = ("last_published_at", "id")


@blp.get("")
@blp.arguments(CreatorQuery, location="query")
@blp.response(200, CreatorPage)
def listed(query: Row) -> Row:
    """Creators with a public share right now, and how many shares following each would bring.

    The latest public share comes first, then the lower id; followers and levels do not count. The list
    leaves out creators who are not discoverable, creators I mute, and creators with a block between us.
    """
    limit, at = query["limit"], now()
    after = start(query["cursor"], of="creators", by=ORDER)
    who = {"me": me().id, "category": query["category"], "limit": limit + 1}
    result = page(graph().rows("creators/list", **who, **after, now=at), limit, of="creators", by=ORDER)
    people = [row["id"] for row in result["items"]]
    stand = graph().rows("people/relationships", me=me().id, users=people, now=at)
    return {**result, "items": [row | how for row, how in zip(result["items"], stand, strict=True)]}
