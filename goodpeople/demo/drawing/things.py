"""Things of a house: a teapot, a table, seats, an umbrella; each stands on (x, y)."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    arc,
    around,
    blob,
    box,
    curve,
    ellipse,
    line,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker, paler

WOOD: Colour = (150, 92, 52)
BAMBOO: Colour = (196, 156, 92)
LIGHT: Colour = (250, 214, 136)


def lay_teapot(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.OXBLOOD,
    mirror: bool = False,
) -> None:
    """A round clay teapot with its spout to the right."""
    put = standing(x, y, height / 100, mirror=mirror)
    sheet.lay(
        colour,
        *put(arc(-52, -46, 30, 28, 100, 260, 9), taper([(36, -30), (64, -52), (76, -78)], 22, 9)),
        shadow=6,
    )
    sheet.lay(
        colour,
        *put(blob((-54, -40), (-38, -72), (0, -82), (38, -72), (54, -40), (34, -2), (-34, -2))),
        shadow=9,
    )
    sheet.lay(darker(colour), *put(ellipse(0, -78, 26, 5), ellipse(0, -92, 8, 7)), shadow=3)
    sheet.lay(paler(colour), *put(curve([(-40, -52), (-28, -66), (-8, -73)], 4)))


def lay_thermos(
    sheet: Sheet, x: float, y: float, height: float, *, colour: Colour = tone.CINNABAR
) -> None:
    """A vacuum flask as every house had one."""
    put = standing(x, y, height / 100)
    sheet.lay(tone.UMBER, *put(arc(0, -58, 24, 44, -80, 80, 3)), shadow=4)
    sheet.lay(
        colour,
        *put(box(-20, -72, 20, 0, 5), poly((-20, -70), (20, -70), (10, -86), (-10, -86))),
        shadow=8,
    )
    sheet.lay(tone.CREAM, *put(box(-9, -100, 9, -84, 3)), shadow=3)
    sheet.lay(paler(colour), *put(*around(ellipse(0, -44, 4, 7), (0, -36), 6)))
    sheet.lay(tone.SAND, *put(box(-20, -10, 20, -6), box(-20, -68, 20, -64)))


def lay_table(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    height: float | None = None,
    wood: Colour = WOOD,
) -> float:
    """A square table seen from the front; returns the y of its top, to put things on."""
    high = (height or width * 0.62) * 100 / width
    put = standing(x, y, width / 100)
    legs = [poly((s * 45, -high), (s * 38, -high), (s * 40, 0), (s * 45, 0)) for s in (-1, 1)]
    sheet.lay(darker(wood), *put(*legs, box(-42, -high + 8, 42, -high + 14)), shadow=6)
    sheet.lay(wood, *put(box(-50, -high, 50, -high + 6, 1)), shadow=10)
    sheet.lay(paler(wood), *put(line([(-49, -high + 0.8), (49, -high + 0.8)], 1.2)))
    return y - high * width / 100


def lay_stool(sheet: Sheet, x: float, y: float, width: float, *, wood: Colour = WOOD) -> None:
    """A plain wooden stool, as high as 0.9 of its width."""
    put = standing(x, y, width / 100)
    legs = [taper([(s * 34, -84), (s * 44, -2)], 9, 8) for s in (-1, 1)]
    sheet.lay(darker(wood), *put(*legs, line([(-38, -38), (38, -38)], 6)), shadow=5)
    sheet.lay(wood, *put(box(-50, -92, 50, -80, 4)), shadow=7)


def lay_bench(sheet: Sheet, x: float, y: float, width: float, *, wood: Colour = WOOD) -> None:
    """A long bench."""
    put = standing(x, y, width / 100)
    legs = [
        taper([(s * 38 + d * 2, -23), (s * 40 + d * 6, -1)], 3, 2.6)
        for s in (-1, 1)
        for d in (-1, 1)
    ]
    sheet.lay(darker(wood), *put(*legs), shadow=5)
    sheet.lay(wood, *put(box(-50, -26, 50, -22, 1)), shadow=7)


def lay_chair(
    sheet: Sheet, x: float, y: float, height: float, *, wood: Colour = BAMBOO, mirror: bool = False
) -> None:
    """A bamboo chair from the side, its back to the left; the seat is 0.45 of its height up."""
    put = standing(x, y, height / 100, mirror=mirror)
    sheet.lay(
        darker(wood),
        *put(
            line([(-22, 0), (-24, -45), (-32, -98)], 4.4),
            line([(24, 0), (22, -45)], 4.4),
            line([(-23, -18), (23, -18)], 3),
        ),
        shadow=5,
    )
    sheet.lay(wood, *put(box(-27, -49, 28, -43, 2)), shadow=6)


def lay_umbrella(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    degrees: float = 0,
    *,
    colour: Colour = tone.CINNABAR,
) -> None:
    """An open umbrella from the side, the end of its handle at (x, y)."""
    put = standing(x, y, width / 100, turn=degrees)
    sheet.lay(
        tone.UMBER, *put(line([(0, -8), (0, -86)], 2.2), arc(-4, -8, 4, 5, 0, 180, 2.2)), shadow=4
    )
    scallops = [ellipse(-37.5 + i * 25, -46, 12.5, 6, count=30) for i in range(4)]
    sheet.lay(
        colour, *put(ellipse(0, -46, 50, 38, start=180, stop=360)), holes=put(*scallops), shadow=10
    )
    ribs = [curve([(0, -84), (s * 13, -66), (s * 25, -46)], 0.8) for s in (-1, 1)]
    sheet.lay(darker(colour), *put(*ribs, line([(0, -84), (0, -46)], 0.8)))
    sheet.lay(tone.UMBER, *put(box(-1.2, -91, 1.2, -83)))
