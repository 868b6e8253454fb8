"""Tools of a trade: the barber's, the tailor's, the watchmaker's, the reckoner's."""

from __future__ import annotations

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    around,
    box,
    brush,
    crescent,
    ellipse,
    line,
    poly,
)
from goodpeople.demo.drawing.sheet import Sheet

PIVOT = (800.0, 462.0)


def barber(sheet: Sheet) -> None:
    """Scissors and a comb before a round mirror, a barber's chair below."""
    sheet.ground(tone.PAPER)
    _barber_wall(sheet)
    _mirror(sheet)
    _comb(sheet)
    _scissors(sheet)
    _chair(sheet)


def _barber_wall(sheet: Sheet) -> None:
    for i in range(40):
        x = LEFT + i * 60
        sheet.lay((241, 230, 208), box(x, -200, x + 22, 900))
    sheet.lay(tone.CELADON, box(LEFT, 880, RIGHT, FOOT), shadow=6)
    for i in range(30):
        sheet.lay((120, 158, 140), box(LEFT + i * 84, 930, LEFT + i * 84 + 5, FOOT))
    sheet.lay(tone.UMBER, box(LEFT, 866, RIGHT, 900), shadow=12)
    sheet.lay((168, 116, 66), box(LEFT, 866, RIGHT, 873))
    _bottles(sheet)


def _bottles(sheet: Sheet) -> None:
    sheet.lay(tone.PINE, box(196, 640, 290, 866, 26), box(226, 570, 260, 660, 8), shadow=8)
    sheet.lay(tone.OCHRE, box(220, 548, 266, 584, 8))
    sheet.lay(tone.CREAM, box(208, 700, 278, 800, 6))
    sheet.lay(tone.CINNABAR, crescent(243, 762, 24, 0), ellipse(243, 770, 7))
    sheet.lay(tone.BLUSH, box(110, 716, 180, 866, 20), box(128, 676, 162, 730, 8), shadow=8)
    sheet.lay(tone.OXBLOOD, box(124, 660, 166, 688, 8))
    # A shaving bowl with its brush.
    sheet.lay(tone.UMBER, poly((1440, 640), (1460, 634), (1432, 770), (1410, 764)), shadow=6)
    tuft = [
        box(1426, 566, 1480, 650, 27).turned(8, (1453, 640)),
        box(1436, 612, 1470, 652, 4).turned(8, (1453, 640)),
    ]
    sheet.lay(tone.CREAM, *tuft, shadow=4)
    sheet.lay(tone.INK, box(1432, 640, 1472, 660, 6).turned(8, (1453, 640)))
    sheet.lay(tone.CINNABAR, ellipse(1416, 762, 104, 104, start=0, stop=180), shadow=8)
    sheet.lay(tone.OXBLOOD, box(1306, 750, 1526, 772, 10), box(1374, 856, 1458, 868, 4))
    sheet.lay(tone.CREAM, *[crescent(1348 + i * 46, 812, 14, 180) for i in range(4)])


def _mirror(sheet: Sheet) -> None:
    x, y = 800.0, 452.0
    sheet.lay(tone.OXBLOOD, brush([(800, -60), (800, 20), (800, 70)], 12, head=1, tail=1))
    sheet.lay(tone.OCHRE, ellipse(x, y, 386), shadow=18)
    rim = crescent(x, y - 360, 20, 0, 0.6)
    sheet.lay((238, 205, 140), *around(rim, (x, y), 48))
    sheet.lay(tone.UMBER, ellipse(x, y, 338))
    sheet.lay(tone.MIST, ellipse(x, y, 328))
    # Light lies across the glass in two slanting bands, kept inside the round.
    for low, high, colour in ((-150, -40, (222, 233, 221)), (0, 36, (222, 233, 221))):
        sheet.lay(colour, _band_in_round(x, y, 328, low, high))


def _band_in_round(x: float, y: float, radius: float, low: float, high: float) -> Shape:
    """The part of a disc between two upright lines, leaned over by 40 degrees."""
    offsets = np.linspace(low, high, 30)
    reach = np.sqrt(np.maximum(radius**2 - offsets**2, 0))
    upper = np.column_stack([x + offsets, y - reach])
    lower = np.column_stack([x + offsets, y + reach])[::-1]
    return Shape(np.vstack([upper, lower])).turned(40, (x, y))


def _comb(sheet: Sheet) -> None:
    about = (806.0, 460.0)
    tilt = -52.0
    body = box(520, 398, 1080, 540, 34).turned(tilt, about)
    gaps = [box(560 + i * 15.5, 448, 567 + i * 15.5, 560).turned(tilt, about) for i in range(32)]
    sheet.lay(tone.UMBER, body, holes=gaps, shadow=14)
    sheet.lay((176, 122, 70), line([(556, 420), (1044, 420)], 7).turned(tilt, about))
    flowers = [ellipse(640 + i * 80, 432, 6).turned(tilt, about) for i in range(5)]
    sheet.lay((226, 190, 130), *flowers)


def _half() -> tuple[list[Shape], list[Shape], Shape, Shape]:
    """The blade that leans right: steel, bow and finger rest, the bow's hole, an edge of light."""
    x, y = PIVOT
    blade = poly(
        (x - 25, y + 36),
        (x - 27, y - 40),
        (x - 22, y - 170),
        (x - 6, y - 330),
        (x + 3, y - 338),
        (x + 15, y - 200),
        (x + 23, y - 40),
        (x + 25, y + 36),
    )
    shank = brush([(x, y + 10), (x - 3, y + 80), (x - 10, y + 150)], 46, head=0.95, tail=0.62)
    bow = ellipse(x - 16, y + 212, 64, 80)
    rest = brush(
        [(x - 66, y + 236), (x - 104, y + 252), (x - 132, y + 234)], 24, head=0.9, tail=0.5
    )
    hole = ellipse(x - 16, y + 214, 39, 54)
    edge = brush([(x - 13, y - 20), (x - 11, y - 150), (x - 1, y - 306)], 7, head=0.7, tail=0.1)

    def placed(part: Shape) -> Shape:
        return part.turned(19, PIVOT).scaled(0.9, PIVOT)

    return [placed(blade), placed(shank)], [placed(bow), placed(rest)], placed(hole), placed(edge)


def _scissors(sheet: Sheet) -> None:
    steel, bow, hole, edge = _half()
    left = (
        [part.mirrored() for part in steel],
        [bow[0].mirrored()],
        hole.mirrored(),
        edge.mirrored(),
    )
    for blade, ring, gap, light in (left, (steel, bow, hole, edge)):
        sheet.lay(tone.INK, *blade, shadow=14)
        sheet.lay((150, 152, 150), light)
        sheet.lay(tone.CINNABAR, *ring, holes=[gap], shadow=12)
    sheet.lay(tone.OCHRE, ellipse(*PIVOT, 16), shadow=4)
    sheet.lay(tone.UMBER, box(790, PIVOT[1] - 3, 810, PIVOT[1] + 3))
    snips = [(560, 560, 20), (1010, 570, 120), (1042, 480, -40), (968, 640, 70), (548, 420, 160)]
    sheet.lay(tone.INK, *[crescent(x, y, 15, angle, 0.72) for x, y, angle in snips])
    fallen = [(600, 872, -8), (520, 870, 150), (1010, 872, 14), (1092, 868, -30)]
    sheet.lay(tone.INK, *[crescent(x, y, 15, angle, 0.72) for x, y, angle in fallen])


def _chair(sheet: Sheet) -> None:
    sheet.lay(tone.INK, box(744, 980, 764, 1060), box(836, 980, 856, 1060))
    sheet.lay(tone.CINNABAR, box(676, 914, 924, 1002, 40), shadow=14)
    sheet.lay((226, 120, 92), arc(800, 958, 96, 22, 190, 350, 5))
    sheet.lay(tone.OXBLOOD, box(566, 1034, 1034, FOOT, 84), shadow=18)
    sheet.lay(tone.CINNABAR, box(598, 1066, 1002, FOOT, 62))
    sheet.lay(tone.OXBLOOD, *[box(x, 1090, x + 6, FOOT, 3) for x in (697, 797, 897)])
    sheet.lay(tone.OXBLOOD, *[ellipse(x, 1100, 9) for x in (650, 750, 850, 950)])
    for side in (0, 1):
        arm = box(436, 1142, 590, 1182, 20)
        post = box(470, 1180, 500, FOOT)
        parts = [part.mirrored() if side else part for part in (post, arm)]
        sheet.lay(tone.INK, *parts, shadow=10)


SCENES = {
    "barber": barber,
}
