"""Creators whom one may find outside one's circle."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas.creators import CreatorPage, CreatorQuery

blp = Blueprint("creators", __name__, url_prefix="/v1/creators", description="Creators to follow")
ORDER = ("last_published_at", "id")


@blp.get("")
@blp.arguments(CreatorQuery, location="query")
@blp.response(200, CreatorPage)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """Creators with something public to see now, and what following each would bring, in counts.

    The order is plain: who shared with everybody last comes first, then the lower id; neither followers
    nor levels count. Nobody who does not wish to be found, whom I mute, or with whom a block stands.
    """
    limit, at = query["limit"], now()
    after = start(query["cursor"], of="creators", by=ORDER)
    asked = {"me": me().id, "category": query["category"], "limit": limit + 1}
    found = page(graph().rows("creators/list", **asked, **after, now=at), limit, of="creators", by=ORDER)
    people = [row["id"] for row in found["items"]]
    stand = graph().rows("people/relationships", me=me().id, users=people, now=at)
    return {**found, "items": [row | how for row, how in zip(found["items"], stand, strict=True)]}
