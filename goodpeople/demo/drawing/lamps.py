"""What gives light: lanterns, a desk lamp, a bulb, a street lamp."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    arc,
    blob,
    box,
    curve,
    ellipse,
    line,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet

WOOD: Colour = (150, 92, 52)
BAMBOO: Colour = (196, 156, 92)
LIGHT: Colour = (250, 214, 136)


def lay_lantern(sheet: Sheet, x: float, y: float, height: float, *, lit: bool = True) -> None:
    """A hurricane lamp with its wire handle, standing on y."""
    put = standing(x, y, height / 100)
    if lit:
        sheet.glow(x, y - height * 0.4, height * 1.5, LIGHT, 0.6)
    sheet.lay(
        tone.INK,
        *put(
            arc(0, -52, 26, 46, 180, 360, 2.4), box(-24, -14, 24, 0, 4), box(-15, -76, 15, -66, 3)
        ),
        shadow=6,
    )
    glass = blob((-13, -14), (-20, -36), (-13, -66), (13, -66), (20, -36), (13, -14))
    sheet.lay((238, 226, 190) if lit else tone.MIST, *put(glass), shadow=4)
    if lit:
        sheet.lay(tone.OCHRE, *put(blob((0, -54), (7, -32), (0, -22), (-7, -32))))
        sheet.lay((252, 232, 170), *put(blob((0, -42), (3.4, -30), (0, -24), (-3.4, -30))))
    sheet.lay(tone.INK, *put(line([(-20, -14), (-20, -66)], 2), line([(20, -14), (20, -66)], 2)))


def lay_desk_lamp(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.PINE,
    lit: bool = True,
    mirror: bool = False,
) -> None:
    """A desk lamp whose shade leans to the right, with its cone of light."""
    put = standing(x, y, height / 100, mirror=mirror)
    if lit:
        side = -1 if mirror else 1
        sheet.glow(x + side * height * 0.5, y - height * 0.3, height * 0.95, LIGHT, 0.55)
    sheet.lay(
        tone.INK, *put(box(-20, -6, 20, 0, 3), line([(0, -3), (-8, -50), (24, -86)], 3)), shadow=5
    )
    sheet.lay(colour, *put(poly((14, -92), (34, -100), (70, -66), (28, -52))), shadow=8)
    sheet.lay(LIGHT if lit else tone.CREAM, *put(poly((70, -66), (28, -52), (30, -48), (72, -62))))


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


def lay_street_lamp(
    sheet: Sheet, x: float, y: float, height: float, *, lit: bool = True, mirror: bool = False
) -> None:
    """A street lamp bending to the right."""
    put = standing(x, y, height / 100, mirror=mirror)
    tip = (x + (-0.25 if mirror else 0.25) * height, y - height * 0.94)
    if lit:
        sheet.glow(*tip, height * 0.6, LIGHT, 0.6)
    sheet.lay(
        tone.INK,
        *put(
            taper([(0, 0), (0, -80)], 3.4, 2.2),
            curve([(0, -78), (2, -94), (14, -99), (24, -97)], 1.8),
            box(-3, -6, 3, 0),
        ),
        shadow=5,
    )
    sheet.lay(
        LIGHT if lit else tone.MIST, *put(ellipse(25, -94.6, 7, 4, start=0, stop=180)), shadow=2
    )
    sheet.lay(tone.INK, *put(ellipse(25, -94.6, 8.4, 5, start=180, stop=360)))


def lay_red_lantern(sheet: Sheet, x: float, y: float, height: float) -> None:
    """A round red paper lantern hanging from (x, y)."""
    put = standing(x, y, height / 100)
    sheet.lay(tone.CINNABAR, *put(ellipse(0, 46, 40, 32)), shadow=8)
    ribs = [arc(0, 46, r, 32, 0, 360, 1.2) for r in (14, 28)]
    sheet.lay(tone.OXBLOOD, *put(*ribs, line([(0, 14), (0, 78)], 1.2)))
    sheet.lay(
        tone.OCHRE,
        *put(
            box(-14, 10, 14, 18, 2),
            box(-14, 74, 14, 82, 2),
            line([(0, -30), (0, 12)], 1.6),
            *[line([(i * 3, 82), (i * 3.4, 104)], 1.6) for i in range(-3, 4)],
        ),
        shadow=3,
    )
