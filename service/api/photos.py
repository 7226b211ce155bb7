"""Photos of purchases: upload them first; people who may see a share may see its photos."""

from flask import Response, request
from flask_smorest import Blueprint

from service.actions import photos
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.schemas.photos import Kept, Size
from service.errors import NotFound
from service.graph.client import Row

WEBP = "image/webp"
BYTES = {"schema": {"type": "string", "format": "binary"}}
SENT = {"required": True, "content": dict.fromkeys(photos.TYPES, BYTES)}
SEEN = {"200": {"content": {WEBP: BYTES}}}
blp = Blueprint("photos", __name__, url_prefix="/v1/photos", description="Photos that shares show")


@blp.post("")
@blp.response(201, Kept)
@blp.doc(requestBody=SENT)
def send() -> Row:
    """Upload a photo as the body: JPEG, PNG or WebP, at most 10 MB. A share can then name it.

    The server keeps only the pixels, not the place and time of the shot. Safe to repeat: the same bytes
    are the same photo. The server deletes a photo that no share names within a day.
    """
    request.max_content_length = photos.MOST_BYTES
    work = photos.keep(me().id, new_id(), request.get_data(cache=False), op=new_id(), now=now())
    return graph().transaction(work)


@blp.get("/<photo>")
@blp.arguments(Size, location="query")
@blp.response(200)
@blp.doc(responses=SEEN)
def look(query: Row, photo: str) -> Response:
    """A photo of mine or of a share that I may see, as WebP: at most 1,600 pixels a side, `small` 720."""
    sight = graph().one("photos/shown", me=me().id, photo=photo)
    if not (sight["mine"] or sight["reported"] or _sees(sight["shares"])):
        raise NotFound
    response = Response(graph().one("photos/content", photo=photo, **query)["content"], content_type=WEBP)
    response.headers["Cache-Control"] = "private, max-age=3600"  # the content of this address never changes
    return response


def _sees(shares: list[str]) -> bool:
    return bool(graph().rows("shares/visible", me=me().id, shares=shares, now=now()))
