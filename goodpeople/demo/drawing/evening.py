"""Scenes of the hours after work: the telephone, the pipe under the street, the silkworm tray."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, lattice, lay_sun, sprig, stone
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    around,
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

LEAF: tone.Colour = (92, 136, 88)
CLAY: tone.Colour = (120, 84, 58)
PIPE: tone.Colour = (120, 156, 150)


def telephone(sheet: Sheet) -> None:
    """A red telephone under an evening window, the list of names beside it."""
    sheet.ground((226, 206, 168))
    sheet.lay(tone.UMBER, box(430, 90, 1170, 640, 12), shadow=14)
    sheet.lay(tone.NIGHT, box(456, 116, 1144, 614))
    sheet.lay((244, 222, 160), ellipse(1010, 220, 54), holes=[ellipse(1036, 204, 48)])
    sheet.lay((240, 232, 206), *[ellipse(x, y, 5) for x, y in ((540, 190), (690, 250), (850, 170))])
    houses = [box(456, 470, 640, 614), box(620, 420, 800, 614), box(960, 450, 1144, 614)]
    sheet.lay((30, 46, 54), *houses)
    lit = [
        box(x, y, x + 34, y + 44, 3) for x, y in ((500, 510), (570, 510), (660, 470), (730, 540))
    ]
    lit += [box(x, y, x + 34, y + 44, 3) for x, y in ((1000, 500), (1074, 500))]
    sheet.lay((250, 210, 120), *lit)
    sheet.lay(tone.UMBER, *lattice(456, 116, 1144, 614, 10))
    sheet.lay((126, 82, 52), box(LEFT, 960, RIGHT, FOOT), shadow=14)
    sheet.lay((150, 102, 66), box(LEFT, 960, RIGHT, 984))
    paper = box(1090, 900, 1400, 1120, 6).turned(-8, (1240, 1000))
    sheet.lay(tone.CREAM, paper, shadow=10)
    rows = [line([(1124, 940 + i * 34), (1364, 940 + i * 34)], 7) for i in range(5)]
    sheet.lay(tone.SAND, *[row.turned(-8, (1240, 1000)) for row in rows])
    ticks = [
        line([(1330, 936 + i * 34), (1344, 946 + i * 34), (1368, 920 + i * 34)], 7)
        for i in (0, 1, 2)
    ]
    sheet.lay(tone.CINNABAR, *[tick.turned(-8, (1240, 1000)) for tick in ticks])
    _set(sheet)


def _set(sheet: Sheet) -> None:
    cord = [(560, 1010), (440, 1050), (380, 980), (330, 1060), (290, 990), (230, 1080), (-20, 1110)]
    sheet.lay(tone.OXBLOOD, curve(cord, 13), shadow=6)
    body = blob(
        (610, 780),
        (800, 752),
        (990, 780),
        (1070, 980),
        (1060, 1040),
        (800, 1050),
        (540, 1040),
        (530, 980),
    )
    sheet.lay(tone.CINNABAR, body, shadow=20)
    sheet.lay((222, 108, 84), brush([(640, 800), (590, 900), (566, 990)], 16))
    sheet.lay(tone.OXBLOOD, box(650, 704, 704, 790, 12), box(896, 704, 950, 790, 12), shadow=8)
    sheet.lay(tone.CREAM, ellipse(800, 912, 128, 104), shadow=8)
    hole = ellipse(800, 838, 19, 17)
    sheet.lay(tone.INK, *around(hole, (800, 912), 10))
    sheet.lay(tone.OCHRE, ellipse(800, 912, 40, 34), shadow=4)
    ear = blob((500, 690), (520, 600), (640, 590), (672, 680), (650, 740), (530, 750))
    bar = brush(
        [(560, 650), (680, 586), (800, 570), (920, 586), (1040, 650)], 92, head=0.8, tail=0.8
    )
    sheet.lay(tone.OXBLOOD, ear, ear.mirrored(), bar, shadow=16)
    sheet.lay(
        (176, 64, 52), brush([(600, 616), (700, 572), (800, 556), (920, 572), (1000, 616)], 14)
    )
    rings = [arc(800, 560, r, r * 0.62, 238, 302, 11) for r in (120, 176, 232)]
    sheet.lay((252, 232, 180), *rings)


def water_pipe(sheet: Sheet) -> None:
    """A night street cut open: the rod on the paving, the leaking pipe below."""
    sheet.ground(tone.NIGHT)
    sheet.lay((236, 226, 192), ellipse(1190, 170, 74), holes=[ellipse(1226, 148, 66)])
    stars = ((330, 120), (520, 230), (980, 120), (1380, 300), (210, 310), (700, 90))
    sheet.lay((222, 214, 186), *[ellipse(x, y, 5) for x, y in stars])
    for x0, x1, top in ((LEFT, 300, 300), (300, 560, 380), (1010, 1320, 360), (1320, RIGHT, 290)):
        sheet.lay((34, 50, 58), box(x0, top, x1, 620), shadow=8)
        sheet.lay((28, 32, 36), box(x0 - 16, top - 18, x1 + 16, top + 8, 4))
    sheet.lay((88, 102, 100), *[box(x, 450, x + 60, 530, 3) for x in (120, 390, 1120, 1420)])
    sheet.lay((96, 98, 96), box(LEFT, 600, RIGHT, 690), shadow=10)
    sheet.lay((132, 132, 124), box(LEFT, 600, RIGHT, 616))
    sheet.lay(
        (72, 74, 74),
        *[line([(LEFT + i * 150, 620), (LEFT + i * 150 - 20, 688)], 5) for i in range(17)],
    )
    sheet.lay(CLAY, box(LEFT, 690, RIGHT, FOOT), shadow=8)
    sheet.lay(
        (100, 68, 46),
        blob(
            (LEFT, 1130),
            (300, 1080),
            (900, 1130),
            (1500, 1070),
            (RIGHT, 1120),
            (RIGHT, 1800),
            (LEFT, 1800),
        ),
    )
    grains = [
        (180, 760),
        (420, 740),
        (1240, 750),
        (1450, 800),
        (560, 1120),
        (1130, 1110),
        (260, 1150),
    ]
    sheet.lay((150, 112, 80), *[stone(x, y, 66, 34) for x, y in grains], shadow=4)
    sheet.glow(800, 900, 330, (170, 206, 206), 0.55)
    sheet.lay(PIPE, box(LEFT, 860, RIGHT, 1000), shadow=14)
    sheet.lay((164, 194, 184), box(LEFT, 878, RIGHT, 898))
    sheet.lay((92, 126, 122), box(LEFT, 966, RIGHT, 1000))
    for x in (330, 1270):
        sheet.lay((96, 130, 126), box(x - 34, 836, x + 34, 1024, 8), shadow=8)
        sheet.lay(tone.NIGHT, *[ellipse(x, y, 9) for y in (862, 930, 998)])
    crack = [(790, 862), (812, 884), (788, 904), (810, 926)]
    sheet.lay(tone.INK, line(crack, 9))
    rings = [arc(800, 862, r, r, 222, 318, 9) for r in (60, 104, 148)]
    sheet.lay((206, 228, 222), *rings)
    drops = ((790, 1090, 64), (730, 1060, 44), (866, 1064, 48), (820, 1150, 40))
    sheet.lay(
        (178, 212, 216), *[petal(x, y - h * 0.3, h, h * 0.62, 0) for x, y, h in drops], shadow=5
    )
    _rod(sheet)


def _rod(sheet: Sheet) -> None:
    shaft = line([(800, 602), (800, 190)], 20)
    sheet.lay((206, 206, 198), shaft, shadow=12)
    sheet.lay(tone.OCHRE, box(782, 560, 818, 606, 8), shadow=4)
    sheet.lay(tone.UMBER, box(776, 250, 824, 370, 12), shadow=6)
    ear = ellipse(800, 176, 92, 34)
    sheet.lay(tone.CINNABAR, ear, shadow=12)
    sheet.lay(tone.OXBLOOD, ellipse(800, 168, 62, 18))
    chalk = [arc(800, 640, 190, 34, 0, 360, 8)]
    sheet.lay(tone.CREAM, *chalk)


def cocoons(sheet: Sheet) -> None:
    """A round bamboo tray of mulberry leaves and cocoons; a knotted rope along the wall."""
    sheet.ground((232, 220, 190))
    lay_sun(sheet, 800, 620, 540, tone.CELADON, tone.MIST)
    rope = [(LEFT, 150), (200, 180), (800, 216), (1400, 176), (RIGHT, 150)]
    sheet.lay((170, 124, 72), curve(rope, 22), shadow=10)
    knots = ((420, 196), (760, 214), (816, 214), (1130, 200), (1186, 196), (1242, 192))
    sheet.lay((140, 96, 54), *[ellipse(x, y, 26, 32) for x, y in knots], shadow=6)
    sheet.lay((206, 166, 104), *[arc(x, y, 12, 24, 80, 280, 5) for x, y in knots])
    sheet.lay((150, 106, 60), ellipse(800, 680, 470, 400), shadow=22)
    sheet.lay((216, 176, 112), ellipse(800, 680, 442, 372))
    sheet.lay((190, 148, 88), ellipse(800, 680, 410, 342))
    weave: list[Shape] = []
    for i in range(-5, 6):
        half = 1 - (i / 6) ** 2
        reach, drop = 400 * math.sqrt(half), 332 * math.sqrt(half)
        weave.append(line([(800 - reach, 680 + i * 56), (800 + reach, 680 + i * 56)], 5))
        weave.append(line([(800 + i * 66, 680 - drop), (800 + i * 66, 680 + drop)], 5))
    sheet.lay((214, 174, 112), *weave)
    _mulberry(sheet)
    for x, y, turn in (
        (620, 540, 20),
        (760, 500, -30),
        (900, 560, 12),
        (700, 660, -16),
        (850, 690, 34),
        (580, 720, -40),
        (980, 730, -8),
        (720, 810, 14),
        (880, 850, -26),
    ):
        shell = ellipse(x, y, 66, 42).turned(turn, (x, y))
        sheet.lay(tone.CREAM, shell, shadow=9)
        threads = [arc(x, y + k, 50 - abs(k), 20, 200, 320, 4) for k in (-6, 8)]
        sheet.lay(tone.SAND, *[t.turned(turn, (x, y)) for t in threads])
    worm = brush(
        [(1010, 560), (1050, 520), (1100, 540), (1140, 500), (1180, 510)], 46, head=0.6, tail=0.7
    )
    sheet.lay((240, 238, 222), worm, shadow=8)
    sheet.lay(tone.INK, ellipse(1172, 504, 6))
    sheet.lay(
        (196, 190, 168), *[crescent(1040 + i * 32, 540 - 6 * (i % 2), 15, 90) for i in range(4)]
    )


def _mulberry(sheet: Sheet) -> None:
    leaves = ((500, 640, -64), (1080, 640, 66), (540, 850, -120), (1050, 870, 118), (800, 470, 4))
    for x, y, turn in leaves:
        leaf = blob(
            (x, y),
            (x - 84, y - 50),
            (x - 70, y - 140),
            (x, y - 220),
            (x + 70, y - 140),
            (x + 84, y - 50),
        )
        veins = [line([(x, y), (x, y - 190)], 6)]
        veins += [
            line([(x, y - 50 - k), (x + side * 46, y - 96 - k)], 5)
            for k in (0, 50)
            for side in (-1, 1)
        ]
        about = (x, y - 100)
        sheet.lay(LEAF, leaf.turned(turn, about), shadow=10)
        sheet.lay((150, 184, 132), *[vein.turned(turn, about) for vein in veins])
    twig = sprig([(1240, 1120), (1330, 1000), (1370, 860)], 120, 64, 4)
    sheet.lay(tone.PINE, *twig, shadow=8)
    sheet.lay(
        (104, 40, 62),
        *[ellipse(1300 + i * 26, 1010 + (i % 2) * 20, 16, 20) for i in range(3)],
        shadow=5,
    )
    sheet.lay((200, 160, 100), poly((LEFT, 1150), (RIGHT, 1150), (RIGHT, FOOT), (LEFT, FOOT)))


SCENES = {
    "cocoons": cocoons,
    "telephone": telephone,
    "water-pipe": water_pipe,
}
