"""Hands near to: open, holding, reaching; each with its sleeve."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.figures import SKIN
from goodpeople.demo.drawing.shapes import blob, box, curve, poly, standing, taper
from goodpeople.demo.drawing.sheet import Colour, Sheet


def crease(colour: Colour) -> Colour:
    """The colour of a line in skin of that colour."""
    return (max(colour[0] - 34, 0), max(colour[1] - 44, 0), max(colour[2] - 40, 0))


def lay_open_hand(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    degrees: float = 0,
    *,
    skin: Colour = SKIN,
    sleeve: Colour = tone.DUSK,
    mirror: bool = False,
    shadow: float = 12,
) -> None:
    """A palm to us, wrist at (x, y), fingers up, ``size`` from wrist to finger tip; thumb right."""
    put = standing(x, y, size / 100, mirror=mirror, turn=degrees)
    sheet.lay(sleeve, *put(poly((-17, 12), (17, 12), (30, 130), (-30, 130))), shadow=shadow)
    palm = blob((-18, 4), (-22, -22), (-19, -48), (0, -54), (20, -48), (24, -22), (18, 6), (0, 10))
    fingers = [
        taper([(-14, -40), (-20, -72)], 11, 8),
        taper([(-5, -44), (-7, -88)], 11.5, 9),
        taper([(5, -44), (6, -94)], 11.5, 9),
        taper([(14, -42), (18, -84)], 11.5, 8.5),
        taper([(16, -10), (34, -34), (38, -50)], 14, 8.5),
    ]
    sheet.lay(skin, *put(palm, *fingers), shadow=shadow)
    lines = [
        curve([(-17, -30), (-4, -38), (12, -40)], 1.4),
        curve([(-18, -22), (0, -26), (17, -34)], 1.4),
        curve([(2, 2), (0, -16), (12, -30)], 1.4),
    ]
    sheet.lay(crease(skin), *put(*lines))
    sheet.lay(tone.CREAM, *put(box(-20, 4, 20, 18, 4)), shadow=4)


def lay_grip(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    degrees: float = 0,
    *,
    skin: Colour = SKIN,
    sleeve: Colour = tone.DUSK,
    mirror: bool = False,
    shadow: float = 10,
) -> None:
    """A fist closed about something upright at (x, y); the arm comes from the left.

    Lay the handle first (or with a part after). ``size`` is the height of the fist.
    """
    put = standing(x, y, size / 100, mirror=mirror, turn=degrees)
    sheet.lay(sleeve, *put(taper([(-260, 24), (-84, 6)], 110, 84)), shadow=shadow)
    sheet.lay(tone.CREAM, *put(box(-92, -40, -72, 52, 8)), shadow=4)
    back = blob((-80, -36), (-30, -50), (24, -44), (30, 0), (24, 46), (-30, 50), (-80, 42))
    fingers = [box(-26, -50 + i * 25, 40, -26 + i * 25, 12) for i in range(4)]
    sheet.lay(skin, *put(back), shadow=shadow)
    for one in fingers:
        sheet.lay(skin, *put(one), shadow=3)
    sheet.lay(skin, *put(taper([(-56, -26), (-20, -52), (22, -56)], 30, 20)), shadow=4)


def lay_reaching_hand(
    sheet: Sheet,
    x: float,
    y: float,
    size: float,
    degrees: float = 0,
    *,
    skin: Colour = SKIN,
    sleeve: Colour = tone.DUSK,
    mirror: bool = False,
    shadow: float = 10,
) -> None:
    """A hand that reaches or gives; finger tips at (x, y), ``size`` the hand's length.

    The arm comes from the left; ``degrees`` turns it about the finger tips.
    """
    put = standing(x, y, size / 100, mirror=mirror, turn=degrees)
    sheet.lay(sleeve, *put(taper([(-380, 20), (-104, 4)], 78, 58)), shadow=shadow)
    sheet.lay(tone.CREAM, *put(box(-114, -26, -98, 34, 6)), shadow=4)
    fingers = [
        taper([(-50, 16), (-22, 20), (-4, 16)], 14, 9),
        taper([(-50, 8), (-18, 10), (2, 6)], 14, 9),
        taper([(-50, -2), (-18, -2), (0, -2)], 14, 9),
    ]
    palm = blob((-104, -20), (-70, -26), (-44, -14), (-40, 18), (-66, 28), (-104, 26))
    sheet.lay(skin, *put(palm, *fingers), shadow=shadow)
    sheet.lay(skin, *put(taper([(-78, -14), (-52, -26), (-28, -18)], 17, 10)), shadow=4)
    sheet.lay(
        crease(skin), *put(curve([(-44, 3), (-20, 4)], 1.2), curve([(-46, 12), (-24, 15)], 1.2))
    )
