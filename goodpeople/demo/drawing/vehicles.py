"""Boats, bicycles, carts, a small lorry: things to go by, seen from the side, going right."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    Shape,
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

STEEL: Colour = (150, 152, 150)


def wheel(x: float, y: float, radius: float, spokes: int = 12, rim: float = 0.09) -> list[Shape]:
    """The rim, hub and spokes of a wheel about (x, y)."""
    turns = [2 * math.pi * i / spokes for i in range(spokes)]
    thin = radius * 0.025
    return [
        arc(x, y, radius, radius, 0, 360, radius * rim * 2),
        ellipse(x, y, radius * 0.12),
        *[
            line([(x, y), (x + radius * math.cos(a), y + radius * math.sin(a))], thin)
            for a in turns
        ],
    ]


def lay_boat(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    hull: Colour = tone.UMBER,
    canopy: bool = True,
    mirror: bool = False,
    shadow: float = 8,
) -> None:
    """A wooden river boat, its waterline at y (lay water over its foot); with a mat canopy."""
    put = standing(x, y, length / 100, mirror=mirror)
    if canopy:
        hood = blob((-22, -6), (-21, -16), (-12, -21), (8, -21), (17, -16), (18, -6))
        sheet.lay((176, 132, 74), *put(hood), shadow=shadow)
        mats = [curve([(-14 + i * 8, -7), (-13.5 + i * 8, -20)], 0.6) for i in range(4)]
        sheet.lay((140, 98, 52), *put(*mats, curve([(-21, -12), (0, -13.5), (17, -12)], 0.6)))
    body = blob(
        (-50, -11),
        (-30, -7),
        (0, -5.4),
        (30, -7.4),
        (50, -14),
        (44, -2),
        (28, 5),
        (0, 6.4),
        (-28, 5),
        (-45, -2),
    )
    sheet.lay(hull, *put(body), shadow=shadow)
    sheet.lay(
        (176, 122, 70), *put(curve([(-47, -8.6), (-28, -4.6), (0, -3), (30, -5), (47, -11)], 1.3))
    )


def lay_barge(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    load: Colour = (176, 152, 112),
    mirror: bool = False,
) -> None:
    """A cargo boat with a heap of sand and a wheelhouse aft, its waterline at y."""
    put = standing(x, y, length / 100, mirror=mirror)
    sheet.lay(
        load, *put(blob((-20, -9), (-8, -15), (8, -14), (20, -17), (34, -9), (8, -7))), shadow=5
    )
    sheet.lay(tone.CREAM, *put(box(-42, -24, -26, -8, 1)), shadow=5)
    sheet.lay(tone.DUSK, *put(box(-40, -21, -35, -15), box(-33, -21, -28, -15)))
    sheet.lay(tone.CINNABAR, *put(box(-44, -26, -24, -23.4, 1)), shadow=2)
    sheet.lay(tone.NIGHT, *put(poly((-50, -10), (44, -10), (52, -13), (44, 5), (-46, 5))), shadow=7)
    sheet.lay(tone.OXBLOOD, *put(poly((-47.6, 0), (46.6, 0), (44, 5), (-46, 5))))


def oar(x: float, y: float, length: float, degrees: float) -> Shape:
    """An oar (or the long sculling oar) with its grip at (x, y), pointing down at 0 degrees."""
    blade = taper([(0, 0), (0, length * 0.62), (0, length * 0.66), (0, length)], 9, 17)
    return blade.turned(degrees, (0, 0)).moved(x, y)


def lay_bicycle(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    frame: Colour = tone.INK,
    mirror: bool = False,
    basket: bool = False,
    shadow: float = 5,
) -> None:
    """An old roadster, wheels on y, its middle at x; saddle about 0.55 of its length up."""
    put = standing(x, y, length / 100, mirror=mirror)
    wheels = [*wheel(-31, -20, 19, 16, 0.05), *wheel(31, -20, 19, 16, 0.05)]
    sheet.lay(tone.INK, *put(*wheels), shadow=shadow)
    tubes = [
        line([(-31, -20), (-9, -44), (20, -44), (-2, -20), (-31, -20)], 2),
        line([(-12, -51), (-9, -44), (-2, -20)], 2),
        line([(31, -20), (20, -44), (18, -54)], 2),
        line([(18, -54), (8, -57)], 2),
    ]
    sheet.lay(frame, *put(*tubes), shadow=shadow)
    guards = [arc(-31, -20, 21, 21, 190, 320, 1.6), arc(31, -20, 21, 21, 200, 330, 1.6)]
    carrier = [line([(-48, -43), (-14, -43)], 1.6), line([(-44, -43), (-31, -20)], 1.2)]
    sheet.lay(frame, *put(*guards, *carrier))
    sheet.lay(
        tone.UMBER,
        *put(
            blob((-20, -53), (-10, -55), (-2, -52), (-12, -50)), line([(11, -57.4), (5, -56)], 2.8)
        ),
        shadow=3,
    )
    sheet.lay(
        STEEL,
        *put(ellipse(-2, -20, 4.4), line([(-2, -20), (3, -12)], 1.4), box(0, -13, 8, -11, 1)),
        shadow=2,
    )
    if basket:
        sheet.lay((176, 132, 74), *put(poly((22, -54), (44, -54), (40, -38), (25, -38))), shadow=4)
        weave = [line([(23, -54 + i * 4), (43 - i, -54 + i * 4)], 0.8) for i in range(1, 4)]
        sheet.lay((140, 98, 52), *put(*weave, line([(22, -54), (44, -54)], 1.6)))


def lay_tricycle(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    load: Colour | None = None,
    mirror: bool = False,
) -> None:
    """A goods tricycle with its flat bed behind; ``load`` heaps boxes of that colour on it."""
    put = standing(x, y, length / 100, mirror=mirror)
    if load:
        sheet.lay(
            load,
            *put(box(-48, -50, -24, -30, 1), box(-23, -44, -4, -30, 1), box(-40, -62, -20, -50, 1)),
            shadow=5,
        )
        sheet.lay(
            tone.CREAM,
            *put(box(-38, -50, -34, -30), box(-15, -44, -12, -30), box(-31, -62, -28, -50)),
        )
    sheet.lay(
        tone.INK, *put(*wheel(-26, -14, 13, 12, 0.07), *wheel(36, -16, 15, 12, 0.06)), shadow=4
    )
    sheet.lay(tone.PINE, *put(box(-52, -30, 0, -24, 1)), shadow=6)
    tubes = [
        line([(-4, -26), (12, -16), (26, -38), (36, -16)], 2.2),
        line([(12, -16), (8, -40)], 2),
        line([(26, -38), (24, -48), (16, -50)], 2),
    ]
    sheet.lay(tone.PINE, *put(*tubes), shadow=4)
    sheet.lay(tone.UMBER, *put(blob((0, -42), (8, -44), (15, -41), (7, -39))), shadow=2)


def lay_scooter(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    colour: Colour = tone.CINNABAR,
    chest: Colour | None = None,
    mirror: bool = False,
) -> None:
    """An electric scooter; with ``chest`` a delivery box behind the seat."""
    put = standing(x, y, length / 100, mirror=mirror)
    sheet.lay(tone.INK, *put(ellipse(-30, -13, 13), ellipse(34, -13, 13)), shadow=4)
    sheet.lay(STEEL, *put(ellipse(-30, -13, 6), ellipse(34, -13, 6)))
    body = blob(
        (-44, -34),
        (-20, -40),
        (-6, -36),
        (0, -18),
        (18, -16),
        (24, -40),
        (29, -54),
        (33, -50),
        (30, -26),
        (22, -8),
        (-10, -8),
        (-22, -24),
        (-40, -26),
    )
    sheet.lay(colour, *put(body), shadow=6)
    sheet.lay(
        tone.INK,
        *put(box(-38, -45, -8, -38, 3), line([(29, -54), (22, -60), (16, -59)], 2.4)),
        shadow=3,
    )
    sheet.lay((248, 226, 160), *put(ellipse(33, -47, 2.6, 4)))
    if chest:
        sheet.lay(chest, *put(box(-56, -74, -26, -44, 2.4)), shadow=6)
        sheet.lay(tone.CREAM, *put(box(-56, -62, -26, -59)))


def lay_hand_cart(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    wood: Colour = tone.UMBER,
    mirror: bool = False,
) -> None:
    """A two-wheeled flat cart with its shafts to the right; the bed is 0.3 of its length up."""
    put = standing(x, y, length / 100, mirror=mirror)
    sheet.lay(
        wood,
        *put(taper([(-46, -29), (20, -29), (54, -36)], 4, 3), box(-46, -34, 20, -28, 1)),
        shadow=6,
    )
    slats = [box(-44 + i * 12, -42, -42 + i * 12, -33) for i in range(6)]
    sheet.lay(wood, *put(*slats, box(-46, -44, 20, -41.6, 1)), shadow=3)
    sheet.lay(tone.INK, *put(*wheel(-14, -20, 19, 10, 0.08)), shadow=5)


def lay_van(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    colour: Colour = tone.CREAM,
    stripe: Colour = tone.PINE,
    mirror: bool = False,
) -> None:
    """A small van or minibus."""
    put = standing(x, y, length / 100, mirror=mirror)
    cabin = poly((-40, -48), (22, -48), (27, -46), (38, -28), (-40, -20))
    body = [box(-50, -48, 20, -10, 5), box(-50, -29, 51, -10, 5), cabin]
    sheet.lay(colour, *put(*body), shadow=10)
    sheet.lay(stripe, *put(box(-50, -24, 50, -19)))
    glass = [
        box(-44, -42, -26, -29, 2),
        box(-23, -42, -5, -29, 2),
        poly((-2, -42), (21, -42), (31, -29), (-2, -29)),
    ]
    sheet.lay((118, 140, 140), *put(*glass))
    sheet.lay(tone.INK, *put(ellipse(-30, -10, 9.6), ellipse(30, -10, 9.6)), shadow=4)
    sheet.lay(STEEL, *put(ellipse(-30, -10, 4.4), ellipse(30, -10, 4.4)))
    sheet.lay((248, 226, 160), *put(ellipse(48, -21, 2, 3)))
