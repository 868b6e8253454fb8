"""Scenes of home and yard: an unwatched tofu stall, a platform scale, a small kiln, a lesson."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_arch_bridge, lay_house
from goodpeople.demo.drawing.figures import POSES, Dress, elder, lay_figure
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, hill, lay_sun, steam, swell
from goodpeople.demo.drawing.plants import lay_tree, lay_willow
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    brush,
    curve,
    ellipse,
    line,
    poly,
    standing,
)
from goodpeople.demo.drawing.sheet import Sheet
from goodpeople.demo.drawing.weather import stars

WOOD: tone.Colour = (156, 110, 70)
DARK_WOOD: tone.Colour = (108, 74, 48)
BRICK: tone.Colour = (150, 78, 56)
MAT: tone.Colour = (206, 172, 112)
EMBER: tone.Colour = (240, 140, 60)


def tofu_stall(sheet: Sheet) -> None:
    """At daybreak two boards of tofu stand on a bench by the bridge, a basin for the coins."""
    sheet.fade((226, 214, 196), (246, 206, 168), 0, 620)
    lay_sun(sheet, 800, 380, 150, (238, 160, 96), (250, 206, 150))
    sheet.lay(tone.CELADON, hill([(-400, 500), (300, 440), (1000, 480), (2000, 420)]), shadow=6)
    sheet.lay((168, 196, 184), box(LEFT, 560, RIGHT, FOOT), shadow=6)
    lay_arch_bridge(sheet, 840, 590, 640)
    rows = [(520, 620, 220), (900, 640, 280), (1180, 612, 200)]
    sheet.lay((226, 226, 206), *[swell(x, y, width, 7) for x, y, width in rows])
    lay_willow(sheet, 120, 900, 900)
    sheet.lay((176, 160, 136), box(LEFT, 690, RIGHT, FOOT), shadow=10)
    slabs = [line([(LEFT, y), (RIGHT, y)], 5) for y in (820, 1010)]
    slabs += [line([(x, 692), (x - 40, 818)], 5) for x in (300, 640, 980, 1320)]
    sheet.lay((150, 134, 112), *slabs)
    # The plank with the day's confession: a pan, its bottom black.
    sheet.lay(DARK_WOOD, box(1096, 560, 1120, 1000), shadow=8)
    sheet.lay(DARK_WOOD, box(976, 470, 1240, 700, 10), shadow=12)
    sheet.lay(tone.INK, ellipse(1108, 560, 84, 84, start=20, stop=160))
    chalk = [arc(1108, 552, 92, 20, 0, 360, 7), arc(1108, 556, 90, 90, 0, 180, 7)]
    chalk += [line([(1200, 552), (1232, 540)], 9), line([(1016, 552), (984, 540)], 9)]
    sheet.lay(tone.CREAM, *chalk)
    legs = [box(x, 900, x + 40, FOOT, 6) for x in (420, 1120)]
    sheet.lay(DARK_WOOD, *legs, shadow=8)
    sheet.lay(WOOD, box(350, 860, 1250, 930, 8), shadow=14)
    sheet.lay(DARK_WOOD, line([(360, 916), (1240, 916)], 6))
    _tofu_board(sheet, 350, 740, cut=True)
    _tofu_board(sheet, 470, 620, cut=False)
    _basin(sheet)


def _tofu_board(sheet: Sheet, x: float, y: float, *, cut: bool) -> None:
    """A wooden board seen a little from above, its tofu cut in squares; ``cut``: some are sold."""
    wide, deep, slant = 480.0, 100.0, 60.0
    board = poly((x, y + deep), (x + wide, y + deep), (x + wide + slant, y), (x + slant, y))
    sheet.lay(WOOD, board, board.moved(0, 22), shadow=12)
    sheet.lay(DARK_WOOD, line([(x, y + deep + 18), (x + wide, y + deep + 18)], 8))
    tops: list[Shape] = []
    faces: list[Shape] = []
    for row in range(3):
        for column in range(5):
            if cut and row + column > 5:
                continue
            left = x + 26 + slant * (0.9 - row * 0.36) + column * 88
            top = y - 34 + row * 30
            tops.append(
                poly((left, top + 28), (left + 78, top + 28), (left + 90, top), (left + 12, top))
            )
            faces.append(box(left, top + 28, left + 78, top + 74, 3))
    for i in range(3):
        part = (
            slice(i * 5, i * 5 + 5) if not cut else slice(sum((5, 5)[:i]), sum((5, 5, 4)[: i + 1]))
        )
        sheet.lay((226, 214, 188), *faces[part])
        sheet.lay((252, 248, 236), *tops[part], shadow=2)


def _basin(sheet: Sheet) -> None:
    sheet.lay(
        (238, 240, 232),
        blob((900, 780), (930, 870), (1010, 884), (1150, 870), (1190, 780)),
        shadow=12,
    )
    sheet.lay((72, 104, 128), ellipse(1045, 782, 148, 40), shadow=4)
    sheet.lay((238, 240, 232), ellipse(1045, 784, 134, 32))
    coins = [(990, 788), (1030, 796), (1070, 782), (1100, 794), (1050, 776)]
    sheet.lay(tone.OCHRE, *[ellipse(x, y, 22, 9) for x, y in coins], shadow=3)
    sheet.lay((120, 152, 132), poly((940, 780), (1000, 762), (1016, 778), (960, 796)), shadow=3)
    sheet.lay(tone.CINNABAR, *[ellipse(1045 + d, 836, 15 - abs(d) / 8) for d in (-40, 0, 40)])


def platform_scale(sheet: Sheet) -> None:
    """In a yard an old woman brings her bag of grain to a man at a platform scale."""
    sheet.fade((206, 216, 204), (240, 228, 198), 0, 700)
    lay_house(sheet, 800, 690, 1180, wall=(232, 222, 200), shadow=8)
    sheet.lay((206, 184, 144), box(LEFT, 684, RIGHT, FOOT), shadow=8)
    _grain_bin(sheet)
    sheet.lay(
        (188, 164, 124), *[ellipse(420 + 170 * i, 1130 - 26 * (i % 2), 60, 9) for i in range(6)]
    )
    keeper = Dress(top=tone.PINE, legs=tone.NIGHT, style="short", apron=(74, 104, 140))
    lay_figure(sheet, 1130, 1060, 640, "holding", elder(keeper), mirror=True, shadow=12)
    _scale(sheet)
    mother = elder(Dress(top=(120, 78, 92), legs=tone.INK, style="bun", coat=True))
    found = lay_figure(sheet, 480, 1070, 560, "giving", mother, shadow=12)
    hx, hy = found.near_hand
    bag = blob(
        (hx - 50, hy + 30),
        (hx - 66, hy + 150),
        (hx, hy + 176),
        (hx + 66, hy + 150),
        (hx + 50, hy + 30),
        (hx, hy + 20),
    )
    sheet.lay((226, 206, 160), bag, shadow=10)
    sheet.lay(
        (226, 206, 160),
        poly((hx - 36, hy - 14), (hx + 36, hy - 14), (hx + 22, hy + 40), (hx - 22, hy + 40)),
    )
    sheet.lay(tone.CINNABAR, line([(hx - 26, hy + 30), (hx + 26, hy + 30)], 11), shadow=3)
    sheet.lay((236, 188, 150), ellipse(hx, hy, 20), shadow=4)


def _grain_bin(sheet: Sheet) -> None:
    sheet.lay(MAT, box(640, 470, 960, 820, 20), shadow=10)
    weave = [line([(644, y), (956, y)], 5) for y in range(500, 820, 44)]
    weave += [line([(660 + 48 * i, 474), (660 + 48 * i, 816)], 3) for i in range(7)]
    sheet.lay((176, 140, 84), *weave)
    sheet.lay((226, 186, 98), ellipse(800, 476, 160, 54), shadow=4)
    sheet.lay((240, 206, 126), blob((660, 470), (760, 390), (830, 388), (940, 470), (800, 496)))


def _scale(sheet: Sheet) -> None:
    iron = (70, 88, 86)
    sheet.lay(iron, box(640, 990, 1010, 1048, 8), shadow=14)
    sheet.lay(tone.INK, ellipse(690, 1056, 24), ellipse(960, 1056, 24))
    sheet.lay((96, 116, 112), box(626, 968, 1020, 998, 6), shadow=6)
    sheet.lay(iron, box(946, 620, 992, 990, 6), shadow=10)
    sheet.lay(iron, box(690, 600, 1010, 628, 8), shadow=8)
    sheet.lay(tone.OCHRE, box(706, 608, 990, 618, 4), box(800, 588, 838, 640, 6), shadow=4)
    sheet.lay(tone.INK, line([(704, 620), (704, 700)], 5), box(680, 696, 728, 726, 6), shadow=4)
    sack = blob(
        (676, 960),
        (660, 860),
        (700, 780),
        (780, 760),
        (870, 782),
        (910, 870),
        (890, 966),
        (780, 974),
    )
    sheet.lay((218, 192, 140), sack, shadow=12)
    sheet.lay((218, 192, 140), poly((744, 730), (826, 730), (806, 784), (764, 784)))
    sheet.lay(
        (176, 140, 84),
        curve([(700, 850), (760, 900), (760, 960)], 6),
        line([(758, 772), (812, 772)], 9),
    )


def kiln_fire(sheet: Sheet) -> None:
    """At dusk an old man turns his face to the mouth of a little kiln; another sits by him."""
    sheet.fade((74, 82, 100), (214, 136, 96), 0, 760)
    sheet.lay((236, 226, 190), *stars(26, 7, foot=360, size=3))
    lay_tree(sheet, 1330, 700, 760, "winter")
    sheet.lay(
        (72, 70, 76),
        hill([(-400, 580), (200, 500), (700, 550), (1300, 510), (2000, 560)]),
        shadow=8,
    )
    sheet.lay((92, 72, 62), box(LEFT, 660, RIGHT, FOOT), shadow=10)
    smoke = steam(1060, 280, 380, 60, 90)
    sheet.lay((150, 126, 118), smoke, shadow=6)
    _kiln(sheet)
    sheet.glow(820, 740, 660, (246, 160, 80), 0.55)
    for x in (440, 700):
        seat = [box(x - 90, 760, x + 80, 782, 6), box(x - 96, 550, x - 72, 770, 6)]
        feet = [box(x - 90, 760, x - 72, 910), box(x + 56, 760, x + 74, 910)]
        sheet.lay((176, 138, 82), *seat, *feet, shadow=8)
        sheet.lay(
            (140, 104, 58),
            *[line([(x - 84, 580 + 40 * i), (x - 84, 602 + 40 * i)], 8) for i in range(4)],
        )
    pupil = Dress(top=(72, 92, 104), legs=tone.INK, style="short", skin=(232, 164, 116))
    lay_figure(sheet, 430, 910, 560, "sitting", pupil, shadow=10)
    master = elder(
        Dress(top=tone.OXBLOOD, legs=tone.INK, style="bald", skin=(244, 190, 134), coat=True)
    )
    lay_figure(sheet, 690, 910, 540, "sitting", master, shadow=10)


def _kiln(sheet: Sheet) -> None:
    dome = blob(
        (820, 920), (840, 620), (930, 420), (1060, 330), (1200, 420), (1300, 620), (1320, 920)
    )
    sheet.lay(BRICK, dome, shadow=18)
    sheet.lay(BRICK, box(1010, 260, 1110, 380, 8), shadow=8)
    joints = []
    for i in range(9):
        y = 420 + 56 * i
        joints.append(line([(836 + max(0, 110 - 30 * i), y), (1300 - max(0, 110 - 30 * i), y)], 5))
        joints += [
            line([(x + 44 * (i % 2), y), (x + 44 * (i % 2), y + 54)], 5)
            for x in range(900, 1240, 88)
            if 90 - 26 * i < min(x - 870, 1270 - x)
        ]
    sheet.lay((118, 58, 44), *joints)
    mouth = ellipse(960, 790, 110, 130)
    sheet.lay((86, 44, 36), ellipse(960, 790, 132, 152), shadow=6)
    sheet.lay(EMBER, mouth)
    sheet.lay(
        (252, 214, 120),
        blob((890, 900), (900, 800), (930, 840), (960, 720), (990, 820), (1030, 790), (1040, 900)),
    )
    sheet.lay(
        (118, 58, 44), *[box(876 + 56 * i, 870, 920 + 56 * i, 922, 5) for i in range(3)], shadow=4
    )


def bedside_blackboard(sheet: Sheet) -> None:
    """A woman with chalk at a small blackboard; an old man follows the lesson from his bed."""
    sheet.ground((226, 216, 194))
    sheet.lay((206, 194, 168), box(LEFT, 820, RIGHT, FOOT), shadow=6)
    _sea_view(sheet)
    head = [box(346, 560, 390, 1110, 8), box(330, 540, 406, 580, 10)]
    sheet.lay(DARK_WOOD, *head, shadow=10)
    sheet.lay(
        tone.CREAM, blob((380, 800), (400, 690), (470, 680), (500, 860), (420, 900)), shadow=8
    )
    pose = POSES["sitting"]
    pupil = elder(Dress(top=(88, 112, 118), legs=tone.INK, style="short"))
    lay_figure(sheet, 510, 1090, 640, pose, pupil, shadow=10)
    quilt = blob(
        (440, 900), (560, 850), (760, 862), (930, 880), (950, 1000), (940, 1100), (440, 1100)
    )
    sheet.lay(tone.CINNABAR, quilt, shadow=14)
    flowers = [(540, 940), (690, 920), (840, 950), (600, 1030), (760, 1030), (890, 1050)]
    for x, y in flowers:
        sheet.lay(
            (240, 190, 150),
            *[ellipse(x, y - 18, 12, 17).turned(a, (x, y)) for a in range(0, 360, 72)],
        )
    sheet.lay(tone.OCHRE, *[ellipse(x, y, 9) for x, y in flowers])
    sheet.lay(WOOD, box(330, 1080, 990, 1150, 8), box(940, 900, 990, 1150, 8), shadow=12)
    # The board stands on the bed's foot.
    sheet.lay(DARK_WOOD, line([(820, 560), (820, 900)], 16), line([(1010, 560), (1010, 1100)], 16))
    sheet.lay(WOOD, box(730, 370, 1090, 640, 8), shadow=14)
    sheet.lay((52, 66, 62), box(750, 390, 1070, 620))
    # A candle to blow out, and the breath: where learning to speak begins.
    marks = [
        line([(800, 600), (800, 500), (844, 500), (844, 600)], 8),
        line([(822, 500), (822, 480)], 6),
        curve([(822, 478), (800, 446), (826, 412), (838, 450), (822, 478)], 8),
        *[curve([(876, y), (910, y - 14), (940, y + 10), (966, y)], 7) for y in (450, 490, 530)],
        line([(770, 602), (1050, 602)], 5),
    ]
    sheet.lay((236, 234, 222), *marks)
    teacher = Dress(top=tone.PINE, legs=tone.NIGHT, style="bun", skirt=True)
    found = lay_figure(sheet, 1196, 1130, 700, "reaching", teacher, mirror=True, shadow=12)
    hx, hy = found.near_hand
    sheet.lay(tone.CREAM, line([(hx, hy), (hx - 30, hy - 14)], 12), shadow=3)


def _sea_view(sheet: Sheet) -> None:
    """A window over the bed; the sea-wall and the sea beyond it."""
    put = standing(500, 420, 1)
    sheet.lay((206, 220, 214), box(380, 150, 640, 440))
    sheet.lay((118, 150, 150), box(380, 310, 640, 440))
    sheet.lay((196, 214, 206), *[swell(450 + 110 * i, 344 + 20 * i, 90, 6) for i in range(2)])
    sheet.lay((168, 160, 146), poly((380, 400), (640, 372), (640, 440), (380, 440)))
    frame = [line([(-120, -270), (140, -270), (140, 20), (-120, 20), (-120, -270)], 22)]
    frame += [line([(10, -270), (10, 20)], 12), line([(-120, -120), (140, -120)], 12)]
    sheet.lay(WOOD, *put(*frame), shadow=8)
    sheet.lay(tone.CREAM, brush([(560, 250), (580, 236), (604, 250)], 9))


SCENES = {
    "bedside-blackboard": bedside_blackboard,
    "kiln-fire": kiln_fire,
    "platform-scale": platform_scale,
    "tofu-stall": tofu_stall,
}
