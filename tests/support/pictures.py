"""Pictures as phones send them."""

from io import BytesIO

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

PLACE = "Where it was taken, which nobody is told"


def picture(kind: str = "JPEG", width: int = 400, height: int = 300, hue: int = 120, turn: int = 1) -> bytes:
    """A picture whose left half is white, with a place in its EXIF; `turn` says how the camera was held."""
    image = Image.new("RGB", (width, height), (hue, 40, 60))
    image.paste("white", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[Base.Orientation] = turn
    exif[Base.ImageDescription] = PLACE
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitudeRef] = "N"
    out = BytesIO()
    image.save(out, kind, exif=exif, comment=PLACE.encode())
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture of these bytes."""
    return Image.open(BytesIO(content))
