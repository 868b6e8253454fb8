"""People and their machines: a drone over rice, a stair for want of a lift, pipes, a charger."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_house, lay_window
from goodpeople.demo.drawing.figures import SKIN, Dress, Pose, elder, lay_figure
from goodpeople.demo.drawing.lamps import lay_bulb
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, lay_sun
from goodpeople.demo.drawing.plants import lay_tree, rice_rows
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
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker, paler
from goodpeople.demo.drawing.things import lay_chair
from goodpeople.demo.drawing.vehicles import lay_boat
from goodpeople.demo.drawing.weather import lay_sky, stars

PADDY: Colour = (104, 140, 92)
SEEDLING: Colour = (62, 108, 78)
HULL: Colour = (232, 232, 222)
PIPE: Colour = (142, 158, 156)
GREEN_LIGHT: Colour = (122, 200, 142)


def spray_drone(sheet: Sheet) -> None:
    """A four-armed drone low over the rice at sunrise, a veil of mist under it."""
    lay_sky(sheet, "dawn", 520)
    lay_sun(sheet, 1040, 470, 150, (236, 146, 92), (248, 190, 140))
    sheet.lay(
        (140, 160, 132),
        blob(
            (-400, 520),
            (0, 476),
            (420, 500),
            (860, 470),
            (1300, 500),
            (2000, 470),
            (2000, 640),
            (-400, 640),
        ),
        shadow=4,
    )
    for x, width in ((420, 130), (560, 110), (1190, 120)):
        lay_house(sheet, x, 528, width, shadow=4)
    lay_tree(sheet, 680, 528, 110, "summer", seed=3, shadow=4)
    sheet.lay(PADDY, box(LEFT, 524, RIGHT, FOOT), shadow=5)
    sheet.lay(paler(PADDY, 16), poly((760, 524), (840, 524), (1240, 1240), (420, 1240)))
    sheet.lay(SEEDLING, *rice_rows(536, 1190, 9), shadow=3)
    veil = [
        brush([(x, 470), (x + dx * 0.5, 620), (x + dx, 770 + 24 * (i % 3))], 34, head=0.2, tail=0.9)
        for i, (x, dx) in enumerate(
            ((560, -130), (660, -70), (750, -24), (850, 24), (940, 70), (1040, 130))
        )
    ]
    sheet.lay((224, 232, 214), *veil)
    drops = [ellipse(470 + 41 * i, 800 + 37 * (i * 5 % 4), 7, 10, count=16) for i in range(17)]
    sheet.lay((236, 240, 226), *drops)
    _drone(sheet, 800, 350)
    dyke = blob((-400, 1120), (200, 1090), (560, 1104), (760, 1150), (900, 1260), (-400, 1400))
    sheet.lay((150, 116, 74), dyke, shadow=12)
    sheet.lay(
        (118, 146, 92),
        *[
            brush([(x, 1122), (x + 8, 1090), (x + 22, 1070)], 9, head=1, tail=0.1)
            for x in (360, 384, 590, 612, 630)
        ],
    )
    dress = Dress(top=tone.CINNABAR, legs=tone.NIGHT, hat="straw", hat_colour=(226, 190, 124))
    found = lay_figure(
        sheet, 470, 1130, 300, Pose(-3, (26, 96), (34, 102), nod=-16), dress, shadow=9
    )
    hx, hy = found.near_hand
    sheet.lay(
        tone.INK,
        box(hx - 8, hy - 13, hx + 34, hy + 9, 5),
        line([(hx + 26, hy - 8), (hx + 38, hy - 52)], 5),
        shadow=4,
    )


def _drone(sheet: Sheet, x: float, y: float) -> None:
    put = standing(x, y, 1)
    for dx, dy, size in ((-250, -70, 0.8), (250, -70, 0.8)):
        _rotor(sheet, x + dx, y + dy, size)
    arms = [line([(0, -10), (s * 250, -52)], 15) for s in (-1, 1)]
    sheet.lay((74, 80, 84), *put(*arms), shadow=5)
    legs = [line([(s * 84, 30), (s * 130, 150), (s * 176, 152)], 11) for s in (-1, 1)]
    sheet.lay((74, 80, 84), *put(*legs, line([(-330, 116), (330, 116)], 9)), shadow=6)
    nozzles = [box(dx - 7, 112, dx + 7, 140, 2) for dx in (-240, -140, -50, 50, 140, 240)]
    sheet.lay(tone.INK, *put(*nozzles))
    tank = blob((-92, -20), (-100, 60), (-70, 100), (70, 100), (100, 60), (92, -20), (0, -34))
    sheet.lay(HULL, *put(tank), shadow=12)
    sheet.lay(
        (176, 206, 178), *put(blob((-90, 40), (-96, 62), (-68, 94), (68, 94), (96, 62), (90, 40)))
    )
    body = blob((-110, -18), (-74, -66), (0, -82), (74, -66), (110, -18), (0, -4))
    sheet.lay(tone.CINNABAR, *put(body), shadow=12)
    sheet.lay(tone.OXBLOOD, *put(curve([(-70, -40), (0, -52), (70, -40)], 7)))
    sheet.lay(tone.INK, *put(ellipse(0, 6, 22)), shadow=4)
    sheet.lay((170, 204, 206), *put(ellipse(5, 1, 9)))
    front = [line([(s * 60, -14), (s * 330, 20)], 19) for s in (-1, 1)]
    sheet.lay((74, 80, 84), *put(*front), shadow=8)
    for s in (-1, 1):
        _rotor(sheet, x + s * 330, y + 6, 1.1)


def _rotor(sheet: Sheet, x: float, y: float, size: float) -> None:
    put = standing(x, y, size)
    sheet.lay((232, 228, 208), *put(ellipse(0, -34, 158, 19)), holes=put(ellipse(0, -34, 144, 13)))
    sheet.lay(
        tone.INK,
        *put(
            box(-13, -34, 13, 14, 4),
            brush([(-146, -30), (0, -34), (146, -38)], 15, head=0.3, tail=0.3),
        ),
        shadow=5,
    )


def stairwell(sheet: Sheet) -> None:
    """A stair seen from its side: a man comes down it with his father on his back."""
    sheet.ground((222, 206, 172))
    lay_window(sheet, 860, 60, 1220, 420, view=(236, 168, 104), frame=(122, 84, 56))
    sheet.lay((120, 140, 132), box(870, 320, 1212, 404))
    lay_boat(sheet, 950, 372, 150, shadow=3)
    sheet.lay((122, 84, 56), box(1032, 64, 1048, 420), box(862, 232, 1218, 246))
    lay_bulb(sheet, 420, 130, 90, shade=(96, 122, 110))
    riser = (164, 152, 132)
    upper = _flight(430, 470, 9, 70, 43)
    sheet.lay(riser, upper, box(LEFT, 470, 434, 560), shadow=12)
    sheet.lay(
        paler(riser),
        *[box(430 + i * 70, 470 + i * 43, 506 + i * 70, 480 + i * 43) for i in range(9)],
    )
    sheet.lay(darker(riser), box(LEFT, 856, RIGHT, 868))
    sheet.lay((150, 170, 150), box(LEFT, 868, RIGHT, FOOT))
    sheet.lay(riser, box(1040, 856, RIGHT, 944), shadow=12)
    lower = _flight(1046, 860, 9, 76, 44).mirrored(1046)
    sheet.lay(darker(riser, 0.92), lower, shadow=14)
    treads = [
        box(1046 - (i + 1) * 76 - 6, 860 + i * 44, 1046 - i * 76, 871 + i * 44) for i in range(9)
    ]
    sheet.lay(riser, *treads)
    lay_chair(sheet, 1170, 858, 240, wood=(190, 142, 84), mirror=True)
    sheet.lay(tone.CINNABAR, box(1126, 738, 1216, 754, 7), shadow=4)
    _pair(sheet, 850, 758)
    rail = [line([(392, 300), (440, 300), (1070, 686), (1072, 690)], 17)]
    bars = [line([(450 + i * 70, 306 + i * 43), (450 + i * 70, 470 + i * 43)], 7) for i in range(9)]
    sheet.lay((112, 66, 44), *rail, shadow=7)
    sheet.lay((112, 66, 44), *[bar for i, bar in enumerate(bars) if i not in (5, 6)], shadow=3)


def _flight(x: float, y: float, steps: int, run: float, rise: float) -> Shape:
    """A flight that goes down to the right from its top step at (x, y)."""
    top = [(x, y)]
    for i in range(steps):
        top += [(x + (i + 1) * run, y + i * rise), (x + (i + 1) * run, y + (i + 1) * rise)]
    end = (x + steps * run, y + steps * rise + 90)
    return poly(*top, end, (x, y + 90))


def _pair(sheet: Sheet, x: float, y: float) -> None:
    father = elder(Dress(top=(104, 118, 124), legs=(70, 66, 64), style="bald", shoes=(60, 48, 42)))
    ride = Pose(30, (70, 92), (60, 80), (88, 26), (80, 20), -8)
    lay_figure(sheet, x - 62, y - 118, 372, ride, father, shadow=8)
    son = Dress(top=(196, 112, 58), legs=(52, 70, 84), hat="", shoes=tone.INK)
    step = Pose(30, (-34, -84), (-20, -70), (34, -10), (-8, -40), -14)
    found = lay_figure(sheet, x, y, 430, step, son, shadow=12)
    sx, sy = found.shoulder
    sheet.lay(
        father.legs,
        taper([(x - 70, sy + 140), (x + 44, sy + 128), (x + 62, sy + 214)], 46, 26),
        shadow=7,
    )
    sheet.lay(
        father.shoes,
        blob((x + 48, sy + 208), (x + 78, sy + 206), (x + 104, sy + 226), (x + 48, sy + 228)),
    )
    sheet.lay(
        (88, 100, 106),
        taper([(sx - 52, sy - 14), (sx + 6, sy + 26), (sx + 52, sy + 58)], 36, 24),
        shadow=6,
    )
    sheet.lay(SKIN, ellipse(sx + 60, sy + 62, 15), shadow=3)
    sheet.lay(
        (176, 100, 52),
        taper([(sx + 4, sy + 20), (sx - 16, sy + 96), (sx + 40, sy + 150)], 38, 26),
        shadow=5,
    )
    sheet.lay(SKIN, ellipse(sx + 48, sy + 154, 15), shadow=3)


def valve_walk(sheet: Sheet) -> None:
    """Before sunrise on a pipe rack: a woman in a hard hat holds her lamp to a flange."""
    lay_sky(sheet, "dusk", 900)
    tanks = [ellipse(430, 330, 150), ellipse(1130, 300, 120)]
    sheet.lay(
        (92, 104, 112),
        *tanks,
        box(330, 440, 342, 900),
        box(518, 440, 530, 900),
        box(1050, 380, 1060, 900),
        box(1200, 380, 1210, 900),
        shadow=5,
    )
    sheet.lay(
        (112, 124, 130), arc(430, 330, 150, 40, 0, 180, 6), arc(1130, 300, 120, 32, 0, 180, 6)
    )
    racks = [box(x, 40, x + 26, 1300) for x in (356, 1212)]
    sheet.lay((70, 76, 84), *racks, box(LEFT, 150, RIGHT, 172), shadow=8)
    for y, thick, colour in (
        (120, 62, (170, 150, 108)),
        (236, 44, PIPE),
        (318, 84, (112, 136, 140)),
    ):
        sheet.lay(colour, box(LEFT, y - thick / 2, RIGHT, y + thick / 2), shadow=10)
        sheet.lay(paler(colour), box(LEFT, y - thick * 0.34, RIGHT, y - thick * 0.2))
    drop = [(930, 318), (930, 640), (960, 700), (1040, 716), (1900, 716)]
    sheet.lay(PIPE, line(drop, 104), shadow=14)
    sheet.lay(paler(PIPE), line([(898, 360), (898, 620)], 14), line([(1070, 684), (1900, 684)], 14))
    sheet.glow(850, 540, 420, (252, 220, 146), 0.55)
    for y in (470, 548):
        _flange(sheet, 930, y)
    _handwheel(sheet, 660, 318, 104)
    sheet.lay(PIPE, box(638, 318, 682, 440, 6), shadow=6)
    _handwheel(sheet, 1130, 716, 92)
    sheet.lay((240, 236, 222), arc(930, 505, 118, 104, 20, 338, 8))
    grate = [line([(x, 1010), (x - 60, 1200)], 7) for x in range(-200, 1900, 54)]
    sheet.lay((52, 56, 62), box(LEFT, 1000, RIGHT, FOOT), shadow=10)
    sheet.lay((78, 82, 86), *grate, box(LEFT, 1000, RIGHT, 1018))
    _inspector(sheet)
    rail = [
        box(LEFT, 850, RIGHT, 864),
        *[box(x, 850, x + 12, 1010) for x in (400, 760, 1120, 1480)],
    ]
    sheet.lay((224, 178, 74), *rail, shadow=7)


def _inspector(sheet: Sheet) -> None:
    """The woman with her lamp, a pale band across her jacket."""
    dress = Dress(
        top=(206, 118, 56),
        legs=(56, 78, 92),
        style="tail",
        hat="hard hat",
        hat_colour=(240, 226, 190),
        shoes=(60, 46, 40),
    )
    look = Pose(16, (92, 112), (66, 96), (6, 0), (-10, -16), 4)
    found = lay_figure(sheet, 620, 1010, 600, look, dress, shadow=14)
    hx, hy = found.near_hand
    sheet.lay(tone.INK, taper([(hx - 34, hy + 12), (hx + 44, hy - 16)], 24, 32), shadow=6)
    sheet.lay(SKIN, ellipse(hx, hy, 17), shadow=3)
    sheet.lay((254, 238, 190), ellipse(hx + 52, hy - 19, 10, 20).turned(-18, (hx + 52, hy - 19)))
    band = [
        line(
            [
                (found.shoulder[0] - 66, found.shoulder[1] + 60),
                (found.shoulder[0] + 30, found.shoulder[1] + 84),
            ],
            13,
        )
    ]
    sheet.lay((248, 226, 160), *band)


def _flange(sheet: Sheet, x: float, y: float) -> None:
    colour = (96, 110, 112)
    sheet.lay(colour, box(x - 86, y - 26, x + 86, y + 26, 8), shadow=8)
    bolts = [box(x - 76 + i * 36, y - 36, x - 56 + i * 36, y + 36, 3) for i in range(5)]
    sheet.lay((178, 164, 130), *bolts, shadow=4)


def _handwheel(sheet: Sheet, x: float, y: float, radius: float) -> None:
    spokes = around(line([(x, y), (x, y - radius)], radius * 0.14), (x, y), 5)
    rim = arc(x, y, radius, radius, 0, 360, radius * 0.2)
    sheet.lay(tone.CINNABAR, rim, *spokes, ellipse(x, y, radius * 0.24), shadow=10)
    sheet.lay(
        tone.OXBLOOD,
        ellipse(x, y, radius * 0.1),
        arc(x, y, radius * 1.04, radius * 1.04, 20, 150, radius * 0.05),
    )


def charger(sheet: Sheet) -> None:
    """Night at the village lot: a charging post stands open, two meters side by side inside."""
    sheet.fade((34, 48, 60), (70, 88, 96), 0, 900)
    sheet.lay((206, 206, 184), *stars(40, 21, 420))
    for x, width in ((380, 260), (1250, 300)):
        lay_house(sheet, x, 760, width, wall=(86, 98, 104), tiles=(40, 46, 52), lit=True, shadow=4)
    sheet.lay((64, 72, 76), box(LEFT, 754, RIGHT, FOOT), shadow=6)
    lanes = [
        poly((x, 770), (x + 14, 770), (x + 60 + d, 1300), (x + d, 1300))
        for x, d in ((560, -260), (700, -110), (1180, 300))
    ]
    sheet.lay((150, 154, 146), *lanes)
    for x, y, size in ((590, 800, 0.34), (700, 830, 0.44)):
        _post(sheet, x, y, size)
    _car_nose(sheet)
    _post(sheet, 960, 1120, 1.0)
    inside = box(836, 420, 1084, 720, 10)
    sheet.lay((40, 44, 48), inside, shadow=0)
    sheet.glow(960, 560, 330, (252, 222, 150), 0.55)
    for x, turn, rim in ((898, 24, (196, 150, 84)), (1022, 40, (150, 160, 162))):
        sheet.lay(rim, ellipse(x, 530, 56), shadow=8)
        sheet.lay((248, 242, 222), ellipse(x, 530, 45))
        tick = box(x - 2, 490, x + 2, 500)
        sheet.lay(
            tone.INK,
            *around(tick, (x, 530), 10),
            line([(x, 540), (x, 496)], 5).turned(turn, (x, 530)),
        )
        sheet.lay((216, 222, 208), box(x - 46, 606, x + 46, 644, 5), shadow=4)
        sheet.lay(
            tone.CINNABAR, *[box(x - 40 + i * 21, 613, x - 26 + i * 21, 637, 2) for i in range(4)]
        )
    wires = [
        curve([(898, 644), (890, 690), (930, 720)], 8),
        curve([(1022, 644), (1030, 690), (990, 720)], 8),
    ]
    sheet.lay(tone.CINNABAR, *wires)
    sheet.lay((214, 224, 218), poly((1092, 410), (1236, 380), (1236, 770), (1092, 730)), shadow=10)
    sheet.lay((176, 192, 188), poly((1108, 430), (1220, 408), (1220, 740), (1108, 708)))
    sheet.lay(
        (40, 44, 48),
        *[ellipse(x, y, 6) for x, y in ((1104, 424), (1224, 398), (1104, 716), (1224, 752))],
    )
    torch = standing(700, 640, 1, turn=-14)
    sheet.lay(
        tone.OCHRE, *torch(taper([(-70, 0), (40, 0)], 34, 40), box(36, -32, 74, 32, 8)), shadow=9
    )
    sheet.lay((254, 240, 196), *torch(ellipse(76, 0, 9, 30)))
    sheet.lay((196, 112, 58), *torch(taper([(-380, 60), (-150, 26)], 110, 84)), shadow=10)
    sheet.lay(SKIN, *torch(taper([(-150, 24), (-40, 0)], 72, 62)), shadow=6)
    for i in range(4):
        sheet.lay(SKIN, *torch(taper([(-64 + i * 25, -24), (-58 + i * 25, 16)], 25, 23)), shadow=3)
    cable = [(880, 860), (790, 1060), (600, 1110), (470, 1000), (520, 930)]
    sheet.lay((28, 32, 34), curve(cable, 30), shadow=10)
    sheet.lay((86, 92, 92), curve([(x - 5, y - 5) for x, y in cable], 5))
    sheet.lay(HULL, taper([(506, 950), (540, 884)], 44, 52), shadow=8)


def _post(sheet: Sheet, x: float, y: float, size: float) -> None:
    put = standing(x, y, size)
    sheet.lay((48, 54, 58), *put(box(-190, -20, 190, 24, 8)), shadow=6)
    sheet.lay(HULL, *put(box(-160, -800, 160, 0, 40)), shadow=14)
    sheet.lay((52, 86, 84), *put(box(-160, -800, 160, -720, 40), box(-160, -760, 160, -716)))
    sheet.lay(GREEN_LIGHT, *put(box(-120, -738, 120, -722, 8)))
    sheet.glow(x, y - 730 * size, 160 * size, GREEN_LIGHT, 0.4)
    if size < 1:
        sheet.lay((60, 72, 76), *put(box(-110, -660, 110, -420, 12)))
    sheet.lay((176, 180, 172), *put(box(-110, -330, 110, -60, 12)))


def _car_nose(sheet: Sheet) -> None:
    hull = blob(
        (-300, 1010),
        (-300, 760),
        (120, 740),
        (330, 790),
        (560, 850),
        (600, 930),
        (590, 1030),
        (200, 1060),
    )
    sheet.lay((70, 116, 112), hull, shadow=14)
    sheet.lay((96, 144, 136), curve([(60, 770), (320, 806), (556, 866)], 9))
    sheet.lay((250, 226, 160), blob((500, 866), (566, 872), (582, 908), (520, 900)))
    sheet.lay((26, 28, 32), ellipse(410, 1040, 104), shadow=6)
    sheet.lay(
        (150, 156, 154), *around(ellipse(410, 1000, 17, 34), (410, 1040), 5), ellipse(410, 1040, 20)
    )


SCENES = {
    "charger": charger,
    "spray-drone": spray_drone,
    "stairwell": stairwell,
    "valve-walk": valve_walk,
}
