"""Scenes by night and lamplight: a lighthouse, a fire pump, a candle in a well, a scale, a film."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_arch_bridge, lay_house, lay_window
from goodpeople.demo.drawing.figures import Dress, elder, lay_figure, lay_figure_front
from goodpeople.demo.drawing.hands import lay_reaching_hand
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, hill, swell, wave_band
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
from goodpeople.demo.drawing.vehicles import lay_boat, wheel
from goodpeople.demo.drawing.weather import lay_moon, stars

BEAM: tone.Colour = (246, 222, 150)
ROCK: tone.Colour = (58, 66, 72)
SEA: tone.Colour = (48, 78, 90)
CLAY: tone.Colour = (112, 72, 50)
INDIGO: tone.Colour = (62, 84, 130)


def lighthouse(sheet: Sheet) -> None:
    """A white lighthouse on its hill at nightfall; the beam goes over boats coming home."""
    sheet.fade((38, 54, 74), (206, 138, 108), 0, 760)
    sheet.lay((220, 214, 190), *stars(30, 3, foot=420))
    beams = [
        poly((930, 300), (LEFT, 120), (LEFT, 420)),
        poly((930, 300), (RIGHT, 60), (RIGHT, 300)),
    ]
    sheet.lay((150, 132, 118), beams[0])
    sheet.lay((110, 106, 108), beams[1])
    sheet.lay(SEA, box(LEFT, 740, RIGHT, FOOT), shadow=6)
    sheet.lay((60, 94, 102), wave_band(800, 10, 460, 0.2), shadow=6)
    for x, y, size in ((470, 800, 170), (640, 860, 220), (400, 950, 300)):
        _fishing_boat(sheet, x, y, size)
    sheet.lay((44, 72, 86), wave_band(990, 16, 520, 0.6), shadow=8)
    rows = [(560, 900, 200), (420, 1040, 240), (760, 1080, 260), (520, 1140, 300), (700, 940, 180)]
    sheet.lay((214, 170, 120), *[swell(x, y, width, 8) for x, y, width in rows])
    headland = blob(
        (640, 1240),
        (700, 1040),
        (790, 880),
        (860, 790),
        (1000, 780),
        (1150, 840),
        (1400, 960),
        (1900, 1100),
        (1900, 1500),
        (700, 1500),
    )
    sheet.lay(ROCK, headland, shadow=16)
    steps = [box(1110 - 34 * i, 1130 - 36 * i, 1180 - 30 * i, 1144 - 36 * i, 3) for i in range(9)]
    sheet.lay((150, 148, 142), *steps, shadow=3)
    _tower(sheet)
    keeper = Dress(top=tone.CINNABAR, legs=tone.INK, style="tail", skirt=False)
    lay_figure(sheet, 1060, 1010, 170, "walking", keeper, mirror=True)


def _tower(sheet: Sheet) -> None:
    sheet.lay((240, 234, 220), poly((868, 800), (890, 380), (970, 380), (992, 800)), shadow=16)
    sheet.lay((206, 198, 186), poly((950, 380), (970, 380), (992, 800), (956, 800)))
    rings = [
        poly((880, 560), (980, 560), (983, 620), (877, 620)),
        poly((884, 440), (976, 440), (979, 490), (881, 490)),
    ]
    sheet.lay(tone.CINNABAR, *rings)
    sheet.lay(tone.NIGHT, box(912, 660, 946, 716, 14), box(916, 520, 942, 548, 8))
    sheet.lay(tone.INK, box(866, 366, 994, 384, 4), shadow=8)
    sheet.lay((252, 232, 160), box(894, 250, 966, 366, 4))
    sheet.lay(tone.INK, *[line([(x, 250), (x, 366)], 5) for x in (894, 918, 942, 966)])
    sheet.lay(
        tone.INK,
        *[line([(x, 330), (x, 366)], 4) for x in range(870, 995, 20)],
        line([(868, 330), (992, 330)], 5),
    )
    sheet.lay(
        tone.OXBLOOD, poly((876, 254), (984, 254), (930, 196)), ellipse(930, 196, 10), shadow=8
    )
    sheet.glow(930, 306, 260, BEAM, 0.8)
    sheet.lay((255, 246, 206), ellipse(930, 308, 22, 34))


def _fishing_boat(sheet: Sheet, x: float, y: float, length: float) -> None:
    u = length / 100
    sheet.lay(
        (46, 42, 46),
        line([(x, y - 10 * u), (x, y - 62 * u)], 2.4 * u),
        line([(x, y - 60 * u), (x + 34 * u, y - 12 * u)], 1.2 * u),
    )
    sheet.lay((206, 192, 168), box(x - 26 * u, y - 30 * u, x - 4 * u, y - 8 * u, 2 * u), shadow=3)
    hull = poly(
        (x - 50 * u, y - 14 * u),
        (x + 52 * u, y - 18 * u),
        (x + 38 * u, y + 6 * u),
        (x - 42 * u, y + 6 * u),
    )
    sheet.lay((60, 46, 48), hull, shadow=6)
    sheet.lay(
        BEAM, ellipse(x, y - 62 * u, 3 * u), box(x - 20 * u, y - 25 * u, x - 12 * u, y - 17 * u)
    )


def fire_pump(sheet: Sheet) -> None:
    """By night, villagers hurry a hand pump over a stone bridge; their water arches to the fire."""
    sheet.fade((30, 38, 54), (96, 60, 56), 0, 700)
    smoke = brush([(1080, 420), (1160, 260), (1100, 130), (1230, -60)], 260, head=0.4)
    sheet.lay((62, 54, 58), smoke, shadow=8)
    sheet.glow(1060, 470, 520, (240, 120, 60), 0.85)
    for x, width in ((470, 300), (760, 280)):
        lay_house(sheet, x, 640, width, wall=(120, 104, 100), tiles=(40, 40, 46), shadow=6)
    flame = blob(
        (900, 480),
        (880, 380),
        (930, 330),
        (950, 390),
        (1000, 240),
        (1060, 350),
        (1120, 290),
        (1150, 400),
        (1220, 370),
        (1240, 480),
    )
    sheet.lay(tone.CINNABAR, flame, shadow=8)
    sheet.lay((242, 150, 64), flame.scaled(0.7, (1070, 480)))
    sheet.lay((252, 216, 124), flame.scaled(0.4, (1070, 480)))
    lay_house(sheet, 1070, 640, 330, wall=(146, 100, 84), tiles=(52, 40, 42), lit=True, shadow=8)
    jet = brush(
        [(560, 640), (640, 340), (820, 200), (960, 250), (1040, 360)], 44, head=0.3, tail=1.2
    )
    sheet.lay((176, 206, 206), jet, shadow=6)
    drops = [(1010, 300), (1070, 330), (980, 350), (1100, 390), (1040, 410), (930, 210), (700, 240)]
    sheet.lay((206, 226, 222), *[petal(x, y, 34, 18, 150) for x, y in drops])
    sheet.lay((40, 66, 76), box(LEFT, 636, RIGHT, FOOT), shadow=6)
    sheet.lay(
        (196, 108, 66),
        *[swell(1060 - 30 * (i % 2), 700 + 44 * i, 200 - 24 * i, 11) for i in range(5)],
    )
    lay_arch_bridge(sheet, 760, 1130, 1000, stone=(138, 130, 122), shadow=16)
    sheet.lay((40, 66, 76), wave_band(1130, 10, 500, 0.3), shadow=8)
    sheet.lay((96, 128, 128), *[swell(500 + 300 * i, 1168, 200, 8) for i in range(3)])
    _pump(sheet)
    crew = (
        (430, 900, "pulling", tone.CINNABAR, True),
        (930, 842, "pushing", tone.OCHRE, True),
        (1110, 930, "running", tone.CINNABAR, True),
    )
    for x, y, pose, colour, mirror in crew:
        dress = Dress(top=colour, legs=(34, 46, 56), hat="hard hat", hat_colour=(232, 190, 84))
        lay_figure(sheet, x, y, 330, pose, dress, mirror=mirror, shadow=8)


def _pump(sheet: Sheet) -> None:
    """The pump on its two wheels at the bridge's crown, the hose running from it."""
    hose = curve([(660, 770), (600, 700), (570, 660), (560, 636)], 16)
    sheet.lay((206, 186, 140), hose, shadow=4)
    shaft = [line([(780, 776), (880, 750)], 13), line([(620, 790), (500, 800)], 13)]
    sheet.lay((70, 52, 44), *shaft, box(600, 780, 800, 800, 4), shadow=6)
    sheet.lay(tone.CINNABAR, box(620, 690, 790, 782, 10), box(650, 650, 720, 694, 6), shadow=12)
    sheet.lay(BEAM, ellipse(752, 738, 24), arc(690, 738, 26, 26, 0, 360, 6))
    sheet.lay(tone.INK, *wheel(705, 806, 54, 10, 0.12), shadow=8)


def well_candle(sheet: Sheet) -> None:
    """A well cut open: far down its dark shaft a candle hangs on a string and burns."""
    sheet.fade((96, 110, 92), CLAY, 0, 200)
    strata = [(180, (126, 86, 58)), (400, (112, 72, 50)), (640, (94, 60, 44)), (900, (76, 50, 40))]
    for i, (y, colour) in enumerate(strata):
        edge = [(float(x), y + 14.0 * ((x // 200 + i) % 2)) for x in range(-400, 2001, 200)]
        sheet.lay(colour, hill(edge), shadow=6)
    pebbles = [
        ellipse(x, y, 22 - 3 * (i % 4), 13)
        for i, (x, y) in enumerate(
            (a + 60 * (b % 3), b)
            for b in (270, 350, 520, 590, 760, 850, 1020, 1110)
            for a in (370, 470, 1110, 1190)
        )
    ]
    sheet.lay((146, 108, 78), *pebbles[::2])
    sheet.lay((66, 44, 38), *pebbles[1::2])
    sheet.lay((206, 216, 196), box(LEFT, -100, RIGHT, 150))
    sheet.lay(
        (110, 136, 84),
        hill([(-400, 150), (300, 138), (1300, 138), (2000, 150)]).scaled(1, (0, 0)),
        holes=[box(LEFT, 196, RIGHT, FOOT)],
    )
    # The lining, and the dark within.
    sheet.lay((150, 132, 112), box(560, 120, 1040, FOOT), shadow=14)
    rows = [line([(560, y), (1040, y)], 5) for y in range(190, 1300, 62)]
    rows += [
        line([(x, y), (x, y + 60)], 5)
        for k, y in enumerate(range(128, 1300, 62))
        for x in (596 + 26 * (k % 2), 984 + 26 * (k % 2))
    ]
    sheet.lay((112, 94, 78), *rows)
    sheet.lay((30, 28, 32), box(640, 130, 960, FOOT), shadow=0)
    sheet.lay((52, 48, 48), box(640, 130, 960, 330))
    sheet.glow(800, 650, 330, (240, 170, 90), 0.75)
    stones = [box(640, y, 668, y + 50, 6) for y in range(500, 860, 62)]
    sheet.lay((132, 96, 66), *stones, *[one.mirrored(800) for one in stones])
    _candle(sheet)
    _well_head(sheet)


def _candle(sheet: Sheet) -> None:
    sheet.lay((214, 190, 140), line([(800, 60), (800, 560)], 6))
    sheet.lay(
        (214, 190, 140),
        line([(800, 556), (742, 640), (742, 760)], 5),
        line([(800, 556), (858, 640), (858, 760)], 5),
    )
    sheet.lay(tone.UMBER, box(726, 752, 874, 774, 6), shadow=8)
    sheet.lay(tone.OXBLOOD, box(776, 650, 824, 754, 5), shadow=8)
    sheet.lay((206, 92, 72), box(776, 650, 790, 754, 4))
    sheet.lay(tone.INK, line([(800, 652), (800, 634)], 4))
    flame = blob((800, 650), (776, 616), (792, 566), (804, 536), (820, 580), (826, 618))
    sheet.lay((248, 176, 84), flame)
    sheet.lay((254, 236, 176), flame.scaled(0.56, (801, 640)))


def _well_head(sheet: Sheet) -> None:
    sheet.lay((176, 168, 152), box(540, 96, 648, 176, 8), box(952, 96, 1060, 176, 8), shadow=12)
    lay_reaching_hand(sheet, 800, 74, 150, 4, sleeve=(62, 88, 110))


def baby_scale(sheet: Sheet) -> None:
    """By lamplight a midwife lifts a steelyard; in its blue cloth hangs a newborn child."""
    sheet.fade((70, 74, 96), (120, 98, 92), 0, 1000)
    lay_window(sheet, 930, 130, 1240, 470, view=(36, 50, 78), frame=(96, 66, 50), bars="none")
    night = [
        star
        for star in stars(240, 5, foot=460, size=3)
        if 945 < star.points[:, 0].mean() < 1225 and 150 < star.points[:, 1].mean() < 450
    ]
    sheet.lay((236, 226, 190), *night)
    lay_moon(sheet, 1150, 220, 40, sickle=True)
    sheet.lay(
        (96, 66, 50), line([(1085, 130), (1085, 470)], 12), line([(930, 300), (1240, 300)], 12)
    )
    sheet.glow(480, 240, 620, (250, 206, 130), 0.8)
    sheet.lay(tone.INK, line([(480, -40), (480, 150)], 6))
    sheet.lay(tone.OXBLOOD, poly((390, 230), (440, 140), (520, 140), (570, 230)), shadow=10)
    sheet.lay((254, 236, 176), ellipse(480, 236, 46, 24))
    sheet.lay((92, 68, 62), box(LEFT, 1000, RIGHT, FOOT), shadow=8)
    midwife = elder(Dress(top=tone.CREAM, legs=tone.NIGHT, style="bun", coat=True))
    found = lay_figure(sheet, 450, 1150, 880, "reaching", midwife, shadow=12)
    hx, hy = found.near_hand
    _steelyard(sheet, hx, hy)
    sheet.lay((236, 188, 150), ellipse(hx, hy, 26), shadow=5)


def _steelyard(sheet: Sheet, x: float, y: float) -> None:
    """The beam tilted up under the hand, its weight out along it, the child in the sling."""
    sheet.lay((206, 178, 130), line([(x, y), (x, y + 60)], 8))
    far, near = (x - 250, y - 40), (x + 190, y + 100)
    beam = line([far, near], 17)
    sheet.lay((120, 62, 44), beam, shadow=8)
    marks = [ellipse(far[0] + 40 * i, far[1] + 12.7 * i, 4) for i in range(1, 9)]
    sheet.lay(tone.OCHRE, *marks)
    wx, wy = x - 150, y - 8
    sheet.lay((206, 178, 130), line([(wx, wy), (wx, wy + 50)], 5))
    sheet.lay(
        (72, 70, 72),
        blob(
            (wx, wy + 40),
            (wx - 26, wy + 70),
            (wx - 22, wy + 120),
            (wx + 22, wy + 120),
            (wx + 26, wy + 70),
        ),
        shadow=8,
    )
    sx, sy = near
    sheet.lay(tone.INK, arc(sx, sy + 36, 18, 26, -90, 150, 9))
    cords = [line([(sx, sy + 60), (sx + d, sy + 250)], 7) for d in (-170, 170)]
    sheet.lay((206, 178, 130), *cords)
    sheet.lay((240, 200, 164), ellipse(sx + 96, sy + 240, 60, 58), shadow=6)
    sheet.lay(
        tone.INK,
        arc(sx + 84, sy + 240, 12, 8, 0, 180, 5),
        arc(sx + 122, sy + 240, 12, 8, 0, 180, 5),
    )
    sheet.lay(
        tone.CINNABAR,
        blob((sx + 44, sy + 214), (sx + 96, sy + 164), (sx + 150, sy + 214), (sx + 96, sy + 200)),
        shadow=3,
    )
    sling = blob(
        (sx - 176, sy + 236),
        (sx - 60, sy + 262),
        (sx + 60, sy + 280),
        (sx + 176, sy + 240),
        (sx + 140, sy + 370),
        (sx, sy + 420),
        (sx - 140, sy + 370),
    )
    sheet.lay(INDIGO, sling, shadow=14)
    spots = [(-110, 300), (-40, 320), (40, 330), (110, 310), (-70, 372), (10, 386), (80, 368)]
    blooms = [
        one
        for dx, dy in spots
        for one in around(ellipse(sx + dx, sy + dy - 13, 7, 10), (sx + dx, sy + dy), 5)
    ]
    sheet.lay((226, 230, 230), *blooms)


def projector(sheet: Sheet) -> None:
    """An old film projector throws its light over rows of heads to a glowing screen."""
    sheet.fade((34, 34, 48), (58, 48, 56), 0, 1200)
    screen = box(440, 150, 1000, 520, 4)
    sheet.glow(720, 330, 560, (226, 206, 160), 0.5)
    sheet.lay((20, 20, 28), box(418, 128, 1022, 542, 6), shadow=10)
    sheet.lay((236, 226, 200), screen)
    _film_scene(sheet)
    sheet.lay((82, 76, 78), poly((866, 960), (866, 910), (1000, 542), (440, 542)))
    seats: list[Shape] = []
    for row in range(2):
        for i in range(9):
            x, y = 330 + 130 * i + 64 * row, 690 + 120 * row
            seats += [ellipse(x, y, 42, 48), box(x - 66, y + 50, x + 66, y + 260, 50)]
    sheet.lay((26, 24, 32), *seats, shadow=8)
    sheet.lay((26, 24, 32), box(LEFT, 960, RIGHT, FOOT))
    _machine(sheet)
    teller = elder(Dress(top=tone.OCHRE, legs=tone.INK, style="short"))
    found = lay_figure(sheet, 470, 1150, 560, "sitting", teller, shadow=10)
    hx, hy = found.near_hand
    sheet.lay(
        tone.CREAM,
        poly((hx - 60, hy - 60), (hx + 20, hy - 70), (hx + 40, hy + 10), (hx - 44, hy + 20)),
        shadow=6,
    )
    sheet.lay(
        (150, 140, 126),
        *[line([(hx - 40, hy - 40 + 20 * i), (hx + 14, hy - 47 + 20 * i)], 4) for i in range(3)],
    )


def _film_scene(sheet: Sheet) -> None:
    """On the screen: a boat draws away, a woman at its stern lifts her hand and does not wave."""
    sheet.lay((170, 180, 170), box(440, 380, 1000, 520))
    lay_boat(sheet, 720, 420, 300, canopy=True, hull=(74, 70, 66))
    dress = Dress(top=tone.CINNABAR, legs=(74, 70, 66), style="plait", skirt=True)
    lay_figure_front(sheet, 606, 412, 190, dress, arms=((8, 4), (120, 160)), back=True)
    sheet.lay(
        (206, 210, 196), *[swell(540 + 150 * i, 460 + 20 * (i % 2), 130, 6) for i in range(3)]
    )


def _machine(sheet: Sheet) -> None:
    """The projector seen from the side, two reels turning above it, its lens to the left."""
    steel = (112, 124, 122)
    for x, y, radius in ((1010, 730, 104), (1190, 760, 120)):
        sheet.lay((66, 60, 58), ellipse(x, y, radius), shadow=12)
        holes = around(ellipse(x, y - radius * 0.56, radius * 0.24), (x, y), 5)
        sheet.lay((150, 146, 138), ellipse(x, y, radius * 0.92), holes=holes)
        sheet.lay(tone.INK, ellipse(x, y, radius * 0.12))
    sheet.lay(steel, box(960, 860, 1250, 1060, 16), shadow=16)
    sheet.lay(
        (84, 96, 96),
        box(990, 890, 1100, 1030, 8),
        *[box(1130, 900 + 26 * i, 1226, 912 + 26 * i, 5) for i in range(5)],
    )
    sheet.lay(tone.INK, box(890, 900, 966, 972, 8), box(866, 890, 894, 982, 6), shadow=6)
    sheet.lay((255, 240, 190), ellipse(868, 936, 14, 40))
    sheet.glow(850, 920, 200, BEAM, 0.7)
    turn = np.linspace(0, math.pi, 5)
    sheet.lay((84, 96, 96), box(980, 1060, 1010, FOOT), box(1200, 1060, 1230, FOOT), shadow=6)
    sheet.lay(
        tone.OCHRE,
        *[ellipse(1045 + 30 * math.cos(t), 960 - 30 * math.sin(t), 5) for t in turn.tolist()],
    )
    sheet.lay(tone.CREAM, crescent(1010, 690, 70, -30, 0.06))


SCENES = {
    "baby-scale": baby_scale,
    "fire-pump": fire_pump,
    "lighthouse": lighthouse,
    "projector": projector,
    "well-candle": well_candle,
}
