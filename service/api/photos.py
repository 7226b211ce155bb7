"""Photos of what was bought: sent before they are published, seen by whoever sees a share that shows them."""

from typing import Any

from flask import Response, request
from flask_smorest import Blueprint

from service.actions import photos
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.schemas.photos import Kept, Size
from service.errors import NotFound

Row = dict[str, Any]
WEBP = "image/webp"
BYTES = {"schema": {"type": "string", "format": "binary"}}
SENT = {"required": True, "content": dict.fromkeys(photos.TYPES, BYTES)}
SEEN = {"200": {"content": {WEBP: BYTES}}}
blp = Blueprint("photos", __name__, url_prefix="/v1/photos", description="Photos that shares show")


@blp.post("")
@blp.response(201, Kept)
@blp.doc(requestBody=SENT)
def send() -> Row:
    """Send a photo as the body, JPEG, PNG or WebP of at most 10 MB, to be named by a share.

    It is kept as pixels alone: where and when it was taken stays behind. Safe to repeat: the same bytes
    are the same photo. One that no share names within a day is forgotten.
    """
    request.max_content_length = photos.MOST_BYTES
    work = photos.keep(me().id, new_id(), request.get_data(cache=False), op=new_id(), now=now())
    return graph().transaction(work)


@blp.get("/<photo>")
@blp.arguments(Size, location="query")
@blp.response(200)
@blp.doc(responses=SEEN)
def look(query: Row, photo: str) -> Response:
    """A photo of mine, or of a share that I may see, as WebP: at most 1,600 pixels a side, `small` 720."""
    told = graph().one("photos/shown", me=me().id, photo=photo)
    if not (told["mine"] or told["reported"] or _sees(told["shares"])):
        raise NotFound
    response = Response(graph().one("photos/content", photo=photo, **query)["content"], content_type=WEBP)
    response.headers["Cache-Control"] = "private, max-age=3600"  # what is at this address never changes
    return response


def _sees(shares: list[str]) -> bool:
    return bool(graph().rows("shares/visible", me=me().id, shares=shares, now=now()))
