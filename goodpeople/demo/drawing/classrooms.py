"""Where something is learned: an evening school, an empty cloakroom, a wall of maps, two hands."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import lay_window
from goodpeople.demo.drawing.figures import GREY, SKIN, Dress, lay_figure_front
from goodpeople.demo.drawing.gear import lay_bag
from goodpeople.demo.drawing.hands import lay_open_hand
from goodpeople.demo.drawing.lamps import lay_bulb
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.paper import pen_stroke
from goodpeople.demo.drawing.shapes import (
    arc,
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
from goodpeople.demo.drawing.sheet import Sheet, darker
from goodpeople.demo.drawing.things import lay_bench

SLATE: tone.Colour = (52, 78, 72)
CHALK: tone.Colour = (236, 232, 216)
LIMEWASH: tone.Colour = (226, 214, 186)


def blackboard(sheet: Sheet) -> None:
    """Three grey heads on a bench before a blackboard, a stroke of chalk still being made."""
    sheet.ground((206, 178, 132))
    sheet.glow(800, 200, 800, (252, 226, 160), 0.8)
    sheet.lay((150, 110, 70), box(380, 190, 1220, 700, 8), shadow=18)
    sheet.lay(SLATE, box(402, 212, 1198, 678))
    for x in (560, 880):
        frame = [(x, 280), (x + 260, 280), (x + 260, 540), (x, 540), (x, 280)]
        sheet.lay((118, 146, 134), line(frame, 6))
        dashes = [line([(x + 16 + i * 40, 410), (x + 34 + i * 40, 410)], 3) for i in range(6)]
        dashes += [line([(x + 130, 296 + i * 40), (x + 130, 314 + i * 40)], 3) for i in range(6)]
        sheet.lay((118, 146, 134), *dashes)
    person = [
        pen_stroke([(694, 306), (680, 400), (588, 508)], 30),
        pen_stroke([(688, 388), (736, 460), (800, 512)], 32),
    ]
    hill = [
        pen_stroke([(1010, 306), (1012, 400), (1010, 494)], 26),
        pen_stroke([(924, 384), (926, 440), (924, 496)], 24),
        line([(922, 496), (1092, 494)], 17),
        pen_stroke([(1094, 386), (1093, 440), (1092, 508)], 24),
    ]
    sheet.lay(CHALK, *person, *hill)
    sheet.lay((186, 140, 88), box(402, 676, 1198, 704, 4), shadow=8)
    sheet.lay(CHALK, box(520, 662, 580, 677, 4), box(600, 666, 640, 677, 4), shadow=3)
    sheet.lay((122, 74, 52), box(1060, 654, 1146, 677, 4), shadow=3)
    lay_bulb(sheet, 500, 160, 96, shade=tone.PINE)
    sheet.lay((150, 116, 78), box(LEFT, 930, RIGHT, FOOT), shadow=6)
    _teacher(sheet)
    for x, colour, hair in (
        (480, tone.OXBLOOD, GREY),
        (716, (70, 92, 104), (226, 222, 212)),
        (950, tone.PINE, (150, 146, 140)),
    ):
        dress = Dress(top=colour, legs=tone.NIGHT, hair=hair, style="bun")
        arms = ((6, -44), (6, -44))
        found = lay_figure_front(sheet, x, 1330, 620, dress, arms=arms, back=True, shadow=12)
        hx, hy = found.head
        sheet.lay(darker(hair, 0.9), ellipse(hx, hy + 22, 25, 22), shadow=4)
        sheet.lay(tone.OCHRE, line([(hx - 40, hy + 12), (hx + 40, hy + 30)], 6))
    lay_bench(sheet, 716, 1290, 980)


def _teacher(sheet: Sheet) -> None:
    dress = Dress(top=(196, 130, 78), legs=tone.NIGHT, hair=GREY, style="bun")
    found = lay_figure_front(
        sheet, 1192, 946, 500, dress, arms=((44, 168), (10, 4)), back=True, shadow=12
    )
    x, y = found.far_hand
    sheet.lay(CHALK, line([(x, y), (x + 14, y - 30)], 12), shadow=2)


def three_pegs(sheet: Sheet) -> None:
    """A long row of low pegs in morning light; three hold a satchel, the others nothing."""
    sheet.ground(LIMEWASH)
    sheet.lay((172, 190, 166), box(LEFT, 640, RIGHT, FOOT))
    sheet.lay((150, 170, 148), box(LEFT, 632, RIGHT, 648))
    beams = [
        poly((x, -20), (x + 210, -20), (x + 620, 1240), (x + 340, 1240)) for x in (150, 420, 690)
    ]
    sheet.lay((240, 228, 192), *beams, holes=[box(LEFT, 640, RIGHT, FOOT)])
    sheet.lay((192, 206, 178), *beams, holes=[box(LEFT, -400, RIGHT, 640)])
    sheet.lay((168, 112, 64), box(LEFT, 380, RIGHT, 452, 4), shadow=10)
    sheet.lay((192, 138, 84), box(LEFT, 380, RIGHT, 388))
    tags = [box(x - 34, 314, x + 34, 366, 8) for x in range(280, 1500, 130)]
    colours = ((214, 160, 110), (150, 182, 170), (224, 196, 130), (208, 150, 138))
    for i, tag in enumerate(tags):
        red, green, blue = colours[i % 4]
        faded = ((red + 226) // 2, (green + 226) // 2, (blue + 226) // 2)
        sheet.lay((red, green, blue) if i in (2, 4, 6) else faded, tag, shadow=3)
    marks = [ellipse(280 + i * 130, 340, 13, count=24) for i in range(10)]
    sheet.lay(tone.CREAM, *marks)
    pegs = [
        curve([(x, 416), (x, 436), (x + 4, 462), (x + 26, 452)], 13) for x in range(280, 1500, 130)
    ]
    sheet.lay((122, 76, 46), *pegs, shadow=5)
    for x, colour, drop in (
        (540, tone.CINNABAR, 700),
        (800, tone.OCHRE, 722),
        (1060, tone.DUSK, 700),
    ):
        straps = [curve([(x - 62, drop - 140), (x + 4, 448), (x + 70, drop - 140)], 13)]
        sheet.lay(darker(colour), *straps, shadow=5)
        lay_bag(sheet, x + 4, drop + 16, 200, colour=colour, strap=False)
    sheet.lay((236, 214, 160), ellipse(800, 470, 70, 20), shadow=6)
    sheet.lay((236, 214, 160), blob((752, 468), (764, 412), (836, 412), (848, 468)), shadow=5)
    sheet.lay(tone.CINNABAR, box(758, 444, 842, 462, 4))
    sheet.lay((170, 126, 80), box(LEFT, 1050, RIGHT, FOOT), shadow=8)
    for x, colour in ((530, (232, 226, 206)), (770, (206, 120, 92)), (1030, (232, 226, 206))):
        shoes = [
            blob(
                (x + d, 1062),
                (x + d + 4, 1026),
                (x + d + 40, 1030),
                (x + d + 72, 1052),
                (x + d + 70, 1066),
            )
            for d in (0, 46)
        ]
        sheet.lay(colour, *shoes, shadow=6)
    _leaning_umbrella(sheet)


def _leaning_umbrella(sheet: Sheet) -> None:
    put = standing(1180, 1064, 1, turn=6)
    sheet.lay(
        tone.UMBER,
        *put(line([(0, 0), (0, -640)], 10), arc(-20, -640, 20, 24, 180, 360, 10)),
        shadow=6,
    )
    sheet.lay(
        tone.PINE, *put(poly((-8, -12), (-38, -470), (0, -500), (38, -470), (8, -12))), shadow=9
    )
    sheet.lay(darker(tone.PINE), *put(line([(0, -490), (0, -30)], 5), box(-30, -330, 30, -310)))


def wall_map(sheet: Sheet) -> None:
    """A map drawn by hand on a wall, one red way through it, slips of paper pinned round about."""
    sheet.ground((214, 200, 172))
    sheet.glow(560, 300, 900, (250, 238, 206), 0.8)
    sheet.lay(
        tone.CREAM,
        box(420, 200, 802, 880).turned(-0.6, (800, 600)),
        box(798, 196, 1180, 876).turned(-0.6, (800, 600)),
        shadow=12,
    )
    sheet.lay(tone.SAND, line([(800, 200), (800, 876)], 3).turned(-0.6, (800, 600)))
    _drawn_map(sheet)
    _map_cat(sheet, 702, 700)
    _slips(sheet)
    sheet.lay((140, 92, 56), box(LEFT, 1010, RIGHT, FOOT), shadow=16)
    sheet.lay((166, 114, 72), box(LEFT, 1010, RIGHT, 1024))
    frames = [arc(x, 1066, 62, 46, 0, 360, 12) for x in (560, 712)]
    sheet.lay(
        tone.INK,
        *frames,
        arc(636, 1056, 22, 14, 190, 350, 9),
        line([(502, 1050), (440, 1012)], 9),
        line([(770, 1050), (838, 1010)], 9),
        shadow=8,
    )
    pencil = [box(-150, -13, 120, 13).turned(-14, (0, 0)).moved(1010, 1082)]
    sheet.lay(tone.OCHRE, *pencil, shadow=8)
    tip = poly((120, -13), (162, 0), (120, 13)).turned(-14, (0, 0)).moved(1010, 1082)
    sheet.lay((236, 204, 160), tip)
    sheet.lay(tone.INK, poly((148, -5), (162, 0), (148, 5)).turned(-14, (0, 0)).moved(1010, 1082))


def _drawn_map(sheet: Sheet) -> None:
    """River, bridge, rooms and the red way from the bed to the landing."""
    river = [(380, 330), (560, 400), (700, 330), (860, 400), (1010, 350), (1215, 440)]
    sheet.lay(
        (142, 180, 172),
        curve(river, 52),
        holes=[box(LEFT, 0, 424, 1200), box(1178, 0, RIGHT, 1200)],
    )
    sheet.lay((178, 206, 194), curve([(x, y - 6) for x, y in river[1:5]], 5))
    sheet.lay(
        (92, 122, 96),
        *[
            ellipse(x, y, r)
            for x, y, r in (
                (500, 300, 26),
                (536, 286, 20),
                (1080, 300, 24),
                (1112, 316, 30),
                (1050, 780, 22),
            )
        ],
        shadow=2,
    )
    sheet.lay((88, 86, 84), arc(862, 410, 46, 42, 190, 350, 12))
    rooms = [
        [(500, 520), (780, 520), (780, 820), (500, 820), (500, 520)],
        [(640, 520), (640, 660)],
        [(500, 680), (600, 680)],
        [(780, 600), (940, 600), (940, 790), (780, 790)],
    ]
    sheet.lay((88, 86, 84), *[line(wall, 8) for wall in rooms])
    for x, y in ((1000, 500), (1090, 530), (1030, 590)):
        sheet.lay((176, 150, 116), box(x - 26, y - 18, x + 26, y + 18), shadow=2)
        sheet.lay((88, 86, 84), poly((x - 34, y - 16), (x, y - 44), (x + 34, y - 16)))
    sheet.lay((196, 178, 148), box(520, 716, 606, 800, 6), box(680, 546, 760, 610, 6))
    way = [
        (562, 740),
        (650, 744),
        (694, 700),
        (720, 640),
        (850, 690),
        (900, 640),
        (960, 540),
        (862, 440),
    ]
    sheet.lay(tone.CINNABAR, curve(way, 13), ellipse(562, 742, 17), shadow=3)
    boat = poly((820, 352), (916, 352), (896, 376), (838, 376))
    sheet.lay(tone.UMBER, boat, shadow=3)


def _map_cat(sheet: Sheet, x: float, y: float) -> None:
    put = standing(x, y, 1)
    cat = [
        ellipse(0, -16, 26, 18),
        ellipse(24, -38, 14),
        poly((14, -46), (18, -62), (26, -50)),
        poly((24, -50), (34, -62), (36, -44)),
        curve([(-24, -14), (-42, -30), (-34, -50)], 7),
    ]
    sheet.lay((202, 150, 92), *put(*cat), shadow=3)
    sheet.lay((88, 62, 46), *put(ellipse(-8, -20, 9, 8), ellipse(12, -14, 6, 7)))


def _slips(sheet: Sheet) -> None:
    spots = [
        (480, 120, -5),
        (650, 92, 3),
        (820, 124, -2),
        (1000, 94, 5),
        (1150, 134, -4),
        (402, 450, 4),
        (404, 700, -6),
        (1198, 520, 5),
        (1200, 740, -3),
        (440, 930, 3),
        (620, 946, -4),
        (860, 934, 2),
        (1060, 944, -3),
    ]
    notes, lines, pins = [], [], []
    for i, (x, y, turn) in enumerate(spots):
        put = standing(x, y, 1, turn=turn)
        notes += put(box(-66, -36, 66, 40, 3))
        wide = 34 - 9 * (i % 3)
        lines += put(
            brush([(-48, -2), (0, -4), (wide, -2)], 8, head=0.6, tail=0.5),
            brush([(-48, 20), (-10, 18), (wide - 26, 20)], 8, head=0.6, tail=0.5),
        )
        pins += put(ellipse(0, -26, 8))
    sheet.lay((250, 240, 204), *notes, shadow=6)
    sheet.lay((112, 106, 100), *lines)
    sheet.lay(tone.CINNABAR, *pins, shadow=3)


def sign_lamp(sheet: Sheet) -> None:
    """Two hands under a lit bulb at a night window: one closed to its finger tips, one opening."""
    sheet.fade((40, 58, 68), (62, 82, 88))
    lay_window(sheet, 400, 110, 1200, 760, view=(30, 46, 58), frame=(92, 66, 48))
    sheet.lay(
        (206, 206, 180),
        *[
            ellipse(x, y, r)
            for x, y, r in (
                (500, 210, 5),
                (640, 300, 4),
                (1060, 190, 5),
                (1130, 330, 4),
                (930, 270, 3),
            )
        ],
    )
    roofs = [
        poly((416, 742), (416, 610), (520, 560), (640, 620), (640, 742)),
        poly((960, 742), (960, 640), (1070, 580), (1184, 630), (1184, 742)),
    ]
    sheet.lay((22, 36, 46), *roofs)
    sheet.lay((246, 202, 116), box(500, 640, 536, 684), box(1050, 656, 1082, 694))
    sheet.lay((92, 66, 48), box(782, 110, 818, 760), shadow=6)
    lay_bulb(sheet, 800, 330, 150, shade=None)
    sheet.glow(800, 560, 520, (250, 214, 136), 0.5)
    _pinched_hand(sheet, 500, 850)
    lay_open_hand(sheet, 1040, 930, 430, 8, skin=SKIN, sleeve=tone.CINNABAR, mirror=True, shadow=16)
    sheet.lay((96, 66, 46), box(LEFT, 1110, RIGHT, FOOT), shadow=14)


def _pinched_hand(sheet: Sheet, x: float, y: float) -> None:
    """A hand from the side whose five finger tips meet and point down."""
    put = standing(x, y, 4.2)
    sheet.lay(tone.CINNABAR, *put(taper([(-22, 110), (-14, 60), (-3, 6)], 44, 34)), shadow=16)
    back = blob(
        (-16, 6), (-14, -26), (10, -54), (42, -60), (62, -48), (56, -26), (28, -16), (16, 8)
    )
    sheet.lay(SKIN, *put(back), shadow=12)
    far = taper([(46, -50), (78, -34), (74, 14)], 15, 9)
    sheet.lay(darker(SKIN, 0.9), *put(far), shadow=4)
    for middle, tip in (((72, -32), (69, 17)), ((63, -28), (64, 19))):
        sheet.lay(SKIN, *put(taper([(36, -48), middle, tip], 16, 9)), shadow=4)
    sheet.lay(SKIN, *put(taper([(6, -8), (32, -4), (59, 19)], 17, 9)), shadow=5)
    sheet.lay(tone.CREAM, *put(box(-21, -3, 16, 11, 4).turned(-10, (0, 0))), shadow=4)


SCENES = {
    "blackboard": blackboard,
    "sign-lamp": sign_lamp,
    "three-pegs": three_pegs,
    "wall-map": wall_map,
}
