"""The platforms where people buy."""

from flask_smorest import Blueprint

from service.api.http.current import graph
from service.api.schemas.platforms import Platforms
from service.graph.client import Row

blp = Blueprint("platforms", __name__, url_prefix="/v1/platforms", description="Where people buy")


@blp.get("")
@blp.response(200, Platforms)
def every() -> Row:
    """Every platform with its ways to open a coupon."""
    return {"items": graph().rows("platforms/list")}
