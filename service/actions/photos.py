"""Photos: a picture from a phone, scaled down, with its pixels and colours alone."""

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
MOST_PIXELS = 50_000_000  # a larger picture is no photo of a phone; it is meant to fill the memory
LARGE, SMALL = (1600, 1600), (720, 720)
QUALITY = 78
PATIENCE = 5  # seconds; other requests need the threads too
_one_by_one = Lock()  # a decoded photo fills some 200 MB


@dataclass(frozen=True)
class Photo:
    """A stored photo: WebP, upright, without place, time or camera."""

    large: bytes
    small: bytes
    width: int
    height: int


def shrunk(sent: bytes) -> Photo:
    """The photo in the bytes of a JPEG, PNG or WebP; raises Refused `not_a_photo`.

    It has only the pixels and the colour profile: no EXIF (place, time, serial numbers), XMP, comments
    or further frames. `width` and `height` are those of `large`.
    """
    try:
        return _shrunk(sent)
    except Exception as error:  # for damaged bytes Pillow raises errors of any kind
        raise Refused("not_a_photo") from error


def keep(me: str, photo: str, sent: bytes, *, op: str, now: datetime) -> Callable[[Unit], Row]:
    """The work that stores a photo of `me` and returns its id, width and height.

    The same bytes of the same person are the same photo, so it is safe to repeat. This raises Refused
    `not_a_photo`, and Unavailable while too many photos arrive; the work raises Refused `photos_waiting`
    when `me` has too many photos without a share.
    """
    if not _one_by_one.acquire(timeout=PATIENCE):
        raise Unavailable("too many photos are being scaled down")
    try:
        pixels = vars(shrunk(sent))
    finally:
        _one_by_one.release()
    key = f"{me}:{hashlib.sha256(sent).hexdigest()}"

    def work(unit: Unit) -> Row:
        kept = unit.one("photos/keep", me=me, photo=photo, key=key, op=op, now=now, **pixels)
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
    """The image in plain colours, on white where it is transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _webp(image: Image.Image, profile: bytes | None) -> bytes:
    out = BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=4, icc_profile=profile)
    return out.getvalue()
