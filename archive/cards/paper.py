"""The card's paper: a grained sheet, cut waves along its foot, a mount and a roundel."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

SIZE = (1200, 630)
# The paper of the site's drawn pictures, so that a card looks at home beside them.
PAPER = (248, 242, 230)
CREAM = (253, 250, 243)
SAND = (235, 219, 188)
MIST = (208, 222, 208)
CELADON = (134, 172, 153)
PINE = (66, 105, 92)
CINNABAR = (161, 42, 30)
INK = (34, 29, 25)
INK_SOFT = (92, 82, 72)
SHADOW = (52, 34, 22)

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]

# Each sheet of waves: colour, height of its middle, swell, length of a wave, where it starts.
_WAVES = (
    (MIST, 566, 9, 430, 0.4),
    (CELADON, 586, 8, 330, 2.1),
    (PINE, 608, 7, 390, 4.0),
)
_GRAIN = 2.2


@lru_cache(maxsize=1)
def _ground() -> Image.Image:
    random = np.random.default_rng(630)
    sheet = Image.new("RGB", SIZE, PAPER)
    for colour, middle, swell, length, start in _WAVES:
        xs = np.arange(0, 2 * SIZE[0] + 8, 8)
        ys = 2 * (middle + swell * np.sin(xs / 2 / length * 2 * math.pi + start))
        edge = [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]
        mask = Image.new("L", (2 * SIZE[0], 2 * SIZE[1]), 0)
        ImageDraw.Draw(mask).polygon([*edge, (xs[-1], 2 * SIZE[1]), (0, 2 * SIZE[1])], fill=255)
        lay(sheet, colour, mask.reduce(2), lift=5)
    pixels = np.asarray(sheet, dtype=np.float32)
    fibre = random.standard_normal((SIZE[1], SIZE[0]), dtype=np.float32)
    fibre = (fibre + np.roll(fibre, 1, axis=1)) * _GRAIN
    return Image.fromarray(np.clip(pixels + fibre[:, :, None], 0, 255).astype(np.uint8))


def ground() -> Image.Image:
    """Return a fresh sheet of paper, 1200 × 630, with waves along its foot."""
    return _ground().copy()


def lay(sheet: Image.Image, colour: Colour, mask: Image.Image, *, lift: int) -> None:
    """Lay paper of ``colour`` where ``mask`` is white, ``lift`` pixels above ``sheet``."""
    box = mask.getbbox()
    if box is None:
        return
    # Only around the paper: the rest of the sheet has no shadow to work out.
    reach = 3 * lift
    near = (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)
    shade = mask.crop(near).filter(ImageFilter.GaussianBlur(lift)).point(lambda v: v * 0.3)
    sheet.paste(SHADOW, (near[0] + lift // 3, near[1] + lift // 2), shade)
    sheet.paste(colour, box[:2], mask.crop(box))


def mount(sheet: Image.Image, picture: Image.Image, box: Box, border: int) -> None:
    """Paste ``picture``, cropped to fill ``box``, on a cream mount ``border`` pixels wider."""
    left, top, right, bottom = box
    mask = Image.new("L", sheet.size, 0)
    outer = (left - border, top - border, right + border - 1, bottom + border - 1)
    ImageDraw.Draw(mask).rectangle(outer, fill=255)
    lay(sheet, CREAM, mask, lift=9)
    fitted = ImageOps.fit(
        picture.convert("RGB"), (right - left, bottom - top), Image.Resampling.LANCZOS
    )
    sheet.paste(fitted, (left, top))


def roundel(sheet: Image.Image, centre: tuple[int, int], radius: int) -> None:
    """Lay a red window flower: a disc with a scalloped edge and a ring cut out of it."""
    x, y = centre
    mask = Image.new("L", (2 * sheet.width, 2 * sheet.height), 0)
    pen = ImageDraw.Draw(mask)

    def disc(cx: float, cy: float, r: float, value: int) -> None:
        pen.ellipse((2 * (cx - r), 2 * (cy - r), 2 * (cx + r), 2 * (cy + r)), fill=value)

    petals = 36
    for petal in range(petals):
        angle = 2 * math.pi * petal / petals
        disc(x + radius * math.cos(angle), y + radius * math.sin(angle), radius * 0.088, 255)
    disc(x, y, radius, 255)
    for petal in range(petals):
        angle = 2 * math.pi * petal / petals
        disc(x + radius * math.cos(angle), y + radius * math.sin(angle), radius * 0.036, 0)
    disc(x, y, radius * 0.9, 0)
    disc(x, y, radius * 0.87, 255)
    lay(sheet, CINNABAR, mask.reduce(2), lift=8)
