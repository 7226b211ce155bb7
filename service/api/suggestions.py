"""Suggested people, and people I do not want suggested."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.people import ChosenPage
from service.api.schemas.suggestions import SuggestionPage
from service.circle import suggestions
from service.graph.client import Row

blp = Blueprint("suggestions", __name__, url_prefix="/v1/me", description="People I could befriend")
PLACE = ("place",)
ORDER = ("since", "user_id")


@blp.get("/suggestions")
@blp.arguments(PageQuery, location="query")
@blp.response(200, SuggestionPage)
def listed(query: Row) -> Row:
    """People with mutual friends. Those who would add most to my circle come first.

    The list leaves out people who are not discoverable, people I dismissed or mute, and people with a
    request or a block between us. At most 50; pages continue by place.
    """
    limit, after = query["limit"], start(query["cursor"], of="suggestions", by=PLACE)
    rows = suggestions.ranked(graph(), me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of="suggestions", by=PLACE)


@blp.get("/dismissed")
@blp.arguments(PageQuery, location="query")
@blp.response(200, ChosenPage)
def dismissed(query: Row) -> Row:
    """People I dismissed, newest first."""
    limit, after = query["limit"], start(query["cursor"], of="dismissed", by=ORDER)
    rows = graph().rows("suggestions/dismissed", me=me().id, limit=limit + 1, **after)
    return page(rows, limit, of="dismissed", by=ORDER)


@blp.put("/dismissed/<user_id>")
@blp.response(204)
def dismiss(user_id: str) -> None:
    """Never suggest a person to me again. The server does not notify them."""
    graph().one("suggestions/dismiss", me=me().id, user=user_id, now=now())


@blp.delete("/dismissed/<user_id>")
@blp.response(204)
def undo(user_id: str) -> None:
    """Allow a person in my suggestions again."""
    graph().run("suggestions/undismiss", me=me().id, user=user_id)
