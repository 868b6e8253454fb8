"""Small copies of private photos for lists: made when asked for and kept nowhere."""

from __future__ import annotations

import io
from typing import IO

from PIL import Image

SMALL_SIDE = 640


def small_copy(photo: IO[bytes]) -> io.BytesIO:
    """Return a JPEG of at most 640 pixels a side of one of our own cleaned photos.

    A form with twelve photos would otherwise send 10 MB to a phone each time it is opened.
    """
    with photo, Image.open(photo, formats=("JPEG",)) as picture:
        # Lets the decoder skip the detail that is thrown away anyway.
        picture.draft("RGB", (SMALL_SIDE, SMALL_SIDE))
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE))
        out = io.BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=78)
    out.seek(0)
    return out
