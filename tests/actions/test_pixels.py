"""A stranger's picture fills so much memory and takes so long, and no more."""

from io import BytesIO

import pytest
from PIL import Image

from service.actions import pixels
from service.actions.pixels import MOST_PIXELS, shrink


def empty(mode: str, width: int, height: int, kind: str = "PNG") -> bytes:
    """A picture without a mark on it: few bytes, as many pixels as one likes."""
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


def test_the_largest_picture_of_the_widest_pixels_is_shrunk() -> None:
    side = int(MOST_PIXELS["PNG"] ** 0.5)
    picture = shrink(empty("RGBA", side, side))
    assert (picture.width, picture.height) == (1600, 1600)
    assert picture.large[8:12] == picture.small[8:12] == b"WEBP"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_with_more_pixels_is_refused_unread(kind: str) -> None:
    wide = MOST_PIXELS[kind] // 10_000 + 1
    with pytest.raises(ValueError, match="not a picture"):
        shrink(empty("RGB", 10_000, wide, kind))


def test_a_picture_that_fills_the_memory_ends_its_process_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import service.actions.pixels as p; p.MOST_MEMORY = {200 << 20}; p.main()"
    monkeypatch.setattr(pixels, "COMMAND", (pixels.COMMAND[0], "-c", code))
    with pytest.raises(ValueError, match="not a picture"):
        shrink(empty("RGBA", 5000, 5000))


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "SECONDS", 0.01)
    with pytest.raises(TimeoutError):
        shrink(empty("RGB", 100, 100))
