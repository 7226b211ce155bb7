"""Platforms for admins: their names, their ways to open a coupon, and the keys that sign events."""

from flask import Response
from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.schemas.platforms import Key, NewKey, Platform, PlatformChange, PlatformsKept
from service.graph.client import Row, Unit

blp = Blueprint(
    "admin_platforms", __name__, url_prefix="/v1/admin/platforms", description="Platforms and their keys"
)


@blp.get("")
@blp.response(200, PlatformsKept)
def listed() -> Row:
    """Every platform with the names of its keys. The keys themselves are derived and never shown."""
    return {"items": graph().rows("admin/platforms", now=now())}


@blp.post("")
@blp.arguments(PlatformChange)
@blp.response(200, Platform)
def change(body: Row) -> Response:
    """Create or change a platform."""
    at: Row = {"admin": me().id, "op": new_id(), "now": now()}
    return once(lambda unit: unit.one("admin/set_platform", **at, **body), status=200)


@blp.post("/<platform>/webhook-key")
@blp.arguments(NewKey)
@blp.response(200, Key)
def rotate(body: dict[str, str], platform: str) -> Row:
    """Sign the platform's events with a new key. The previous one stays valid for three days."""
    given = {"platform": platform, "key_id": body["key_id"], "now": now(), "op": new_id()}
    audit = {"id": new_id(), "user": me().id, "reason": body["reason"], "count": 1, "now": now()}

    def work(unit: Unit) -> Row:
        rotated = unit.one("platforms/rotate_key", **given)
        unit.run("purchases/log_import", kind="rotate_webhook_key", **audit)
        return rotated

    return graph().transaction(work)
