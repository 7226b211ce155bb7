"""Photos: any picture that a phone takes, made small and stripped of all but what one sees."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from service.errors import Refused, Unavailable
from service.graph.client import Row, Unit

FORMATS = ("JPEG", "PNG", "WEBP")
TYPES = tuple(f"image/{name.lower()}" for name in FORMATS)
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000  # what is larger is no photo of a phone, but meant to fill the memory
LARGE, SMALL = (1600, 1600), (720, 720)
QUALITY = 78
PATIENCE = 5  # seconds; others need the threads, too
_one_by_one = Lock()  # a decoded photo fills some 200 MB


@dataclass(frozen=True)
class Photo:
    """A photo as it is kept: WebP, upright, without place, time or maker of the camera."""

    large: bytes
    small: bytes
    width: int
    height: int


def shrunk(sent: bytes) -> Photo:
    """A photo of the bytes of a JPEG, PNG or WebP; raises Refused `not_a_photo`.

    Only pixels and the colour profile are taken over: EXIF (place, time, serial numbers), XMP, comments
    and further frames stay behind. `width` and `height` are those of `large`.
    """
    try:
        return _shrunk(sent)
    except Exception as error:  # damaged bytes lead Pillow to whatever error they like
        raise Refused("not_a_photo") from error


def keep(me: str, photo: str, sent: bytes, *, op: str, now: datetime) -> Callable[[Unit], Row]:
    """What keeps a photo of the viewer's and answers its id, width and height.

    The same bytes of the same person are the same photo, so it is safe to repeat. Raises Refused
    `not_a_photo` at once, and `photos_waiting` when too many of theirs are shown by no share; Unavailable
    when too many are being sent.
    """
    if not _one_by_one.acquire(timeout=PATIENCE):
        raise Unavailable("too many photos are being made smaller")
    try:
        made = vars(shrunk(sent))
    finally:
        _one_by_one.release()
    key = f"{me}:{hashlib.sha256(sent).hexdigest()}"

    def work(unit: Unit) -> Row:
        kept = unit.one("photos/keep", me=me, photo=photo, key=key, op=op, now=now, **made)
        return {name: kept[name] for name in ("id", "width", "height")}

    return work


def _shrunk(sent: bytes) -> Photo:
    with Image.open(BytesIO(sent), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("too large")
        opened.draft("RGB", LARGE)  # a JPEG is read no larger than needed
        profile = opened.info.get("icc_profile") if opened.mode == "RGB" else None
        image = _opaque(ImageOps.exif_transpose(opened))
    image.thumbnail(LARGE)
    width, height = image.size
    large = _webp(image, profile)
    image.thumbnail(SMALL)
    return Photo(large, _webp(image, profile), width, height)


def _opaque(image: Image.Image) -> Image.Image:
    """In plain colours, on white where one could see through."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")


def _webp(image: Image.Image, profile: bytes | None) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4, icc_profile=profile)
    return out.getvalue()
