"""Scenes of growing and of healing: seedling, rice, medicine case, speaking hands."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, hill, lay_cloud, lay_sun, sprig
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
    petal,
    poly,
)
from goodpeople.demo.drawing.sheet import Sheet

SOIL: tone.Colour = (112, 72, 44)
LEAF: tone.Colour = (92, 136, 88)


def seedling(sheet: Sheet) -> None:
    """A young melon plant on its ridge, the furrows running to a low sun."""
    sheet.ground(tone.PAPER)
    lay_sun(sheet, 800, 480, 380, tone.OCHRE, (238, 196, 120))
    lay_cloud(sheet, 330, 260, 280, tone.CREAM, tone.SAND)
    lay_cloud(sheet, 1300, 320, 260, tone.CREAM, tone.SAND)
    sheet.lay(
        tone.CELADON,
        hill([(-300, 760), (300, 690), (800, 740), (1300, 690), (1900, 760)]),
        shadow=8,
    )
    sheet.lay(SOIL, box(LEFT, 790, RIGHT, FOOT), shadow=10)
    for i in range(-7, 8):
        furrow = poly(
            (800 + i * 70 - 14, 790),
            (800 + i * 70 + 14, 790),
            (800 + i * 230 + 58, FOOT),
            (800 + i * 230 - 58, FOOT),
        )
        sheet.lay((138, 94, 58), furrow)
    far = [(800 + i * 92, 836) for i in range(-6, 7) if i]
    leaves = [petal(x, y, 34, 18, a) for x, y in far for a in (-48, 48)]
    sheet.lay(LEAF, *leaves, shadow=3)
    mound = blob((470, 1110), (560, 1000), (800, 950), (1040, 1000), (1130, 1110), (800, 1160))
    sheet.lay((92, 58, 36), mound, shadow=14)
    sheet.lay(
        (138, 94, 58), *[crescent(620 + i * 90, 1060 + (i % 2) * 24, 22, 0) for i in range(5)]
    )
    stem = brush([(800, 1010), (790, 860), (812, 700), (800, 560)], 34, head=1, tail=0.5)
    sheet.lay(LEAF, stem, shadow=8)
    for side in (False, True):
        seed_leaf = petal(794, 800, 290, 146, -70)
        vein = brush([(794, 800), (664, 752), (560, 716)], 9)
        if side:
            seed_leaf, vein = seed_leaf.mirrored(), vein.mirrored()
        sheet.lay((120, 164, 108), seed_leaf, shadow=14)
        sheet.lay((172, 204, 150), vein)
    tendril = [
        (806, 640),
        (900, 668),
        (1000, 640),
        (1040, 580),
        (1000, 540),
        (962, 570),
        (990, 600),
    ]
    sheet.lay(LEAF, curve(tendril, 9), shadow=4)
    sheet.lay(LEAF, curve([(804, 690), (750, 640), (690, 610)], 14), shadow=6)
    sheet.lay(LEAF, curve([(806, 610), (850, 560), (906, 530)], 13), shadow=6)
    for x, y, size, turn in ((694, 614, 1.0, -52), (902, 534, 0.9, 46), (800, 566, 0.66, -4)):
        sheet.lay(tone.PINE, *_melon_leaf(x, y, size, turn), shadow=12)
        ribs = [(0, 0, 170), (-46, 50, 86), (46, 50, 86)]
        veins = [
            brush([(x, y - rise * size), (x, y - (rise + length) * size)], 7).turned(
                angle, (x, y - rise * size)
            )
            for angle, rise, length in ribs
        ]
        sheet.lay((120, 164, 128), *[vein.turned(turn, (x, y)) for vein in veins])


def _melon_leaf(x: float, y: float, size: float, turn: float) -> list[Shape]:
    """A lobed leaf built of five petals on one rib."""
    lobes = [
        (240, 104, 0, 0),
        (160, 84, -48, 50),
        (160, 84, 48, 50),
        (104, 66, -84, 26),
        (104, 66, 84, 26),
    ]
    parts = [
        petal(x, y - rise * size, length * size, breadth * size, angle)
        for length, breadth, angle, rise in lobes
    ]
    return [part.turned(turn, (x, y)) for part in parts]


def rice(sheet: Sheet) -> None:
    """A sack of rice with its scoop, ripe ears bending over it."""
    sheet.ground((242, 230, 202))
    lay_sun(sheet, 800, 500, 420, tone.CINNABAR, (222, 112, 84))
    sheet.lay((122, 82, 48), box(LEFT, 950, RIGHT, FOOT), shadow=12)
    sheet.lay((142, 98, 60), *[box(LEFT, y, RIGHT, y + 6) for y in (1010, 1090)])
    for points in (
        [(420, 980), (400, 640), (480, 330), (640, 240), (720, 300)],
        [(1180, 980), (1200, 620), (1120, 300), (960, 200), (870, 260)],
        [(480, 980), (500, 700), (420, 460), (330, 420), (290, 480)],
        [(1120, 980), (1110, 690), (1190, 480), (1270, 450), (1312, 510)],
    ):
        _ear(sheet, points)
    sack = blob(
        (540, 1040),
        (500, 860),
        (560, 660),
        (620, 600),
        (980, 600),
        (1040, 660),
        (1100, 860),
        (1060, 1040),
        (800, 1064),
    )
    sheet.lay((226, 206, 164), sack, shadow=20)
    sheet.lay(
        (204, 180, 134),
        *[
            curve([(600 + i * 100, 640), (580 + i * 110, 830), (590 + i * 105, 1030)], 4)
            for i in range(5)
        ],
    )
    heap = blob((610, 616), (700, 530), (800, 500), (900, 530), (990, 616), (800, 650))
    sheet.lay(tone.CREAM, heap, shadow=6)
    grains = [
        (690, 580, 20),
        (760, 544, -30),
        (830, 540, 40),
        (900, 580, -10),
        (800, 590, 70),
        (730, 606, -60),
        (870, 610, 20),
    ]
    sheet.lay((214, 200, 168), *[petal(x, y, 28, 12, angle) for x, y, angle in grains])
    sheet.lay((204, 180, 134), box(586, 604, 1014, 650, 22), shadow=8)
    sheet.lay(tone.CINNABAR, arc(800, 840, 110, 110, 0, 360, 12))
    sheet.lay(tone.CINNABAR, *[petal(800, 900, 130, 34, angle) for angle in (-34, 0, 34)])


def _ear(sheet: Sheet, points: list[tuple[float, float]]) -> None:
    parts = sprig(points, 62, 26, 5, thick=9)
    sheet.lay((150, 150, 72), parts[0], shadow=5)
    path = parts[0].points
    grains = []
    for i in range(13):
        at = len(path) - 2 - i * 3
        x, y = path[at]
        dx, dy = path[at + 1] - path[at]
        heading = math.degrees(math.atan2(dx, -dy))
        grains += [petal(x, y, 48, 20, heading + side) for side in (-34, 34)]
    sheet.lay(tone.OCHRE, *grains, shadow=5)


def stethoscope(sheet: Sheet) -> None:
    """An old medicine case, a stethoscope laid over it, a spray of willow."""
    sheet.ground(tone.MIST)
    lay_sun(sheet, 800, 560, 450, tone.CREAM, tone.CELADON)
    for points in (
        [(360, -40), (420, 110), (430, 260), (400, 400)],
        [(520, -40), (560, 60), (570, 170), (550, 260)],
        [(1210, -40), (1170, 90), (1180, 220), (1210, 350)],
        [(1060, -40), (1040, 50), (1050, 120), (1070, 190)],
    ):
        sheet.lay(tone.PINE, *sprig(points, 78, 22, 9, thick=6), shadow=6)
    sheet.lay((124, 160, 142), box(LEFT, 960, RIGHT, FOOT), shadow=10)
    sheet.lay(
        tone.INK, curve([(640, 560), (650, 450), (800, 420), (950, 450), (960, 560)], 30), shadow=10
    )
    sheet.lay((150, 92, 52), box(450, 540, 1150, 1010, 44), shadow=20)
    sheet.lay(
        (116, 68, 40),
        box(450, 660, 1150, 684),
        box(540, 540, 580, 1010),
        box(1020, 540, 1060, 1010),
    )
    sheet.lay((186, 128, 78), line([(490, 566), (1110, 566)], 6))
    sheet.lay(tone.OCHRE, box(530, 648, 590, 706, 8), box(1010, 648, 1070, 706, 8), shadow=5)
    sheet.lay(tone.CREAM, ellipse(800, 820, 118), shadow=6)
    sheet.lay(tone.CINNABAR, box(772, 738, 828, 902, 8), box(718, 792, 882, 848, 8))
    _tubing(sheet)


def _tubing(sheet: Sheet) -> None:
    steel = (186, 188, 184)
    for side in (False, True):
        pipe = curve([(700, 330), (640, 420), (650, 540), (760, 640)], 17)
        tip = ellipse(706, 322, 20, 15).turned(-40, (706, 322))
        if side:
            pipe, tip = pipe.mirrored(), tip.mirrored()
        sheet.lay(steel, pipe, shadow=8)
        sheet.lay(tone.INK, tip, shadow=4)
    tube = curve([(760, 640), (800, 676), (840, 640)], 26)
    hang = curve([(800, 668), (830, 760), (980, 800), (1086, 900), (1010, 1050), (860, 1070)], 26)
    sheet.lay(tone.OXBLOOD, tube, hang, shadow=10)
    sheet.lay(steel, ellipse(820, 1066, 66), shadow=12)
    sheet.lay((222, 222, 214), ellipse(820, 1066, 48))
    sheet.lay(steel, ellipse(820, 1066, 20))


def hands(sheet: Sheet) -> None:
    """Two hands that speak to each other across a round of light."""
    sheet.ground((62, 96, 96))
    sheet.lay((238, 196, 122), ellipse(800, 560, 450), shadow=16)
    sheet.lay((246, 214, 150), ellipse(800, 560, 400))
    for i in range(3):
        radius = 90 + i * 56
        sheet.lay(tone.CREAM, arc(800, 470, radius, radius, 240, 300, 9))
    for side in (False, True):
        palm, fingers, sleeve, cuff, nails = _hand()
        if side:
            palm, fingers = palm.mirrored(), [f.mirrored() for f in fingers]
            sleeve, cuff, nails = sleeve.mirrored(), cuff.mirrored(), [n.mirrored() for n in nails]
        sheet.lay(tone.OXBLOOD if side else tone.PINE, sleeve, shadow=14)
        sheet.lay((232, 176, 140) if side else (240, 194, 158), palm, *fingers, shadow=14)
        sheet.lay((206, 142, 110), *nails)
        sheet.lay(tone.CREAM, cuff, shadow=6)


def _hand() -> tuple[Shape, list[Shape], Shape, Shape, list[Shape]]:
    """A left hand, palm to the reader: palm, fingers, sleeve, cuff, creases."""
    palm = blob((480, 800), (470, 690), (500, 610), (640, 610), (674, 690), (650, 800), (565, 830))
    fingers = [
        box(476, 420, 518, 660, 21).turned(-14, (500, 640)),
        box(522, 370, 566, 660, 22).turned(-4, (544, 640)),
        box(572, 376, 616, 660, 22).turned(5, (594, 640)),
        box(616, 430, 656, 660, 20).turned(15, (636, 640)),
        box(650, 590, 694, 780, 22).turned(42, (664, 770)),
    ]
    sleeve = poly((486, 880), (644, 880), (740, FOOT), (330, FOOT))
    cuff = box(468, 836, 664, 900, 18)
    creases = [
        curve([(500, 700), (560, 730), (640, 690)], 5),
        curve([(510, 660), (570, 680), (640, 650)], 5),
        curve([(610, 800), (590, 750), (620, 700)], 5),
    ]
    return palm, fingers, sleeve, cuff, creases


SCENES = {
    "hands": hands,
    "rice": rice,
    "seedling": seedling,
    "stethoscope": stethoscope,
}
