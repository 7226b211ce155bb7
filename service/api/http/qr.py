"""QR codes as SVG."""

from io import BytesIO

import segno

QUIET_ZONE = 4  # modules of white around the code, as ISO/IEC 18004 wants
SVG = {"image/svg+xml": {"schema": {"type": "string"}}}  # for the OpenAPI document


def drawn(text: str) -> bytes:
    """A QR code of `text`."""
    drawing = BytesIO()
    segno.make_qr(text, error="m").save(drawing, kind="svg", border=QUIET_ZONE, scale=8, light="white")
    return drawing.getvalue()
