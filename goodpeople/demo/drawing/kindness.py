"""Small things done daily: beans shelled together, a door frame, an umbrella."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import TILES
from goodpeople.demo.drawing.figures import SKIN, TAN, Dress, Joints, Pose, elder, lay_figure
from goodpeople.demo.drawing.hands import crease
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
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
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker, paler
from goodpeople.demo.drawing.things import lay_thermos, lay_umbrella
from goodpeople.demo.drawing.weather import rain

POD: Colour = (122, 158, 78)
BEAN: Colour = (172, 200, 112)
TRAY: Colour = (206, 164, 98)
BRICK: Colour = (232, 224, 206)


def edamame(sheet: Sheet) -> None:
    """From above: a table with a bamboo tray of soya pods, three pairs of hands shelling."""
    sheet.ground((140, 96, 62))
    sheet.lay((124, 82, 52), *[box(x, -200, x + 6, FOOT) for x in range(-300, 2000, 170)])
    sheet.lay((158, 110, 72), *[box(x + 70, -200, x + 74, FOOT) for x in range(-300, 2000, 170)])
    random = np.random.default_rng(17)
    husks = [
        petal(float(x), float(y), 62, 20, float(a))
        for x, y, a in random.uniform((340, 60, 0), (1260, 1140, 360), (26, 3))
        if math.hypot(x - 800, y - 590) > 340
    ]
    sheet.lay((168, 178, 108), *husks, shadow=4)
    sheet.lay(darker(TRAY), ellipse(800, 590, 330), shadow=20)
    sheet.lay(TRAY, ellipse(800, 590, 312))
    weave = [arc(800, 590, r, r, 0, 360, 5) for r in range(70, 310, 48)]
    spokes = [
        line([(800, 590), (800 + 306 * math.cos(a), 590 + 306 * math.sin(a))], 4)
        for a in np.linspace(0, 2 * math.pi, 37)
    ]
    sheet.lay(darker(TRAY, 0.88), *weave, *spokes)
    for shade, count, reach in ((darker(POD), 24, 214), (POD, 24, 196), (paler(POD, 20), 15, 150)):
        pods = []
        for a, r, turn in random.uniform((0, 0.1, 0), (6.28, 1, 360), (count, 3)):
            px, py = (
                800 + reach * math.sqrt(r) * math.cos(a),
                590 + reach * math.sqrt(r) * math.sin(a),
            )
            pods += _pod(float(px), float(py), float(turn))
        sheet.lay(shade, *pods, shadow=4)
    for x, y, colour in ((470, 300, tone.DUSK), (1130, 890, tone.CINNABAR)):
        _bean_bowl(sheet, x, y, colour)
    for x, y, turn, sleeve, skin in (
        (560, 930, 28, tone.OXBLOOD, SKIN),
        (1090, 330, 208, (78, 104, 124), TAN),
        (430, 640, 84, (196, 150, 74), SKIN),
    ):
        _shelling(sheet, x, y, turn, sleeve, skin)


def _pod(x: float, y: float, turn: float) -> list[Shape]:
    put = standing(x, y, 1, turn=turn)
    return put(
        brush([(-44, 4), (-14, -8), (14, -8), (44, 6)], 21, head=0.25, tail=0.2),
        ellipse(-20, -4, 14, 12, count=20),
        ellipse(4, -8, 14, 12, count=20),
        ellipse(26, -3, 13, 11, count=20),
    )


def _bean_bowl(sheet: Sheet, x: float, y: float, band: Colour) -> None:
    sheet.lay(tone.CREAM, ellipse(x, y, 128), shadow=14)
    sheet.lay(band, arc(x, y, 119, 119, 0, 360, 9))
    sheet.lay(darker(tone.CREAM, 0.9), ellipse(x, y, 104))
    beans = [
        ellipse(
            x + 19 * i * math.cos(i * 2.4) * 0.62, y + 19 * i * math.sin(i * 2.4) * 0.62, 19, 14
        ).turned(i * 47, (x, y))
        for i in range(1, 9)
    ]
    beans += [
        ellipse(x + r * math.cos(a), y + r * math.sin(a), 18, 13)
        for r, n in ((34, 5), (66, 10))
        for a in np.linspace(0.3, 6.58, n)
    ]
    sheet.lay(BEAN, *beans, shadow=4)


def _shelling(sheet: Sheet, x: float, y: float, turn: float, sleeve: Colour, skin: Colour) -> None:
    """Two hands seen from above that open a pod; arms come from below at 0 degrees."""
    put = standing(x, y, 1, turn=turn)
    for s in (-1, 1):
        arm = taper([(s * 150, 480), (s * 122, 200), (s * 78, 90)], 130, 84)
        sheet.lay(sleeve, *put(arm), shadow=12)
        sheet.lay(
            skin,
            *put(
                blob(
                    (s * 112, 96),
                    (s * 100, 24),
                    (s * 60, -14),
                    (s * 26, 6),
                    (s * 40, 70),
                    (s * 52, 116),
                )
            ),
            shadow=9,
        )
        fingers = [
            taper(
                [
                    (s * (84 - k * 15), 0 + k * 12),
                    (s * (44 - k * 6), -34 + k * 18),
                    (s * 12, -22 + k * 18),
                ],
                30,
                21,
            )
            for k in range(3)
        ]
        for finger in fingers:
            sheet.lay(skin, *put(finger), shadow=3)
        sheet.lay(crease(skin), *put(curve([(s * 98, 60), (s * 84, 30), (s * 66, 22)], 4)))
    sheet.lay(POD, *put(brush([(-58, -40), (0, -26), (58, -46)], 30, head=0.3, tail=0.3)), shadow=6)
    sheet.lay(BEAN, *put(ellipse(-16, -34, 14, 11), ellipse(14, -34, 14, 11)), shadow=3)


def door_frame(sheet: Sheet) -> None:
    """A kitchen door frame ruled in many colours; a child is measured against it with a ruler."""
    sheet.ground((206, 186, 150))
    sheet.lay((250, 222, 152), box(600, 40, 1560, FOOT))
    sheet.glow(1000, 380, 640, (255, 242, 204), 0.9)
    sheet.lay((212, 168, 104), box(600, 1040, 1560, FOOT))
    sheet.lay((128, 92, 62), box(1080, 640, 1560, 1050, 4), shadow=10)
    sheet.lay((176, 128, 84), box(1060, 610, 1560, 652, 4), shadow=8)
    lay_thermos(sheet, 1190, 612, 180)
    wood = (158, 106, 64)
    sheet.lay(wood, box(400, -60, 620, FOOT), box(400, -60, 1600, 60), shadow=16)
    sheet.lay(darker(wood), box(608, 60, 620, FOOT), box(400, -60, 410, FOOT))
    sheet.lay(paler(wood), box(424, -60, 430, FOOT))
    _height_marks(sheet)
    child = Dress(top=tone.CINNABAR, legs=(70, 92, 120), style="short", shoes=tone.CREAM)
    lay_figure(sheet, 690, 1150, 556, "standing", child, child=True, shadow=12, mirror=True)
    man = elder(Dress(top=(110, 128, 136), legs=(74, 66, 60), style="short", shoes=(66, 50, 42)))
    reach = Pose(14, (92, 87), (82, 80), (6, 0), (-10, -12), 16)
    found = lay_figure(sheet, 990, 1150, 820, reach, man, shadow=14, mirror=True)
    hx, _ = found.near_hand
    sheet.lay(TRAY, box(556, 500, hx + 30, 530, 3), shadow=8)
    sheet.lay(tone.UMBER, *[box(572 + i * 22, 500, 575 + i * 22, 513) for i in range(9)])
    sheet.lay(SKIN, ellipse(hx + 10, 512, 27, 24), shadow=4)


def _height_marks(sheet: Sheet) -> None:
    """Many short rules in many colours, a blue one gone over again and again near the ruler."""
    inks = (
        tone.CINNABAR,
        (46, 92, 78),
        (74, 92, 140),
        (228, 178, 84),
        (128, 60, 100),
        tone.CREAM,
        (44, 62, 70),
        (226, 132, 74),
        (112, 160, 160),
        (236, 190, 176),
    )
    random = np.random.default_rng(4)
    for i, ink in enumerate(inks):
        heights = np.sort(random.uniform(580 - 14 * (i % 4), 1150, 6 if i < 6 else 4)).tolist()
        marks = [
            line([(446, y), (500 + 9 * ((i * 3 + k) % 6), y)], 8) for k, y in enumerate(heights)
        ]
        notes = [
            brush([(560, y), (574, y - 3), (592 - 3 * (i % 3), y)], 7, head=0.6, tail=0.5)
            for y in heights[::2]
        ]
        sheet.lay(ink, *marks, *notes)
    higher = [line([(446, y), (510, y)], 8) for y in (250, 330, 372, 452)]
    sheet.lay(tone.CINNABAR, *higher[::2])
    sheet.lay((46, 92, 78), *higher[1::2])
    sheet.lay(
        (54, 92, 172),
        *[line([(440 + d, 516 + d * 0.5), (560 + d, 516 + d * 0.5)], 7) for d in (-9, 0, 8)],
    )


def rain_umbrella(sheet: Sheet) -> None:
    """An old man on the path between salt pans, one umbrella up, another under his arm; rain."""
    sheet.fade((92, 104, 112), (196, 196, 180), 0, 640)
    clouds = [(480, 150, 260), (760, 110, 300), (1080, 160, 280), (1340, 120, 240), (200, 130, 260)]
    for lift, colour in ((0, (74, 86, 96)), (-70, (88, 100, 110))):
        sheet.lay(
            colour,
            box(LEFT, -200, RIGHT, 130 + lift),
            *[ellipse(x + lift, y + lift, w, 110) for x, y, w in clouds],
            shadow=8,
        )
    sheet.lay(
        (126, 140, 128),
        blob(
            (-400, 590), (200, 560), (700, 578), (1200, 552), (2000, 590), (2000, 700), (-400, 700)
        ),
        shadow=3,
    )
    for x, width in ((430, 120), (560, 90), (1180, 110)):
        sheet.lay(BRICK, box(x - width / 2, 540, x + width / 2, 590), shadow=3)
        sheet.lay(
            TILES,
            poly(
                (x - width * 0.6, 544),
                (x - width * 0.4, 508),
                (x + width * 0.4, 508),
                (x + width * 0.6, 544),
            ),
        )
    _salt_pans(sheet)
    brother = elder(
        Dress(top=(62, 92, 140), legs=(72, 68, 66), style="short", skin=TAN, shoes=(54, 60, 52))
    )
    found = lay_figure(sheet, 790, 1110, 640, "carrying", brother, shadow=14)
    _second_umbrella(sheet, found)
    lay_umbrella(
        sheet, found.far_hand[0] + 24, found.far_hand[1] + 14, 640, -4, colour=tone.OXBLOOD
    )
    sheet.lay(TAN, ellipse(found.far_hand[0] + 26, found.far_hand[1] - 20, 20), shadow=3)
    sheet.lay((214, 222, 218), *rain(120, 8))


def _second_umbrella(sheet: Sheet, found: Joints) -> None:
    """What the man carries besides: a flower sewn on his waistcoat, a shut umbrella."""
    sx, sy = found.shoulder
    flower = [
        ellipse(sx + 6 + 20 * math.cos(a), sy + 96 + 20 * math.sin(a), 14)
        for a in np.linspace(0, 5.03, 5)
    ]
    sheet.lay(tone.CREAM, *flower)
    sheet.lay(tone.OCHRE, ellipse(sx + 6, sy + 96, 9))
    hx, hy = found.near_hand
    second = standing(sx + 40, sy + 150, 1, turn=62)
    sheet.lay(
        tone.CINNABAR,
        *second(poly((-6, 190), (-34, -140), (0, -170), (34, -140), (6, 190))),
        shadow=10,
    )
    sheet.lay(tone.UMBER, *second(line([(0, -160), (0, -206)], 10), line([(0, 186), (0, 222)], 9)))
    sheet.lay(
        darker((62, 92, 140), 0.92),
        taper([(sx, sy + 12), (sx + 16, sy + 100), (hx - 12, hy)], 52, 36),
        shadow=6,
    )
    sheet.lay(TAN, ellipse(hx, hy, 20), shadow=3)


def _salt_pans(sheet: Sheet) -> None:
    """Pans left and right of a path, with heaps of salt."""
    sheet.lay((156, 170, 164), box(LEFT, 588, RIGHT, FOOT), shadow=4)
    pans = [
        poly((760 - 1.0 * d, y0), (-400, y0), (-400, y1), (760 - 1.0 * d1, y1))
        for y0, y1, d, d1 in ((620, 700, 40, 90), (722, 850, 110, 190), (880, 1060, 210, 320))
    ]
    pans += [pan.mirrored(800) for pan in pans]
    sheet.lay((188, 204, 198), *pans, shadow=4)
    salt = [
        poly((x - w, y), (x, y - w * 0.8), (x + w, y))
        for x, y, w in (
            (470, 696, 34),
            (560, 700, 26),
            (1090, 690, 30),
            (1180, 846, 56),
            (420, 842, 60),
            (1010, 838, 44),
        )
    ]
    sheet.lay(tone.CREAM, *salt, shadow=5)
    path = poly((770, 596), (830, 596), (1130, 1300), (470, 1300))
    sheet.lay((164, 132, 92), path, shadow=6)
    sheet.lay(
        (186, 156, 112),
        *[
            ellipse(800 + dx, y, r, r * 0.26)
            for dx, y, r in ((-20, 760, 22), (40, 860, 34), (-70, 960, 44), (60, 1080, 56))
        ],
    )


SCENES = {
    "door-frame": door_frame,
    "edamame": edamame,
    "rain-umbrella": rain_umbrella,
}
