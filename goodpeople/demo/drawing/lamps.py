"""What gives light."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    blob,
    box,
    line,
    poly,
    standing,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet

WOOD: Colour = (150, 92, 52)
BAMBOO: Colour = (196, 156, 92)
LIGHT: Colour = (250, 214, 136)


def lay_bulb(
    sheet: Sheet, x: float, y: float, size: float, *, shade: Colour | None = tone.DUSK
) -> None:
    """A hanging bulb with its flex from above; the bulb's foot at (x, y)."""
    put = standing(x, y, size / 100)
    sheet.glow(x, y - size * 0.3, size * 4, LIGHT, 0.5)
    sheet.lay(tone.INK, *put(line([(0, -1400), (0, -86)], 4), box(-10, -98, 10, -70, 4)))
    sheet.lay(
        (252, 232, 170),
        *put(blob((0, 0), (-26, -24), (-14, -60), (-9, -76), (9, -76), (14, -60), (26, -24))),
        shadow=4,
    )
    if shade:
        sheet.lay(shade, *put(poly((-16, -106), (16, -106), (78, -54), (-78, -54))), shadow=8)
