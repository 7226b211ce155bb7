"""Other people, as one may see them."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import HandleQuery, User
from service.api.schemas.shares import SharePage

ORDER = ("published_at", "id")
blp = Blueprint("users", __name__, url_prefix="/v1/users", description="Other people")


@blp.get("")
@blp.arguments(HandleQuery, location="query")
@blp.response(200, User)
def find(query: dict[str, Any]) -> dict[str, Any]:
    """Whoever has exactly this handle, if they wish to be found or are a friend; 404 otherwise."""
    return _user(graph().one("people/find", me=me().id, **query)["id"])


@blp.get("/<user_id>")
@blp.response(200, User)
def read(user_id: str) -> dict[str, Any]:
    """A person: a small card, more of friends and creators.

    404 alike for an unknown id, somebody who left, somebody who blocks me and somebody I block.
    """
    return _user(user_id)


@blp.get("/<user_id>/shares")
@blp.arguments(PageQuery, location="query")
@blp.response(200, SharePage)
def shares(query: dict[str, Any], user_id: str) -> dict[str, Any]:
    """What a person shares that I may see, newest first, whether or not copies are left.

    Following a creator shows what they share with everyone. What I mute or hid is here too.
    """
    of, at = f"users/{user_id}/shares", now()
    before = start(query["cursor"], of=of, by=ORDER)
    limits = {"before": before["published_at"], "before_id": before["id"], "limit": query["limit"] + 1}
    answer = graph().one("people/shares", me=me().id, user=user_id, now=at, **limits)
    found = page(answer["items"], query["limit"], of=of, by=ORDER)
    rows = graph().rows("circle/cards", session=session_hash(), now=at, visible=found["items"])
    return {**found, "items": [row["card"] for row in rows]}


def _user(user_id: str) -> dict[str, Any]:
    user = graph().one("people/user", me=me().id, user=user_id)
    return user | graph().one("people/relationships", me=me().id, users=[user_id], now=now())
