"""What is built in the water country: white houses with black tiles, bridges, windows, doors."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import lattice
from goodpeople.demo.drawing.shapes import Shape, arc, box, ellipse, line, poly, standing
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker, paler

WALL: Colour = (238, 232, 216)
TILES: Colour = (62, 64, 68)
STONE: Colour = (176, 170, 156)
LIT: Colour = (246, 202, 116)


def lay_house(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    storeys: int = 1,
    wall: Colour = WALL,
    tiles: Colour = TILES,
    wood: Colour = tone.UMBER,
    lit: bool = False,
    shadow: float = 8,
) -> None:
    """A house seen from its eaves' side: white wall, black roof, a door and windows.

    It stands on y with its middle at x; about 0.62 of its width high, and 0.4 more a storey.
    """
    put = standing(x, y, width / 100)
    high = 38.0 * storeys + 4
    sheet.lay(wall, *put(box(-46, -high, 46, 0)), shadow=shadow)
    sheet.lay(darker(wall), *put(box(-46, -5, 46, 0)))
    glass = LIT if lit else (86, 98, 98)
    sheet.lay(wood, *put(box(-8, -26, 8, 0), box(-10, -28, 10, -25)), shadow=2)
    sheet.lay(darker(wood), *put(box(-0.5, -25, 0.5, 0)))
    panes = [(side * 29, -24.0) for side in (-1, 1)]
    for storey in range(1, storeys):
        panes += [(wx, -24.0 - 38 * storey) for wx in (-29, 0, 29)]
    sheet.lay(wood, *put(*[box(a - 9, b - 9, a + 9, b + 9) for a, b in panes]), shadow=2)
    sheet.lay(glass, *put(*[box(a - 7.4, b - 7.4, a + 7.4, b + 7.4) for a, b in panes]))
    bars = [bar for a, b in panes for bar in lattice(a - 7.4, b - 7.4, a + 7.4, b + 7.4, 0.9)]
    sheet.lay(wood, *put(*bars))
    if storeys > 1:
        sheet.lay(tiles, *put(poly((-48, -38), (48, -38), (50, -33), (-50, -33))), shadow=4)
    roof = poly((-43, -high - 19), (43, -high - 19), (55, -high + 3), (-55, -high + 3))
    sheet.lay(tiles, *put(roof), shadow=shadow)
    ribs = [line([(i * 6.1, -high - 18), (i * 7.6, -high + 2)], 0.9) for i in range(-6, 7)]
    sheet.lay(paler(tiles), *put(*ribs))
    ridge = poly(
        (-46, -high - 23),
        (-41, -high - 20),
        (41, -high - 20),
        (46, -high - 23),
        (44, -high - 17),
        (-44, -high - 17),
    )
    sheet.lay(tiles, *put(ridge), shadow=3)


def lay_gable(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    wall: Colour = WALL,
    tiles: Colour = TILES,
    lit: bool = False,
    shadow: float = 8,
) -> None:
    """A house seen from its gable: the stepped horse-head wall, one small window."""
    put = standing(x, y, width / 100)
    outline = poly(
        (-46, 0), (-46, -66), (-28, -66), (-28, -84), (28, -84), (28, -66), (46, -66), (46, 0)
    )
    sheet.lay(wall, *put(outline), shadow=shadow)
    sheet.lay(darker(wall), *put(box(-46, -5, 46, 0)))
    caps = [
        poly((-54, -70), (-50, -66), (-27, -66), (-27, -71)),
        poly((54, -70), (50, -66), (27, -66), (27, -71)),
        poly((-36, -89), (-31, -84), (31, -84), (36, -89), (30, -90), (-30, -90)),
    ]
    sheet.lay(tiles, *put(*caps), shadow=4)
    sheet.lay(tone.UMBER, *put(box(-8, -54, 8, -36)), shadow=2)
    sheet.lay(LIT if lit else (86, 98, 98), *put(box(-6.4, -52.4, 6.4, -37.6)))
    sheet.lay(tone.UMBER, *put(line([(0, -53), (0, -37)], 1), line([(-7, -45), (7, -45)], 1)))


def lay_street(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    count: int = 5,
    *,
    lit: bool = False,
    seed: int = 1,
    shade: float = 1.0,
) -> None:
    """A row of old houses along a street or a bank; ``shade`` below 1 darkens them (far, night)."""
    random = np.random.default_rng(seed)
    each = width / count
    wall, tiles = darker(WALL, shade), darker(TILES, min(1, shade + 0.1))
    for i in range(count):
        at = x - width / 2 + each * (i + 0.5)
        share = float(random.uniform(0.86, 1.1))
        if i % 3 == 1:
            lay_gable(sheet, at, y, each * share, wall=wall, tiles=tiles, lit=lit, shadow=5)
        else:
            storeys = 2 if i % 2 else 1
            lay_house(
                sheet,
                at,
                y,
                each * share,
                storeys=storeys,
                wall=wall,
                tiles=tiles,
                lit=lit,
                shadow=5,
            )


def lay_arch_bridge(
    sheet: Sheet, x: float, y: float, width: float, *, stone: Colour = STONE, shadow: float = 10
) -> None:
    """A humped stone bridge of one arch; the water stands at y, where the arch springs."""
    put = standing(x, y, width / 100)
    t = np.linspace(-1, 1, 60)
    top = np.column_stack([t * 62, -8 - 27 * np.cos(t * math.pi / 2) ** 1.4])
    body = Shape(np.vstack([top, [[62, 6], [-62, 6]]]))
    sheet.lay(stone, *put(body), holes=put(ellipse(0, 2, 24, 27)), shadow=shadow)
    sheet.lay(darker(stone), *put(arc(0, 2, 25.4, 28.4, 180, 360, 2.6)))
    sheet.lay(paler(stone), *put(Shape(top + np.array([0, 1.2]), 2.6)), shadow=3)
    posts = [box(px - 1.1, py - 8.5, px + 1.1, py + 1) for px, py in top[4:-4:6]]
    rail = Shape(top[4:-4] + np.array([0, -6.6]), 1.5)
    sheet.lay(stone, *put(rail, *posts), shadow=4)
    seams = [
        line([(s * 30, -10 - i * 6), (s * 44, -9 - i * 4.4)], 0.5)
        for s in (-1, 1)
        for i in range(3)
    ]
    sheet.lay(darker(stone), *put(*seams))


def lay_beam_bridge(
    sheet: Sheet, x: float, y: float, width: float, *, stone: Colour = STONE, shadow: float = 8
) -> None:
    """A flat bridge of stone beams on two piers; the walkway's upper edge is at y."""
    put = standing(x, y, width / 100)
    piers = [box(side * 22 - 3, 2, side * 22 + 3, 40) for side in (-1, 1)]
    sheet.lay(darker(stone), *put(*piers), shadow=shadow / 2)
    sheet.lay(stone, *put(box(-60, 0, 60, 6)), shadow=shadow)
    posts = [box(i * 14 - 0.8, -11, i * 14 + 0.8, 1) for i in range(-4, 5)]
    sheet.lay(stone, *put(*posts, box(-58, -12, 58, -10)), shadow=3)


def lay_window(
    sheet: Sheet,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    *,
    view: Colour = (206, 222, 210),
    frame: Colour = tone.UMBER,
    bars: str = "cross",
    sill: bool = True,
) -> None:
    """A window in a wall we stand inside of: ``bars`` cross, lattice or none.

    What is seen through it is laid after with ``lay_window(…)`` again, or kept inside x0…x1.
    """
    thick = (x1 - x0) * 0.045
    sheet.lay(view, box(x0, y0, x1, y1))
    around = [line([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], thick * 2)]
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    if bars == "cross":
        around += [line([(cx, y0), (cx, y1)], thick), line([(x0, cy), (x1, cy)], thick)]
    elif bars == "lattice":
        around += lattice(x0, y0, x1, y1, thick * 0.8)
    sheet.lay(frame, *around, shadow=8)
    if sill:
        sheet.lay(
            paler(frame), box(x0 - thick * 2.5, y1, x1 + thick * 2.5, y1 + thick * 2.4), shadow=8
        )


def lay_door(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    *,
    colour: Colour = tone.OXBLOOD,
    open_: bool = False,
) -> None:
    """A pair of panelled doors, twice as high as wide; open, the room behind is dark and warm."""
    put = standing(x, y, width / 100)
    sheet.lay(darker(colour), *put(box(-56, -206, 56, 0)), shadow=8)
    if open_:
        sheet.lay((74, 54, 44), *put(box(-49, -199, 49, 0)))
        leaves = [poly((-49, -199), (-30, -190), (-30, -6), (-49, 0))]
        leaves.append(leaves[0].mirrored(0))
    else:
        leaves = [box(-49, -199, -0.8, 0), box(0.8, -199, 49, 0)]
    sheet.lay(colour, *put(*leaves), shadow=4)
    if not open_:
        panels = [
            box(s * 25 - 16, a, s * 25 + 16, b, 2)
            for s in (-1, 1)
            for a, b in ((-186, -116), (-104, -84), (-72, -12))
        ]
        sheet.lay(paler(colour), *put(*panels))
        sheet.lay(tone.OCHRE, *put(ellipse(-7, -94, 4), ellipse(7, -94, 4)), shadow=2)
    sheet.lay(STONE, *put(box(-64, -4, 64, 6)), shadow=4)


def tile_rows(x0: float, y0: float, x1: float, rows: int, size: float = 34) -> list[Shape]:
    """The scalloped edge of an eave near to: rows of half-round tiles from (x0, y0) to x1."""
    out = []
    for row in range(rows):
        shift = size * 0.5 * (row % 2)
        count = int((x1 - x0) / size) + 1
        out += [
            ellipse(
                x0 + shift + i * size,
                y0 + row * size * 0.55,
                size * 0.5,
                size * 0.6,
                start=0,
                stop=180,
                count=16,
            )
            for i in range(count)
        ]
    return out
