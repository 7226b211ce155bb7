"""The creators I follow, and who follows me."""

from typing import Any

from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage

blp = Blueprint("follows", __name__, url_prefix="/v1/me", description="Following creators")
ORDER = ("since", "user_id")


@blp.get("/follows")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """The creators I follow, the latest first."""
    limit, after = query["limit"], start(query["cursor"], of="follows", by=ORDER)
    rows = graph().rows("people/follows", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="follows", by=ORDER)


@blp.put("/follows/<user_id>")
@blp.response(204)
def follow(user_id: str) -> None:
    """I follow a creator and see what they share with everybody."""
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.follow(unit, caller, user_id, op=op, now=at), op=op)


@blp.delete("/follows/<user_id>")
@blp.response(204)
def unfollow(user_id: str) -> None:
    """I follow them no longer."""
    graph().run("people/unfollow", follower=me().id, creator=user_id)


@blp.get("/followers")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def followers(query: dict[str, Any]) -> dict[str, Any]:
    """Who follows me, the latest first. Nobody else can read it."""
    limit, after = query["limit"], start(query["cursor"], of="followers", by=ORDER)
    rows = graph().rows("people/followers", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="followers", by=ORDER)


@blp.delete("/followers/<user_id>")
@blp.response(204)
def remove_follower(user_id: str) -> None:
    """They follow me no longer; they are not told."""
    graph().run("people/unfollow", follower=user_id, creator=me().id)
