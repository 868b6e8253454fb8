"""Scenes of house and lane: lamp, desk, soup, tea, ladder, books."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import (
    FOOT,
    LEFT,
    RIGHT,
    lattice,
    lay_cloud,
    lay_sun,
    sprig,
    steam,
)
from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
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

WARM: tone.Colour = (250, 214, 130)


def street_lamp(sheet: Sheet) -> None:
    """A lamp over a door in a dark lane, its light on the paving."""
    sheet.ground(tone.NIGHT)
    sheet.lay((232, 224, 196), ellipse(1250, 190, 74), holes=[ellipse(1286, 168, 66)])
    sheet.lay(
        (222, 214, 186),
        *[
            ellipse(x, y, 5)
            for x, y in ((250, 120), (420, 210), (1080, 110), (1450, 330), (160, 330))
        ],
    )
    _lane_houses(sheet)
    sheet.glow(800, 520, 620, WARM, 0.85)
    door = box(640, 610, 960, 1010)
    sheet.lay(tone.OXBLOOD, box(612, 580, 988, 1010), shadow=14)
    sheet.lay((112, 40, 32), door)
    for x0 in (654, 808):
        sheet.lay(tone.CINNABAR, box(x0, 630, x0 + 138, 1000, 4))
        sheet.lay(
            (222, 120, 86),
            box(x0 + 18, 650, x0 + 120, 790, 4),
            holes=[box(x0 + 26, 658, x0 + 112, 782, 2)],
        )
        sheet.lay(
            (222, 120, 86),
            box(x0 + 18, 820, x0 + 120, 980, 4),
            holes=[box(x0 + 26, 828, x0 + 112, 972, 2)],
        )
    sheet.lay(tone.OCHRE, arc(778, 806, 13, 13, 0, 360, 6), arc(822, 806, 13, 13, 0, 360, 6))
    _paving(sheet)
    sheet.lay((58, 52, 50), poly((560, 560), (600, 486), (1000, 486), (1040, 560)), shadow=14)
    sheet.lay(
        (92, 82, 76), *[line([(592 + i * 32, 552), (618 + i * 28, 494)], 5) for i in range(14)]
    )
    _lamp(sheet)


def _lane_houses(sheet: Sheet) -> None:
    wall = (176, 178, 166)
    for side in (False, True):
        gable = poly(
            (-500, 430),
            (140, 430),
            (140, 372),
            (270, 372),
            (270, 314),
            (420, 314),
            (420, 372),
            (550, 372),
            (550, 1100),
            (-500, 1100),
        )
        caps = [
            box(-520, 410, 156, 436, 5),
            box(126, 352, 284, 378, 5),
            box(256, 294, 434, 320, 5),
            box(406, 352, 566, 378, 5),
        ]
        window = box(250, 560, 440, 760, 4)
        bars = lattice(250, 560, 440, 760, 7)
        if side:
            gable, window = gable.mirrored(), window.mirrored()
            caps, bars = [c.mirrored() for c in caps], [b.mirrored() for b in bars]
        sheet.lay(wall, gable, shadow=14)
        sheet.lay(tone.INK, *caps, shadow=6)
        sheet.lay(tone.NIGHT, window)
        sheet.lay((92, 76, 64), *bars)
    sheet.lay((190, 188, 170), box(540, 560, 1060, 1100))


def _paving(sheet: Sheet) -> None:
    sheet.lay((86, 92, 92), box(LEFT, 1010, RIGHT, FOOT), shadow=8)
    pool = poly((560, 1010), (1040, 1010), (1240, FOOT), (360, FOOT))
    sheet.lay((214, 188, 124), pool)
    seams = [line([(LEFT, y), (RIGHT, y)], 4) for y in (1056, 1118, 1196)]
    seams += [line([(800 + i * 120, 1010), (800 + i * 210, 1260)], 4) for i in range(-7, 8)]
    sheet.lay((70, 72, 72), *seams)
    sheet.lay((150, 130, 92), box(596, 984, 1004, 1016, 6), shadow=6)


def _lamp(sheet: Sheet) -> None:
    sheet.lay(tone.INK, curve([(800, 150), (800, 210)], 9), box(786, 120, 814, 160, 5))
    sheet.lay(tone.INK, curve([(800, 140), (700, 110), (620, 190), (612, 486)], 11))
    shade = poly((744, 290), (770, 214), (830, 214), (856, 290), (914, 350), (686, 350))
    sheet.lay(tone.CINNABAR, shade, shadow=12)
    sheet.lay((228, 120, 88), brush([(776, 226), (752, 292), (706, 340)], 10))
    sheet.lay(tone.OXBLOOD, box(680, 342, 920, 362, 8))
    sheet.lay((255, 240, 190), ellipse(800, 372, 46, 54), shadow=2)
    sheet.glow(800, 390, 330, (255, 238, 180), 0.75)


def school_desk(sheet: Sheet) -> None:
    """A wooden desk with an open exercise book, the sun going down in the window."""
    sheet.ground((238, 222, 190))
    sheet.lay(tone.UMBER, box(476, 90, 1124, 640, 8), shadow=14)
    sheet.lay((246, 200, 132), box(500, 114, 1100, 616))
    sheet.lay(tone.CINNABAR, ellipse(800, 440, 148))
    sheet.lay((232, 128, 92), arc(800, 440, 130, 130, 0, 360, 4))
    ridge = curve([(500, 540), (620, 506), (770, 540), (920, 500), (1100, 536)], 1).points
    sheet.lay((120, 156, 138), poly(*map(tuple, ridge), (1100, 616), (500, 616)))
    sheet.lay(
        tone.UMBER, box(476, 606, 1124, 634), box(792, 100, 808, 620), box(490, 336, 1110, 350)
    )
    sheet.lay((196, 148, 92), box(450, 630, 1150, 662, 6), shadow=8)
    sheet.lay(tone.CELADON, box(LEFT, 860, RIGHT, FOOT))
    _clock(sheet, 1300, 300)
    _desk(sheet)


def _clock(sheet: Sheet, x: float, y: float) -> None:
    sheet.lay(tone.OXBLOOD, ellipse(x, y, 110), shadow=12)
    sheet.lay(tone.CREAM, ellipse(x, y, 92))
    tick = box(x - 3, y - 82, x + 3, y - 66)
    sheet.lay(tone.INK, *[tick.turned(30 * i, (x, y)) for i in range(12)])
    # Half past four, when the door opens.
    sheet.lay(tone.INK, line([(x, y), (x, y + 64)], 7))
    sheet.lay(tone.INK, line([(x, y), (x + 30, y + 30)], 9))
    sheet.lay(tone.CINNABAR, ellipse(x, y, 9))


def _desk(sheet: Sheet) -> None:
    sheet.lay((104, 66, 36), box(440, 900, 500, FOOT), box(1100, 900, 1160, FOOT), shadow=10)
    sheet.lay((120, 78, 42), box(420, 880, 1180, 1010, 8), shadow=12)
    sheet.lay((92, 58, 32), box(480, 914, 1120, 984, 8))
    sheet.lay((172, 114, 60), poly((450, 770), (1150, 770), (1216, 890), (384, 890)), shadow=18)
    sheet.lay((196, 138, 80), box(384, 884, 1216, 908, 6))
    left = blob((590, 866), (622, 776), (716, 764), (800, 790), (800, 872), (690, 848))
    sheet.lay(tone.CREAM, left, left.mirrored(), shadow=8)
    sheet.lay(tone.BLUSH, line([(800, 788), (800, 870)], 5))
    for i in range(4):
        y = 790 + i * 17
        sheet.lay((170, 176, 168), curve([(640 - i * 7, y), (710, y - 8), (778, y + 8)], 4))
        sheet.lay((170, 176, 168), curve([(822, y + 8), (890, y - 8), (960 + i * 7, y)], 4))
    pencils = [(1022, 640, tone.OCHRE, -7), (1052, 610, tone.PINE, 3), (1080, 650, tone.INK, 12)]
    for x, top, colour, lean in pencils:
        stick = [box(x - 9, top + 34, x + 9, 800)]
        point = poly((x - 9, top + 34), (x, top), (x + 9, top + 34))
        sheet.lay(colour, *[part.turned(lean, (x, 800)) for part in stick], shadow=4)
        sheet.lay(tone.SAND, point.turned(lean, (x, 800)))
    sheet.lay(tone.CINNABAR, box(1000, 732, 1104, 846, 10), shadow=10)
    sheet.lay(tone.CREAM, *[crescent(1028 + 24 * i, 800, 10, 180) for i in range(3)])
    sheet.lay((176, 66, 50), ellipse(520, 828, 44, 40), shadow=8)
    sheet.lay(tone.PINE, petal(522, 792, 44, 22, 38))
    sheet.lay(tone.UMBER, line([(520, 794), (516, 770)], 6))


def soup_bowl(sheet: Sheet) -> None:
    """A blue-and-white bowl of hot soup with its spoon."""
    sheet.ground((240, 226, 196))
    sheet.lay(tone.CINNABAR, ellipse(800, 520, 430), shadow=14)
    sheet.lay((206, 84, 62), arc(800, 520, 400, 400, 0, 360, 5))
    sheet.lay((122, 78, 44), box(LEFT, 900, RIGHT, FOOT), shadow=12)
    sheet.lay((142, 94, 56), *[box(LEFT, y, RIGHT, y + 6) for y in (960, 1040, 1130)])
    for x, height, sway in ((650, 330, 34), (800, 410, 42), (950, 330, -34)):
        sheet.lay(tone.CREAM, steam(x, 560, height, sway, 30), shadow=6)
    blue = (48, 84, 108)
    bowl = ellipse(800, 640, 360, 370, start=0, stop=180)
    sheet.lay(tone.CREAM, box(690, 960, 910, 1030, 12), shadow=12)
    sheet.lay(blue, box(690, 1000, 910, 1010))
    sheet.lay(tone.CREAM, bowl, shadow=20)
    sheet.lay((214, 206, 188), ellipse(800, 640, 372, 82), shadow=4)
    sheet.lay((232, 178, 92), ellipse(800, 648, 336, 62))
    sheet.lay(
        tone.PINE,
        *[petal(x, y, 46, 22, a) for x, y, a in ((690, 652, 70), (800, 680, -60), (900, 640, 110))],
    )
    sheet.lay(
        tone.CREAM, ellipse(750, 636, 34, 15), ellipse(868, 668, 30, 13), ellipse(640, 640, 24, 10)
    )
    sheet.lay(tone.CINNABAR, ellipse(820, 640, 15, 8), ellipse(946, 660, 14, 7))
    sheet.lay(blue, arc(800, 656, 356, 100, 12, 168, 8))
    _bowl_pattern(sheet, blue)
    spoon = brush([(1176, 436), (1110, 500), (1030, 584), (952, 652)], 42, head=0.9, tail=0.6)
    sheet.lay(tone.CREAM, spoon, shadow=10)
    sheet.lay(blue, brush([(1160, 454), (1104, 508), (1000, 612)], 9))


def _bowl_pattern(sheet: Sheet, blue: tone.Colour) -> None:
    parts: list[Shape] = []
    for x, y in ((800, 880), (630, 834), (970, 834)):
        parts += [petal(x, y, 54, 34, angle) for angle in range(0, 360, 60)]
    sheet.lay(blue, *parts)
    sheet.lay(tone.CREAM, *[ellipse(x, y, 10) for x, y in ((800, 880), (630, 834), (970, 834))])
    sprays = [petal(x, y, 44, 18, angle) for x, y, angle in ((716, 872, -20), (884, 872, 20))]
    sprays += [petal(x, y, 40, 16, angle) for x, y, angle in ((548, 802, -24), (1052, 802, 24))]
    dots = [ellipse(x, y, 6) for x, y in ((704, 812), (896, 812), (560, 740), (1040, 740))]
    sheet.lay(blue, *sprays, *dots)


def tea(sheet: Sheet) -> None:
    """A lidded cup on a wooden tray, morning light in the window."""
    sheet.ground((226, 208, 170))
    sheet.lay((250, 226, 168), ellipse(800, 480, 440), shadow=16)
    sheet.lay((252, 238, 200), ellipse(800, 480, 404))
    sheet.glow(800, 560, 360, (255, 222, 150), 0.7)
    sheet.lay(tone.UMBER, *lattice(396, 76, 1204, 884, 13), arc(800, 480, 422, 422, 0, 360, 26))
    sheet.lay(
        tone.PINE, *sprig([(1240, 60), (1160, 150), (1040, 210), (930, 220)], 92, 30, 9), shadow=8
    )
    sheet.lay((96, 62, 36), box(LEFT, 940, RIGHT, FOOT), shadow=12)
    sheet.lay(tone.CINNABAR, box(470, 930, 1130, 1000, 34), shadow=16)
    sheet.lay(tone.OXBLOOD, box(470, 968, 1130, 1000, 16))
    sheet.lay((226, 112, 84), line([(510, 946), (1090, 946)], 5))
    sheet.lay(tone.CREAM, ellipse(800, 912, 214, 24), shadow=8)
    sheet.lay(tone.CELADON, arc(800, 908, 196, 18, 10, 170, 5))
    cup = blob(
        (620, 610),
        (640, 760),
        (720, 890),
        (800, 904),
        (880, 890),
        (960, 760),
        (980, 610),
        (800, 622),
    )
    sheet.lay(tone.CELADON, cup, shadow=18)
    sheet.lay((168, 198, 180), brush([(660, 650), (676, 760), (736, 860)], 22))
    sheet.lay(tone.CELADON, ellipse(800, 612, 186, 34), shadow=4)
    sheet.lay((186, 132, 60), ellipse(800, 612, 166, 25))
    # Orchid blades from one root, as on an old cup.
    blades = [(-58, 150), (-26, 176), (6, 150), (34, 168), (62, 120)]
    sheet.lay(tone.PINE, *[petal(800, 856, length, 20, angle) for angle, length in blades])
    sheet.lay(tone.CREAM, *[petal(838, 720, 30, 18, angle) for angle in range(0, 360, 72)])
    sheet.lay(tone.OCHRE, ellipse(838, 720, 6))
    _lid(sheet)
    sheet.lay(tone.CREAM, steam(760, 570, 330, 44, 30), steam(860, 560, 250, -32, 22), shadow=6)


def _lid(sheet: Sheet) -> None:
    sheet.lay((120, 160, 142), box(1004, 806, 1056, 836, 12), shadow=6)
    sheet.lay((120, 160, 142), ellipse(1030, 926, 128, 102, start=180, stop=360), shadow=12)
    sheet.lay((168, 198, 180), arc(1030, 926, 98, 76, 196, 256, 9))
    sheet.lay((96, 138, 120), box(894, 914, 1166, 934, 9))


def ladder(sheet: Sheet) -> None:
    """A bamboo ladder against an upper window that glows red."""
    sheet.ground(tone.NIGHT)
    sheet.glow(860, 420, 700, (220, 96, 60), 0.75)
    sheet.lay(
        (206, 196, 174),
        poly((470, 1110), (470, 360), (860, 150), (1250, 360), (1250, 1110)),
        shadow=16,
    )
    sheet.lay(
        tone.INK,
        poly((410, 380), (860, 128), (1310, 380), (1310, 330), (860, 70), (410, 330)),
        shadow=12,
    )
    sheet.lay(tone.OXBLOOD, box(720, 370, 1000, 650, 4), shadow=6)
    sheet.lay((240, 160, 74), box(742, 392, 978, 628))
    sheet.glow(860, 560, 190, (255, 228, 150), 0.9)
    flames = [
        petal(780, 632, 150, 76, -10),
        petal(860, 632, 210, 96, 6),
        petal(936, 632, 140, 70, 12),
    ]
    sheet.lay(tone.CINNABAR, *flames)
    sheet.lay((250, 206, 110), *[f.scaled(0.55, (f.points[0][0], 632)) for f in flames])
    sheet.lay(tone.OXBLOOD, box(742, 502, 978, 512), box(855, 392, 865, 628))
    sheet.lay(tone.UMBER, box(700, 640, 1020, 668, 6), shadow=8)
    sheet.lay((84, 60, 50), box(930, 800, 1120, 1110, 4))
    sheet.lay((112, 84, 68), box(946, 816, 1020, 1110), box(1030, 816, 1104, 1110))
    lay_cloud(sheet, 1180, 250, 380, (120, 118, 116), (150, 146, 142), shadow=8)
    lay_cloud(sheet, 960, 150, 260, (150, 146, 142), (120, 118, 116), shadow=8)
    sheet.lay((58, 72, 58), box(LEFT, 1080, RIGHT, FOOT), shadow=10)
    _rungs(sheet)
    flowers = [(x, 1120 + 22 * ((x // 80) % 3)) for x in range(-40, 1680, 80)]
    sheet.lay(
        (92, 120, 76),
        *[petal(x, y + 50, 90, 24, (-1) ** i * 14) for i, (x, y) in enumerate(flowers)],
        shadow=4,
    )
    sheet.lay(
        tone.OCHRE, *[ellipse(x + 6 * (-1) ** i, y - 20, 14) for i, (x, y) in enumerate(flowers)]
    )


def _rungs(sheet: Sheet) -> None:
    foot, head = (470.0, 1120.0), (760.0, 560.0)
    span = 62.0

    def along(t: float, side: float) -> tuple[float, float]:
        return (
            foot[0] + (head[0] - foot[0]) * t + span * side,
            foot[1] + (head[1] - foot[1]) * t + 30 * side,
        )

    bars = [line([along(0.06 + i * 0.1, -1), along(0.06 + i * 0.1, 1)], 15) for i in range(10)]
    sheet.lay((196, 150, 84), *bars, shadow=10)
    rails = [line([along(-0.02, side), along(1.04, side)], 22) for side in (-1, 1)]
    sheet.lay((222, 178, 104), *rails, shadow=12)
    nodes = [ellipse(*along(0.11 + i * 0.2, side), 13, 5) for i in range(5) for side in (-1, 1)]
    sheet.lay(tone.UMBER, *nodes)


def book(sheet: Sheet) -> None:
    """Shelves of a shop that keeps books where sweets once stood."""
    sheet.ground((232, 214, 178))
    lay_sun(sheet, 800, 560, 560, tone.CELADON, tone.MIST)
    sheet.lay((112, 72, 40), box(330, 140, 1270, 1130, 12), shadow=18)
    sheet.lay((70, 46, 30), *[box(366, 176 + i * 312, 1234, 452 + i * 312) for i in range(3)])
    colours = (
        tone.CINNABAR,
        tone.PINE,
        tone.OCHRE,
        tone.CREAM,
        tone.DUSK,
        tone.BLUSH,
        tone.CELADON,
    )
    for shelf in range(3):
        x, i = 384.0, shelf * 3
        while x < 1190:
            width, height = 34 + (i * 17) % 27, 176 + (i * 41) % 74
            if (i + shelf) % 11 != 7:
                foot = 452 + shelf * 312
                sheet.lay(
                    colours[(i * 5 + shelf) % 7],
                    box(x, foot - height, x + width, foot, 4),
                    shadow=4,
                )
                sheet.lay(
                    tone.INK, box(x + 5, foot - height + 26, x + width - 5, foot - height + 32)
                )
                sheet.lay(tone.CREAM, box(x + 7, foot - 52, x + width - 7, foot - 24, 3))
            x += width + 5
            i += 1
    sheet.lay(
        (150, 100, 58),
        *[box(340, 452 + i * 312, 1260, 480 + i * 312, 4) for i in range(3)],
        shadow=8,
    )


SCENES = {
    "book": book,
    "ladder": ladder,
    "school-desk": school_desk,
    "soup-bowl": soup_bowl,
    "street-lamp": street_lamp,
    "tea": tea,
}
