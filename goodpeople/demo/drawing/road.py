"""Scenes of the road: the hand cart, the bicycle, the bus, the truck."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, grass, hill, lay_cloud, lay_sun
from goodpeople.demo.drawing.shapes import (
    arc,
    around,
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

ROAD: tone.Colour = (188, 166, 132)


def _spoked_wheel(
    sheet: Sheet, x: float, y: float, radius: float, spokes: int, tyre: float
) -> None:
    sheet.lay(tone.INK, arc(x, y, radius, radius, 0, 360, tyre), shadow=8)
    spoke = line([(x, y), (x, y - radius + tyre / 2)], 4)
    sheet.lay((120, 116, 112), *around(spoke, (x, y), spokes))
    sheet.lay((150, 146, 140), arc(x, y, radius - tyre * 0.72, radius - tyre * 0.72, 0, 360, 5))
    sheet.lay(tone.OCHRE, ellipse(x, y, tyre * 0.8), shadow=3)


def hand_cart(sheet: Sheet) -> None:
    """A two-wheeled cart with a quilted seat under an oiled umbrella."""
    sheet.ground((240, 226, 198))
    lay_sun(sheet, 800, 470, 380, (238, 196, 122), (250, 222, 168))
    sheet.lay(
        tone.MIST, hill([(-300, 820), (200, 740), (800, 800), (1300, 730), (1900, 820)]), shadow=8
    )
    sheet.lay(ROAD, box(LEFT, 1050, RIGHT, FOOT), shadow=10)
    sheet.lay(
        (166, 144, 110),
        *[box(LEFT + i * 230, 1120, LEFT + i * 230 + 120, 1130, 5) for i in range(11)],
    )
    _umbrella(sheet)
    _cart(sheet)
    _spoked_wheel(sheet, 780, 940, 150, 14, 22)
    sheet.lay(tone.PINE, *grass(330, 1060, 130), *grass(1290, 1062, 110), shadow=4)


def _umbrella(sheet: Sheet) -> None:
    sheet.lay(tone.UMBER, line([(760, 250), (760, 760)], 14), shadow=8)
    canopy = ellipse(760, 440, 360, 250, start=180, stop=360)
    bites = [ellipse(760 - 300 + i * 120, 452, 60, 26) for i in range(6)]
    sheet.lay(tone.CINNABAR, canopy, holes=bites, shadow=18)
    for reach in (-240, -120, 0, 120, 240):
        rib = curve([(760, 196), (760 + reach * 0.72, 290), (760 + reach, 428)], 5)
        sheet.lay(tone.OXBLOOD, rib)
    sheet.lay((240, 190, 120), arc(760, 440, 270, 186, 196, 344, 6))
    sheet.lay(
        (240, 190, 120),
        *[crescent(760 + i * 84, 350 + abs(i) * 22, 18, i * 14) for i in range(-2, 3)],
    )
    sheet.lay(tone.OCHRE, box(748, 160, 772, 204, 8))


def _cart(sheet: Sheet) -> None:
    # Cardboard and bottles go below, a person above.
    sheet.lay((200, 160, 108), box(560, 858, 690, 962, 4), box(870, 846, 1010, 962, 4), shadow=6)
    sheet.lay((160, 120, 76), line([(564, 900), (686, 900)], 5), line([(874, 890), (1006, 890)], 5))
    sheet.lay(tone.CELADON, box(700, 862, 728, 962, 10), box(826, 868, 852, 962, 10), shadow=4)
    sheet.lay((110, 72, 40), box(500, 958, 1060, 984, 6), shadow=8)
    sheet.lay((110, 72, 40), box(520, 800, 540, 970), box(1020, 800, 1040, 970))
    sheet.lay((132, 88, 50), box(480, 796, 1090, 840, 8), shadow=12)
    shaft = brush([(1070, 816), (1190, 790), (1330, 700)], 26, head=1, tail=0.8)
    sheet.lay((132, 88, 50), shaft, shadow=10)
    sheet.lay(
        tone.OCHRE,
        ellipse(1282, 776, 30, 30, start=180, stop=360),
        box(1248, 772, 1316, 784, 5),
        shadow=5,
    )
    sheet.lay(tone.OXBLOOD, line([(1282, 736), (1282, 748)], 6), ellipse(1282, 792, 8))
    sheet.lay(tone.PINE, box(506, 600, 580, 800, 26), shadow=10)
    sheet.lay(tone.PINE, box(506, 716, 1010, 800, 34), shadow=12)
    sheet.lay(tone.CELADON, box(530, 732, 988, 784, 22))
    for x in (600, 690, 850, 940):
        sheet.lay(tone.CINNABAR, *[petal(x, 758, 20, 15, a) for a in range(0, 360, 72)])
        sheet.lay(tone.CREAM, ellipse(x, 758, 5))


def bicycle(sheet: Sheet) -> None:
    """A bicycle under a tree, a pump standing by."""
    sheet.ground(tone.PAPER)
    lay_sun(sheet, 800, 460, 390, (186, 208, 186), tone.CREAM)
    sheet.lay(
        tone.UMBER, brush([(760, 1060), (770, 800), (800, 520)], 92, head=1, tail=0.6), shadow=12
    )
    crowns = [(620, 360, 170), (980, 350, 180), (800, 250, 200), (800, 420, 190)]
    sheet.lay(tone.PINE, *[ellipse(x, y, r, r * 0.86) for x, y, r in crowns], shadow=18)
    marks = [
        (560, 350),
        (660, 270),
        (760, 200),
        (880, 210),
        (970, 300),
        (1060, 370),
        (720, 400),
        (860, 430),
        (640, 440),
    ]
    sheet.lay(tone.CELADON, *[crescent(x, y, 26, 0) for x, y in marks])
    sheet.lay(ROAD, box(LEFT, 1040, RIGHT, FOOT), shadow=10)
    _spoked_wheel(sheet, 560, 870, 176, 18, 20)
    _spoked_wheel(sheet, 1040, 870, 176, 18, 20)
    frame = [
        line([(560, 870), (690, 660), (940, 650), (770, 880), (560, 870)], 18),
        line([(690, 640), (770, 880)], 18),
        curve([(1040, 870), (962, 700), (926, 590)], 18),
    ]
    sheet.lay(tone.CINNABAR, *frame, shadow=10)
    sheet.lay(tone.INK, line([(676, 600), (690, 660)], 12), box(616, 576, 744, 606, 15), shadow=6)
    sheet.lay(tone.INK, curve([(926, 590), (950, 552), (1020, 552), (1052, 590)], 14), shadow=6)
    sheet.lay(tone.OCHRE, ellipse(770, 880, 46), shadow=6)
    sheet.lay(
        tone.INK,
        ellipse(770, 880, 20),
        line([(770, 880), (818, 950)], 12),
        box(796, 944, 852, 964, 8),
    )
    sheet.lay(tone.INK, arc(560, 870, 206, 206, 205, 290, 9))
    # The pump on its chain.
    sheet.lay(tone.DUSK, box(1206, 760, 1246, 1030, 10), box(1176, 1020, 1276, 1050, 8), shadow=10)
    sheet.lay(tone.INK, line([(1226, 660), (1226, 770)], 10), box(1166, 636, 1286, 664, 13))
    sheet.lay(tone.INK, curve([(1206, 1000), (1120, 1080), (1080, 1060), (1052, 1040)], 7))


def bus(sheet: Sheet) -> None:
    """A village bus at its stop, a wooden step set down by the door."""
    sheet.ground((228, 236, 226))
    lay_sun(sheet, 1010, 300, 180, (240, 178, 96), (252, 212, 150))
    lay_cloud(sheet, 480, 260, 300, tone.CREAM, tone.CELADON)
    sheet.lay(
        (146, 184, 140),
        hill([(-300, 760), (300, 640), (800, 720), (1300, 630), (1900, 760)]),
        shadow=8,
    )
    sheet.lay((198, 190, 110), hill([(-300, 860), (500, 800), (1100, 840), (1900, 780)]), shadow=6)
    sheet.lay(ROAD, box(LEFT, 1000, RIGHT, FOOT), shadow=10)
    sheet.lay(
        tone.CREAM, *[box(LEFT + i * 260, 1110, LEFT + i * 260 + 130, 1124, 5) for i in range(10)]
    )
    sheet.lay(tone.PINE, box(350, 420, 1250, 970, 70), shadow=20)
    sheet.lay(tone.CREAM, box(350, 716, 1250, 800))
    sheet.lay(tone.OCHRE, box(350, 800, 1250, 816))
    sheet.lay((196, 220, 214), *[box(390 + i * 150, 490, 516 + i * 150, 690, 16) for i in range(4)])
    sheet.lay(
        (226, 238, 230),
        *[
            poly(
                (410 + i * 150, 490),
                (450 + i * 150, 490),
                (430 + i * 150, 690),
                (390 + i * 150, 690),
            )
            for i in range(4)
        ],
    )
    sheet.lay(tone.INK, box(1000, 480, 1140, 960, 10))
    sheet.lay((196, 220, 214), box(1012, 496, 1064, 900, 6), box(1076, 496, 1128, 900, 6))
    sheet.lay((196, 220, 214), box(1166, 490, 1240, 690, 16))
    sheet.lay(tone.CINNABAR, box(420, 434, 960, 472, 10))
    sheet.lay(tone.CREAM, *[box(450 + i * 56, 446, 486 + i * 56, 460, 4) for i in range(9)])
    for x in (520, 870):
        sheet.lay(tone.INK, ellipse(x, 960, 88), shadow=8)
        sheet.lay((150, 146, 140), ellipse(x, 960, 44))
        sheet.lay(tone.INK, ellipse(x, 960, 14))
    sheet.lay((250, 220, 140), box(1214, 840, 1250, 884, 10))
    sheet.lay((132, 88, 50), box(1018, 1046, 1048, 1110), box(1112, 1046, 1142, 1110), shadow=8)
    sheet.lay((176, 122, 70), box(996, 1024, 1164, 1056, 8), shadow=10)


def truck(sheet: Sheet) -> None:
    """A blue lorry from the front: two seats, and a steering wheel before each."""
    sheet.ground((246, 228, 194))
    lay_sun(sheet, 800, 420, 400, tone.OCHRE, (236, 190, 110))
    sheet.lay(
        (196, 176, 92),
        hill([(-300, 760), (300, 700), (800, 730), (1300, 690), (1900, 760)]),
        shadow=8,
    )
    road = poly((620, 720), (980, 720), (1500, FOOT), (100, FOOT))
    sheet.lay((142, 132, 122), road, shadow=6)
    sheet.lay(tone.INK, box(480, 900, 600, 1120, 24), box(1000, 900, 1120, 1120, 24), shadow=10)
    sheet.lay((226, 210, 176), box(440, 240, 1160, 960, 20), shadow=18)
    sheet.lay(tone.DUSK, box(470, 330, 1130, 1040, 60), shadow=16)
    sheet.lay((232, 222, 190), box(520, 400, 1080, 690, 34))
    sheet.lay((64, 78, 82), box(534, 414, 1066, 676, 26))
    for x in (664, 936):
        sheet.lay(
            (138, 90, 56), box(x - 92, 470, x + 92, 668, 40), box(x - 48, 430, x + 48, 490, 20)
        )
        sheet.lay(tone.CREAM, arc(x, 640, 82, 56, 180, 360, 13))
    sheet.lay((64, 78, 82), box(534, 660, 1066, 676))
    sheet.lay(tone.CINNABAR, line([(800, 414), (800, 470)], 5), ellipse(800, 486, 20), shadow=4)
    sheet.lay(tone.CINNABAR, *[line([(792 + i * 8, 500), (792 + i * 8, 540)], 3) for i in range(3)])
    sheet.lay(tone.NIGHT, box(600, 760, 1000, 900, 20))
    sheet.lay(tone.CELADON, *[box(620, 784 + i * 38, 980, 798 + i * 38, 6) for i in range(3)])
    for x in (542, 1058):
        sheet.lay(tone.CREAM, ellipse(x, 830, 46), shadow=4)
        sheet.lay((250, 214, 130), ellipse(x, 830, 32))
    sheet.lay(tone.INK, box(430, 956, 1170, 1024, 18), shadow=10)
    sheet.lay(tone.CREAM, box(700, 966, 900, 1014, 6))
    for side in (False, True):
        arm, glass = line([(470, 520), (420, 500)], 12), box(382, 430, 430, 590, 14)
        parts = [arm.mirrored(), glass.mirrored()] if side else [arm, glass]
        sheet.lay(tone.INK, *parts, shadow=8)


SCENES = {
    "bicycle": bicycle,
    "bus": bus,
    "hand-cart": hand_cart,
    "truck": truck,
}
