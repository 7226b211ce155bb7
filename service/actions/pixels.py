"""Scales a stranger's picture down in a process of its own, within bounds of memory and time.

A file of a hundred kilobytes can hold pictures of a gigabyte. So the size is checked before anything is
decoded, and the process that decodes may fill only so much memory.
"""

import json
import resource
import subprocess
import sys
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
# Pixels. A JPEG can be decoded at a fraction of its size; of the other formats every pixel is decoded.
MOST_PIXELS = {"JPEG": 100_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
MOST_MEMORY = 1_000_000_000  # bytes, of which Python and the libraries map a half
SECONDS = 15
LARGE, SMALL = (1600, 1600), (720, 720)
QUALITY = 78
COMMAND = (sys.executable, "-m", "service.actions.pixels")


class Shrunk(NamedTuple):
    """A picture as WebP, upright, without place, time or camera; the size is that of `large`."""

    large: bytes
    small: bytes
    width: int
    height: int


def shrink(sent: bytes) -> Shrunk:
    """The picture in the bytes of a JPEG, PNG or WebP.

    It has only the pixels and the colour profile: no EXIF (place, time, serial numbers), XMP, comments or
    further frames. Raises ValueError when the bytes are no picture or too large a one, TimeoutError after
    SECONDS.
    """
    try:
        done = subprocess.run(  # noqa: S603  a module of ours
            COMMAND, input=sent, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("the picture took too long") from error
    if done.returncode:
        raise ValueError("not a picture that can be shown")
    head, _, rest = done.stdout.partition(b"\n")
    facts = json.loads(head)
    return Shrunk(rest[: facts["large"]], rest[facts["large"] :], facts["width"], facts["height"])


def shrunk(sent: bytes) -> Shrunk:
    """The same in this process, which a picture can then end."""
    with Image.open(BytesIO(sent), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS[opened.format or ""]:
            raise ValueError("too large")
        opened.draft("RGB", LARGE)  # a JPEG is decoded no larger than needed
        profile = opened.info.get("icc_profile") if opened.mode == "RGB" else None
        image = _opaque(ImageOps.exif_transpose(opened))
    image.thumbnail(LARGE)
    width, height = image.size
    large = _webp(image, profile)
    image.thumbnail(SMALL)
    return Shrunk(large, _webp(image, profile), width, height)


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


def main() -> None:
    """Shrink the picture on standard input onto standard output: a line of JSON, `large`, `small`."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    picture = shrunk(sys.stdin.buffer.read())
    facts = {"large": len(picture.large), "width": picture.width, "height": picture.height}
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n" + picture.large + picture.small)


if __name__ == "__main__":
    main()
