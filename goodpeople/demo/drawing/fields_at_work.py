"""Scenes of the fields and sheds: a burning load, beehives in rain, a pig-pen, a reading room."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_street
from goodpeople.demo.drawing.figures import TAN, Dress, lay_figure
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, hill
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
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Sheet
from goodpeople.demo.drawing.vehicles import wheel
from goodpeople.demo.drawing.weather import rain

STRAW: tone.Colour = (222, 180, 92)
STUBBLE: tone.Colour = (196, 164, 98)
EARTH: tone.Colour = (122, 88, 58)
TIMBER: tone.Colour = (132, 92, 58)
RAPE: tone.Colour = (232, 192, 66)
PIGSKIN: tone.Colour = (232, 176, 158)


def burning_load(sheet: Sheet) -> None:
    """A tractor drives out of the village into a mown field, the straw behind it in flames."""
    sheet.fade((176, 168, 158), (240, 212, 166), 0, 640)
    smoke = brush([(620, 560), (520, 380), (420, 300), (330, 130), (120, -80)], 300, head=0.3)
    smoke_two = brush([(700, 470), (640, 300), (520, 190), (470, 20), (300, -160)], 210, head=0.2)
    sheet.lay((120, 108, 104), smoke, shadow=10)
    sheet.lay((150, 138, 130), smoke_two, shadow=8)
    sheet.lay((150, 160, 112), hill([(-400, 600), (200, 570), (900, 590), (2000, 560)]), shadow=6)
    lay_street(sheet, 330, 640, 560, 5, seed=3, shade=0.9)
    sheet.lay(STUBBLE, box(LEFT, 636, RIGHT, FOOT), shadow=8)
    sheet.lay((176, 148, 104), box(LEFT, 800, RIGHT, 910), shadow=8)
    tufts = []
    for row in range(4):
        y, gap = 980 + 70 * row, 74 + 14 * row
        tufts += [
            petal(800 + gap * (i + 0.5 * (row % 2)), y, 40 + 9 * row, 12, a)
            for i in range(-12, 13)
            for a in (-24, 0, 24)
        ]
    sheet.lay((150, 116, 64), *tufts)
    sheet.glow(620, 560, 460, (250, 170, 80), 0.7)
    _trailer(sheet)
    _tractor(sheet)


def _trailer(sheet: Sheet) -> None:
    bales = [box(420 + 118 * i, 560, 530 + 118 * i, 650, 16) for i in range(3)]
    bales += [box(420 + 118 * i, 656, 530 + 118 * i, 742, 16) for i in range(3)]
    sheet.lay(STRAW, *bales, shadow=10)
    ties = [line([(x, y), (x, y + 82)], 5) for y in (562, 658) for x in (456, 494, 574, 612, 692)]
    sheet.lay((176, 128, 60), *ties)
    flame = blob(
        (380, 700),
        (330, 560),
        (380, 480),
        (350, 380),
        (450, 300),
        (470, 400),
        (540, 250),
        (590, 400),
        (660, 330),
        (690, 470),
        (760, 440),
        (770, 590),
        (720, 640),
        (640, 590),
        (560, 650),
        (480, 610),
        (440, 700),
    )
    sheet.lay(tone.CINNABAR, flame, shadow=12)
    heart = flame.scaled(0.66, (560, 650))
    sheet.lay((236, 142, 60), heart, shadow=6)
    sheet.lay((250, 214, 120), flame.scaled(0.36, (560, 640)))
    sparks = [(350, 280), (420, 210), (610, 200), (500, 150), (720, 290), (380, 330), (660, 250)]
    sheet.lay((236, 142, 60), *[petal(x, y, 34, 15, x) for x, y in sparks])
    sheet.lay(
        (86, 70, 64), box(396, 744, 790, 786, 6), line([(780, 770), (900, 780)], 14), shadow=8
    )
    sheet.lay(tone.INK, *wheel(500, 806, 62, 8, 0.16), shadow=6)


def _tractor(sheet: Sheet) -> None:
    dress = Dress(top=tone.DUSK, legs=tone.NIGHT, skin=TAN)
    lay_figure(sheet, 900, 800, 340, "sitting", dress)
    sheet.lay(tone.OXBLOOD, box(856, 690, 960, 726, 12), shadow=6)
    hood = blob((960, 700), (980, 640), (1180, 640), (1220, 670), (1222, 790), (960, 800))
    sheet.lay(tone.OXBLOOD, hood, box(860, 740, 1010, 800, 10), shadow=12)
    sheet.lay((176, 66, 54), *[box(1020, 672 + 30 * i, 1180, 684 + 30 * i, 6) for i in range(3)])
    sheet.lay(tone.INK, box(1120, 520, 1138, 646, 6), arc(974, 640, 48, 58, 200, 330, 11))
    sheet.lay(tone.INK, ellipse(884, 790, 124), shadow=12)
    lugs = [box(876, 656, 892, 684, 3).turned(360 * i / 18, (884, 790)) for i in range(18)]
    sheet.lay(tone.INK, *lugs)
    sheet.lay(STUBBLE, ellipse(884, 790, 62))
    sheet.lay(tone.OXBLOOD, ellipse(884, 790, 26))
    sheet.lay(tone.INK, ellipse(1170, 842, 70), shadow=8)
    sheet.lay(STUBBLE, ellipse(1170, 842, 34))
    sheet.lay(tone.OXBLOOD, ellipse(1170, 842, 14))


def beehives(sheet: Sheet) -> None:
    """Rain on a field of rape; the hives stand shut, an empty blackboard before them."""
    sheet.fade((150, 164, 166), (206, 212, 202), 0, 420)
    sheet.lay((112, 136, 118), hill([(-400, 400), (300, 340), (900, 396), (2000, 330)]), shadow=8)
    bands = [(410, (206, 176, 72)), (490, (220, 186, 70)), (580, RAPE)]
    for i, (y, colour) in enumerate(bands):
        crest = [(x, y - 16 * ((x // 100 + i) % 2)) for x in range(-400, 2001, 100)]
        sheet.lay(colour, hill([(float(a), float(b)) for a, b in crest]), shadow=8)
    dabs = [ellipse(-60 + 61 * i, 630 + 41 * (i % 3), 11, 8) for i in range(30)]
    sheet.lay((246, 216, 112), *dabs)
    sheet.lay((112, 124, 84), box(LEFT, 770, RIGHT, FOOT), shadow=10)
    for x, y, size in ((700, 690, 0.7), (900, 700, 0.74), (1120, 720, 0.8)):
        _hive(sheet, x, y, size)
    dress = Dress(top=(92, 110, 112), legs=tone.NIGHT, hat="straw", coat=True, skin=TAN)
    lay_figure(sheet, 470, 800, 430, "standing", dress, shadow=10)
    _hive(sheet, 1060, 1010, 1.5)
    _hive(sheet, 1420, 1000, 1.5)
    sheet.lay(TIMBER, box(500, 760, 524, 1120), box(756, 760, 780, 1120), shadow=8)
    sheet.lay(TIMBER, box(430, 770, 850, 1040, 8), shadow=16)
    sheet.lay((52, 62, 60), box(452, 792, 828, 1018))
    sheet.lay((74, 86, 82), brush([(500, 960), (600, 880), (760, 850)], 26))
    sheet.lay(
        (96, 126, 78), *[petal(x, 1210, 150, 22, a) for x in (370, 640, 930) for a in (-20, 0, 22)]
    )
    sheet.lay((232, 238, 230), *rain(90, 5, slant=0.3))


def _hive(sheet: Sheet, x: float, y: float, size: float) -> None:
    put = standing(x, y, size)
    sheet.lay((216, 178, 120), *put(box(-84, -130, 84, 0, 3)), shadow=10)
    sheet.lay((176, 136, 84), *put(*[line([(-80, a), (80, a)], 3) for a in (-92, -50)]))
    sheet.lay((72, 92, 92), *put(box(-96, -158, 96, -124, 5)), shadow=8)
    sheet.lay(tone.INK, *put(box(-40, -18, 40, -8, 4)))
    sheet.lay(EARTH, *put(box(-78, 0, -54, 22), box(54, 0, 78, 22)))


def vet_stamp(sheet: Sheet) -> None:
    """A great sow behind the rails of her pen; on the post hangs a stamp on its string."""
    sheet.fade((88, 74, 62), (150, 118, 84), 0, 640)
    beams = [box(LEFT, 130, RIGHT, 176), box(560, -60, 604, 560), box(1010, -60, 1054, 560)]
    sheet.lay((70, 56, 46), *beams, shadow=8)
    sheet.glow(800, 120, 640, (250, 210, 130), 0.6)
    sheet.lay(tone.INK, line([(800, -40), (800, 90)], 7))
    sheet.lay((206, 204, 190), ellipse(800, 150, 110, 74, start=180, stop=360), shadow=8)
    sheet.lay((252, 226, 150), ellipse(800, 156, 40, 30))
    sheet.lay(
        STRAW, hill([(-400, 800), (300, 740), (800, 770), (1300, 730), (2000, 800)]), shadow=10
    )
    _sow(sheet)
    wisps = [
        line([(x, y), (x + 90, y - 30 + 20 * (i % 3))], 7)
        for i, (x, y) in enumerate(
            (a + 40 * (b % 2), b) for b in (850, 960, 1080) for a in range(-40, 1700, 150)
        )
    ]
    sheet.lay((246, 214, 132), *wisps)
    rails = [box(LEFT, 800, RIGHT, 856, 6), box(LEFT, 970, RIGHT, 1026, 6)]
    sheet.lay(TIMBER, *rails, shadow=14)
    sheet.lay((104, 70, 44), *[line([(LEFT, y), (RIGHT, y)], 5) for y in (838, 1008)])
    sheet.lay((114, 76, 48), box(1020, 480, 1110, FOOT, 8), box(250, 640, 330, FOOT, 8), shadow=16)
    sheet.lay(tone.INK, ellipse(1064, 560, 12))
    sheet.lay((226, 208, 170), curve([(1064, 560), (1040, 640), (1062, 720)], 6), shadow=4)
    sheet.lay((226, 208, 170), curve([(1064, 560), (1090, 640), (1068, 720)], 6), shadow=4)
    sheet.lay(tone.OXBLOOD, ellipse(1064, 726, 34), box(1040, 740, 1088, 830, 16), shadow=12)
    sheet.lay((176, 66, 54), crescent(1056, 722, 20, -40))
    sheet.lay((200, 150, 92), box(994, 822, 1134, 884, 6), shadow=12)
    sheet.lay((58, 92, 148), box(1000, 880, 1128, 906, 5))
    paper = poly((466, 730), (642, 716), (656, 900), (478, 914))
    sheet.lay(tone.CREAM, paper, shadow=10)
    sheet.lay((150, 146, 138), *[line([(496, y), (616, y - 9)], 5) for y in (762, 788)])
    mark = poly((506, 812), (632, 802), (638, 872), (512, 882))
    sheet.lay((58, 92, 148), mark, holes=[mark.scaled(0.8, (572, 842))])
    sheet.lay((58, 92, 148), line([(540, 846), (606, 840)], 12))


def _sow(sheet: Sheet) -> None:
    far = [taper([(640, 760), (632, 940)], 70, 46), taper([(930, 760), (940, 940)], 74, 46)]
    sheet.lay((204, 146, 130), *far, shadow=6)
    body = blob(
        (440, 660),
        (500, 520),
        (700, 450),
        (920, 460),
        (1080, 540),
        (1120, 680),
        (1040, 820),
        (800, 870),
        (560, 840),
    )
    sheet.lay(PIGSKIN, body, shadow=16)
    sheet.lay(
        PIGSKIN,
        taper([(580, 780), (566, 960)], 86, 54),
        taper([(1010, 780), (1020, 960)], 90, 54),
        shadow=8,
    )
    head = blob(
        (560, 560),
        (520, 480),
        (440, 480),
        (400, 560),
        (360, 640),
        (380, 700),
        (480, 730),
        (570, 690),
    )
    sheet.lay((238, 188, 170), head, shadow=14)
    sheet.lay((214, 146, 130), ellipse(376, 668, 28, 42).turned(12, (376, 668)), shadow=4)
    sheet.lay((150, 86, 78), ellipse(368, 656, 6, 9), ellipse(374, 684, 6, 9))
    ears = [
        blob((500, 500), (560, 450), (600, 560), (540, 600)),
        blob((430, 496), (400, 440), (470, 470)),
    ]
    sheet.lay((214, 150, 134), *ears, shadow=8)
    sheet.lay(tone.INK, curve([(442, 574), (458, 562), (476, 570)], 8))
    sheet.lay((204, 146, 130), curve([(400, 716), (440, 724), (480, 704)], 6))
    tail = curve([(1112, 600), (1160, 560), (1190, 600), (1160, 630), (1146, 596), (1190, 560)], 13)
    sheet.lay((214, 150, 134), tail, shadow=4)
    folds = [crescent(700, 640, 120, 200, 0.06), crescent(900, 700, 110, 160, 0.06)]
    sheet.lay((214, 152, 136), *folds)


def straw_library(sheet: Sheet) -> None:
    """Children on bales of straw in a woodshed full of books; a straw marks the open page."""
    sheet.ground((146, 104, 68))
    planks = [line([(x, -40), (x, 760)], 5) for x in range(-350, 2000, 95)]
    sheet.lay((122, 84, 54), *planks)
    sheet.glow(800, 210, 620, (252, 214, 130), 0.75)
    _shelves(sheet)
    sheet.lay(tone.INK, line([(800, -40), (800, 96)], 6))
    sheet.lay(tone.PINE, poly((720, 150), (770, 92), (830, 92), (880, 150)), shadow=10)
    sheet.lay((252, 232, 164), ellipse(800, 158, 34, 24))
    sheet.lay((186, 144, 88), box(LEFT, 740, RIGHT, FOOT), shadow=8)
    seats = [(500, 800), (830, 790), (1130, 800)]
    for x, y in seats:
        sheet.lay(STRAW, box(x - 120, y - 70, x + 120, y + 60, 18), shadow=10)
        sheet.lay((176, 128, 60), *[line([(x + d, y - 68), (x + d, y + 58)], 6) for d in (-60, 60)])
    looks = [
        (500, Dress(top=tone.CINNABAR, style="plait"), False, tone.PINE),
        (820, Dress(top=tone.DUSK, style="short"), True, tone.OXBLOOD),
        (1120, Dress(top=tone.CELADON, style="bob"), True, tone.NIGHT),
    ]
    for x, dress, mirror, cover in looks:
        found = lay_figure(sheet, x, 880, 360, "sitting", dress, child=True, mirror=mirror)
        hx, hy = found.near_hand
        pages = [poly((hx - 44, hy - 44), (hx, hy - 24), (hx, hy + 24), (hx - 44, hy + 2))]
        pages.append(pages[0].mirrored(hx))
        sheet.lay(cover, *[page.moved(0, 7) for page in pages], shadow=5)
        sheet.lay(tone.CREAM, *pages)
    _open_book(sheet)


def _shelves(sheet: Sheet) -> None:
    sheet.lay((96, 64, 42), box(330, 190, 1270, 620, 6), shadow=10)
    spines: dict[tone.Colour, list[Shape]] = {}
    tones = (tone.CINNABAR, tone.PINE, tone.OCHRE, tone.DUSK, tone.CREAM, tone.CELADON, tone.BLUSH)
    for row in range(3):
        x, foot, i = 352.0, 320 + 138 * row, 0
        while x < 1226:
            wide, high = 20 + (i * 7 + row * 5) % 17, 78 + (i * 13 + row * 7) % 36
            lean = 10 if (i + row) % 9 == 0 else 0
            spine = box(x, foot - high, x + wide, foot).turned(lean, (x, foot))
            spines.setdefault(tones[(i * 3 + row) % 7], []).append(spine)
            x, i = x + wide + 4 + lean, i + 1
    for colour, books in spines.items():
        sheet.lay(colour, *books, shadow=3)
    sheet.lay(TIMBER, *[box(330, 320 + 138 * r, 1270, 336 + 138 * r) for r in range(3)], shadow=6)


def _open_book(sheet: Sheet) -> None:
    left = blob((800, 1020), (640, 960), (450, 980), (400, 1140), (600, 1120), (800, 1180))
    for colour, drop in ((tone.OXBLOOD, 22), (tone.CREAM, 0)):
        page = left.moved(0, drop)
        sheet.lay(colour, page, page.mirrored(800), shadow=12)
    print_lines = [
        curve([(480, 1030 + 28 * i), (620, 1008 + 28 * i), (760, 1054 + 28 * i)], 6)
        for i in range(3)
    ]
    sheet.lay((186, 178, 164), *print_lines)
    whale = blob((880, 1070), (940, 1020), (1040, 1020), (1110, 1060), (1060, 1100), (940, 1100))
    tail = [petal(1100, 1062, 60, 26, 40), petal(1100, 1062, 60, 26, 96)]
    sheet.lay(tone.DUSK, whale, *tail)
    straw = curve([(806, 980), (800, 1080), (812, 1220)], 13)
    sheet.lay(STRAW, straw, shadow=8)
    sheet.lay(STRAW, *[petal(808, 990, 70, 12, a) for a in (-26, 4, 30)], shadow=5)


SCENES = {
    "beehives": beehives,
    "burning-load": burning_load,
    "straw-library": straw_library,
    "vet-stamp": vet_stamp,
}
