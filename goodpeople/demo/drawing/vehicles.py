"""A boat and a bicycle, seen from the side, going right."""

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
