"""Scenes of house and family: the red thread, the ring of keys, the dark stairs, three basins."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_window
from goodpeople.demo.drawing.figures import TAN, Dress, Pose, elder, lay_figure
from goodpeople.demo.drawing.hands import lay_reaching_hand
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.plants import flower
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    curve,
    ellipse,
    line,
    petal,
    poly,
    standing,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet
from goodpeople.demo.drawing.things import lay_chair
from goodpeople.demo.drawing.weather import lay_moon

CALICO: Colour = (48, 72, 98)
LIT: Colour = (250, 208, 124)
SMOKE: Colour = (54, 58, 62)
WALL: Colour = (70, 76, 80)
BRASS: Colour = (206, 160, 76)


def red_yarn(sheet: Sheet) -> None:
    """Two old hands on a blue calico quilt by moonlight, a red thread with three knots between."""
    sheet.fade((38, 54, 66), (62, 84, 96), 0, 460)
    lay_window(sheet, 560, -40, 1040, 280, view=(70, 98, 112), frame=(92, 70, 56))
    lay_moon(sheet, 900, 96, 78)
    sheet.lay((92, 70, 56), box(789, -40, 811, 280), box(560, 110, 1040, 130), shadow=5)
    sheet.lay((84, 60, 48), box(LEFT, 372, RIGHT, 450, 10), shadow=8)
    posts = [box(x - 24, 340, x + 24, 560, 12) for x in (400, 1200)]
    sheet.lay((84, 60, 48), *posts, shadow=8)
    quilt = [
        (LEFT, 520),
        (300, 480),
        (800, 510),
        (1300, 476),
        (RIGHT, 520),
        (RIGHT, FOOT),
        (LEFT, FOOT),
    ]
    sheet.lay(CALICO, blob(*quilt), shadow=8)
    sheet.glow(820, 640, 460, (150, 176, 186), 0.35)
    sheet.lay((176, 196, 202), *_calico())
    lay_reaching_hand(sheet, 640, 680, 250, 12, skin=TAN, sleeve=(90, 92, 88))
    lay_reaching_hand(sheet, 960, 596, 230, 188, sleeve=(134, 92, 92))
    wrists = [ellipse(538, 666, 17, 44), ellipse(1058, 610, 16, 40)]
    loops = [Shape(one.points, 12).turned(10, tuple(one.points.mean(axis=0))) for one in wrists]
    sheet.lay(tone.CINNABAR, *loops, shadow=5)
    path = [(538, 708), (600, 800), (740, 850), (900, 800), (1010, 710), (1058, 650)]
    sheet.lay(tone.CINNABAR, curve(path, 13), shadow=8)
    for x, y, turn in ((640, 824, 20), (800, 846, -12), (950, 768, -40)):
        put = standing(x, y, 1, turn=turn)
        sheet.lay(tone.CINNABAR, *put(ellipse(0, 0, 26, 20)), shadow=8)
        winds = [curve([(-16, -8), (0, 4), (16, -6)], 5), curve([(-12, 8), (4, -6), (14, 10)], 5)]
        sheet.lay(tone.OXBLOOD, *put(*winds))


def _calico() -> list[Shape]:
    """White flowers, leaves and dots of the blue print, in rows."""
    prints: list[Shape] = []
    for r in range(4):
        for c in range(7):
            x, y = 90 + 240 * c + 120 * (r % 2), 600 + 160 * r
            prints += flower(x, y, 50, 6)
            prints += [petal(x + 84, y + 60, 46, 18, a) for a in (40, 100, 160)]
            prints += [ellipse(x - 88 + 12 * k, y + 70 - 10 * k, 5, count=16) for k in range(3)]
    return prints


def key_ring(sheet: Sheet) -> None:
    """A brass ring of keys wound with coloured threads, before a block of flats at nightfall."""
    sheet.fade((72, 84, 100), (206, 150, 116), 0, 1100)
    sheet.lay((92, 100, 108), box(400, 120, 1200, FOOT), shadow=10)
    sheet.lay((76, 84, 92), box(380, 90, 1220, 140))
    panes = [(450 + 150 * c, 190 + 170 * r) for r in range(7) for c in range(5)]
    sheet.lay((64, 76, 86), *[box(x, y, x + 100, y + 110) for x, y in panes])
    bright = [panes[i] for i in (1, 8, 14, 15, 23, 27, 34)]
    sheet.lay(LIT, *[box(x, y, x + 100, y + 110) for x, y in bright])
    sheet.lay((92, 100, 108), *[box(x + 46, y, x + 54, y + 110) for x, y in panes])
    x, y = 800.0, 470.0
    threads: list[Colour] = [
        tone.CINNABAR,
        (104, 150, 110),
        (236, 196, 96),
        (92, 130, 168),
        (222, 150, 160),
        tone.CREAM,
        (150, 110, 150),
    ]
    for i in range(11):
        _key(sheet, x, y, -60 + 12 * i, threads[i % 7], threads[(i * 3 + 2) % 7], i % 3)
    sheet.lay(BRASS, arc(x, y, 190, 190, 0, 360, 34), shadow=16)
    sheet.lay((236, 202, 126), arc(x, y, 196, 196, 150, 300, 9))
    sheet.lay((150, 108, 48), box(x - 26, y - 214, x + 26, y - 166, 8), shadow=4)


def _key(
    sheet: Sheet, x: float, y: float, turn: float, thread: Colour, second: Colour, kind: int
) -> None:
    """A key that hangs from the ring about (x, y), its bow wound with threads of two colours."""
    put = standing(x, y, 1, turn=turn)
    metal: Colour = ((198, 200, 196), (186, 150, 84), (150, 156, 158))[kind]
    long = 470 + 36 * ((kind * 2 + int(turn / 12)) % 3)
    stem = box(-10, 290, 10, long, 5)
    bits = [
        box(6, long - 70, 42, long - 48, 3),
        box(6, long - 34, (50, 34, 46)[kind], long - 10, 3),
    ]
    bow = ellipse(0, 236, 52, 60)
    sheet.lay(metal, *put(bow, stem, *bits), holes=put(ellipse(0, 212, 20, 24)), shadow=9)
    winds = [line([(-24, 296 + 13 * k), (24, 300 + 13 * k)], 13) for k in range(6)]
    sheet.lay(thread, *put(*winds[:3]), shadow=3)
    sheet.lay(second, *put(*winds[3:]), shadow=3)


def dark_stairs(sheet: Sheet) -> None:
    """A dark stairwell: a blind man leads a row of children down toward a lit doorway."""
    sheet.ground((40, 46, 52))
    sheet.lay(WALL, poly((LEFT, -200), (RIGHT, -200), (RIGHT, FOOT), (LEFT, FOOT)))
    courses = [line([(LEFT, y - 90), (RIGHT, y - 90)], 4) for y in range(0, 1400, 64)]
    bricks = [
        line([(b + 70 * (r % 2), -90 + 64 * r), (b + 70 * (r % 2), -26 + 64 * r)], 4)
        for r in range(21)
        for b in range(-380, 2000, 140)
    ]
    sheet.lay((62, 68, 72), *courses, *bricks)
    sheet.lay((52, 40, 36), box(1010, 620, 1250, FOOT))
    sheet.lay(LIT, box(1034, 650, 1230, FOOT))
    sheet.glow(1120, 900, 640, LIT, 0.6)
    loose = box(702, 550, 838, 610, 4).turned(-5, (770, 580))
    sheet.lay((150, 96, 70), loose, shadow=8)
    steps: list[tuple[float, float]] = [(LEFT, FOOT), (LEFT, 440)]
    for k in range(12):
        sx, sy = 60 + 96 * k, 440 + 56 * k
        steps += [(sx, sy), (sx, sy + 56)]
    steps += [(RIGHT, 1112), (RIGHT, FOOT)]
    edge = line(steps[1:-1], 9)
    people = Dress(top=tone.CREAM, legs=tone.NIGHT, hair=tone.INK)
    rows = [(424, 664), (520, 720), (616, 776), (712, 832), (808, 888)]
    colours = (tone.OXBLOOD, tone.CELADON, tone.OCHRE, (150, 110, 130), tone.PINE)
    sheet.lay((34, 40, 46), poly(*steps), shadow=12)
    sheet.lay((112, 104, 92), edge)
    walk = Pose(10, (52, 70), (40, 56), (20, 2), (-14, -22), 8)
    for (px, py), colour in zip(rows, colours, strict=True):
        style = "tail" if px % 3 else "short"
        child = Dress(top=colour, legs=tone.NIGHT, style=style, skirt=px % 5 == 0)
        at = lay_figure(sheet, px, py, 260, walk, child, child=True)
        hx, hy = at.head
        sheet.lay(tone.CREAM, ellipse(hx + 20, hy + 12, 20, 15), shadow=3)
    lead = Pose(6, (66, 60), (120, 128), (22, 4), (-18, -26), -4)
    lay_figure(sheet, 940, 964, 440, lead, people, shadow=10)
    puffs = [ellipse(360 + 110 * i, 40 + 40 * math.sin(i * 2.1), 130, 100) for i in range(9)]
    sheet.lay(SMOKE, box(LEFT, -200, RIGHT, 60), *puffs, shadow=12)
    upper = [ellipse(320 + 150 * i, -10 + 30 * math.sin(i * 1.7), 120, 84) for i in range(8)]
    sheet.lay((72, 76, 80), *upper, shadow=6)


def three_basins(sheet: Sheet) -> None:
    """An old hall: red, blue and green basins on a stand, a slate above, granny and a child."""
    sheet.ground((222, 212, 188))
    sheet.lay((198, 186, 158), box(LEFT, 1010, RIGHT, FOOT))
    sheet.lay((184, 170, 142), *[line([(LEFT, y), (RIGHT, y)], 5) for y in (1072, 1140)])
    sheet.lay((74, 62, 54), box(580, 40, 1020, 300, 6), shadow=12)
    sheet.lay((58, 74, 70), box(604, 64, 996, 276))
    chalk = []
    for k in range(3):
        y = 112 + 66 * k
        chalk.append(curve([(636, y), (710, y - 6), (780, y + 4), (860 + 26 * k, y - 4)], 9))
        if k < 2:
            chalk.append(line([(936, y - 8), (950, y + 10), (974, y - 18)], 8))
    sheet.lay((226, 228, 218), *chalk)
    frame = [
        box(384, 360, 404, 1040, 6),
        box(1196, 360, 1216, 1040, 6),
        box(366, 350, 1234, 376, 8),
    ]
    sheet.lay((126, 82, 52), *frame, shadow=10)
    rows: list[tuple[float, Colour, Colour, Colour]] = [
        (530, tone.CINNABAR, (232, 150, 130), (250, 226, 206)),
        (800, (62, 100, 138), (150, 180, 204), (222, 232, 236)),
        (1070, (76, 126, 92), (156, 194, 150), (226, 236, 214)),
    ]
    for x, deep, middle, light in rows:
        sheet.lay(light, box(x - 70, 358, x + 70, 530, 6), shadow=8)
        sheet.lay(middle, box(x - 70, 480, x + 70, 494), box(x - 70, 504, x + 70, 510))
        _basin(sheet, x, 690, deep, middle, light)
    sheet.lay((106, 68, 44), box(376, 812, 1224, 840, 6), shadow=6)
    lay_chair(sheet, 620, 1150, 250)
    granny = elder(Dress(top=tone.DUSK, legs=tone.NIGHT, style="bun"))
    lay_figure(sheet, 640, 1150, 380, "sitting", granny)
    small = Dress(top=tone.OCHRE, legs=tone.NIGHT, style="plait", skirt=True)
    lay_figure(sheet, 880, 1152, 250, "giving", small, mirror=True, child=True)


def _basin(sheet: Sheet, x: float, y: float, deep: Colour, middle: Colour, light: Colour) -> None:
    """An enamel basin set up on its rim, a flower painted on its floor."""
    sheet.lay(deep, ellipse(x, y, 128), shadow=16)
    sheet.lay(light, ellipse(x, y, 112))
    sheet.lay(middle, arc(x, y, 96, 96, 0, 360, 9))
    sheet.lay(deep, *flower(x, y + 4, 50, 7))
    sheet.lay(tone.OCHRE, ellipse(x, y + 4, 15))
    sheet.lay(middle, *[petal(x + 54 * s, y + 58, 50, 20, 60 * s) for s in (-1, 1)])


SCENES = {
    "dark-stairs": dark_stairs,
    "key-ring": key_ring,
    "red-yarn": red_yarn,
    "three-basins": three_basins,
}
