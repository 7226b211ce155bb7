"""The creators I follow, and my followers."""

from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage
from service.graph.client import Row

blp = Blueprint("follows", __name__, url_prefix="/v1/me", description="Following creators")
ORDER = ("since", "user_id")


@blp.get("/follows")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def listed(query: Row) -> Row:
    """The creators I follow, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="follows", by=ORDER)
    rows = graph().rows("people/follows", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="follows", by=ORDER)


@blp.put("/follows/<user_id>")
@blp.response(204)
def follow(user_id: str) -> None:
    """Follow a creator, to see what they share with everyone."""
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.follow(unit, caller, user_id, op=op, now=at), op=op)


@blp.delete("/follows/<user_id>")
@blp.response(204)
def unfollow(user_id: str) -> None:
    """Unfollow a creator."""
    graph().run("people/unfollow", follower=me().id, creator=user_id)


@blp.get("/followers")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def followers(query: Row) -> Row:
    """My followers, newest first. Nobody else can read this list."""
    limit, after = query["limit"], start(query["cursor"], of="followers", by=ORDER)
    rows = graph().rows("people/followers", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="followers", by=ORDER)


@blp.delete("/followers/<user_id>")
@blp.response(204)
def remove_follower(user_id: str) -> None:
    """Remove a follower. The server does not notify them."""
    graph().run("people/unfollow", follower=user_id, creator=me().id)
