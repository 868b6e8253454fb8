"""Things on a bench or a desk: the abacus, needle and thread, the watch, the carpenter's plane."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, lay_sun
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
    poly,
)
from goodpeople.demo.drawing.sheet import Sheet


def abacus(sheet: Sheet) -> None:
    """An abacus on an open ledger whose lines are struck through one by one."""
    sheet.ground((176, 138, 92))
    sheet.lay((164, 126, 82), *[box(LEFT, y, RIGHT, y + 7) for y in range(60, 1300, 150)])
    about = (800.0, 500.0)
    sheet.lay(tone.OXBLOOD, box(410, 90, 1190, 1150, 14).turned(-4, about), shadow=18)
    sheet.lay(tone.CREAM, box(432, 106, 1172, 1132, 6).turned(-4, about))
    sheet.lay(tone.BLUSH, line([(803, 106), (803, 1132)], 5).turned(-4, about))
    for i in range(6):
        y = 168 + i * 62
        for x0 in (490, 840):
            name = [box(x0, y, x0 + 96, y + 20, 4), box(x0 + 150, y, x0 + 250, y + 20, 4)]
            sheet.lay((120, 116, 112), *[part.turned(-4, about) for part in name])
            rule = line([(x0 - 14, y + 10), (x0 + 264, y + 10)], 6).turned(-4, about)
            if x0 < 800 or i < 4:
                sheet.lay(tone.CINNABAR, rule)
    _abacus_frame(sheet)


def _abacus_frame(sheet: Sheet) -> None:
    x0, y0, x1, y1 = 360.0, 560.0, 1240.0, 1090.0
    frame = box(x0, y0, x1, y1, 26)
    inside = box(x0 + 46, y0 + 46, x1 - 46, y1 - 46, 6)
    sheet.lay((86, 54, 34), frame, holes=[inside], shadow=24)
    sheet.lay((128, 84, 50), line([(x0 + 30, y0 + 18), (x1 - 30, y0 + 18)], 6))
    rods = [x0 + 104 + i * 84 for i in range(9)]
    sheet.lay((204, 176, 120), *[box(x - 5, y0 + 40, x + 5, y1 - 40) for x in rods], shadow=6)
    upper = [1, 0, 0, 1, 0, 1, 0, 0, 1]
    lower = [1, 4, 2, 0, 3, 1, 6, 0, 2]
    beads = []
    for x, up, low in zip(rods, upper, lower, strict=True):
        beads.append((x, y0 + 74 + 26 * up))
        count = min(low, 4)
        beads += [(x, y0 + 190 + 50 * k) for k in range(count)]
        beads += [(x, y1 - 74 - 50 * k) for k in range(5 - count)]
    shells = [ellipse(x, y, 38, 25) for x, y in beads]
    sheet.lay(tone.CINNABAR, *shells, shadow=8)
    sheet.lay(tone.OXBLOOD, *[line([(x - 33, y), (x + 33, y)], 4) for x, y in beads])
    sheet.lay((230, 128, 100), *[arc(x, y, 28, 16, 200, 260, 5) for x, y in beads])
    sheet.lay((86, 54, 34), box(x0 + 30, y0 + 128, x1 - 30, y0 + 156), shadow=8)
    corners = [(x0 + 28, y0 + 28), (x1 - 28, y0 + 28), (x0 + 28, y1 - 28), (x1 - 28, y1 - 28)]
    sheet.lay(tone.OCHRE, *[ellipse(x, y, 14) for x, y in corners])


def needle(sheet: Sheet) -> None:
    """Needle and thread on a patched cloth, with buttons and a spool."""
    sheet.ground((214, 222, 208))
    sheet.lay(tone.DUSK, box(380, 150, 1220, 1050, 30).turned(-5, (800, 600)), shadow=20)
    weave = [
        line([(420, 220 + i * 56), (1180, 220 + i * 56)], 3).turned(-5, (800, 600))
        for i in range(15)
    ]
    sheet.lay((92, 120, 124), *weave)
    patch = box(520, 420, 900, 800, 20).turned(7, (710, 610))
    sheet.lay(tone.OCHRE, patch, shadow=10)
    flowers = [(620, 520), (780, 560), (640, 680), (800, 710)]
    for x, y in flowers:
        sheet.lay(tone.CREAM, *around(ellipse(x, y - 24, 13, 17), (x, y), 5))
        sheet.lay(tone.CINNABAR, ellipse(x, y, 10))
    stitches: list[Shape] = []
    for i in range(9):
        at = 438 + i * 42
        stitches += [
            line([(at + 98, 436), (at + 116, 436)], 8),
            line([(at + 98, 784), (at + 116, 784)], 8),
            line([(536, at + 18), (536, at + 36)], 8),
            line([(884, at + 18), (884, at + 36)], 8),
        ]
    sheet.lay(tone.CINNABAR, *[s.turned(7, (710, 610)) for s in stitches])
    thread = [(884, 770), (980, 860), (1120, 800), (1080, 640), (960, 620), (980, 480), (1112, 330)]
    sheet.lay(tone.CINNABAR, curve(thread, 8), shadow=5)
    shaft = poly((1170, 236), (1192, 250), (968, 640), (952, 652)).moved(-70, 60)
    sheet.lay(
        (236, 236, 228), shaft, holes=[ellipse(1104, 322, 5, 20).turned(30, (1104, 322))], shadow=10
    )
    for x, y, radius, colour in (
        (520, 290, 62, tone.CREAM),
        (650, 250, 46, tone.BLUSH),
        (1080, 960, 58, tone.CREAM),
    ):
        sheet.lay(colour, ellipse(x, y, radius), shadow=10)
        sheet.lay(tone.SAND, arc(x, y, radius * 0.76, radius * 0.76, 0, 360, 5))
        sheet.lay(tone.NIGHT, *around(ellipse(x, y - radius * 0.26, 8), (x, y), 4, start=45))
    sheet.lay(tone.UMBER, box(520, 890, 700, 922, 12), box(520, 1060, 700, 1092, 12), shadow=12)
    sheet.lay(tone.CINNABAR, box(540, 918, 680, 1064, 10), shadow=6)
    sheet.lay(
        tone.OXBLOOD, *[line([(544, 936 + i * 22), (676, 944 + i * 22)], 4) for i in range(6)]
    )


def watch(sheet: Sheet) -> None:
    """An old wristwatch under the lamp, wheels of its kind about it."""
    sheet.ground((58, 66, 66))
    sheet.glow(800, 560, 760, (238, 206, 140), 0.75)
    for x, y, radius, count, colour in (
        (400, 320, 130, 18, tone.OCHRE),
        (1220, 360, 100, 14, tone.UMBER),
        (1170, 930, 150, 20, tone.OCHRE),
        (420, 950, 96, 14, tone.UMBER),
    ):
        _cog(sheet, x, y, radius, count, colour)
    leather = (126, 66, 42)
    sheet.lay(leather, poly((690, -60), (910, -60), (930, 360), (670, 360)), shadow=16)
    sheet.lay(leather, poly((670, 800), (930, 800), (906, 1300), (694, 1300)), shadow=16)
    for x0, x1 in ((706, 690), (894, 910)):
        sheet.lay(
            tone.SAND,
            *[
                box(
                    x0 + (x1 - x0) * i / 8 - 3, 10 + i * 40, x0 + (x1 - x0) * i / 8 + 3, 32 + i * 40
                )
                for i in range(8)
            ],
        )
    sheet.lay((62, 34, 26), *[ellipse(800, 960 + i * 90, 15) for i in range(3)])
    sheet.lay(tone.OCHRE, box(1082, 552, 1132, 612, 12), shadow=6)
    sheet.lay((226, 178, 92), ellipse(800, 580, 296), shadow=22)
    sheet.lay(tone.UMBER, ellipse(800, 580, 256))
    sheet.lay(tone.CREAM, ellipse(800, 580, 246))
    mark, dot = box(794, 352, 806, 392, 3), ellipse(800, 350, 6)
    sheet.lay(tone.INK, *around(mark, (800, 580), 12))
    sheet.lay(tone.CINNABAR, *around(dot, (800, 580), 4))
    sheet.lay(
        tone.INK, brush([(800, 600), (760, 520), (716, 440)], 20, head=0.7, tail=0.2), shadow=5
    )
    sheet.lay(
        tone.INK, brush([(790, 596), (880, 500), (956, 424)], 15, head=0.7, tail=0.2), shadow=5
    )
    sheet.lay(tone.CINNABAR, line([(800, 540), (800, 770)], 5), ellipse(800, 580, 13))
    sheet.lay(tone.SAND, arc(800, 700, 44, 44, 0, 360, 4))


def _cog(sheet: Sheet, x: float, y: float, radius: float, count: int, colour: tone.Colour) -> None:
    tooth = box(x - radius * 0.09, y - radius * 1.13, x + radius * 0.09, y - radius * 0.9)
    holes = around(ellipse(x, y - radius * 0.52, radius * 0.24), (x, y), 5)
    sheet.lay(colour, ellipse(x, y, radius), *around(tooth, (x, y), count), holes=holes, shadow=10)
    sheet.lay(tone.INK, ellipse(x, y, radius * 0.1))


def carpenter(sheet: Sheet) -> None:
    """A plane on a board, its shavings curling away."""
    sheet.ground(tone.PAPER)
    lay_sun(sheet, 800, 470, 400, tone.CELADON, tone.MIST)
    sheet.lay((150, 104, 62), box(LEFT, 900, RIGHT, FOOT), shadow=12)
    sheet.lay(
        (132, 90, 52),
        *[
            curve([(-300, y), (400, y + 16), (900, y - 10), (1900, y + 12)], 5)
            for y in (1060, 1130)
        ],
    )
    sheet.lay((216, 170, 108), box(LEFT, 800, RIGHT, 920), shadow=14)
    sheet.lay((236, 198, 140), box(LEFT, 800, RIGHT, 816))
    grain = [curve([(-300, 860), (300, 850), (700, 880), (1200, 852), (1900, 872)], 4)]
    sheet.lay((190, 144, 86), *grain, ellipse(520, 866, 40, 16), ellipse(1130, 862, 34, 14))
    sheet.lay((236, 198, 140), ellipse(520, 866, 24, 8), ellipse(1130, 862, 20, 7))
    sheet.lay((116, 70, 42), box(430, 620, 1150, 800, 22), shadow=18)
    sheet.lay((146, 94, 58), box(430, 620, 1150, 652, 14))
    handle = blob((920, 640), (930, 520), (990, 440), (1064, 470), (1030, 540), (1040, 640))
    sheet.lay((98, 58, 36), handle, shadow=12)
    sheet.lay((98, 58, 36), ellipse(530, 596, 46, 52), box(506, 600, 554, 640), shadow=10)
    sheet.lay((58, 34, 26), poly((640, 620), (800, 620), (770, 700), (690, 700)))
    sheet.lay(tone.CINNABAR, poly((742, 420), (800, 446), (730, 690), (700, 690)), shadow=8)
    sheet.lay((200, 202, 198), poly((716, 400), (762, 420), (706, 690), (680, 690)), shadow=8)
    for x, y, radius, start in ((640, 560, 74, 40), (560, 420, 60, 100), (700, 330, 46, 10)):
        turns = np.linspace(0, 3.2 * math.pi, 60)
        radii = radius * (1 - turns / (3.9 * math.pi))
        angle = turns + math.radians(start)
        spiral = line(np.column_stack([x + radii * np.cos(angle), y + radii * np.sin(angle)]), 20)
        sheet.lay((244, 212, 156), spiral, shadow=8)
    sheet.lay(
        (244, 212, 156),
        *[crescent(x, 786, 34, a, 0.5) for x, a in ((330, -10), (390, 20), (1240, 8))],
        shadow=5,
    )
    sheet.lay((244, 212, 156), brush([(712, 650), (676, 610), (690, 560)], 26, head=0.9, tail=0.6))
    sheet.lay(tone.INK, ellipse(1212, 326, 11), shadow=4)
    square = poly((1150, 330), (1196, 330), (1196, 560), (1330, 560), (1330, 606), (1150, 606))
    sheet.lay(tone.UMBER, square.turned(12, (1200, 500)), shadow=10)
    ticks = [line([(1156, 360 + i * 30), (1174, 360 + i * 30)], 4) for i in range(7)]
    sheet.lay(tone.CREAM, *[t.turned(12, (1200, 500)) for t in ticks])


SCENES = {
    "abacus": abacus,
    "carpenter": carpenter,
    "needle": needle,
    "watch": watch,
}
