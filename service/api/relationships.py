"""How I stand with many people at once."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.schemas.people import Relationships, UserBatch

blp = Blueprint("relationships", __name__, url_prefix="/v1/relationships", description="Me and many people")


@blp.post("")
@blp.arguments(UserBatch)
@blp.response(200, Relationships)
def read(batch: dict[str, Any]) -> dict[str, Any]:
    """`caller` for each id, in the order asked; an unknown id is answered like a stranger's."""
    rows = graph().rows("people/relationships", me=me().id, users=batch["ids"], now=now())
    return {"items": rows}
