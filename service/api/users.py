"""Other people, as far as I may see them."""

from flask_smorest import Blueprint

from service.api.http.auth import me, session_hash
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import HandleQuery, User
from service.api.schemas.shares import SharePage
from service.graph.client import Row

ORDER = ("published_at", "id")
blp = Blueprint("users", __name__, url_prefix="/v1/users", description="Other people")


@blp.get("")
@blp.arguments(HandleQuery, location="query")
@blp.response(200, User)
def find(query: Row) -> Row:
    """The person with exactly this handle, if discoverable or my friend; otherwise 404."""
    return _user(graph().one("people/find", me=me().id, **query)["id"])


@blp.get("/<user_id>")
@blp.response(200, User)
def read(user_id: str) -> Row:
    """A person: a small card, and a profile for friends and creators.

    An unknown id, a departed person and a block between us all give the same 404.
    """
    return _user(user_id)


@blp.get("/<user_id>/shares")
@blp.arguments(PageQuery, location="query")
@blp.response(200, SharePage)
def shares(query: Row, user_id: str) -> Row:
    """The shares of a person that I may see, newest first, with or without copies left.

    For a creator I follow this includes their public shares. Muted and hidden shares are here too.
    """
    of, at = f"users/{user_id}/shares", now()
    before = start(query["cursor"], of=of, by=ORDER)
    limits = {"before": before["published_at"], "before_id": before["id"], "limit": query["limit"] + 1}
    answer = graph().one("people/shares", me=me().id, user=user_id, now=at, **limits)
    result = page(answer["items"], query["limit"], of=of, by=ORDER)
    rows = graph().rows("circle/cards", session=session_hash(), now=at, visible=result["items"])
    return {**result, "items": [row["card"] for row in rows]}


def _user(user_id: str) -> Row:
    user = graph().one("people/user", me=me().id, user=user_id)
    return user | graph().one("people/relationships", me=me().id, users=[user_id], now=now())
