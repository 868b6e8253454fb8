"""Scenes of selling: the melon stall that nobody minds, the basin of river snails."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_beam_bridge
from goodpeople.demo.drawing.figures import Dress, lay_figure
from goodpeople.demo.drawing.motifs import LEFT, RIGHT, hill, lay_sun
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    brush,
    crescent,
    curve,
    ellipse,
    line,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet

RIND: Colour = (70, 112, 76)
STRIPE: Colour = (40, 72, 56)


def _melon(sheet: Sheet, x: float, y: float, radius: float, turn: float = 0) -> None:
    """A round striped melon about (x, y)."""
    put = standing(x, y, radius / 100, turn=turn)
    sheet.lay(RIND, *put(ellipse(0, 0, 104, 96)), shadow=8)
    stripes = [
        brush([(i * 12, -94), (i * 46, -40), (i * 46, 40), (i * 12, 94)], 15)
        for i in (-2, -1, 1, 2)
    ]
    sheet.lay(STRIPE, *put(*stripes, brush([(0, -94), (5, 0), (0, 94)], 15)))
    sheet.lay((122, 158, 104), *put(crescent(-38, -46, 26, -40, 0.5)))


def melon_stall(sheet: Sheet) -> None:
    """Melons under a camphor tree by a bridge: scales, a chained tin, a hanging board, nobody."""
    sheet.fade((196, 216, 204), (240, 232, 206), 0, 560)
    lay_sun(sheet, 1010, 190, 100, (248, 220, 150), (252, 236, 190))
    sheet.lay((176, 196, 150), hill([(-400, 520), (400, 490), (1100, 520), (2000, 480)]), shadow=5)
    lay_beam_bridge(sheet, 1010, 560, 420)
    sheet.lay((128, 160, 104), hill([(-400, 610), (600, 590), (1200, 640), (2000, 620)]), shadow=8)
    rows = [line([(500 + 170 * i, 640), (60 + 400 * i, 900)], 14) for i in range(7)]
    sheet.lay((104, 138, 88), *rows)
    lay_figure(sheet, 880, 660, 110, "stooping", Dress(top=tone.CREAM, hat="straw", legs=tone.DUSK))
    sheet.lay((216, 196, 150), hill([(-400, 810), (500, 780), (1100, 800), (2000, 780)]), shadow=10)
    trunk = blob(
        (330, -60),
        (352, 400),
        (330, 800),
        (270, 940),
        (520, 940),
        (470, 780),
        (480, 400),
        (520, -60),
    )
    sheet.lay((112, 84, 62), trunk, shadow=12)
    bough = [taper([(430, 300), (700, 170), (1100, 110)], 64, 22)]
    sheet.lay((112, 84, 62), *bough, shadow=8)
    bark = [
        curve(
            [
                (380 + 26 * i, 60 + 90 * i),
                (372 + 26 * i, 300 + 60 * i),
                (384 + 24 * i, 560 + 50 * i),
            ],
            7,
        )
        for i in range(4)
    ]
    sheet.lay((86, 64, 50), *bark)
    for colour, dy, lift in (((64, 100, 78), 0, 12), ((86, 126, 90), -34, 8)):
        discs = [
            ellipse(180 + 128 * i, 36 + 50 * math.sin(i * 2.3) + dy, 120, 92) for i in range(10)
        ]
        sheet.lay(colour, *discs, shadow=lift)
    sheet.lay(tone.UMBER, line([(690, 180), (690, 300)], 6), line([(870, 140), (870, 290)], 6))
    board = poly((640, 296), (922, 284), (928, 452), (646, 464))
    sheet.lay((222, 186, 130), board, shadow=12)
    marks = [
        line([(676, 340 + 32 * i), (676 + (190, 130, 210, 90)[i], 332 + 32 * i)], 9)
        for i in range(4)
    ]
    sheet.lay((96, 60, 44), *marks)
    _stall(sheet)


def _stall(sheet: Sheet) -> None:
    """The scales with a melon on them, the heap, and the tin on its stool."""
    for x, y, r in (
        (990, 730, 84),
        (1150, 736, 82),
        (900, 826, 92),
        (1076, 830, 96),
        (1236, 836, 88),
    ):
        _melon(sheet, x, y, r, x % 37)
    half = standing(800, 890, 1, turn=-12)
    sheet.lay(RIND, *half(ellipse(0, 0, 112, 108, start=0, stop=180)), shadow=12)
    sheet.lay(tone.CREAM, *half(ellipse(0, 0, 112, 26)))
    sheet.lay(tone.CINNABAR, *half(ellipse(0, 0, 98, 19)))
    sheet.lay(tone.INK, *half(*[ellipse(-66 + 33 * i, -4 + 8 * (i % 2), 5, 3) for i in range(5)]))
    iron = (74, 92, 98)
    sheet.lay(iron, box(676, 490, 698, 830, 6), box(560, 816, 800, 860, 10), shadow=10)
    sheet.lay(iron, box(612, 470, 762, 506, 10), shadow=8)
    sheet.lay((206, 196, 170), box(584, 798, 742, 820, 8), shadow=6)
    sheet.lay(tone.OCHRE, *[line([(630 + 22 * i, 480), (630 + 22 * i, 492)], 4) for i in range(6)])
    _melon(sheet, 640, 712, 86, 10)
    sheet.lay(
        (150, 100, 62),
        box(366, 820, 540, 846, 5),
        box(384, 842, 406, 970),
        box(500, 842, 522, 970),
        shadow=8,
    )
    sheet.lay((176, 76, 58), box(372, 690, 534, 822, 10), shadow=12)
    sheet.lay(tone.OCHRE, box(372, 730, 534, 782))
    sheet.lay((206, 110, 84), box(366, 674, 540, 706, 8), shadow=5)
    sheet.lay(tone.INK, box(420, 682, 486, 694, 5))
    chain = [ellipse(380 - 13 * i, 790 + 20 * math.sin(i * 0.9), 11, 7) for i in range(8)]
    sheet.lay(
        (92, 96, 98),
        *chain,
        holes=[ellipse(380 - 13 * i, 790 + 20 * math.sin(i * 0.9), 5, 3) for i in range(8)],
        shadow=3,
    )


def river_snails(sheet: Sheet) -> None:
    """From above: a basin of river snails, scissors, and a black bag bound with straw rope."""
    sheet.ground((150, 166, 160))
    joints = [line([(x, -100), (x, 1300)], 6) for x in range(-200, 1900, 236)]
    joints += [line([(LEFT, y), (RIGHT, y)], 6) for y in range(-60, 1300, 236)]
    sheet.lay((126, 142, 138), *joints)
    sheet.lay(
        (168, 186, 182),
        *[
            blob((x, y), (x + 120, y - 30), (x + 240, y + 20), (x + 130, y + 60))
            for x, y in ((360, 160), (980, 1080), (300, 1000))
        ],
    )
    x, y = 670.0, 520.0
    sheet.lay(tone.CREAM, ellipse(x, y, 370), shadow=20)
    sheet.lay(tone.DUSK, arc(x, y, 362, 362, 0, 360, 12))
    sheet.lay((208, 214, 204), ellipse(x, y, 322))
    sheet.lay((44, 58, 58), ellipse(x, y, 306))
    shells: list[Shape] = []
    curls: list[Shape] = []
    for ring, (radius, count) in enumerate(((270, 19), (206, 15), (142, 10), (78, 6), (8, 1))):
        for i in range(count):
            angle = math.tau * (i + 0.5 * (ring % 2)) / count
            put = standing(
                x + radius * math.cos(angle),
                y + radius * math.sin(angle),
                0.62,
                turn=i * 83 + ring * 40,
            )
            shells += put(
                blob((0, -74), (24, -34), (48, 16), (22, 54), (-26, 50), (-42, 10), (-20, -36))
            )
            curls += put(
                curve([(-24, -20), (4, -14), (30, -24)], 8),
                curve([(-38, 12), (0, 20), (42, 8)], 8),
                ellipse(6, 36, 18, 12),
            )
    for part in (0, 1, 2):
        sheet.lay(
            ((126, 138, 98), (148, 152, 112), (104, 122, 96))[part], *shells[part::3], shadow=5
        )
    sheet.lay((62, 74, 60), *curls)
    _scissors(sheet)
    _bound_bag(sheet)


def _scissors(sheet: Sheet) -> None:
    put = standing(530, 900, 1, turn=62)
    blades = [
        taper([(0, 0), (34, -130), (52, -270)], 34, 6),
        taper([(0, 0), (-34, -130), (-52, -270)], 34, 6),
    ]
    sheet.lay((206, 208, 202), *put(*blades), shadow=10)
    bows = [arc(s * 74, 130, 60, 84, 0, 360, 26) for s in (-1, 1)]
    sheet.lay(
        tone.INK,
        *put(*bows, taper([(0, 0), (-40, 60)], 34, 26), taper([(0, 0), (40, 60)], 34, 26)),
        shadow=10,
    )
    sheet.lay(tone.OCHRE, *put(ellipse(0, 4, 15)), shadow=3)


def _bound_bag(sheet: Sheet) -> None:
    """A man's black handbag tied crosswise with straw rope, its knot in the middle."""
    put = standing(980, 790, 1, turn=14)
    sheet.lay((40, 40, 44), *put(box(-210, -150, 210, 150, 34)), shadow=20)
    sheet.lay((62, 62, 66), *put(box(-194, -134, 194, -40, 22)), shadow=3)
    sheet.lay((150, 150, 148), *put(line([(-176, -36), (176, -36)], 7), box(150, -46, 186, -26, 6)))
    sheet.lay(
        (40, 40, 44), *put(curve([(-206, -60), (-290, 10), (-262, 130), (-200, 100)], 22)), shadow=8
    )
    straw, dry = (216, 176, 96), (176, 132, 62)
    ropes = [[(-216, 10 + d), (0, 18 + d), (216, 2 + d)] for d in (-14, 14)]
    ropes += [[(-4 + d, -156), (6 + d, 0), (-4 + d, 156)] for d in (-14, 14)]
    sheet.lay(straw, *put(*[curve(path, 21) for path in ropes]), shadow=8)
    twist = [
        line([(px * 0.12 * k - 7, 14 - 14 * s - 8), (px * 0.12 * k + 7, 14 - 14 * s + 8)], 4)
        for px in (-216, 216)
        for k in range(2, 9)
        for s in (-1, 1)
    ]
    twist += [
        line([(14 * s - 8, py * 0.12 * k - 6), (14 * s + 8, py * 0.12 * k + 6)], 4)
        for py in (-156, 156)
        for k in range(3, 9)
        for s in (-1, 1)
    ]
    sheet.lay(dry, *put(*twist))
    knot = [
        ellipse(-40, -6, 44, 26).turned(28, (-40, -6)),
        ellipse(42, -4, 44, 26).turned(-28, (42, -4)),
    ]
    sheet.lay(
        straw,
        *put(*knot),
        holes=put(*[one.scaled(0.42, (s * 41, -5)) for one, s in zip(knot, (-1, 1), strict=True)]),
        shadow=8,
    )
    sheet.lay(
        straw,
        *put(
            box(-24, -14, 24, 42, 14),
            taper([(-14, 30), (-70, 104), (-96, 130)], 20, 8),
            taper([(14, 30), (60, 100), (104, 116)], 20, 8),
        ),
        shadow=6,
    )
    sheet.lay(dry, *put(*[line([(-18, -4 + 14 * k), (18, 4 + 14 * k)], 4) for k in range(4)]))


SCENES = {
    "melon-stall": melon_stall,
    "river-snails": river_snails,
}
