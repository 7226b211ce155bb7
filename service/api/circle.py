"""What my circle shows me."""

from datetime import timedelta
from typing import Any

from flask_smorest import Blueprint

from service.api.auth import ask
from service.api.current import now
from service.api.paging import page, start
from service.api.schemas.circle import FeedPage, FeedQuery

ORDER = ("published_at", "id")
EXPIRING = timedelta(hours=48)
blp = Blueprint("circle", __name__, url_prefix="/v1/circle", description="Friends and friends of friends")


@blp.get("")
@blp.arguments(FeedQuery, location="query")
@blp.response(200, FeedPage)
def feed(query: dict[str, Any]) -> dict[str, Any]:
    """The newest shares my circle can show me."""
    limit, query["limit"] = query["limit"], query["limit"] + 1
    before = start(query.pop("cursor"), of="circle", by=ORDER)
    query.pop("sort")
    expiring_by = now() + EXPIRING if query.pop("expiring") else None
    found = ask(
        "circle/feed",
        before=before["published_at"],
        before_id=before["id"],
        expiring_by=expiring_by,
        **query,
    )
    return page(found["items"], limit, of="circle", by=ORDER)
