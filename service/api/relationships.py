"""My relationships with many people at once."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, now
from service.api.schemas.people import Relationships, UserBatch
from service.graph.client import Row

blp = Blueprint("relationships", __name__, url_prefix="/v1/relationships", description="Me and many people")


@blp.post("")
@blp.arguments(UserBatch)
@blp.response(200, Relationships)
def read(batch: Row) -> Row:
    """`viewer` for each id, in the order of the request. An unknown id looks like a stranger."""
    rows = graph().rows("people/relationships", me=me().id, users=batch["ids"], now=now())
    return {"items": rows}
