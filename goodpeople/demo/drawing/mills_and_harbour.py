"""Scenes of mill, workshop and harbour: the odd sweater, the crane, the pay table, the patterns."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_door, tile_rows
from goodpeople.demo.drawing.figures import Dress, lay_figure
from goodpeople.demo.drawing.hands import lay_reaching_hand
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, swell, wave_band
from goodpeople.demo.drawing.paper import lay_book
from goodpeople.demo.drawing.shapes import (
    Placed,
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
from goodpeople.demo.drawing.things import lay_bench, lay_table
from goodpeople.demo.drawing.weather import lay_sky, snow

PLUM: Colour = (122, 84, 108)
YARN: Colour = (226, 206, 164)
LIT: Colour = (248, 210, 126)
HULL: Colour = (112, 46, 42)
QUAY: Colour = (92, 100, 102)
KRAFT: Colour = (204, 170, 118)


def sweater(sheet: Sheet) -> None:
    """A sweater of odd wools on a rail, a cable down its chest, and fingers that read it."""
    sheet.ground((178, 190, 186))
    sheet.lay((164, 176, 174), *[box(x, -100, x + 90, FOOT) for x in range(-380, 2000, 180)])
    sheet.lay(tone.UMBER, line([(LEFT, 150), (RIGHT, 150)], 30), shadow=10)
    sheet.lay(
        tone.INK, curve([(800, 260), (800, 190), (826, 150), (800, 112), (766, 130)], 10), shadow=4
    )
    sheet.lay(
        (150, 104, 66),
        taper([(540, 350), (800, 250)], 22, 30),
        taper([(1060, 350), (800, 250)], 22, 30),
        shadow=5,
    )
    left = blob((560, 320), (470, 420), (390, 720), (396, 800), (490, 820), (560, 640), (600, 520))
    sheet.lay(tone.PINE, left, shadow=14)
    right = left.mirrored(800)
    sheet.lay(PLUM, right, shadow=14)
    body = blob(
        (610, 300),
        (700, 286),
        (800, 330),
        (900, 286),
        (990, 300),
        (1050, 380),
        (1034, 620),
        (1040, 900),
        (800, 920),
        (560, 900),
        (566, 620),
        (550, 380),
    )
    sheet.lay(YARN, body, shadow=18)
    chest = poly((561, 560), (1039, 560), (1036, 690), (564, 690))
    sheet.lay(tone.OCHRE, chest)
    sheet.lay(tone.CINNABAR, poly((564, 860), (1036, 860), (1038, 930), (562, 930)), shadow=4)
    ribs = [line([(580 + 24 * i, 866), (580 + 24 * i, 926)], 6) for i in range(19)]
    sheet.lay(tone.OXBLOOD, *ribs)
    sheet.lay(
        tone.CINNABAR,
        curve([(690, 284), (730, 340), (800, 362), (870, 340), (910, 284)], 44),
        shadow=6,
    )
    _stitches(sheet)
    _cable(sheet)
    cuffs = [taper([(388, 800), (492, 822)], 58, 58), taper([(1212, 800), (1108, 822)], 58, 58)]
    sheet.lay(tone.OCHRE, cuffs[0], shadow=5)
    sheet.lay(tone.CELADON, cuffs[1], shadow=5)
    _balls(sheet)
    lay_reaching_hand(sheet, 900, 640, 260, 208, sleeve=tone.NIGHT)


def _stitches(sheet: Sheet) -> None:
    """Rows of plain stitches, small v's, each in a darker shade of its wool."""
    rows: list[tuple[Colour, float, float]] = [
        ((200, 178, 134), 410, 550),
        ((176, 122, 46), 576, 690),
        ((200, 178, 134), 706, 850),
    ]
    for colour, y0, y1 in rows:
        marks = [
            line([(x - 9, y), (x, y + 11), (x + 9, y)], 4)
            for y in range(int(y0), int(y1), 24)
            for x in range(590, 1030, 30)
            if abs(x - 800) > 84
        ]
        sheet.lay(colour, *marks)
    down = [
        curve([(520 - 26 * i, 420 + 12 * i), (480 - 22 * i, 600), (420 + 30 * i, 770)], 5)
        for i in range(-2, 3)
    ]
    sheet.lay((46, 80, 70), *down)
    sheet.lay((96, 62, 84), *[one.mirrored(800) for one in down])


def _cable(sheet: Sheet) -> None:
    """Three strands plaited down the middle of the chest."""
    sheet.lay((206, 184, 140), box(722, 372, 878, 858))
    for k in range(3):
        path = [(800 + 46 * math.sin(math.tau * (t / 8 + k / 3)), 376 + t * 20) for t in range(25)]
        sheet.lay((244, 232, 202), curve(path, 34), shadow=6)
    for k in range(3):
        over = [
            [
                (800 + 46 * math.sin(math.tau * (t / 8 + k / 3)), 376 + t * 20)
                for t in range(s, s + 3)
            ]
            for s in range(1, 22, 8)
        ]
        sheet.lay((244, 232, 202), *[curve(path, 34) for path in over], shadow=5)


def _balls(sheet: Sheet) -> None:
    """Balls of left-over wool at the foot, one thread going up to the hem."""
    sheet.lay((126, 96, 74), box(LEFT, 1040, RIGHT, FOOT), shadow=8)
    sheet.lay(
        tone.CINNABAR, curve([(720, 924), (700, 1000), (600, 1010), (560, 1060)], 7), shadow=3
    )
    balls: list[tuple[float, float, float, Colour, Colour]] = [
        (520, 1070, 84, tone.CINNABAR, tone.OXBLOOD),
        (700, 1096, 66, tone.PINE, (46, 80, 70)),
        (880, 1084, 74, PLUM, (96, 62, 84)),
        (1050, 1098, 60, tone.OCHRE, (166, 112, 40)),
    ]
    for x, y, r, colour, mark in balls:
        sheet.lay(colour, ellipse(x, y, r), shadow=10)
        wound = [arc(x, y, r * 0.9, r * k, 20, 160, 5).turned(35, (x, y)) for k in (0.2, 0.5, 0.8)]
        wound += [arc(x, y, r * k, r * 0.88, 100, 260, 5).turned(-20, (x, y)) for k in (0.3, 0.62)]
        sheet.lay(mark, *wound)


def port_crane(sheet: Sheet) -> None:
    """Night in the harbour: a crane lifts a net with a man from between a ship and the quay."""
    lay_sky(sheet, "night", 900, layers=False)
    lights = [
        ellipse(x, y, 4) for x, y in ((700, 742), (760, 748), (880, 740), (920, 746), (1000, 742))
    ]
    sheet.lay((40, 58, 64), poly((LEFT, 750), (RIGHT, 740), (RIGHT, 840), (LEFT, 840)))
    sheet.lay(LIT, *lights)
    sheet.lay((44, 70, 78), wave_band(810, 10, 300, 0.2), shadow=4)
    hull = poly((960, 420), (RIGHT, 380), (RIGHT, FOOT), (1010, FOOT), (984, 900))
    _crane(sheet)
    sheet.lay(HULL, hull, shadow=20)
    sheet.lay((86, 36, 36), *[line([(966, y), (RIGHT, y - 24)], 6) for y in (560, 700, 840)])
    sheet.lay(tone.CREAM, poly((956, 398), (RIGHT, 356), (RIGHT, 396), (958, 436)), shadow=6)
    sheet.lay((150, 70, 60), *[ellipse(1010 + 110 * i, 500 - 3 * i, 18) for i in range(3)])
    sheet.lay((52, 84, 92), wave_band(930, 14, 260, 0.1), shadow=8)
    sheet.lay((38, 62, 72), wave_band(1040, 16, 330, 0.5), shadow=8)
    sheet.lay(LIT, swell(830, 980, 110, 9), swell(824, 1012, 70, 8), swell(838, 1046, 50, 7))
    quay = poly((LEFT, 880), (664, 880), (664, 1010), (640, FOOT), (LEFT, FOOT))
    sheet.lay(QUAY, quay, shadow=16)
    sheet.lay((120, 128, 126), poly((LEFT, 880), (664, 880), (640, 916), (LEFT, 916)))
    sheet.lay(tone.INK, *[ellipse(650, 1000 + 110 * i, 30, 42) for i in range(3)], shadow=6)
    vest = Dress(top=(226, 196, 84), hat="hard hat", hat_colour=tone.CREAM)
    lay_figure(sheet, 470, 902, 230, "pointing", vest)
    lay_figure(sheet, 600, 902, 220, "kneeling", vest)
    _net(sheet, 826, 620)
    sheet.lay((214, 224, 224), *snow(70, 21, 4))


def _crane(sheet: Sheet) -> None:
    """A gantry on four legs, the lit cab high up, the jib out over the water."""
    steel, shade = (190, 132, 62), (146, 98, 50)
    legs = [line([(380, 900), (450, 560)], 30), line([(640, 900), (570, 560)], 30)]
    braces = [
        line([(400, 800), (620, 800)], 16),
        line([(430, 660), (590, 800)], 12),
        line([(590, 660), (430, 800)], 12),
    ]
    sheet.lay(shade, *braces)
    sheet.lay(steel, *legs, box(430, 530, 590, 576, 6), box(474, 330, 546, 540), shadow=10)
    sheet.lay(shade, *[line([(478, 350 + 46 * i), (542, 396 + 46 * i)], 8) for i in range(4)])
    jib = [line([(520, 320), (826, 70)], 22), line([(540, 380), (826, 84)], 14)]
    ties = [line([(540 + 48 * i, 312 - 39 * i), (562 + 46 * i, 358 - 46 * i)], 8) for i in range(6)]
    sheet.lay(steel, *jib, line([(500, 330), (470, 180)], 18), shadow=8)
    sheet.lay(shade, *ties, line([(470, 184), (820, 78)], 6), line([(470, 184), (410, 350)], 8))
    sheet.lay(steel, box(380, 318, 480, 372, 8), shadow=8)
    sheet.glow(600, 430, 240, LIT, 0.6)
    sheet.lay(tone.CREAM, poly((548, 370), (672, 370), (654, 480), (548, 480)), shadow=10)
    sheet.lay(LIT, poly((562, 384), (656, 384), (642, 466), (562, 466)))
    sheet.lay(
        tone.INK, ellipse(602, 420, 17, 20), poly((576, 466), (584, 442), (622, 442), (632, 466))
    )
    sheet.lay(shade, line([(606, 384), (606, 466)], 5))
    sheet.lay((206, 206, 196), line([(826, 78), (826, 470)], 7))


def _net(sheet: Sheet, x: float, y: float) -> None:
    """The cargo net below its hook, a man in orange hanging in it by his arms."""
    sheet.glow(x, y, 230, (206, 214, 190), 0.5)
    sheet.lay(tone.INK, curve([(x, y - 150), (x + 4, y - 122), (x - 16, y - 112)], 12))
    suit = Dress(top=(224, 108, 48), legs=(196, 92, 44), hat="helmet", hat_colour=tone.CREAM)
    lay_figure(sheet, x - 6, y + 158, 270, "squatting", suit)
    ropes = [
        curve([(x, y - 120), (x + s * 118, y + 30), (x + s * 96, y + 150), (x, y + 186)], 7)
        for s in (-1, -0.55, -0.1, 0.4, 0.78, 1)
    ]
    rounds = [
        curve([(x - w, y + d - 10), (x, y + d + 22), (x + w, y + d - 10)], 6)
        for w, d in ((40, -60), (84, 0), (108, 60), (98, 120))
    ]
    sheet.lay((236, 222, 176), *ropes, *rounds, shadow=5)
    drops = [
        ellipse(x + dx, y + 214 + dy, 6, 12)
        for dx, dy in ((-40, 10), (0, 40), (34, 4), (14, 90), (-24, 84))
    ]
    sheet.lay((160, 190, 194), *drops)


def pay_table(sheet: Sheet) -> None:
    """Snow over a yard: across a square table with an open ledger two women settle accounts."""
    sheet.ground((206, 212, 208))
    sheet.lay((236, 232, 218), box(LEFT, 150, RIGHT, 700))
    sheet.lay((70, 74, 78), box(LEFT, -100, RIGHT, 60), shadow=12)
    sheet.lay((92, 96, 100), *tile_rows(-200, 20, 1800, 4, 52))
    sheet.lay(tone.CREAM, *[ellipse(-160 + 150 * i, 22, 90, 22) for i in range(14)], shadow=4)
    lay_door(sheet, 800, 680, 180, colour=(132, 82, 56))
    sheet.lay((190, 196, 194), box(LEFT, 680, RIGHT, 704))
    sheet.lay((226, 230, 226), box(LEFT, 700, RIGHT, FOOT), shadow=4)
    sheet.lay(tone.INK, curve([(LEFT, 150), (800, 202), (RIGHT, 150)], 5))
    for i, colour in enumerate((tone.OXBLOOD, tone.DUSK, tone.PINE, tone.OCHRE)):
        _coat(sheet, (430, 590, 1010, 1170)[i], 240, colour)
    lay_bench(sheet, 800, 850, 380)
    top = lay_table(sheet, 800, 960, 430)
    lay_book(sheet, 780, top + 6, 250)
    sheet.lay(tone.INK, box(930, top - 38, 1000, top + 2, 8), shadow=6)
    sheet.lay(tone.CINNABAR, box(938, top - 32, 992, top - 18, 6))
    prints = [ellipse(718, top - 50, 10, 13), ellipse(718, top - 92, 10, 13)]
    sheet.lay(tone.CINNABAR, *prints, ellipse(838, top - 70, 10, 13))
    lay_bench(sheet, 480, 968, 220)
    boss = Dress(top=tone.OXBLOOD, legs=tone.NIGHT, style="bun", coat=True)
    lay_figure(sheet, 1110, 990, 500, "giving", boss, mirror=True)
    worker = Dress(top=tone.DUSK, legs=tone.NIGHT, style="tail", hat="scarf", hat_colour=tone.OCHRE)
    lay_figure(sheet, 500, 968, 470, "sitting", worker)
    steps = [ellipse(420 + 130 * i, 1090 + 22 * (i % 2), 34, 13) for i in range(7)]
    sheet.lay((196, 204, 204), *steps)
    sheet.lay((250, 250, 246), *snow(110, 17, 6), shadow=3)


def _coat(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
    """A quilted coat hung on the line by its collar."""
    put = standing(x, y, 1)
    dark: Colour = (round(colour[0] * 0.78), round(colour[1] * 0.78), round(colour[2] * 0.78))
    sleeves = [taper([(s * 46, 0), (s * 84, 150)], 50, 42) for s in (-1, 1)]
    sheet.lay(dark, *put(*sleeves), shadow=6)
    sheet.lay(
        colour,
        *put(
            blob(
                (-50, -26),
                (0, -40),
                (50, -26),
                (66, 60),
                (70, 210),
                (0, 222),
                (-70, 210),
                (-66, 60),
            )
        ),
        shadow=8,
    )
    quilting = [
        curve([(-64, 30 + 44 * i), (0, 40 + 44 * i), (64, 30 + 44 * i)], 5) for i in range(4)
    ]
    sheet.lay(dark, *put(*quilting, line([(0, -36), (0, 220)], 5)))
    sheet.lay(tone.SAND, *put(box(-8, -64, 8, -26, 3)), shadow=3)


def pattern_paper(sheet: Sheet) -> None:
    """A cutter's table by lamplight from above: patterns, a long rule, notes with red prints."""
    sheet.ground((84, 58, 46))
    sheet.lay((74, 50, 40), *[line([(LEFT, y), (RIGHT, y + 26)], 7) for y in range(40, 1300, 170)])
    sheet.glow(720, 470, 760, (246, 196, 116), 0.62)
    put = standing(770, 540, 1, turn=-9)
    panel = box(-360, -400, 250, 60, 70)
    sheet.lay(KRAFT, *put(panel), shadow=14)
    strap = [box(300, -360, 400, 330, 50), box(-390, 120, -110, 400, 46)]
    sheet.lay((222, 194, 146), *put(*strap), shadow=12)
    round_ = ellipse(90, 300, 150)
    sheet.lay((226, 206, 164), *put(round_), holes=put(ellipse(90, 300, 52)), shadow=12)
    _dashes(sheet, put)
    _notes(sheet)
    rule = standing(800, 610, 1, turn=24)
    sheet.lay((198, 200, 192), *rule(box(-620, -34, 620, 34, 6)), shadow=16)
    ticks = [
        line([(-600 + 24 * i, -34), (-600 + 24 * i, -34 + (26 if i % 5 == 0 else 14))], 4)
        for i in range(51)
    ]
    sheet.lay((92, 96, 96), *rule(*ticks, ellipse(580, 4, 13)))
    pencil = standing(560, 350, 1, turn=128)
    sheet.lay(tone.CINNABAR, *pencil(box(-15, -190, 15, 120, 4)), shadow=10)
    sheet.lay(tone.SAND, *pencil(poly((-15, 120), (15, 120), (0, 170))))
    sheet.lay(tone.INK, *pencil(poly((-5, 153), (5, 153), (0, 172)), box(-15, -190, 15, -170, 4)))


def _dashes(sheet: Sheet, put: Placed) -> None:
    """Seam allowances: a broken line inside every edge, and notches."""
    runs: list[tuple[tuple[float, float], tuple[float, float]]] = [
        ((-300, -364), (190, -364)),
        ((-300, 24), (190, 24)),
        ((-324, -330), (-324, -10)),
        ((214, -330), (214, -10)),
        ((350, -310), (350, 290)),
        ((-340, 170), (-160, 170)),
        ((-340, 350), (-160, 350)),
    ]
    pieces: list[Shape] = []
    for (x0, y0), (x1, y1) in runs:
        count = int(math.hypot(x1 - x0, y1 - y0) // 44)
        for i in range(count):
            a, b = i / count, (i + 0.55) / count
            pieces.append(
                line(
                    [
                        (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a),
                        (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b),
                    ],
                    6,
                )
            )
    pieces += [arc(90, 300, 126, 126, 30 * i, 30 * i + 17, 6) for i in range(12)]
    pieces += [
        arc(-55, -170, 96, 96, 0, 360, 5),
        line([(-170, -170), (60, -170)], 4),
        line([(-55, -285), (-55, -55)], 4),
    ]
    sheet.lay((132, 92, 56), *put(*pieces))


def _notes(sheet: Sheet) -> None:
    """Folded notes fanned out, each signed and thumbed at its lower right corner."""
    for i in range(5):
        put = standing(930 - 10 * i, 990 - 6 * i, 1, turn=38 - 17 * i)
        sheet.lay((246, 238, 216), *put(box(-112, -330, 112, -20, 4)), shadow=8)
        lines = [
            line([(-84, -296 + 36 * k), (-84 + (160, 132, 150, 96)[k], -296 + 36 * k)], 6)
            for k in range(4)
        ]
        sheet.lay((120, 112, 104), *put(*lines))
        sheet.lay((214, 204, 178), *put(line([(-112, -176), (112, -176)], 4)))
        sign = curve([(-6, -76), (14, -96), (22, -66), (40, -94), (54, -68), (80, -86)], 6)
        sheet.lay(tone.NIGHT, *put(sign))
        sheet.lay(tone.CINNABAR, *put(ellipse(64, -54, 17, 22)))


SCENES = {
    "pattern-paper": pattern_paper,
    "pay-table": pay_table,
    "port-crane": port_crane,
    "sweater": sweater,
}
