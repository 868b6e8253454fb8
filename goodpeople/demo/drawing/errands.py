"""Scenes of trades that call: the post, borrowed umbrellas, a co-op counter, a ballad."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import tile_rows
from goodpeople.demo.drawing.figures import SKIN, Dress, elder, lay_figure
from goodpeople.demo.drawing.hands import lay_open_hand, lay_reaching_hand
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, hill, lay_sun, steam, swell
from goodpeople.demo.drawing.plants import lay_tree
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
)
from goodpeople.demo.drawing.sheet import Sheet
from goodpeople.demo.drawing.vehicles import lay_bicycle
from goodpeople.demo.drawing.weather import rain

POST_GREEN: tone.Colour = (56, 104, 76)
FLAG: tone.Colour = (186, 176, 156)
COUNTER: tone.Colour = (142, 98, 62)
BRASS: tone.Colour = (214, 164, 74)
TIN: tone.Colour = (196, 92, 66)


def postbag(sheet: Sheet) -> None:
    """A green bicycle with its bags of letters on a river landing, under a tree turned red."""
    sheet.fade((206, 220, 208), (246, 230, 198), 0, 640)
    lay_sun(sheet, 560, 330, 150, (244, 206, 140), (252, 230, 184))
    sheet.lay(tone.CELADON, hill([(-400, 560), (300, 500), (900, 548), (2000, 490)]), shadow=6)
    sheet.lay((150, 182, 172), box(LEFT, 590, RIGHT, FOOT), shadow=6)
    rows = [(520, 640, 240), (820, 668, 260), (440, 700, 200), (1220, 650, 220)]
    sheet.lay((204, 220, 206), *[swell(x, y, width, 7) for x, y, width in rows])
    lay_tree(sheet, 1110, 900, 880, "autumn", seed=4, shadow=10)
    sheet.lay(FLAG, poly((LEFT, 880), (RIGHT, 820), (RIGHT, FOOT), (LEFT, FOOT)), shadow=12)
    for i in range(3):
        step = box(LEFT - 40 * i, 1060 + 64 * i, 640 - 70 * i, 1104 + 64 * i, 4)
        sheet.lay((160, 150, 130) if i % 2 else (174, 164, 144), step, shadow=8)
    lay_bicycle(sheet, 770, 1010, 800, frame=POST_GREEN, shadow=8)
    _bags(sheet)
    leaves = [(700, 1090), (980, 1060), (1130, 1110), (860, 1150), (1220, 1030), (600, 980)]
    sheet.lay((188, 84, 46), *[petal(x, y, 40, 24, x) for x, y in leaves], shadow=4)


def _bags(sheet: Sheet) -> None:
    """Two canvas bags over the carrier, a letter half out of the pocket."""
    bag = blob(
        (404, 680),
        (420, 640),
        (640, 640),
        (664, 684),
        (650, 880),
        (620, 906),
        (440, 906),
        (414, 880),
    )
    sheet.lay(POST_GREEN, bag, shadow=14)
    letter = poly((480, 590), (640, 566), (658, 700), (498, 722))
    sheet.lay(tone.CREAM, letter, shadow=8)
    sheet.lay((196, 186, 166), line([(486, 596), (574, 660), (636, 576)], 6))
    sheet.lay(tone.CINNABAR, poly((606, 640), (642, 634), (648, 676), (612, 682)))
    sheet.lay(
        (44, 84, 62),
        blob((400, 690), (420, 660), (640, 660), (670, 690), (650, 776), (540, 800), (420, 776)),
        shadow=8,
    )
    sheet.lay(tone.OCHRE, box(516, 770, 556, 812, 6), shadow=4)
    sheet.lay((120, 160, 130), curve([(424, 840), (530, 862), (640, 840)], 5))
    cross = box(700, 640, 880, 770, 22)
    sheet.lay(POST_GREEN, cross, shadow=12)
    sheet.lay((44, 84, 62), box(694, 636, 886, 694, 20), shadow=5)
    sheet.lay(tone.OCHRE, box(776, 680, 804, 712, 4))


def umbrellas(sheet: Sheet) -> None:
    """Mended umbrellas hang under a covered way in the rain; the mender sits by, a child goes."""
    sheet.fade((142, 158, 160), (196, 204, 194), 0, 900)
    sheet.lay((122, 138, 138), box(LEFT, 520, RIGHT, FOOT))
    sheet.lay((232, 224, 204), box(LEFT, 380, RIGHT, 900), shadow=6)
    sheet.lay((96, 70, 50), *[box(x, 380, x + 26, 900) for x in (60, 380, 700, 1020, 1340)])
    sheet.lay(
        (158, 116, 76), *[box(x + 60, 560, x + 260, 900) for x in (60, 380, 700, 1020)], shadow=3
    )
    sheet.lay((150, 146, 138), box(LEFT, 880, RIGHT, FOOT), shadow=8)
    sheet.lay((128, 126, 120), *[line([(LEFT, y), (RIGHT, y)], 5) for y in (960, 1060, 1160)])
    sheet.lay((70, 50, 38), box(LEFT, 150, RIGHT, 214), shadow=12)
    sheet.lay(
        (56, 60, 66), box(LEFT, -100, RIGHT, 110), *tile_rows(-60, 100, 1680, 2, 56), shadow=14
    )
    tops = [
        (500, 390, (tone.CINNABAR, tone.CINNABAR, tone.OCHRE, tone.CINNABAR)),
        (810, 350, (tone.PINE, tone.CREAM, tone.PINE, tone.PINE)),
        (1110, 400, (tone.NIGHT, tone.NIGHT, tone.BLUSH, tone.NIGHT)),
    ]
    for x, y, colours in tops:
        sheet.lay((70, 50, 38), line([(x, 200), (x, y - 110)], 5))
        _canopy(sheet, x, y, 1.0, colours)
    for i, x in enumerate((655, 690, 955, 990)):
        _furled(sheet, x, 230, (tone.OXBLOOD, tone.DUSK, tone.OCHRE, POST_GREEN)[i])
    mender = elder(Dress(top=(70, 96, 110), legs=tone.NIGHT, apron=(112, 84, 60)))
    found = lay_figure(sheet, 500, 1060, 560, "sitting low", mender, shadow=10)
    sheet.lay(
        (112, 84, 60),
        box(420, 990, 560, 1020, 6),
        box(436, 1010, 456, 1070),
        box(526, 1010, 546, 1070),
    )
    hx, hy = found.near_hand
    _furled(sheet, hx + 30, hy - 80, tone.CINNABAR, turn=62)
    sheet.lay(SKIN, ellipse(hx, hy, 18), shadow=3)
    child = Dress(top=tone.OCHRE, legs=tone.DUSK, style="plait")
    held = lay_figure(sheet, 985, 1090, 390, "holding", child, child=True, shadow=8)
    cx, cy = held.near_hand
    sheet.lay(tone.INK, line([(cx, cy + 20), (cx - 8, cy - 220)], 8))
    _canopy(
        sheet, cx - 8, cy - 110, 0.92, (tone.CELADON, tone.CELADON, tone.CINNABAR, tone.CELADON)
    )
    sheet.lay((226, 232, 228), *rain(90, 11, slant=0.26, length=80))


def _canopy(
    sheet: Sheet, x: float, y: float, size: float, colours: tuple[tone.Colour, ...]
) -> None:
    """An open umbrella, its panels from more than one: (x, y) is the middle of its rim."""
    put = standing(x, y, size)
    edges = (-150, -76, 0, 76, 150)
    for i, colour in enumerate(colours):
        left, right = edges[i], edges[i + 1]
        rib_l = curve([(0, -120), (left * 0.72, -84), (left, 0)], 1).points
        rib_r = curve([(0, -120), (right * 0.72, -84), (right, 0)], 1).points
        middle = ((left + right) / 2, -16.0)
        panel = poly(*map(tuple, rib_l), middle, *map(tuple, rib_r[::-1]))
        sheet.lay(colour, *put(panel), shadow=8)
    ribs = [curve([(0, -120), (e * 0.72, -84), (e, 0)], 4) for e in edges]
    sheet.lay(tone.INK, *put(*ribs, line([(0, -140), (0, -110)], 8)))


def _furled(sheet: Sheet, x: float, y: float, colour: tone.Colour, turn: float = 0) -> None:
    """A closed umbrella hung by its crook, or turned clockwise about it."""
    put = standing(x, y, 1, turn=turn)
    sheet.lay(
        tone.UMBER, *put(arc(0, 0, 20, 24, 150, 360, 9), line([(20, 0), (20, 60)], 9)), shadow=4
    )
    body = blob((8, 60), (34, 60), (40, 120), (24, 300), (16, 300), (0, 120))
    sheet.lay(colour, *put(body), shadow=6)
    sheet.lay(tone.CREAM, *put(line([(4, 110), (38, 104)], 6)))
    sheet.lay(tone.INK, *put(line([(20, 296), (20, 330)], 6)))


def shop_counter(sheet: Sheet) -> None:
    """Two hands bring the torn halves of a receipt together on a shop counter, by a biscuit tin."""
    sheet.ground((206, 186, 150))
    sheet.lay((110, 76, 50), *[box(LEFT, y, RIGHT, y + 26) for y in (196, 440)], shadow=8)
    jars = [(400, 196), (530, 196), (1080, 196), (1205, 196), (430, 440), (560, 440), (1220, 440)]
    for i, (x, y) in enumerate(jars):
        _jar(sheet, x, y, (tone.CINNABAR, tone.OCHRE, tone.CREAM, tone.PINE)[i % 4])
    bolts = [box(640 + 84 * i, 60 + 14 * (i % 2), 714 + 84 * i, 196, 6) for i in range(4)]
    for bolt, colour in zip(
        bolts, (tone.DUSK, tone.BLUSH, tone.CELADON, tone.OXBLOOD), strict=True
    ):
        sheet.lay(colour, bolt, shadow=5)
    sheet.lay(COUNTER, box(LEFT, 640, RIGHT, FOOT), shadow=14)
    sheet.lay((118, 80, 50), *[line([(LEFT, y), (RIGHT, y + 20)], 5) for y in (740, 900, 1080)])
    _tin(sheet)
    torn = [(796, 720), (812, 748), (788, 778), (814, 810), (790, 842), (808, 876), (794, 908)]
    left = poly((470, 734), *torn, (456, 924))
    right = poly(*[(x + 26, y) for x, y in torn], (1134, 922), (1124, 722), (822, 720))
    sheet.lay(tone.CREAM, left, right, shadow=12)
    lines = [line([(520, y), (740, y - 4)], 6) for y in (786, 830)]
    lines += [line([(880, y), (1070, y + 2)], 6) for y in (782, 826)]
    sheet.lay((150, 146, 138), *lines)
    seal = [arc(806, 836, 70, 64, -80, 60, 9), arc(806, 836, 70, 64, 110, 250, 9)]
    seal += [line([(x, 806), (x, 866)], 8) for x in (764, 850)]
    sheet.lay(tone.CINNABAR, *seal)
    lay_reaching_hand(sheet, 600, 900, 230, -38, sleeve=tone.PINE)
    lay_reaching_hand(sheet, 1010, 900, 230, 38, sleeve=(96, 84, 108), mirror=True)


def _jar(sheet: Sheet, x: float, y: float, sweets: tone.Colour) -> None:
    sheet.lay((196, 212, 204), box(x - 50, y - 150, x + 50, y, 16), shadow=5)
    drops = [ellipse(x - 28 + 28 * (i % 3), y - 18 - 24 * (i // 3), 13) for i in range(9)]
    sheet.lay(sweets, *drops)
    sheet.lay(tone.UMBER, box(x - 40, y - 172, x + 40, y - 146, 6), shadow=3)


def _tin(sheet: Sheet) -> None:
    """A square biscuit tin with two butterflies on it, its lid off and leaning."""
    lid = poly((1010, 480), (1180, 440), (1216, 640), (1040, 680))
    sheet.lay((170, 72, 52), lid, shadow=10)
    sheet.lay(BRASS, *_butterfly(1112, 564, 0.8))
    sheet.lay(TIN, box(620, 420, 980, 690, 14), shadow=16)
    sheet.lay((78, 52, 42), box(628, 404, 972, 446, 10))
    stubs = [box(650 + 46 * i, 376 + 10 * (i % 3), 686 + 46 * i, 436, 2) for i in range(7)]
    sheet.lay(tone.CREAM, *stubs, shadow=3)
    sheet.lay(TIN, box(620, 430, 980, 690, 14))
    sheet.lay((232, 170, 130), line([(640, 462), (960, 462)], 6), line([(640, 664), (960, 664)], 6))
    sheet.lay(BRASS, *_butterfly(730, 570, 1.0), *_butterfly(880, 556, 0.86))


def _butterfly(x: float, y: float, size: float) -> list[Shape]:
    put = standing(x, y, size)
    wings = [petal(0, 0, 80, 52, a) for a in (-52, 52)] + [
        petal(0, 4, 54, 40, a) for a in (-118, 118)
    ]
    return put(*wings, line([(0, -30), (0, 30)], 8), curve([(0, -30), (-10, -50), (-20, -54)], 4))


def cymbal(sheet: Sheet) -> None:
    """A hand holds up one brass cymbal, the other strikes it with a bamboo stick; people listen."""
    sheet.fade((104, 34, 30), (150, 52, 40), 0, 900)
    sheet.glow(700, 470, 640, (240, 180, 100), 0.55)
    rings = [arc(700, 450, r, r, 0, 360, 5) for r in (350, 430, 520, 620)]
    sheet.lay((190, 92, 62), *rings)
    _audience(sheet)
    lay_open_hand(sheet, 690, 830, 360, -6, sleeve=(44, 52, 66))
    sheet.lay(BRASS, ellipse(690, 450, 262, 250), shadow=20)
    sheet.lay((186, 134, 54), *[arc(690, 450, r, r * 0.955, 0, 360, 5) for r in (236, 204, 172)])
    sheet.lay((232, 190, 104), ellipse(690, 450, 108, 102), shadow=8)
    sheet.lay((250, 222, 150), crescent(660, 420, 66, -42, 0.4), crescent(560, 330, 90, -46, 0.12))
    sheet.lay(tone.CINNABAR, ellipse(690, 450, 20), curve([(690, 450), (640, 620), (660, 760)], 12))
    sheet.lay((206, 178, 110), line([(862, 372), (1240, 196)], 24), shadow=10)
    sheet.lay(
        (160, 128, 66),
        *[line([(x, y - 11), (x + 5, y + 11)], 5) for x, y in ((960, 326), (1090, 266))],
    )
    lay_reaching_hand(sheet, 1060, 292, 250, -28, sleeve=(44, 52, 66), mirror=True)
    sheet.lay((86, 52, 38), box(LEFT, 1090, RIGHT, FOOT), shadow=12)
    rim = ellipse(470, 1190, 260, 250, start=188, stop=318, count=60).points
    ribs = [line([(470, 1190), (rim[k][0], rim[k][1])], 6) for k in range(0, 60, 7)]
    sheet.lay((244, 232, 206), poly((470, 1190), *[(x, y) for x, y in rim.tolist()]), shadow=10)
    sheet.lay((196, 160, 110), *ribs, arc(470, 1190, 130, 125, 188, 318, 6))
    sheet.lay(tone.OXBLOOD, ellipse(470, 1184, 16), shadow=4)
    sheet.lay(
        tone.CELADON,
        blob((1050, 1050), (1060, 1130), (1120, 1150), (1190, 1130), (1200, 1050)),
        shadow=10,
    )
    sheet.lay((96, 60, 36), ellipse(1125, 1052, 70, 15))
    sheet.lay((226, 196, 160), steam(1125, 1030, 130, 20, 16))


def _audience(sheet: Sheet) -> None:
    heads: list[Shape] = []
    for i in range(15):
        x, y = -60 + 120 * i, 960 + 36 * (i % 3)
        heads += [ellipse(x, y, 48, 54), box(x - 80, y + 56, x + 80, FOOT, 60)]
    sheet.lay((74, 26, 26), *heads, shadow=8)


SCENES = {
    "cymbal": cymbal,
    "postbag": postbag,
    "shop-counter": shop_counter,
    "umbrellas": umbrellas,
}
