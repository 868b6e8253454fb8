"""Scenes of stove and jar: the gas bottle on fire, the duck's egg, the steamer of cakes."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_window
from goodpeople.demo.drawing.figures import SKIN
from goodpeople.demo.drawing.gear import lay_jar
from goodpeople.demo.drawing.hands import crease, lay_reaching_hand
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, sprig, steam
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    crescent,
    curve,
    ellipse,
    line,
    petal,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet
from goodpeople.demo.drawing.vehicles import lay_bicycle

EGG: Colour = (222, 226, 206)
ROSE: Colour = (226, 148, 138)
CANE: Colour = (206, 164, 98)


def gas_cylinder(sheet: Sheet) -> None:
    """A noodle shop's kitchen: a standing gas bottle spurts fire, a wrapped hand at its valve."""
    sheet.ground((196, 190, 172))
    tiles = [line([(x, -100), (x, 940)], 4) for x in range(-240, 1900, 128)]
    tiles += [line([(LEFT, y), (RIGHT, y)], 4) for y in range(-40, 940, 128)]
    sheet.lay((172, 166, 150), *tiles)
    sheet.glow(940, 560, 620, (250, 190, 96), 0.7)
    sheet.lay((104, 92, 82), box(LEFT, 930, RIGHT, FOOT), shadow=8)
    sheet.lay((150, 128, 108), blob((880, 520), (1010, 340), (1180, 250), (1140, 420), (1010, 560)))
    sheet.lay(tone.CREAM, steam(1090, 470, 250, 34, 22), steam(1200, 470, 320, 40, 26))
    sheet.lay(
        (88, 96, 98), box(1010, 480, 1420, 640, 30), arc(1010, 540, 40, 36, 90, 270, 18), shadow=10
    )
    sheet.lay((118, 126, 126), box(986, 462, 1440, 496, 12), shadow=5)
    sheet.lay((132, 138, 136), box(940, 660, RIGHT, 1090), shadow=10)
    sheet.lay((164, 168, 162), box(916, 634, RIGHT, 680), shadow=8)
    sheet.lay((86, 94, 96), box(1030, 740, 1260, 1060, 10))
    hose = curve([(700, 576), (800, 590), (850, 700), (920, 800), (1000, 840)], 20)
    sheet.lay((140, 60, 44), hose, shadow=5)
    _bottle(sheet)
    fire: list[tuple[Colour, float]] = [
        (tone.CINNABAR, 1.0),
        ((226, 122, 52), 0.76),
        ((248, 206, 110), 0.48),
    ]
    put = standing(690, 560, 1, turn=-24)
    for colour, size in fire:
        flame = blob(
            (0, -12),
            (120, -84),
            (210, -52),
            (300, -132),
            (370, -64),
            (520, -60),
            (400, 8),
            (440, 66),
            (290, 34),
            (220, 84),
            (120, 44),
            (0, 16),
        )
        sheet.lay(colour, *put(flame.scaled(size, (0, 0))), shadow=8 if size == 1 else 0)
    _wrapped_hand(sheet)


def _bottle(sheet: Sheet) -> None:
    steel, shade = ((92, 124, 130), (70, 98, 106))
    sheet.lay(shade, box(470, 1120, 780, 1174, 14), shadow=10)
    sheet.lay(steel, box(440, 660, 810, 1140, 120), shadow=18)
    sheet.lay(shade, box(720, 730, 774, 1070, 26))
    sheet.lay((128, 158, 160), box(474, 750, 500, 1050, 13))
    sheet.lay(shade, line([(442, 896), (808, 896)], 8))
    sheet.lay(tone.OCHRE, box(596, 610, 654, 680, 8), shadow=5)
    sheet.lay(tone.OCHRE, box(606, 542, 710, 590, 8), box(612, 530, 640, 620, 6), shadow=6)
    sheet.lay(
        shade,
        arc(625, 650, 128, 130, 186, 240, 26),
        arc(625, 650, 128, 130, 300, 354, 26),
        shadow=8,
    )
    wheel = [
        ellipse(626 + 44 * math.cos(a), 502 + 15 * math.sin(a), 15, 11)
        for a in (math.tau * k / 8 for k in range(8))
    ]
    sheet.lay(tone.OXBLOOD, ellipse(626, 502, 50, 18), box(616, 502, 636, 546), *wheel, shadow=8)


def _wrapped_hand(sheet: Sheet) -> None:
    """An arm from the upper left, its hand bound in a wet apron, upon the valve's wheel."""
    sheet.lay(tone.NIGHT, taper([(180, -40), (330, 240), (480, 380)], 150, 112), shadow=14)
    cloth = blob(
        (440, 340),
        (520, 310),
        (600, 360),
        (680, 440),
        (690, 500),
        (640, 530),
        (560, 520),
        (480, 480),
        (420, 420),
    )
    sheet.lay((214, 224, 222), cloth, shadow=14)
    folds = [
        curve([(470, 360), (560, 390), (620, 490)], 8),
        curve([(450, 400), (530, 440), (580, 510)], 8),
        curve([(530, 330), (620, 400), (664, 470)], 8),
    ]
    sheet.lay((168, 186, 188), *folds)
    sheet.lay(
        (214, 224, 222),
        taper([(450, 440), (420, 530), (446, 620)], 44, 10),
        taper([(480, 460), (480, 540), (520, 600)], 34, 8),
        shadow=8,
    )
    drops = [
        petal(px, py, 34, 18, 0) for px, py in ((450, 680), (524, 660), (404, 610), (560, 590))
    ]
    sheet.lay((150, 182, 190), *drops, shadow=2)


def egg_jar(sheet: Sheet) -> None:
    """A duck's egg in the palm, crazed all over, under a bamboo strip; jars and willow behind."""
    sheet.ground((232, 220, 190))
    sheet.lay((214, 226, 206), ellipse(800, 470, 440))
    sheet.lay((246, 240, 220), arc(800, 470, 424, 424, 0, 360, 6))
    sheet.lay(
        (120, 148, 94),
        *sprig([(1300, -40), (1150, 120), (1090, 330)], 96, 24, 9),
        *sprig([(1180, -60), (1000, 60), (940, 190)], 84, 22, 8),
        shadow=5,
    )
    lay_jar(sheet, 468, 800, 260)
    lay_jar(sheet, 1146, 800, 230)
    sheet.lay((150, 104, 68), box(LEFT, 790, RIGHT, FOOT), shadow=8)
    sheet.lay((128, 86, 56), *[line([(LEFT, y), (RIGHT, y + 10)], 5) for y in (880, 990, 1090)])
    sheet.lay(tone.OXBLOOD, taper([(-60, 1330), (300, 1130), (480, 960)], 250, 190), shadow=16)
    sheet.lay(tone.CREAM, taper([(440, 1010), (500, 936)], 200, 196), shadow=4)
    palm = blob(
        (470, 900),
        (560, 850),
        (650, 800),
        (800, 830),
        (960, 770),
        (1010, 800),
        (960, 890),
        (860, 970),
        (700, 1010),
        (560, 1010),
    )
    sheet.lay(SKIN, palm, shadow=14)
    _cracked_egg(sheet, 770, 640)
    fingers = [
        taper([(560, 890), (566, 780), (616, 700)], 68, 46),
        taper([(930, 900), (990, 820), (962, 716)], 62, 42),
        taper([(880, 940), (952, 900), (1010, 806)], 62, 42),
    ]
    for one in fingers:
        sheet.lay(SKIN, one, shadow=6)
    sheet.lay(
        crease(SKIN),
        curve([(600, 960), (720, 970), (850, 930)], 6),
        curve([(590, 716), (612, 706)], 5),
    )
    sheet.lay((196, 170, 96), taper([(1190, 160), (900, 420)], 44, 30), shadow=12)
    sheet.lay((226, 204, 138), line([(1180, 160), (906, 404)], 7))
    lay_reaching_hand(sheet, 1040, 290, 250, 136, sleeve=tone.OXBLOOD)
    taps = [arc(880, 440, 70, 70, 200, 250, 7), arc(880, 440, 104, 104, 205, 245, 7)]
    sheet.lay(tone.CINNABAR, *taps)


def _cracked_egg(sheet: Sheet, x: float, y: float) -> None:
    """An egg on end, its shell a net of fine cracks."""
    put = standing(x, y, 1, turn=24)
    egg = blob(
        (0, -226),
        (108, -150),
        (164, 10),
        (116, 150),
        (0, 200),
        (-116, 150),
        (-164, 10),
        (-108, -150),
    )
    sheet.lay(EGG, *put(egg), shadow=16)
    sheet.lay((240, 242, 228), *put(crescent(-60, -70, 74, -44, 0.62)))
    cracks = []
    for k, sx in enumerate((-110, -66, -22, 22, 66, 110)):
        high = 190 - abs(sx) * 0.9
        path = [
            (sx * (0.5 + 0.5 * math.cos(t * 1.25)) + 9 * (-1) ** (k + i), t * high)
            for i, t in enumerate((-1, -0.66, -0.33, 0, 0.33, 0.66, 0.92))
        ]
        cracks.append(line(path, 3.6))
        if k < 5:
            cracks += [
                line([path[i], (path[i][0] + 40, path[i + 1][1] - 26)], 3)
                for i in (1 + k % 2, 3 + k % 2)
            ]
    sheet.lay((150, 152, 132), *put(*cracks))


def steamer(sheet: Sheet) -> None:
    """A bamboo steamer of rosy cakes, half a cake in a handkerchief, a bicycle past the window."""
    sheet.ground((222, 208, 176))
    lay_window(sheet, 470, 60, 1130, 470, view=(206, 222, 214))
    sheet.lay((150, 178, 148), poly((500, 400), (1100, 376), (1100, 446), (500, 446)))
    lay_bicycle(sheet, 800, 436, 400)
    sheet.lay(tone.UMBER, box(786, 80, 814, 450), box(490, 254, 1110, 276))
    sheet.lay((176, 96, 66), box(LEFT, 850, RIGHT, FOOT), shadow=10)
    bricks = [line([(LEFT, y), (RIGHT, y)], 6) for y in (940, 1050, 1160)]
    bricks += [
        line([(x + 90 * (r % 2), 850 + 100 * r), (x + 90 * (r % 2), 945 + 106 * r)], 6)
        for x in range(-300, 2000, 180)
        for r in range(3)
    ]
    sheet.lay((150, 78, 54), *bricks)
    _basket(sheet, 740, 760)
    curls = [steam(560 + 120 * i, 640 - 20 * (i % 2), 330 + 50 * (i % 2), 44, 30) for i in range(4)]
    sheet.lay((248, 244, 232), *curls)
    _kerchief(sheet)


def _cake(x: float, y: float, size: float) -> Shape:
    """A cake pressed in a mould: broad ends and a waist."""
    cake = blob(
        (-54, -30),
        (-22, -30),
        (0, -20),
        (22, -30),
        (54, -30),
        (46, 0),
        (52, 30),
        (22, 32),
        (0, 22),
        (-22, 32),
        (-52, 30),
        (-46, 0),
    )
    return cake.scaled(size, (0, 0)).moved(x, y)


def _basket(sheet: Sheet, x: float, y: float) -> None:
    """The steamer's lowest tier, full of cakes, and its lid leaning behind."""
    lid = standing(x + 330, y - 40, 1, turn=58)
    sheet.lay(CANE, *lid(ellipse(0, 0, 250, 92)), shadow=14)
    rings = [arc(0, 0, 250 * k, 92 * k, 0, 360, 5) for k in (0.94, 0.7, 0.44)]
    sheet.lay((176, 132, 72), *lid(*rings))
    sheet.lay(CANE, *lid(arc(0, -6, 46, 30, 180, 360, 13)), shadow=5)
    wall = [ellipse(x, y + 130, 352, 110), box(x - 352, y, x + 352, y + 130)]
    sheet.lay((186, 142, 80), *wall, shadow=18)
    sheet.lay(CANE, ellipse(x, y, 360, 118), shadow=4)
    sheet.lay((150, 108, 58), ellipse(x, y, 326, 98))
    sheet.lay((226, 216, 184), ellipse(x, y + 6, 312, 88))
    weave = [arc(x, y + dy, 352, 110, 6, 174, 6) for dy in (44, 90)]
    turns = ((math.cos(a), math.sin(a)) for a in (0.5, 1.0, 1.57, 2.14, 2.64))
    pins = [
        box(x + 352 * c - 8, y + 110 * s + 40, x + 352 * c + 8, y + 110 * s + 104, 4)
        for c, s in turns
    ]
    sheet.lay((140, 98, 52), *weave, *pins)
    spots = [
        (x - 190, y - 8),
        (x + 2, y - 44),
        (x + 196, y - 4),
        (x - 92, y + 42),
        (x + 104, y + 42),
    ]
    sheet.lay((188, 104, 98), *[_cake(a, b + 16, 1.5) for a, b in spots], shadow=5)
    sheet.lay(ROSE, *[_cake(a, b, 1.5) for a, b in spots])
    sheet.lay(
        (246, 206, 192),
        *[arc(a, b, 22, 14, 0, 360, 5) for a, b in spots],
        *[ellipse(a, b, 8, 5) for a, b in spots],
    )


def _kerchief(sheet: Sheet) -> None:
    put = standing(1010, 1030, 1, turn=-6)
    sheet.lay((226, 232, 226), *put(poly((-230, 10), (-10, -92), (230, 0), (20, 122))), shadow=12)
    checks = [
        line([(-190 + 44 * i, -6 - 18 * i + 8), (60 + 44 * i - 30, 100 - 19 * i)], 7)
        for i in range(5)
    ]
    checks += [
        line([(-178 + 52 * i, 34 + 22 * i), (30 + 48 * i, -72 + 20 * i)], 7) for i in range(4)
    ]
    sheet.lay((134, 164, 176), *put(*checks))
    half = poly((-72, -36), (28, -44), (10, 0), (30, 52), (-56, 34), (-72, 8))
    sheet.lay((188, 104, 98), *put(half.moved(0, 16)), shadow=8)
    sheet.lay(ROSE, *put(half))
    sheet.lay(
        (246, 226, 206), *put(poly((28, -44), (10, 0), (30, 52), (30, 66), (10, 16), (28, -28)))
    )
    sheet.lay((226, 232, 226), *put(poly((20, 122), (230, 0), (150, 70), (60, 60))), shadow=8)


SCENES = {
    "egg-jar": egg_jar,
    "gas-cylinder": gas_cylinder,
    "steamer": steamer,
}
