"""Scenes by the water: the life-buoy, the ferry, the sluice, the staff gauge, the fish."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import (
    FOOT,
    LEFT,
    RIGHT,
    grass,
    hill,
    lay_cloud,
    lay_sun,
    sprig,
    swell,
    wave_band,
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

DEEP: tone.Colour = (52, 86, 90)
RIVER: tone.Colour = (92, 132, 126)
SHALLOW: tone.Colour = (150, 186, 172)


def _bands(sheet: Sheet, rows: list[tuple[float, float, tone.Colour]]) -> None:
    for i, (y, height, colour) in enumerate(rows):
        sheet.lay(colour, wave_band(y, height, 400 + 35 * i, 0.37 * i), shadow=12)


def life_buoy(sheet: Sheet) -> None:
    """A red and white ring on rising water, its rope coiled about it."""
    sheet.ground(tone.PAPER)
    lay_sun(sheet, 800, 400, 330, (238, 190, 110), (250, 222, 168))
    lay_cloud(sheet, 300, 300, 300, tone.CREAM, tone.SAND)
    lay_cloud(sheet, 1330, 220, 260, tone.CREAM, tone.SAND)
    _bands(sheet, [(470, 26, SHALLOW), (560, 32, RIVER)])
    x, y = 800.0, 590.0
    hole = ellipse(x, y, 128, 122)
    sheet.lay(tone.CREAM, ellipse(x, y, 268, 258), holes=[hole], shadow=20)
    for start in (-27, 63, 153, 243):
        outer = ellipse(x, y, 268, 258, start=start, stop=start + 54, count=40).points
        inner = ellipse(x, y, 128, 122, start=start + 54, stop=start, count=40).points
        sheet.lay(tone.CINNABAR, poly(*map(tuple, outer), *map(tuple, inner)))
    sheet.lay((236, 150, 122), arc(x, y, 236, 226, 205, 300, 7))
    sheet.lay(tone.SAND, arc(x, y, 290, 280, 150, 390, 13), shadow=6)
    for angle in (-90, 0, 180):
        knot = box(x + 254, y - 22, x + 300, y + 22, 8).turned(angle, (x, y))
        sheet.lay(tone.UMBER, knot, shadow=4)
    _bands(sheet, [(760, 40, RIVER), (870, 44, DEEP), (1000, 46, tone.NIGHT)])
    rope = curve([(1050, 720), (1120, 800), (1060, 880), (1150, 940), (1290, 900)], 13)
    sheet.lay(tone.SAND, rope, shadow=6)
    lines = [(560, 800, 210), (880, 838, 260), (300, 850, 240), (1240, 800, 200)]
    lines += [
        (700, 950, 280),
        (1100, 985, 300),
        (380, 985, 220),
        (800, 1090, 320),
        (460, 1130, 240),
    ]
    sheet.lay(SHALLOW, *[swell(a, b + 20, width, 9) for a, b, width in lines])
    sheet.lay(tone.CREAM, *[crescent(420 + 190 * i, 772 + 14 * (i % 2), 20, -8) for i in range(5)])


def ferry(sheet: Sheet) -> None:
    """A covered wooden boat with a long stern oar under the moon."""
    sheet.ground(tone.NIGHT)
    sheet.glow(800, 380, 760, (150, 170, 150), 0.55)
    lay_sun(sheet, 800, 370, 250, (247, 226, 176), (252, 240, 208))
    far = hill(
        [(-300, 640), (60, 560), (380, 610), (700, 570), (1080, 620), (1400, 540), (1900, 640)]
    )
    sheet.lay((60, 86, 92), far, shadow=10)
    near = hill([(-300, 690), (200, 640), (520, 668), (900, 640), (1300, 676), (1900, 640)])
    sheet.lay((54, 92, 88), near, shadow=10)
    sheet.lay((104, 146, 140), box(LEFT, 690, RIGHT, FOOT), shadow=8)
    _boat(sheet)
    sheet.lay((78, 118, 116), wave_band(966, 20, 420, 0.2), shadow=10)
    sheet.lay(DEEP, wave_band(1090, 24, 470, 0.5), shadow=10)
    for i, half in enumerate((150, 110, 140, 70)):
        middle, y = 800 + 18 * (-1) ** i, 1036 + 38 * i
        ends = [(middle - half, y + 4), (middle, y - 4), (middle + half, y + 4)]
        sheet.lay((232, 216, 166), brush(ends, 11))
    sheet.lay(
        (150, 186, 172), *[swell(200 + 330 * i, 1050 + 24 * (i % 2), 200, 7) for i in range(5)]
    )
    for x, size in ((250, 1.0), (330, 0.8), (1300, 0.9), (1390, 1.1), (1480, 0.8)):
        _reed(sheet, x, 1200, 470 * size, 12 if x < 800 else -14)


def _boat(sheet: Sheet) -> None:
    sheet.lay(
        tone.UMBER, brush([(1168, 640), (1010, 830), (880, 1010)], 22, head=0.5, tail=1), shadow=8
    )
    # The mat awning: hoops under woven bamboo, open at the bow.
    sheet.lay(tone.OCHRE, box(568, 690, 900, 900, 84), shadow=14)
    sheet.lay((62, 44, 36), blob((580, 880), (584, 770), (626, 722), (668, 780), (672, 880)))
    sheet.lay((232, 186, 104), *[line([(690, y), (872, y)], 5) for y in (740, 775, 810, 845)])
    sheet.lay(tone.UMBER, *[line([(x, 696), (x, 890)], 7) for x in (690, 750, 810, 864)])
    hull = blob(
        (372, 838),
        (480, 880),
        (700, 896),
        (960, 892),
        (1140, 866),
        (1232, 806),
        (1222, 868),
        (1120, 962),
        (900, 1010),
        (660, 1010),
        (480, 966),
        (396, 892),
    )
    sheet.lay(tone.INK, hull, shadow=16)
    sheet.lay(
        tone.CINNABAR,
        brush([(402, 880), (600, 932), (900, 938), (1210, 856)], 20, head=0.5, tail=0.5),
    )
    sheet.lay(
        tone.SAND, *[crescent(560 + i * 96, 978 - abs(i - 2) * 4, 16, 180, 0.5) for i in range(5)]
    )
    sheet.lay(tone.UMBER, box(1034, 780, 1048, 880))
    sheet.lay(tone.OCHRE, line([(470, 690), (470, 880)], 9))
    sheet.lay(tone.CINNABAR, ellipse(470, 726, 30, 36), shadow=6)
    sheet.lay((250, 214, 130), ellipse(470, 726, 14, 20))
    sheet.glow(470, 726, 120, (250, 214, 130), 0.5)


def _reed(sheet: Sheet, x: float, y: float, height: float, lean: float) -> None:
    stem = brush(
        [(x, y), (x + lean, y - height * 0.5), (x + lean * 3, y - height)], 12, head=1, tail=0.4
    )
    plume = petal(x + lean * 2.8, y - height * 0.9, height * 0.36, 32, lean * 1.4)
    leaves = [
        petal(x + lean * 0.8, y - height * 0.32, height * 0.5, 20, 28 + lean),
        petal(x + lean * 0.5, y - height * 0.24, height * 0.42, 18, -30 + lean),
    ]
    sheet.lay((34, 58, 60), stem, *leaves, shadow=6)
    sheet.lay((198, 178, 130), plume, shadow=4)


def sluice(sheet: Sheet) -> None:
    """A sluice with its gate half raised and the water running through in sheets."""
    sheet.ground((244, 234, 212))
    lay_sun(sheet, 800, 330, 270, (238, 184, 100), (250, 214, 150))
    lay_cloud(sheet, 330, 330, 280, tone.CREAM, tone.SAND)
    lay_cloud(sheet, 1290, 260, 250, tone.CREAM, tone.SAND)
    ridge = hill(
        [(-300, 600), (100, 520), (420, 560), (800, 530), (1200, 566), (1560, 510), (1900, 600)]
    )
    sheet.lay(tone.MIST, ridge, shadow=8)
    for x, height in ((150, 380), (250, 300), (1370, 340), (1468, 400)):
        _maple(sheet, x, 700, height)
    sheet.lay(tone.PINE, hill([(-300, 690), (300, 664), (460, 700)]), shadow=10)
    sheet.lay(tone.PINE, hill([(1140, 700), (1300, 664), (1900, 690)]), shadow=10)
    sheet.lay(SHALLOW, box(474, 640, 1126, FOOT))
    _gate(sheet)
    _bands(sheet, [(900, 24, SHALLOW), (970, 28, RIVER), (1070, 30, DEEP)])
    rows = [(640, 930, 180), (940, 944, 220), (330, 960, 200), (1280, 956, 220)]
    rows += [
        (800, 1034, 260),
        (460, 1050, 200),
        (1130, 1046, 240),
        (680, 1140, 260),
        (1010, 1150, 220),
    ]
    sheet.lay(tone.MIST, *[swell(a, b, width, 8) for a, b, width in rows])


def _maple(sheet: Sheet, x: float, y: float, height: float) -> None:
    sheet.lay(
        tone.UMBER, brush([(x, y), (x + 4, y - height * 0.6)], 20, head=1, tail=0.5), shadow=4
    )
    crown = ellipse(x + 4, y - height * 0.72, height * 0.24, height * 0.32)
    sheet.lay(tone.OCHRE, crown, shadow=10)
    cuts = [
        crescent(x + 4 + dx * height, y - height * (0.72 + dy), 15, 180)
        for dx, dy in ((-0.1, 0.1), (0.08, 0.14), (0, 0), (-0.1, -0.1), (0.1, -0.06))
    ]
    sheet.lay(tone.CINNABAR, *cuts)


def _gate(sheet: Sheet) -> None:
    stone = (196, 178, 150)
    sheet.lay(tone.INK, box(560, 520, 1040, 900))
    fall = [box(590 + i * 112, 700, 676 + i * 112, 940, 0) for i in range(4)]
    sheet.lay(RIVER, box(580, 690, 1020, 960))
    sheet.lay(SHALLOW, *fall)
    strands = [
        line([(606 + i * 28, 716), (606 + i * 28, 900 - 22 * (i % 3))], 5) for i in range(15)
    ]
    sheet.lay(tone.CREAM, *strands)
    sheet.lay(tone.OXBLOOD, box(580, 470, 1020, 706), shadow=14)
    sheet.lay(tone.CINNABAR, *[box(600 + i * 106, 490, 688 + i * 106, 686, 6) for i in range(4)])
    cross = [line([(606 + i * 106, 588), (682 + i * 106, 588)], 8) for i in range(4)]
    sheet.lay(tone.OXBLOOD, *cross)
    for side in (False, True):
        pier = [box(470, 380, 580, 1000), box(452, 360, 598, 404, 8), box(452, 850, 598, 1000, 8)]
        courses = [line([(474, 450 + i * 72), (576, 450 + i * 72)], 4) for i in range(6)]
        if side:
            pier, courses = [s.mirrored() for s in pier], [s.mirrored() for s in courses]
        sheet.lay(stone, *pier, shadow=14)
        sheet.lay((160, 140, 112), *courses)
    sheet.lay(tone.INK, box(700, 330, 716, 480), box(884, 330, 900, 480))
    sheet.lay(stone, box(430, 316, 1170, 366, 8), shadow=12)
    roof = poly((520, 250), (566, 170), (1034, 170), (1080, 250))
    sheet.lay((232, 216, 186), box(600, 240, 1000, 320), shadow=8)
    sheet.lay(tone.NIGHT, *[box(640 + i * 120, 258, 720 + i * 120, 320, 4) for i in range(3)])
    sheet.lay(tone.INK, roof, shadow=10)
    sheet.lay(
        (96, 92, 92), *[line([(560 + i * 40, 244), (590 + i * 35, 178)], 4) for i in range(13)]
    )


def river_gauge(sheet: Sheet) -> None:
    """An enamelled staff gauge beside a stone bridge."""
    sheet.ground(tone.MIST)
    lay_sun(sheet, 1010, 330, 210, tone.OCHRE, (236, 196, 120))
    lay_cloud(sheet, 420, 300, 280, tone.CREAM, tone.CELADON)
    sheet.lay(
        tone.PINE, hill([(-300, 600), (200, 520), (700, 580), (1200, 520), (1900, 600)]), shadow=8
    )
    arch = ellipse(1120, 900, 330, 330, start=180, stop=360)
    bridge = hill([(-200, 1010), (340, 770), (700, 610), (1120, 520), (1540, 610), (2000, 770)])
    sheet.lay((200, 186, 160), bridge, holes=[arch], shadow=16)
    sheet.lay((160, 144, 118), arc(1120, 900, 350, 350, 180, 360, 8))
    sheet.lay(
        (160, 144, 118),
        curve([(-200, 1050), (340, 808), (700, 648), (1120, 558), (1540, 648), (2000, 808)], 7),
    )
    _bands(sheet, [(880, 18, RIVER)])
    sheet.lay(tone.CREAM, box(600, 180, 740, 1010, 10), shadow=20)
    sheet.lay(tone.INK, line([(616, 200), (616, 1000)], 6))
    for i in range(16):
        y = 226 + i * 46
        wide = 96 if i % 4 == 0 else 54
        sheet.lay(tone.CINNABAR if i == 4 else tone.INK, box(620, y, 620 + wide, y + 22))
    sheet.lay(tone.UMBER, box(590, 150, 750, 196, 10), shadow=6)
    _bands(sheet, [(930, 20, RIVER), (1020, 24, DEEP)])
    rows = [(420, 950, 220), (860, 966, 220), (1250, 950, 260), (640, 1060, 260), (1040, 1080, 240)]
    sheet.lay(SHALLOW, *[swell(a, b, width, 8) for a, b, width in rows])
    sheet.lay(tone.NIGHT, *grass(330, 1210, 260), *grass(1360, 1220, 220), shadow=6)


def fish(sheet: Sheet) -> None:
    """A carp in the round of a dish, a cutter's favourite."""
    sheet.ground((244, 232, 208))
    sheet.lay(tone.CELADON, ellipse(800, 600, 460), shadow=18)
    sheet.lay(tone.CREAM, ellipse(800, 600, 420))
    sheet.lay(tone.MIST, ellipse(800, 600, 380))
    body = blob(
        (490, 640),
        (560, 520),
        (720, 450),
        (900, 470),
        (1040, 560),
        (1040, 640),
        (900, 720),
        (680, 740),
    )
    tail = [petal(1010, 600, 190, 110, 62), petal(1010, 610, 180, 104, 116)]
    fins = [
        petal(740, 480, 130, 120, 36),
        petal(700, 720, 120, 84, 150),
        petal(860, 700, 100, 70, 140),
    ]
    sheet.lay(tone.CINNABAR, *tail, *fins, shadow=12)
    sheet.lay(tone.CINNABAR, body, shadow=14)
    scales: list[Shape] = []
    for row in range(5):
        scales += [
            crescent(700 + col * 62 + 31 * (row % 2), 530 + row * 42, 26, 90, 0.55)
            for col in range(5 - (row in (0, 4)))
        ]
    sheet.lay(tone.CREAM, *scales)
    sheet.lay(tone.CREAM, arc(600, 612, 70, 110, -60, 60, 7), ellipse(564, 590, 22))
    sheet.lay(tone.INK, ellipse(562, 590, 11))
    sheet.lay(tone.OXBLOOD, *[line([(1040, 596), (1150, 520 + i * 40)], 4) for i in range(5)])
    sheet.lay(tone.PINE, *sprig([(420, 790), (560, 880), (760, 930)], 76, 30, 7), shadow=6)


SCENES = {
    "ferry": ferry,
    "fish": fish,
    "life-buoy": life_buoy,
    "river-gauge": river_gauge,
    "sluice": sluice,
}
