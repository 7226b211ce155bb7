"""Platforms as admins keep them: their names, the ways to open a coupon, and the keys that sign events."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.schemas.platforms import Key, NewKey, Platform, PlatformChange, PlatformsKept
from service.graph.client import Unit

Row = dict[str, Any]
blp = Blueprint(
    "admin_platforms", __name__, url_prefix="/v1/admin/platforms", description="Platforms and their keys"
)


@blp.get("")
@blp.response(200, PlatformsKept)
def listed() -> Row:
    """Every platform with the names of its keys, which are derived and shown to nobody."""
    return {"items": graph().rows("admin/platforms", now=now())}


@blp.post("")
@blp.arguments(PlatformChange)
@blp.response(200, Platform)
def change(asked: Row) -> Response:
    """A platform, new or told anew."""
    at: Row = {"admin": me().id, "op": new_id(), "now": now()}
    return once(lambda unit: unit.one("admin/set_platform", **at, **asked), status=200)


@blp.post("/<platform>/webhook-key")
@blp.arguments(NewKey)
@blp.response(200, Key)
def rotate(asked: dict[str, str], platform: str) -> Row:
    """A new key signs the platform's events; the previous one stays valid for three days."""
    given = {"platform": platform, "key_id": asked["key_id"], "now": now(), "op": new_id()}
    audit = {"id": new_id(), "user": me().id, "reason": asked["reason"], "count": 1, "now": now()}

    def work(unit: Unit) -> Row:
        rotated = unit.one("platforms/rotate_key", **given)
        unit.run("purchases/log_import", kind="rotate_webhook_key", **audit)
        return rotated

    return graph().transaction(work)
