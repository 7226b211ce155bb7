"""People I could befriend, and those I do not want suggested."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage
from service.api.schemas.suggestions import SuggestionPage
from service.circle import suggestions

blp = Blueprint("suggestions", __name__, url_prefix="/v1/me", description="People I could befriend")
PLACE = ("place",)
ORDER = ("since", "user_id")


@blp.get("/suggestions")
@blp.arguments(PageQuery, location="query")
@blp.response(200, SuggestionPage)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """People with friends in common, first who would open most of what my circle lacks.

    Nobody who does not wish to be found, whom I dismissed or mute, or with whom a request or a block
    stands. At most 50; a page goes on by place.
    """
    limit, after = query["limit"], start(query["cursor"], of="suggestions", by=PLACE)
    rows = suggestions.ranked(graph(), me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="suggestions", by=PLACE)


@blp.get("/dismissed")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def dismissed(query: dict[str, Any]) -> dict[str, Any]:
    """Who is not suggested to me, the latest first."""
    limit, after = query["limit"], start(query["cursor"], of="dismissed", by=ORDER)
    rows = graph().rows("suggestions/dismissed", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="dismissed", by=ORDER)


@blp.put("/dismissed/<user_id>")
@blp.response(204)
def dismiss(user_id: str) -> None:
    """They are never suggested to me again; they are not told."""
    graph().one("suggestions/dismiss", me=me().id, user=user_id, now=now())


@blp.delete("/dismissed/<user_id>")
@blp.response(204)
def undo(user_id: str) -> None:
    """They may be suggested to me again."""
    graph().run("suggestions/undismiss", me=me().id, user=user_id)
