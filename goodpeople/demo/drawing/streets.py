"""Scenes of streets and roads: the early taxi, the conductors' bus, the drain, line and well."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_house
from goodpeople.demo.drawing.figures import Dress, Pose, elder, lay_figure
from goodpeople.demo.drawing.hands import lay_grip
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, grass, hill, lay_sun, swell, wave_band
from goodpeople.demo.drawing.plants import lay_willow
from goodpeople.demo.drawing.shapes import (
    Point,
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
from goodpeople.demo.drawing.sheet import Colour, Sheet
from goodpeople.demo.drawing.weather import lay_sky, rain

GLASS: Colour = (150, 176, 172)
LAMP: Colour = (250, 220, 146)
TAR: Colour = (84, 92, 96)
KERB: Colour = (186, 180, 166)
IRON: Colour = (52, 54, 58)


def taxi(sheet: Sheet) -> None:
    """A taxi with its headlamps on comes to three people who wait under tall water firs."""
    lay_sky(sheet, "dawn", 560, layers=False)
    lay_sun(sheet, 590, 460, 130, (246, 214, 150), (252, 232, 190))
    sheet.lay((158, 176, 158), hill([(-400, 530), (300, 490), (900, 530), (2000, 490)]), shadow=6)
    for x, high in ((1420, 720), (1235, 820), (1110, 700), (1000, 570)):
        _water_fir(sheet, x, 640, high)
    for x, high in ((200, 430), (100, 500)):
        _water_fir(sheet, x, 600, high)
    sheet.lay((108, 130, 104), hill([(-400, 590), (500, 596), (1100, 620), (2000, 600)]), shadow=6)
    sheet.lay((176, 164, 150), poly((LEFT, 680), (RIGHT, 650), (RIGHT, FOOT), (LEFT, FOOT)))
    coats = [
        elder(Dress(top=tone.DUSK, coat=True, hat="cap", hat_colour=tone.NIGHT)),
        Dress(top=tone.OXBLOOD, style="bob", coat=True),
        elder(Dress(top=tone.UMBER, style="bun", coat=True, hat="scarf", hat_colour=tone.PINE)),
    ]
    for i, dress in enumerate(coats):
        lay_figure(sheet, 1000 + i * 92, 720 - i * 6, 270 - 8 * i, "standing", dress, mirror=True)
    bags = [box(944 + i * 92, 672 - i * 6, 988 + i * 92, 724 - i * 6, 8) for i in range(3)]
    sheet.lay(tone.CREAM, *bags, shadow=4)
    sheet.lay(tone.UMBER, *[arc(966 + i * 92, 674 - i * 6, 12, 18, 180, 360, 5) for i in range(3)])
    sheet.glow(1000, 760, 300, LAMP, 0.5)
    sheet.lay((214, 196, 152), poly((880, 766), (1250, 736), (1290, 820), (880, 796)))
    _sedan(sheet, 640, 850, 560)
    bank = hill([(-400, 930), (300, 920), (900, 950), (1500, 920), (2000, 940)])
    sheet.lay((92, 112, 92), bank, shadow=8)
    tufts = [b for i in range(9) for b in grass(300 + i * 130, 996 + 34 * (i % 2), 80)]
    sheet.lay((122, 142, 110), *tufts)
    sheet.lay((62, 84, 76), hill([(-400, 1050), (500, 1074), (1100, 1040), (2000, 1080)]))
    sheet.lay(
        (84, 106, 94), *[b for i in range(6) for b in grass(380 + i * 180, 1140 + 20 * (i % 2), 90)]
    )


def _water_fir(sheet: Sheet, x: float, y: float, height: float) -> None:
    """A metasequoia: a straight bole, boughs in tiers, narrow as a steeple."""
    put = standing(x, y, height / 100)
    sheet.lay((112, 78, 58), *put(taper([(0, 0), (0, -96)], 3.4, 0.8)), shadow=4)
    tiers: list[Shape] = []
    for i in range(9):
        foot, half = -20 - i * 8.6, 13.5 - i * 1.35
        tiers += [petal(0, foot, half * 1.15, 5, side * 74) for side in (-1, 1)]
        tiers.append(petal(0, foot + 2, 14, half, 0))
    sheet.lay((150, 104, 66), *put(*tiers), shadow=6)


def _sedan(sheet: Sheet, x: float, y: float, length: float) -> None:
    """A saloon car from the side, going right, with a dark sign on its roof."""
    put = standing(x, y, length / 100)
    sheet.lay(IRON, *put(box(-10, -45, 6, -40, 1.5)), shadow=4)
    cabin = blob((-32, -26), (-22, -38), (-6, -41), (10, -40), (22, -33), (32, -25), (0, -22))
    sheet.lay(tone.CREAM, *put(cabin), shadow=10)
    panes = [
        poly((-26, -27), (-19, -36), (-4, -38), (-4, -26)),
        poly((-1, -38), (9, -37.5), (18, -32), (24, -26), (-1, -26)),
    ]
    sheet.lay(GLASS, *put(*panes))
    sheet.lay(tone.INK, *put(ellipse(10, -30, 3.6, 4.2), box(6, -28, 15, -25.6, 2)))
    body = blob(
        (-50, -12),
        (-50, -24),
        (-34, -28),
        (0, -27),
        (32, -26),
        (46, -22),
        (51, -14),
        (48, -8),
        (0, -7),
        (-46, -8),
    )
    sheet.lay(tone.CINNABAR, *put(body), shadow=14)
    sheet.lay(
        tone.OXBLOOD, *put(line([(-2.5, -26), (-2.5, -9)], 0.7), line([(20, -25), (18, -9)], 0.7))
    )
    sheet.lay(tone.CREAM, *put(box(-47, -15, 46, -12.6, 1)))
    sheet.lay(tone.SAND, *put(box(-9, -22, -5, -20.8), box(11, -22, 15, -20.8)))
    sheet.lay(tone.INK, *put(ellipse(-29, -9, 9.4), ellipse(29, -9, 9.4)), shadow=6)
    sheet.lay((178, 176, 170), *put(ellipse(-29, -9, 4.6), ellipse(29, -9, 4.6)))
    sheet.lay(LAMP, *put(ellipse(46.6, -18, 3.4, 3)), shadow=2)


def ticket_clip(sheet: Sheet) -> None:
    """Inside a bus: an old ticket board with its strips, a hand on the pole, willows outside."""
    sheet.ground((196, 204, 190))
    sheet.lay((226, 232, 216), box(LEFT, 190, RIGHT, 590))
    sheet.lay((250, 228, 186), ellipse(640, 330, 120))
    sheet.lay((178, 198, 158), hill([(-400, 470), (300, 440), (900, 466), (2000, 430)]), shadow=4)
    sheet.lay((132, 164, 122), hill([(-400, 540), (500, 510), (1200, 540), (2000, 510)]), shadow=4)
    lay_willow(sheet, 420, 590, 400)
    lay_willow(sheet, 1330, 590, 370, mirror=True)
    lay_house(sheet, 860, 530, 140)
    frame = (112, 130, 124)
    sheet.lay(frame, box(LEFT, 150, RIGHT, 200), box(LEFT, 580, RIGHT, FOOT), shadow=12)
    sheet.lay(frame, *[box(x - 20, 150, x + 20, 600) for x in (-40, 520, 1080, 1640)], shadow=10)
    sheet.lay((138, 156, 146), box(LEFT, 602, RIGHT, 622), box(LEFT, 1090, RIGHT, 1104))
    sheet.lay((226, 218, 196), box(LEFT, -100, RIGHT, 150), shadow=8)
    sheet.lay(tone.OCHRE, line([(LEFT, 96), (RIGHT, 96)], 22), shadow=8)
    for x in (430, 700, 1240):
        sheet.lay(tone.UMBER, box(x - 10, 90, x + 10, 190, 4), shadow=5)
        sheet.lay(tone.CREAM, arc(x, 236, 44, 46, 0, 360, 15), shadow=6)
    sheet.lay(tone.OCHRE, box(1012, -100, 1046, FOOT, 8), shadow=10)
    lay_grip(sheet, 1029, 500, 180, 180, sleeve=tone.OXBLOOD, mirror=False)
    _ticket_board(sheet, 690, 850)


def _ticket_board(sheet: Sheet, x: float, y: float) -> None:
    put = standing(x, y, 1, turn=-7)
    sheet.lay((120, 76, 46), *put(box(-290, -150, 290, 150, 22)), shadow=20)
    sheet.lay((150, 98, 60), *put(box(-274, -134, 274, 134, 16)))
    strips: list[tuple[Colour, float]] = [
        (tone.CINNABAR, -210),
        ((208, 120, 96), -105),
        (tone.PINE, 0),
        (tone.CELADON, 105),
        (tone.CREAM, 210),
    ]
    for i, (colour, sx) in enumerate(strips):
        long = 230 - 34 * (i % 3)
        pad = [box(sx - 44 + k, -104 + 2 * k, sx + 44 + k, long - 104 + 2 * k, 3) for k in (0, 5)]
        sheet.lay(colour, *put(pad[1]), shadow=5)
        sheet.lay(colour, *put(pad[0]), shadow=5)
        marks = [box(sx - 30, -60 + 42 * k, sx + 30, -54 + 42 * k, 2) for k in range(3)]
        holes = [ellipse(sx, -38 + 42 * k, 9) for k in range(3) if -30 + 42 * k < long - 120]
        sheet.lay(tone.PAPER if i < 4 else tone.SAND, *put(*marks[: 2 + i % 2], *holes))
    sheet.lay(tone.OCHRE, *put(box(-300, -122, 300, -80, 12)), shadow=10)
    sheet.lay((236, 192, 110), *put(line([(-284, -110), (284, -110)], 5)))
    rivets = [ellipse(sx, -101, 11) for sx in (-270, -156, -52, 52, 156, 270)]
    sheet.lay(tone.UMBER, *put(*rivets), shadow=3)


def drain_grate(sheet: Sheet) -> None:
    """From above: rain water turning into a drain, a hook lifting a clot of leaves from it."""
    sheet.ground(TAR)
    put = standing(790, 640, 1, turn=-14)
    sheet.lay((156, 150, 138), *put(box(-1500, -1400, 1500, -330)), shadow=14)
    slabs = [
        line(
            [(i * 260 - 60 * (r % 2), -330 - 170 * r), (i * 260 - 60 * (r % 2), -500 - 170 * r)], 5
        )
        for i in range(-4, 5)
        for r in range(3)
    ]
    courses = [line([(-1500, -330 - 170 * r), (1500, -330 - 170 * r)], 5) for r in (1, 2, 3)]
    sheet.lay((132, 126, 116), *put(*slabs, *courses))
    sheet.lay(KERB, *put(box(-1500, -350, 1500, -262, 6)), shadow=14)
    sheet.lay(
        (150, 146, 134),
        *put(*[line([(i * 330 + 120, -350), (i * 330 + 120, -262)], 5) for i in range(-4, 5)]),
    )
    pool = [
        blob(
            (-640, -120),
            (-300, -250),
            (60, -252),
            (420, -240),
            (560, 10),
            (380, 260),
            (20, 330),
            (-360, 260),
            (-600, 90),
        ),
    ]
    sheet.lay((104, 128, 132), *put(*pool))
    turns = []
    for arm in range(5):
        path = [
            (
                (230 + 95 * t) * math.cos(arm * 1.257 + t * 0.62),
                (170 + 62 * t) * math.sin(arm * 1.257 + t * 0.62),
            )
            for t in (0, 0.8, 1.6, 2.4, 3.2)
        ]
        turns.append(brush(path, 17, head=0.1, tail=0.1))
        turns.append(brush([(px * 0.9, py * 0.9) for px, py in path[:4]], 9, head=0.1, tail=0.1))
    sheet.lay((176, 198, 194), *put(*turns))
    sheet.lay(IRON, *put(box(-250, -190, 250, 190, 18)), shadow=8)
    sheet.lay(
        (24, 28, 32),
        *put(
            *[box(-214 + i * 74, -156, -172 + i * 74, -10, 16) for i in range(6)],
            *[box(-214 + i * 74, 12, -172 + i * 74, 156, 16) for i in range(6)],
        ),
    )
    sheet.lay(
        (86, 90, 94),
        *put(line([(-238, -180), (238, -180), (238, 180), (-238, 180), (-238, -180)], 6)),
    )
    _leaves(sheet)
    _broom(sheet)
    sheet.lay((206, 216, 212), *rain(60, 5, slant=0.3, length=56))


def _leaves(sheet: Sheet) -> None:
    """The hook coming down from the right, the clot it holds, and leaves that swim up."""
    rod = curve([(1500, -160), (1180, 250), (1010, 470), (940, 560)], 26)
    tip = curve([(946, 552), (896, 634), (920, 706), (1000, 706), (1028, 650)], 26)
    clot = [
        petal(930 + 26 * math.sin(i * 2.1), 640 + 22 * math.cos(i * 2.1), 120, 54, i * 47)
        for i in range(8)
    ]
    sheet.lay((150, 84, 44), *clot[::2], shadow=10)
    sheet.lay(tone.OCHRE, *clot[1::2], shadow=8)
    sheet.lay((188, 196, 196), rod, tip, shadow=14)
    spots: list[tuple[float, float, float]] = [
        (420, 560, 60),
        (470, 820, -30),
        (620, 930, 100),
        (1120, 880, 20),
        (1230, 640, -70),
        (560, 420, 140),
        (380, 700, 10),
        (860, 960, 60),
    ]
    drift = [petal(x, y, 84, 40, turn) for x, y, turn in spots]
    sheet.lay(tone.OCHRE, *drift[::2], shadow=5)
    sheet.lay(tone.CINNABAR, *drift[1::2], shadow=5)
    ribs = [
        line([petal(x, y, 84, 1, turn).points[0], petal(x, y, 80, 1, turn).points[29]], 2.6)
        for x, y, turn in spots
    ]
    sheet.lay((120, 60, 36), *ribs)


def _broom(sheet: Sheet) -> None:
    """A bamboo broom that lies along the foot of the picture."""
    put = standing(470, 1090, 1, turn=84)
    twigs = [
        taper([(i * 5, -120), (i * 15, -20), (i * 23, 90 - abs(i) * 5)], 9, 4) for i in range(-6, 7)
    ]
    sheet.lay((150, 118, 70), *put(*twigs), shadow=12)
    sheet.lay((196, 156, 92), *put(taper([(0, -110), (0, -1300)], 26, 22)), shadow=12)
    bands = [box(-38, -132, 38, -110, 6), box(-36, -90, 36, -72, 6)]
    sheet.lay(tone.OXBLOOD, *put(*bands), shadow=3)


def night_line(sheet: Sheet) -> None:
    """A storm at night: two linemen on a pole in a beam of light; far off a window is lit."""
    lay_sky(sheet, "night", 900, layers=False)
    sheet.lay((36, 54, 60), hill([(-400, 930), (200, 880), (760, 920), (1300, 870), (2000, 920)]))
    beam = poly((1330, 1290), (1420, 1290), (980, -200), (140, -200))
    sheet.lay((62, 86, 90), beam)
    sheet.lay((84, 108, 108), poly((1350, 1290), (1400, 1290), (820, -200), (330, -200)))
    lay_house(sheet, 440, 968, 220, wall=(98, 110, 110), tiles=(30, 34, 40), lit=True)
    sheet.glow(440, 930, 260, LAMP, 0.45)
    lay_house(sheet, 1180, 950, 170, wall=(66, 82, 88), tiles=(30, 34, 40))
    ends: list[tuple[Point, float]] = [((700, 250), 90), ((590, 250), 60), ((810, 250), 120)]
    wires = [curve([(-300, y + 40), (200, y + 190), (x, 246)], 6) for (x, _), y in ends]
    wires += [curve([(x, 246), (1150, y + 150), (1900, y - 40)], 6) for (x, _), y in ends[:2]]
    wires.append(curve([(810, 246), (900, 420), (884, 640), (940, 800)], 6))
    sheet.lay(tone.INK, *wires)
    wood = (150, 116, 84)
    sheet.lay(wood, taper([(700, 1400), (700, 120)], 54, 38), shadow=12)
    sheet.lay((112, 84, 62), box(540, 262, 860, 292, 6), box(600, 388, 800, 412, 6), shadow=8)
    pins = [box(x - 10, 236, x + 10, 266, 5) for x in (560, 590, 620, 780, 810, 840)]
    sheet.lay(tone.CREAM, *pins, shadow=3)
    work = Dress(top=(196, 110, 46), legs=tone.NIGHT, hat="hard hat", hat_colour=(240, 196, 84))
    climb = Pose(-12, (128, 150), (104, 120), (46, -18), (30, -30))
    lay_figure(sheet, 612, 690, 380, climb, work)
    hold = Pose(-14, (100, 138), (84, 110), (50, -24), (34, -34))
    lay_figure(sheet, 806, 960, 380, hold, work, mirror=True)
    belts = [
        curve([(606, 506), (700, 540), (748, 500)], 12),
        curve([(812, 776), (720, 812), (660, 770)], 12),
    ]
    sheet.lay(tone.SAND, *belts, shadow=3)
    sheet.lay((54, 80, 86), wave_band(1060, 16, 380, 0.2), shadow=8)
    sheet.lay((44, 66, 74), wave_band(1140, 18, 430, 0.6), shadow=8)
    gleam = [swell(440, 1090, 150, 9), swell(450, 1124, 90, 8)]
    sheet.lay(LAMP, *gleam)
    sheet.lay(
        (120, 146, 148), *[swell(720 + 210 * i, 1100 + 36 * (i % 2), 120, 6) for i in range(3)]
    )
    sheet.lay((150, 172, 170), *rain(150, 8, slant=0.62, length=96))


def well_mouth(sheet: Sheet) -> None:
    """From the bottom of a well: the sky, people at the rim, a pole with a hook, an air hose."""
    x, y = 800.0, 500.0
    sheet.ground((26, 34, 38))
    shades: list[Colour] = [(34, 44, 48), (44, 56, 58), (56, 68, 68), (70, 82, 80), (88, 98, 94)]
    rings = (780, 650, 540, 450, 375)
    for i, (radius, colour) in enumerate(zip(rings, shades, strict=True)):
        cx, cy = x, y + (radius - 300) * 0.22
        sheet.lay(colour, ellipse(cx, cy, radius), shadow=4 if i > 2 else 0)
        inner = rings[i + 1] if i < 4 else 310
        joints = [
            line(
                [
                    (cx + radius * math.cos(a), cy + radius * math.sin(a)),
                    (cx + inner * math.cos(a), cy - (radius - inner) * 0.22 + inner * math.sin(a)),
                ],
                5,
            )
            for a in (math.tau * (k + 0.5 * (i % 2)) / 18 for k in range(18))
        ]
        sheet.lay(shades[i - 1] if i else (26, 34, 38), *joints)
    sheet.glow(x, y, 640, (206, 214, 200), 0.35)
    sheet.lay((150, 156, 148), ellipse(x, y, 316), shadow=4)
    sheet.lay((226, 232, 218), ellipse(x, y, 288))
    sheet.lay(
        (246, 240, 224),
        blob((560, 540), (700, 480), (830, 520), (980, 470), (1030, 560), (800, 600)),
    )
    _rim(sheet, x, y)
    rungs = [
        line([(618 - 34 * i, 850 + 86 * i), (706 - 34 * i, 884 + 92 * i)], 13 + 3 * i)
        for i in range(5)
    ]
    sheet.lay((150, 112, 80), *rungs, shadow=6)
    tube = [(1120, 560), (1010, 690), (1030, 860), (1120, 1010), (1130, 1300)]
    sheet.lay((206, 172, 84), taper(tube, 74, 150), shadow=14)
    spine = taper(tube, 74, 150).points
    count = len(spine) // 2
    ribs = [line([tuple(spine[13 + i]), tuple(spine[-1 - i])], 9) for i in range(1, count - 13, 3)]
    sheet.lay((160, 128, 58), *ribs)
    pole = taper([(832, 250), (828, 480), (818, 720)], 14, 26)
    hook = curve([(818, 708), (814, 796), (778, 834), (736, 806), (738, 760)], 28)
    sheet.lay((120, 126, 124), pole, shadow=18)
    sheet.lay(tone.CINNABAR, hook, shadow=18)
    sheet.lay(tone.UMBER, box(794, 676, 842, 694, 4), box(793, 706, 841, 724, 4), shadow=3)


def _rim(sheet: Sheet, x: float, y: float) -> None:
    """Heads and shoulders leaning in over the edge, seen from far below; one holds the pole."""
    people: list[tuple[float, Colour, Colour]] = [
        (-163, tone.DUSK, (240, 196, 84)),
        (-128, (196, 110, 46), (240, 196, 84)),
        (-50, tone.NIGHT, tone.INK),
        (-18, tone.PINE, (240, 196, 84)),
        (-88, tone.UMBER, tone.CINNABAR),
    ]
    for angle, coat, hat in people:
        holds = angle == -88
        out = 312 if holds else 334
        px, py = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        put = standing(x + out * px, y + out * py, 1.14 if holds else 0.94, turn=angle + 90)
        body = blob((-104, -40), (-92, 20), (-40, 50), (40, 50), (92, 20), (104, -40), (0, -90))
        sheet.lay(coat, *put(body), shadow=8)
        if holds:
            arms = [
                taper([(s * 74, 10), (s * 62, 90), (s * 12, 112 + 16 * s)], 36, 24) for s in (-1, 1)
            ]
            sheet.lay(coat, *put(*arms), shadow=6)
            sheet.lay((222, 172, 134), *put(ellipse(-8, 98, 17), ellipse(16, 130, 17)), shadow=4)
        sheet.lay((222, 172, 134), *put(ellipse(0, 52, 36, 42)), shadow=6)
        sheet.lay(
            hat,
            *put(ellipse(0, 42, 42, 44, start=180, stop=360), box(-46, 36, 46, 48, 6)),
            shadow=4,
        )


SCENES = {
    "drain-grate": drain_grate,
    "night-line": night_line,
    "taxi": taxi,
    "ticket-clip": ticket_clip,
    "well-mouth": well_mouth,
}
