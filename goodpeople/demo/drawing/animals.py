"""Animals of the water country, from the side, looking right; feet or waterline on (x, y)."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    blob,
    box,
    brush,
    curve,
    ellipse,
    line,
    petal,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker


def lay_duck(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    colour: Colour = tone.CREAM,
    mirror: bool = False,
) -> None:
    """A swimming duck, its waterline at y."""
    put = standing(x, y, length / 100, mirror=mirror)
    body = blob(
        (-50, -24), (-34, -22), (-8, -30), (22, -28), (38, -10), (26, 4), (-24, 4), (-42, -8)
    )
    neck = taper([(24, -14), (28, -36), (32, -50)], 22, 17)
    sheet.lay(tone.OCHRE, *put(blob((38, -56), (56, -50), (54, -46), (38, -46))), shadow=3)
    sheet.lay(colour, *put(body, neck, ellipse(32, -52, 12, 11)), shadow=6)
    sheet.lay(
        darker(colour, 0.86), *put(blob((-38, -18), (-10, -24), (14, -16), (2, -4), (-22, -4)))
    )
    sheet.lay(tone.INK, *put(ellipse(36, -54, 2)))


def lay_hen(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.UMBER,
    mirror: bool = False,
) -> None:
    """A hen on its two legs."""
    put = standing(x, y, height / 100, mirror=mirror)
    sheet.lay(
        tone.OCHRE,
        *put(
            line([(-6, -26), (-8, 0), (2, 0)], 3),
            line([(8, -26), (8, 0), (18, 0)], 3),
            poly((36, -80), (48, -76), (36, -72)),
        ),
    )
    sheet.lay(
        tone.CINNABAR,
        *put(ellipse(22, -92, 5), ellipse(30, -94, 5), ellipse(34, -67, 3.4, 6)),
        shadow=2,
    )
    sheet.lay(
        colour,
        *put(
            blob(
                (-58, -82),
                (-40, -58),
                (-10, -58),
                (12, -70),
                (18, -90),
                (32, -92),
                (38, -78),
                (34, -48),
                (14, -22),
                (-20, -22),
                (-44, -44),
            )
        ),
        shadow=6,
    )
    sheet.lay(darker(colour), *put(blob((-34, -48), (-4, -52), (10, -42), (-8, -32), (-26, -36))))
    sheet.lay(tone.INK, *put(ellipse(30, -82, 2)))


def lay_dog(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = (196, 146, 92),
    sitting: bool = False,
    mirror: bool = False,
) -> None:
    """A country dog, standing or sitting."""
    put = standing(x, y, height / 100, mirror=mirror)
    head = [
        ellipse(36, -82, 17, 14),
        taper([(40, -80), (60, -74)], 17, 10),
        poly((24, -90), (26, -108), (38, -94)),
    ]
    if sitting:
        parts = [
            blob((-30, 0), (-34, -28), (-14, -56), (20, -78), (36, -66), (34, -40), (24, 0)),
            taper([(22, -40), (24, -4)], 12, 9),
            brush([(-28, -6), (-46, -14), (-50, -34)], 9, head=0.8, tail=0.3),
        ]
    else:
        parts = [
            blob(
                (-46, -58),
                (-10, -62),
                (22, -68),
                (34, -76),
                (40, -60),
                (28, -38),
                (-8, -36),
                (-44, -34),
            ),
            *[
                taper([(lx, -44), (lx + d, -3)], 13, 8)
                for lx, d in ((-38, -4), (-28, 2), (20, -2), (30, 2))
            ],
            taper([(-44, -54), (-58, -70), (-54, -86)], 8, 5),
        ]
    sheet.lay(colour, *put(*parts, *head), shadow=6)
    sheet.lay(tone.INK, *put(ellipse(40, -86, 2.2), ellipse(63, -76, 3.4)))
    sheet.lay(darker(colour), *put(poly((24, -92), (16, -76), (30, -82))))


def lay_cat(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.INK,
    mirror: bool = False,
) -> None:
    """A cat that sits with its back to the left, tail about it."""
    put = standing(x, y, height / 100, mirror=mirror)
    body = blob((-26, 0), (-32, -28), (-12, -56), (12, -66), (24, -40), (22, 0))
    ears = [poly((2, -84), (4, -104), (16, -90)), poly((16, -90), (28, -104), (30, -84))]
    tail = taper([(-22, -6), (-46, -8), (-56, -26)], 8, 5)
    sheet.lay(colour, *put(body, ellipse(16, -78, 17, 15), *ears, tail), shadow=6)
    sheet.lay((232, 200, 120), *put(ellipse(12, -80, 2.2, 3), ellipse(23, -80, 2.2, 3)))


def lay_buffalo(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    *,
    colour: Colour = (92, 92, 94),
    mirror: bool = False,
) -> None:
    """A water buffalo, head low."""
    put = standing(x, y, length / 100, mirror=mirror)
    legs = [
        taper([(lx, -26), (lx + d, -2)], 10, 7)
        for lx, d in ((-34, -2), (-24, 2), (16, -2), (26, 1))
    ]
    body = blob(
        (-44, -46), (-20, -56), (10, -54), (32, -48), (36, -34), (26, -22), (-20, -20), (-42, -24)
    )
    head = blob((30, -48), (44, -50), (56, -32), (56, -24), (46, -24), (32, -34))
    tail = curve([(-44, -44), (-50, -30), (-48, -18)], 2.4)
    sheet.lay(colour, *put(*legs, tail), shadow=4)
    sheet.lay(colour, *put(body, head), shadow=7)
    sheet.lay(
        (206, 196, 170),
        *put(
            brush([(40, -48), (26, -58), (12, -56)], 5, head=0.9, tail=0.2),
            brush([(44, -49), (40, -64), (28, -70)], 5, head=0.9, tail=0.2),
        ),
        shadow=3,
    )
    sheet.lay(tone.INK, *put(ellipse(45, -41, 1.5)))


def lay_sheep(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.CREAM,
    mirror: bool = False,
) -> None:
    """A Hu sheep, woolly and hornless."""
    put = standing(x, y, height / 100, mirror=mirror)
    legs = [box(lx, -30, lx + 7, 0, 3) for lx in (-34, -22, 14, 26)]
    sheet.lay(darker(colour, 0.7), *put(*legs), shadow=3)
    wool = [ellipse(-34 + i * 14, -50 - 6 * (i % 2), 17) for i in range(6)] + [
        ellipse(-24 + i * 14, -36, 15) for i in range(5)
    ]
    sheet.lay(colour, *put(*wool), shadow=7)
    sheet.lay(
        darker(colour, 0.86),
        *put(
            blob((40, -74), (54, -76), (66, -58), (58, -52), (42, -60)), petal(46, -74, 22, 9, -120)
        ),
        shadow=4,
    )
    sheet.lay(tone.INK, *put(ellipse(54, -68, 2)))


def lay_egret(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    *,
    colour: Colour = tone.CREAM,
    flying: bool = False,
    mirror: bool = False,
) -> None:
    """A white egret, wading (legs down to y) or flying (``height`` its span, middle on y)."""
    put = standing(x, y, height / 100, mirror=mirror)
    if flying:
        wings = [
            blob((-12, 0), (-30, -34), (-22, -62), (0, -30), (14, -4)),
            blob((-6, 2), (4, -34), (30, -60), (26, -26), (16, 0)),
        ]
        sheet.lay(tone.INK, *put(line([(-20, 4), (-58, 10)], 2)))
        sheet.lay(darker(colour, 0.88), *put(wings[1]), shadow=4)
        sheet.lay(
            colour,
            *put(
                blob((-26, 2), (0, -6), (22, -6), (30, -10), (24, 4), (0, 8)),
                wings[0],
                ellipse(30, -9, 5, 4),
            ),
            shadow=5,
        )
        sheet.lay(tone.OCHRE, *put(poly((34, -11), (50, -7), (34, -7))))
        return
    sheet.lay(
        tone.INK, *put(line([(-4, -36), (-4, 0)], 1.6), line([(4, -36), (10, -18), (6, 0)], 1.6))
    )
    body = blob((-34, -30), (-14, -50), (8, -54), (18, -46), (10, -36), (-10, -32))
    neck = taper([(12, -48), (22, -60), (10, -76), (16, -92), (22, -93)], 9, 5)
    sheet.lay(tone.OCHRE, *put(poly((24, -96), (46, -91), (24, -90))))
    sheet.lay(
        colour, *put(body, neck, ellipse(20, -93, 6, 4.4), petal(14, -94, 18, 3, -110)), shadow=5
    )


def lay_swallow(
    sheet: Sheet, x: float, y: float, span: float, degrees: float = 0, *, colour: Colour = tone.INK
) -> None:
    """A swallow on the wing about (x, y)."""
    put = standing(x, y, span / 100, turn=degrees)
    wings = [
        brush([(6, 0), (-6, -26), (-34, -46)], 16, head=0.6, tail=0.05),
        brush([(6, 0), (10, -24), (-2, -50)], 15, head=0.6, tail=0.05),
    ]
    tails = [
        brush([(-14, 4), (-36, 6), (-56, 0)], 7, head=0.8, tail=0.05),
        brush([(-14, 4), (-34, 14), (-52, 18)], 7, head=0.8, tail=0.05),
    ]
    sheet.lay(
        colour,
        *put(*wings, *tails, blob((-20, 2), (4, -6), (22, -6), (30, 0), (20, 6), (-4, 8))),
        shadow=5,
    )
    sheet.lay(tone.CREAM, *put(blob((-12, 6), (8, 3), (20, 4), (4, 9))))


def lay_fish(
    sheet: Sheet,
    x: float,
    y: float,
    length: float,
    degrees: float = 0,
    *,
    colour: Colour = tone.CINNABAR,
) -> None:
    """A carp about (x, y) with its scales."""
    put = standing(x, y, length / 100, turn=degrees)
    tail = blob((-26, 0), (-50, -18), (-44, 0), (-50, 18))
    fins = [blob((-8, -12), (4, -24), (16, -12)), blob((-4, 10), (-6, 22), (8, 12))]
    sheet.lay(darker(colour), *put(tail, *fins), shadow=4)
    sheet.lay(
        colour,
        *put(blob((50, 0), (32, -14), (4, -16), (-30, -4), (-30, 4), (4, 15), (32, 13))),
        shadow=7,
    )
    scales = [
        curve([(i * 11 - 18, j * 8 - 4), (i * 11 - 14, j * 8), (i * 11 - 18, j * 8 + 4)], 1.4)
        for i in range(4)
        for j in (-1, 0, 1)
        if abs(j) * 8 < 6 + i * 3
    ]
    sheet.lay(darker(colour, 0.84), *put(*scales, curve([(28, -12), (24, 0), (28, 11)], 1.6)))
    sheet.lay(tone.CREAM, *put(ellipse(37, -4, 3.6)))
    sheet.lay(tone.INK, *put(ellipse(37.6, -4, 1.8)))


def lay_bee(sheet: Sheet, x: float, y: float, length: float, degrees: float = 0) -> None:
    """A bee in flight about (x, y)."""
    put = standing(x, y, length / 100, turn=degrees)
    sheet.lay(
        (226, 232, 222), *put(petal(4, -14, 50, 26, -24), petal(10, -14, 46, 24, 18)), shadow=4
    )
    sheet.lay(tone.OCHRE, *put(ellipse(0, 0, 40, 22)), shadow=5)
    sheet.lay(
        tone.INK,
        *put(
            box(-20, -19, -10, 19, 4),
            box(0, -22, 10, 22, 4),
            ellipse(36, -2, 13),
            line([(42, -12), (54, -22)], 2.4),
            poly((-38, -4), (-50, 0), (-38, 4)),
        ),
    )
