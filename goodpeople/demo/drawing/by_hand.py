"""What hands grow and watch over: mushrooms, a melon, a bird of the reeds."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.figures import TAN
from goodpeople.demo.drawing.gear import lay_basket, lay_telephone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, swell, wave_band
from goodpeople.demo.drawing.plants import reeds
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    around,
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
from goodpeople.demo.drawing.vehicles import STEEL, lay_boat
from goodpeople.demo.drawing.weather import lay_sky

SOIL: Colour = (84, 62, 48)
CAP: Colour = (244, 236, 218)
RIND: Colour = (64, 112, 76)
FLESH: Colour = (206, 72, 60)
SHELF: Colour = (150, 112, 70)
# Foot, colour, height and distance of the reeds, the far row first.
REED_ROWS = ((800, (196, 184, 136), 260, 92), (900, (178, 160, 104), 330, 118))


def mushrooms(sheet: Sheet) -> None:
    """Beds one over the other in the dark; a headlamp's light on a hand that picks."""
    sheet.ground((44, 42, 42))
    sheet.glow(800, 560, 760, (250, 220, 150), 0.6)
    random = np.random.default_rng(31)
    for y, size in ((150, 0.62), (420, 0.86), (760, 1.2)):
        caps: list[Shape] = []
        stems: list[Shape] = []
        for x in np.arange(-100, 1700, 62 * size).tolist():
            dx, dy, big = random.uniform((-14, -10, 0.75), (14, 12, 1.2)).tolist()
            _mushroom(x + dx * size, y - 46 * size + dy * size, 40 * size * big, caps, stems)
        sheet.lay(darker(CAP, 0.86), *stems, shadow=3)
        sheet.lay(CAP, *caps, shadow=5)
        sheet.lay(SOIL, wave_band(y - 8 * size, 7 * size, 170, 0.1 * size, foot=y + 30), shadow=4)
        sheet.lay(darker(SHELF, 0.7), box(LEFT, y, RIGHT, y + 74 * size), shadow=14)
        sheet.lay(SHELF, box(LEFT, y, RIGHT, y + 20 * size))
    posts = [box(x, -100, x + 34, FOOT) for x in (378, 1190)]
    sheet.lay(darker(SHELF, 0.84), *posts, shadow=12)
    sheet.lay((56, 46, 40), box(LEFT, 1080, RIGHT, FOOT), shadow=8)
    lay_basket(sheet, 560, 1150, 380, content=CAP, handle=False)
    _picking(sheet, 850, 640)


def _mushroom(x: float, y: float, r: float, caps: list[Shape], stems: list[Shape]) -> None:
    stems.append(taper([(x, y + r * 0.2), (x, y + r * 1.0)], r * 0.7, r * 0.8))
    caps.append(
        Shape(
            np.vstack(
                [
                    ellipse(x, y, r, r * 0.86, start=180, stop=360, count=30).points,
                    ellipse(x, y, r, r * 0.3, start=0, stop=180, count=20).points,
                ]
            )
        )
    )


def _picking(sheet: Sheet, x: float, y: float) -> None:
    """A hand from the right that turns one large mushroom out of its bed."""
    sheet.glow(x, y + 10, 260, (255, 236, 190), 0.8)
    caps: list[Shape] = []
    stems: list[Shape] = []
    _mushroom(x - 10, y + 12, 92, caps, stems)
    sleeve = taper([(x + 620, y + 330), (x + 330, y + 190), (x + 236, y + 132)], 190, 128)
    sheet.lay(tone.DUSK, sleeve, shadow=16)
    sheet.lay(
        TAN,
        blob(
            (x + 250, y + 176),
            (x + 150, y + 140),
            (x + 70, y + 70),
            (x + 96, y - 18),
            (x + 180, y - 4),
            (x + 286, y + 78),
        ),
        shadow=12,
    )
    sheet.lay(
        darker(TAN, 0.9),
        taper([(x + 130, y + 130), (x + 60, y + 140), (x + 10, y + 112)], 46, 32),
        shadow=5,
    )
    sheet.lay(darker(CAP, 0.86), *stems, shadow=4)
    sheet.lay(
        SOIL, *[ellipse(x - 34 + i * 16, y + 106 + 6 * (i % 2), 13, 11, count=16) for i in range(4)]
    )
    sheet.lay(CAP, *caps, shadow=10)
    sheet.lay((252, 248, 236), arc(x - 10, y + 12, 70, 58, 205, 275, 9))
    for points in (
        ((110, 10), (56, -62), (4, -66)),
        ((128, 30), (78, -30), (40, -34)),
        ((140, 52), (98, 8), (66, 6)),
    ):
        sheet.lay(TAN, taper([(x + a, y + b) for a, b in points], 46, 32), shadow=5)
    sheet.lay(tone.CREAM, taper([(x + 250, y + 84), (x + 216, y + 176)], 26, 26), shadow=5)


def live_melon(sheet: Sheet) -> None:
    """A telephone on its stand films a cut melon, a scale and a sugar gauge on a plank table."""
    sheet.fade((150, 178, 132), (206, 216, 168), 0, 760)
    hoops = [arc(800, 760, r, r * 1.06, 180, 360, 16) for r in (860, 640, 470)]
    sheet.lay((226, 232, 208), *hoops, shadow=5)
    sheet.lay(
        (104, 140, 88),
        *[ellipse(x, 700 - 30 * (i % 3), 92, 70) for i, x in enumerate(range(180, 1500, 120))],
        shadow=5,
    )
    sheet.lay((70, 112, 74), *[ellipse(x, 736, 78, 56) for x in range(120, 1500, 130)], shadow=5)
    whole = [(430, 712, 66), (1180, 706, 74), (1070, 734, 52)]
    sheet.lay(RIND, *[ellipse(x, y, r, r * 0.86) for x, y, r in whole], shadow=6)
    sheet.lay(
        (40, 80, 56),
        *[
            curve([(x + d, y - r * 0.8), (x + d * 1.6, y), (x + d, y + r * 0.8)], 7)
            for x, y, r in whole
            for d in (-28, 0, 28)
        ],
    )
    sheet.lay((164, 118, 74), box(LEFT, 770, RIGHT, FOOT), shadow=12)
    sheet.lay((190, 144, 96), box(LEFT, 770, RIGHT, 788))
    sheet.lay((140, 98, 60), *[line([(LEFT, y), (RIGHT, y + 6)], 5) for y in (880, 1000, 1130)])
    _scale(sheet, 470, 900)
    _phone_on_stand(sheet)
    _half_melon(sheet, 760, 920, 200)
    gauge = standing(1120, 1060, 1, turn=-12)
    sheet.lay(tone.INK, *gauge(box(-150, -26, 110, 26, 24), box(108, -18, 176, 18, 8)), shadow=10)
    sheet.lay(STEEL, *gauge(box(-100, -30, -62, 30, 4), box(40, -28, 60, 28, 3)), shadow=3)
    sheet.lay((160, 196, 204), *gauge(box(-206, -15, -148, 15, 4)), shadow=5)
    knife = standing(700, 1128, 1, turn=4)
    sheet.lay(
        (206, 208, 200),
        *knife(blob((-250, 10), (-120, -26), (90, -28), (96, 20), (-120, 26))),
        shadow=8,
    )
    sheet.lay(tone.UMBER, *knife(box(90, -24, 250, 20, 12)), shadow=8)


def _phone_on_stand(sheet: Sheet) -> None:
    legs = [taper([(1010, 560), (x, y)], 20, 13) for x, y in ((900, 900), (1010, 930), (1130, 880))]
    sheet.lay((60, 62, 64), *legs, shadow=8)
    lay_telephone(sheet, 1010, 610, 520, call=False, screen=(176, 204, 160))
    sheet.lay((150, 112, 74), box(906, 480, 1114, 566))
    sheet.lay(RIND, ellipse(1010, 480, 84, 84, start=0, stop=180).turned(-8, (1010, 480)))
    sheet.lay(CAP, ellipse(1010, 478, 80, 17).turned(-8, (1010, 478)))
    sheet.lay(FLESH, ellipse(1010, 476, 72, 13).turned(-8, (1010, 476)), shadow=0)
    hearts = [(950, 250, 17), (1000, 204, 13), (940, 330, 12), (1060, 280, 15)]
    sheet.lay(
        (232, 120, 100),
        *[
            s
            for x, y, r in hearts
            for s in (
                ellipse(x - r * 0.5, y, r * 0.62),
                ellipse(x + r * 0.5, y, r * 0.62),
                poly((x - r * 1.06, y + r * 0.2), (x + r * 1.06, y + r * 0.2), (x, y + r * 1.5)),
            )
        ],
    )
    sheet.lay(
        tone.CREAM,
        *[box(918, y, 918 + w, y + 15, 7) for y, w in ((392, 110), (418, 76), (366, 90))],
    )


def _half_melon(sheet: Sheet, x: float, y: float, r: float) -> None:
    put = standing(x, y, 1, turn=-10)
    sheet.lay(RIND, *put(ellipse(0, 0, r, r * 0.92)), shadow=18)
    sheet.lay((222, 232, 190), *put(ellipse(0, 0, r * 0.93, r * 0.85)))
    sheet.lay(FLESH, *put(ellipse(0, 0, r * 0.84, r * 0.76)))
    sheet.lay((226, 104, 84), *put(ellipse(-4, -4, r * 0.44, r * 0.38)))
    seeds = [
        petal(r * 0.6 * math.cos(a), r * 0.54 * math.sin(a), 22, 13, math.degrees(a) + 90)
        for a in np.linspace(0, 2 * math.pi, 15)[:-1]
    ]
    seeds += [
        petal(r * 0.36 * math.cos(a), r * 0.32 * math.sin(a), 20, 12, math.degrees(a) + 90)
        for a in np.linspace(0.3, 2 * math.pi + 0.3, 8)[:-1]
    ]
    sheet.lay(tone.INK, *put(*seeds))


def _scale(sheet: Sheet, x: float, y: float) -> None:
    sheet.lay((78, 108, 116), box(x - 120, y - 60, x + 120, y + 96, 16), shadow=12)
    sheet.lay(STEEL, box(x - 140, y - 92, x + 140, y - 62, 8), shadow=8)
    sheet.lay(tone.CREAM, ellipse(x, y + 22, 60))
    ticks = around(box(x - 2, y - 32, x + 2, y - 20), (x, y + 22), 12)
    sheet.lay(tone.INK, *ticks, ellipse(x, y + 22, 7))
    sheet.lay(tone.CINNABAR, line([(x, y + 22), (x + 30, y - 12)], 6))
    sheet.lay(RIND, ellipse(x, y - 152, 80, 68), shadow=9)
    sheet.lay(
        (40, 80, 56),
        *[
            curve([(x + d, y - 214), (x + d * 1.7, y - 150), (x + d, y - 92)], 8)
            for d in (-34, 0, 34)
        ],
    )


def reed_bird(sheet: Sheet) -> None:
    """A small long-tailed bird with a yellow beak clings sideways to a bending reed."""
    lay_sky(sheet, "day", 800, layers=False)
    sheet.glow(1080, 260, 520, (252, 240, 204), 0.9)
    sheet.lay(
        (168, 190, 170),
        blob(
            (-400, 720), (100, 650), (600, 690), (1200, 640), (2000, 700), (2000, 900), (-400, 900)
        ),
        shadow=3,
    )
    for row, (y, tint, high, gap) in enumerate(REED_ROWS):
        stalks: list[Shape] = []
        plumes: list[Shape] = []
        for i in range(2, 13):
            green, top = reeds(-120 + i * gap + 37 * row, y, high + 30 * (i * 5 % 4), 5)
            stalks += green[::2]
            plumes += top
        sheet.lay(tint, *stalks, shadow=3)
        sheet.lay((230, 216, 180), *plumes, shadow=3)
    sheet.lay((146, 178, 172), wave_band(890, 8, 620, 0.3), shadow=6)
    lay_boat(sheet, 1040, 1110, 320, shadow=8)
    sheet.lay(
        (206, 222, 210),
        *[swell(x, y, w, 9) for x, y, w in ((560, 980, 300), (980, 1040, 340), (640, 1110, 420))],
    )
    stem = curve([(520, 1300), (560, 900), (640, 520), (800, 210), (960, 70)], 26)
    sheet.lay((190, 150, 74), stem, shadow=10)
    joints = [ellipse(x, y, 19, 11) for x, y in ((548, 960), (604, 660), (700, 380))]
    sheet.lay((150, 112, 54), *joints)
    head = [
        brush(
            [(930, 110), (1010 + 8 * i, 70 + 34 * i), (1080 - 6 * i, 150 + 60 * i)],
            34,
            head=0.6,
            tail=0.1,
        )
        for i in range(4)
    ]
    sheet.lay((176, 138, 120), *head, shadow=6)
    blades = [
        brush([(556, 930), (420, 760), (330, 790)], 46, head=0.6, tail=0.05),
        brush([(606, 660), (480, 470), (400, 452)], 42, head=0.6, tail=0.05),
        brush([(700, 380), (640, 240), (560, 190)], 36, head=0.6, tail=0.05),
    ]
    sheet.lay((130, 146, 84), *blades, shadow=8)
    _parrotbill(sheet, 760, 560)


def _parrotbill(sheet: Sheet, x: float, y: float) -> None:
    put = standing(x, y, 1.25, turn=-8)
    tail = [
        brush([(80, 120), (170 + 12 * i, 250), (232 + 15 * i, 384 - 7 * i)], 42, head=0.8, tail=0.4)
        for i in (-1, 0, 1)
    ]
    sheet.lay((126, 92, 74), *put(*tail), shadow=10)
    sheet.lay(tone.CREAM, *put(*[ellipse(230 + 16 * i, 372 - 8 * i, 11, 9) for i in (-1, 1)]))
    legs = [
        line([(-6, 96), (-60, 110), (-92, 92)], 11),
        line([(16, 122), (-44, 158), (-84, 150)], 11),
    ]
    sheet.lay((206, 140, 108), *put(*legs), shadow=5)
    body = blob(
        (-60, -50), (-66, 30), (-20, 116), (70, 156), (120, 120), (116, 30), (70, -50), (10, -90)
    )
    sheet.lay((206, 160, 118), *put(body), shadow=16)
    belly = blob((-58, 0), (-40, 70), (10, 120), (50, 140), (10, 60), (-20, -10))
    sheet.lay((236, 206, 170), *put(belly))
    wing = blob((30, -40), (104, 10), (150, 120), (140, 196), (86, 130), (30, 50))
    sheet.lay((148, 100, 70), *put(wing), shadow=8)
    sheet.lay(
        (196, 146, 100),
        *put(
            *[
                brush(
                    [
                        (66 + 10 * i, 20 + 24 * i),
                        (104 + 8 * i, 80 + 22 * i),
                        (120 + 6 * i, 140 + 14 * i),
                    ],
                    13,
                    head=0.6,
                    tail=0.2,
                )
                for i in range(3)
            ]
        ),
    )
    sheet.lay((198, 198, 186), *put(ellipse(-8, -96, 88, 78)), shadow=10)
    brow = brush([(-40, -128), (10, -138), (84, -90)], 30, head=0.5, tail=0.3)
    sheet.lay(tone.INK, *put(brow))
    sheet.lay(tone.CREAM, *put(ellipse(-32, -100, 15)))
    sheet.lay(tone.INK, *put(ellipse(-34, -100, 10)))
    bill = blob((-76, -108), (-130, -88), (-140, -58), (-116, -44), (-86, -56), (-70, -76))
    sheet.lay((240, 186, 52), *put(bill), shadow=6)
    sheet.lay((196, 140, 30), *put(curve([(-138, -66), (-106, -78), (-78, -84)], 5)))


SCENES = {
    "live-melon": live_melon,
    "mushrooms": mushrooms,
    "reed-bird": reed_bird,
}
