"""Photos: a picture from a phone, scaled down, with its pixels and colours alone."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from threading import Lock

from service.actions.pixels import FORMATS, shrink
from service.errors import Refused, Unavailable
from service.graph.client import Row, Unit

TYPES = tuple(f"image/{name.lower()}" for name in FORMATS)
MOST_BYTES = 10 * 1024 * 1024
PATIENCE = 5  # seconds; other requests need the threads too
_one_by_one = Lock()  # a decoded photo fills some 200 MB


def keep(me: str, photo: str, sent: bytes, *, op: str, now: datetime) -> Callable[[Unit], Row]:
    """The work that stores a photo of `me` and returns its id, width and height.

    The same bytes of the same person are the same photo, so it is safe to repeat. This raises Refused
    `not_a_photo`, and Unavailable while too many photos arrive; the work raises Refused `photos_waiting`
    when `me` has too many photos without a share.
    """
    if not _one_by_one.acquire(timeout=PATIENCE):
        raise Unavailable("too many photos are being scaled down")
    try:
        pixels = shrink(sent)._asdict()
    except ValueError as error:
        raise Refused("not_a_photo") from error
    except TimeoutError as error:
        raise Unavailable(str(error)) from error
    finally:
        _one_by_one.release()
    key = f"{me}:{hashlib.sha256(sent).hexdigest()}"

    def work(unit: Unit) -> Row:
        kept = unit.one("photos/keep", me=me, photo=photo, key=key, op=op, now=now, **pixels)
        return {name: kept[name] for name in ("id", "width", "height")}

    return work
