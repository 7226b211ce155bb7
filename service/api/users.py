"""Other people, as one may see them."""

from typing import Any

from flask_smorest import Blueprint

from service.api.auth import me
from service.api.current import graph, now
from service.api.schemas.people import HandleQuery, User

blp = Blueprint("users", __name__, url_prefix="/v1/users", description="Other people")


@blp.get("")
@blp.arguments(HandleQuery, location="query")
@blp.response(200, User)
def find(query: dict[str, Any]) -> dict[str, Any]:
    """Whoever has exactly this handle, if they wish to be found or are a friend; 404 otherwise."""
    return _user(graph().one("people/find", viewer=me().id, **query)["id"])


@blp.get("/<user_id>")
@blp.response(200, User)
def read(user_id: str) -> dict[str, Any]:
    """A person: a small card, more of friends and creators.

    404 alike for an unknown id, somebody who left, somebody who blocks me and somebody I block.
    """
    return _user(user_id)


def _user(user_id: str) -> dict[str, Any]:
    user = graph().one("people/user", viewer=me().id, user=user_id)
    return user | graph().one("people/relationships", viewer=me().id, users=[user_id], now=now())
