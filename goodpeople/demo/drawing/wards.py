"""Scenes of those who look after the sick: the ward at night, the medicine packets."""

from __future__ import annotations

import math
from collections.abc import Callable

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.figures import GREY, SKIN, Dress, lay_figure
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.shapes import (
    Placed,
    arc,
    blob,
    box,
    curve,
    ellipse,
    line,
    petal,
    poly,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet
from goodpeople.demo.drawing.weather import snow

BRICK: Colour = (52, 70, 80)
LIT: Colour = (250, 226, 168)
GOWN: Colour = (238, 240, 232)
DRAWER: Colour = (134, 88, 56)


def ward_window(sheet: Sheet) -> None:
    """From outside in the snow: a lit ward, somebody in white stooping to one who lies in bed."""
    sheet.ground(BRICK)
    courses = [line([(LEFT, y), (RIGHT, y)], 4) for y in range(-60, 1300, 58)]
    joints = [
        line([(x + 66 * (r % 2), -60 + 58 * r), (x + 66 * (r % 2), -2 + 58 * r)], 4)
        for r in range(23)
        for x in range(-380, 2000, 132)
    ]
    sheet.lay((44, 60, 70), *courses, *joints)
    sheet.glow(800, 600, 760, LIT, 0.5)
    sheet.lay((206, 198, 178), box(380, 230, 1220, 970, 10), shadow=18)
    sheet.lay(LIT, box(420, 270, 1180, 920))
    sheet.lay((242, 208, 150), box(420, 700, 1180, 920))
    sheet.lay((226, 186, 128), poly((900, 270), (1180, 270), (1180, 700), (1060, 700)))
    _bed(sheet)
    white = Dress(
        top=GOWN,
        legs=GOWN,
        hair=GOWN,
        shoes=(200, 208, 208),
        hat="hood",
        hat_colour=GOWN,
        coat=True,
    )
    joints_of = lay_figure(sheet, 640, 935, 560, "stooping", white, shadow=10)
    hx, hy = joints_of.head
    sheet.lay((150, 186, 196), ellipse(hx + 26, hy + 2, 24, 17).turned(36, (hx, hy)), shadow=3)
    sx, sy = joints_of.shoulder
    px, py = joints_of.hip
    mark = standing((sx + px) / 2 - 22, (sy + py) / 2 - 26, 1, turn=-56)
    strokes = [
        curve([(-52, -12 + 24 * k), (-20, -18 + 24 * k), (14, -8 + 24 * k), (50, -16 + 24 * k)], 8)
        for k in (0, 1)
    ]
    sheet.lay(tone.NIGHT, *mark(*strokes))
    _snowed_frame(sheet)
    sheet.lay((248, 250, 248), *snow(150, 13, 7), shadow=4)


def _snowed_frame(sheet: Sheet) -> None:
    """The window's bars and sill, snow on the sill and on the ground before it."""
    frame = (226, 220, 202)
    sheet.lay(frame, box(788, 262, 812, 930), box(412, 470, 1188, 490), shadow=8)
    sheet.lay((214, 206, 186), box(350, 918, 1250, 976, 8), shadow=14)
    sheet.lay(
        (248, 250, 248),
        blob(
            (346, 920),
            (480, 886),
            (660, 904),
            (860, 884),
            (1060, 902),
            (1254, 890),
            (1256, 930),
            (800, 940),
            (344, 938),
        ),
        shadow=8,
    )
    sheet.lay(
        (238, 242, 242),
        blob(
            (LEFT, 1120),
            (300, 1080),
            (760, 1112),
            (1200, 1070),
            (RIGHT, 1110),
            (RIGHT, FOOT),
            (LEFT, FOOT),
        ),
        shadow=12,
    )


def _bed(sheet: Sheet) -> None:
    """The patient under a quilt, raised on a pillow; a drip on its stand."""
    sheet.lay(
        (176, 184, 180),
        box(1100, 330, 1110, 900),
        curve([(1070, 350), (1105, 322), (1140, 350)], 9),
    )
    sheet.lay((206, 226, 222), box(1046, 350, 1094, 440, 14), shadow=5)
    sheet.lay(
        (150, 186, 196),
        box(1052, 392, 1088, 436, 10),
        curve([(1070, 440), (1064, 560), (1010, 660), (960, 700)], 5),
    )
    sheet.lay((180, 186, 182), box(1150, 560, 1172, 930, 5), shadow=6)
    sheet.lay(GOWN, blob((1160, 590), (1010, 640), (960, 720), (1000, 760), (1160, 750)), shadow=8)
    sheet.lay(SKIN, ellipse(1010, 664, 46, 42), shadow=5)
    sheet.lay(
        GREY, blob((1000, 630), (1040, 618), (1066, 650), (1056, 700), (1030, 690), (1040, 650))
    )
    sheet.lay(
        (108, 150, 146), curve([(962, 676), (976, 690), (1010, 706)], 7), ellipse(970, 676, 12, 15)
    )
    quilt = blob(
        (1010, 716),
        (900, 720),
        (760, 760),
        (560, 770),
        (430, 780),
        (430, 940),
        (1150, 940),
        (1150, 760),
    )
    sheet.lay((128, 160, 156), quilt, shadow=12)
    sheet.lay(
        (160, 188, 180),
        *[
            curve([(520 + 130 * i, 776 - 10 * i), (540 + 130 * i, 860), (530 + 130 * i, 930)], 8)
            for i in range(5)
        ],
    )
    sheet.lay(
        SKIN, taper([(930, 740), (850, 740), (790, 720)], 30, 24), ellipse(782, 716, 17), shadow=5
    )


def medicine_bag(sheet: Sheet) -> None:
    """On a chemist's counter: packets with sun, moon and dots, a bridge of steps, spectacles."""
    sheet.ground((92, 62, 44))
    drawers = [(250 + 186 * c, -60 + 150 * r) for r in range(6) for c in range(-3, 8)]
    sheet.lay(DRAWER, *[box(x, y, x + 170, y + 134, 8) for x, y in drawers], shadow=6)
    sheet.lay((158, 110, 72), *[box(x + 36, y + 26, x + 134, y + 70, 4) for x, y in drawers])
    sheet.lay(tone.OCHRE, *[arc(x + 85, y + 92, 20, 18, 0, 180, 8) for x, y in drawers], shadow=3)
    sheet.lay((214, 196, 156), box(LEFT, 850, RIGHT, FOOT), shadow=14)
    sheet.lay((190, 170, 130), box(LEFT, 850, RIGHT, 872), box(LEFT, 1120, RIGHT, FOOT))
    _packet(sheet, 1010, 870, 5, _bridge)
    _packet(sheet, 596, 910, -4, _sun_and_moon)
    for i, x in enumerate((420, 640, 860, 1080)):
        _spectacles(
            sheet, x + 90, 1026 + 10 * (i % 2), (tone.INK, tone.OXBLOOD, tone.UMBER, tone.NIGHT)[i]
        )


def _packet(
    sheet: Sheet, x: float, y: float, turn: float, drawing: Callable[[Sheet, Placed], None]
) -> None:
    """A paper packet folded at its top, standing on y, with a drawing on it."""
    put = standing(x, y, 1, turn=turn)
    sheet.lay(
        (246, 240, 222), *put(poly((-210, -560), (210, -560), (216, 0), (-216, 0))), shadow=18
    )
    sheet.lay(
        (226, 216, 190), *put(poly((-210, -560), (210, -560), (211, -490), (-211, -490))), shadow=5
    )
    sheet.lay(
        (206, 194, 164),
        *put(
            line([(-206, -488), (206, -488)], 4),
            line([(-170, -488), (-176, 0)], 3),
            line([(170, -488), (176, 0)], 3),
        ),
    )
    sheet.lay((150, 154, 156), *put(box(-26, -536, 26, -524, 5)), shadow=2)
    drawing(sheet, put)


def _sun_and_moon(sheet: Sheet, put: Placed) -> None:
    rays = [
        line(
            [
                (-80 + 84 * math.cos(a), -350 + 84 * math.sin(a)),
                (-80 + 114 * math.cos(a), -350 + 114 * math.sin(a)),
            ],
            11,
        )
        for a in (math.tau * k / 12 for k in range(12))
    ]
    sheet.lay(tone.CINNABAR, *put(ellipse(-80, -350, 68), *rays))
    sheet.lay(tone.DUSK, *put(ellipse(106, -350, 70)), holes=put(ellipse(136, -366, 62)))
    dots = [ellipse(-108, -160, 25), ellipse(-48, -160, 25)]
    sheet.lay(tone.CINNABAR, *put(*dots))
    sheet.lay(tone.DUSK, *put(ellipse(100, -160, 25)))


def _bridge(sheet: Sheet, put: Placed) -> None:
    steps = [box(-140 + 40 * k, -150 - 34 * k, -94 + 40 * k, -110) for k in range(7)]
    sheet.lay((112, 146, 138), *put(*steps))
    sheet.lay(
        (246, 240, 222),
        *put(
            *[line([(-140 + 40 * k, -150 - 34 * k), (-140 + 40 * k, -112)], 4) for k in range(1, 7)]
        ),
    )
    sheet.lay(
        tone.CINNABAR,
        *put(
            ellipse(124, -432, 17),
            taper([(124, -408), (124, -376)], 24, 28),
            line([(117, -374), (112, -352)], 8),
            line([(131, -374), (138, -352)], 8),
        ),
    )
    waves = [
        curve(
            [(-160 + 80 * k, -74), (-140 + 80 * k, -84), (-120 + 80 * k, -72), (-98 + 80 * k, -80)],
            7,
        )
        for k in range(4)
    ]
    sheet.lay(tone.DUSK, *put(*waves))


def _spectacles(sheet: Sheet, x: float, y: float, colour: Colour) -> None:
    """A pair of reading glasses lying on the counter, folded."""
    glass = [ellipse(x - 46, y, 40, 33), ellipse(x + 46, y, 40, 33)]
    sheet.lay((206, 218, 210), *glass, shadow=5)
    frame = [arc(x - 46, y, 40, 33, 0, 360, 9), arc(x + 46, y, 40, 33, 0, 360, 9)]
    frame += [
        arc(x, y - 4, 12, 10, 180, 360, 8),
        curve([(x - 84, y - 12), (x - 60, y - 52), (x + 30, y - 58)], 7),
        curve([(x + 84, y - 12), (x + 66, y - 46), (x - 10, y - 50)], 7),
    ]
    sheet.lay(colour, *frame, shadow=4)
    sheet.lay((240, 244, 236), *[petal(x + d - 10, y + 12, 30, 8, 40) for d in (-46, 46)])


SCENES = {
    "medicine-bag": medicine_bag,
    "ward-window": ward_window,
}
