"""Platforms: where people buy."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.current import graph
from service.api.schemas.platforms import Platforms

blp = Blueprint("platforms", __name__, url_prefix="/v1/platforms", description="Where people buy")


@blp.get("")
@blp.response(200, Platforms)
def every() -> dict[str, Any]:
    """Every platform, and the ways a coupon is opened there."""
    return {"items": graph().rows("platforms/list")}
