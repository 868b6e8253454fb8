"""Scenes along the water: a duck farmer's pole, a towel at a window, the sea-wall."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import tile_rows
from goodpeople.demo.drawing.figures import TAN, Dress, elder, lay_figure, lay_figure_front
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, swell, wave_band
from goodpeople.demo.drawing.plants import lay_willow, reeds
from goodpeople.demo.drawing.shapes import (
    Shape,
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
from goodpeople.demo.drawing.vehicles import lay_boat
from goodpeople.demo.drawing.weather import lay_sky

DEEP: tone.Colour = (56, 96, 98)
POND: tone.Colour = (104, 146, 132)
REED: tone.Colour = (96, 128, 84)
PLASTER: tone.Colour = (240, 234, 218)
GRANITE: tone.Colour = (168, 160, 146)


def duck_punt(sheet: Sheet) -> None:
    """A woman on a narrow boat holds her long pole out to two boys; the ducks scatter."""
    sheet.fade((188, 208, 182), POND, 0, 560)
    sheet.lay(POND, wave_band(470, 14, 620, 0.1), shadow=6)
    for x, height, count in ((430, 420, 9), (1200, 470, 9), (150, 400, 9), (1480, 400, 9)):
        green, plumes = reeds(x, 500, height, count)
        sheet.lay(REED, *green, shadow=5)
        sheet.lay((214, 190, 140), *plumes, shadow=3)
    lay_boat(sheet, 610, 700, 560, canopy=False, hull=(96, 66, 46), shadow=12)
    dress = Dress(top=tone.CINNABAR, legs=tone.NIGHT, hat="straw", style="bob", skin=TAN)
    found = lay_figure(sheet, 560, 676, 410, "giving", dress, shadow=10)
    hx, hy = found.near_hand
    pole = line([(hx - 220, hy - 70), (1190, 640)], 13)
    sheet.lay(tone.OCHRE, pole, shadow=8)
    sheet.lay(TAN, ellipse(hx, hy, 14), ellipse(found.far_hand[0], found.far_hand[1] + 4, 13))
    for x, y in ((1020, 640), (1150, 668)):
        _swimmer(sheet, x, y)
    sheet.lay((86, 126, 118), wave_band(728, 16, 420, 0.3), shadow=10)
    sheet.lay(DEEP, wave_band(960, 20, 520, 0.7), shadow=10)
    rows = [(1060, 756, 240), (620, 772, 300), (460, 900, 240), (980, 890, 260), (760, 1040, 300)]
    sheet.lay((164, 194, 176), *[swell(a, b, width, 9) for a, b, width in rows])
    ducks = [
        (470, 850, 1.0, True),
        (640, 930, 1.25, True),
        (930, 850, 0.95, False),
        (1130, 940, 1.3, False),
        (430, 1060, 1.5, True),
        (800, 1050, 1.45, False),
        (1130, 1140, 1.3, False),
    ]
    for x, y, size, left in ducks:
        _duck(sheet, x, y, size, left=left)


def _swimmer(sheet: Sheet, x: float, y: float) -> None:
    """A boy's head and arms at the pole's end, the rest under water."""
    arm = taper([(x - 46, y + 66), (x - 34, y + 8), (x + 10, y - 14)], 24, 18)
    sheet.lay((226, 172, 132), arm, arm.moved(62, 6), shadow=5)
    sheet.lay((226, 172, 132), ellipse(x, y + 20, 34, 38), shadow=6)
    cap = blob((x - 36, y + 16), (x - 24, y - 20), (x + 8, y - 26), (x + 34, y + 4), (x, y - 2))
    sheet.lay(tone.INK, cap)
    sheet.lay((196, 216, 198), swell(x - 10, y + 66, 150, 12))


def _duck(sheet: Sheet, x: float, y: float, size: float, *, left: bool) -> None:
    put = standing(x, y, size, mirror=left)
    body = blob((-70, -22), (-40, -34), (20, -30), (48, -14), (40, 6), (-30, 8), (-58, 0))
    neck = taper([(34, -16), (44, -48), (52, -62)], 26, 20)
    sheet.lay((150, 108, 70), *put(body, neck, ellipse(56, -66, 18, 15)), shadow=5 * size)
    sheet.lay((206, 168, 116), *put(crescent(-14, -8, 30, 200, 0.4), crescent(2, -14, 20, 200)))
    sheet.lay(tone.OCHRE, *put(blob((68, -70), (92, -62), (70, -58))))
    sheet.lay((164, 194, 176), *put(swell(-84, 10, 90, 7), swell(60, 12, 50, 6)))


def towel_window(sheet: Sheet) -> None:
    """An old woman at the window of a house by the river, a red towel on her pole, a boat below."""
    sheet.ground(PLASTER)
    sheet.lay((222, 212, 192), *[box(LEFT, y, RIGHT, y + 5) for y in (250, 640)])
    roof = [box(LEFT, -100, RIGHT, 66)]
    sheet.lay((62, 64, 68), *roof, *tile_rows(-40, 60, 1660, 2, 52), shadow=12)
    _sitter(sheet)
    pole = line([(640, 486), (1180, 372)], 14)
    sheet.lay((176, 140, 82), pole, shadow=8)
    towel = blob((880, 434), (1060, 396), (1074, 560), (1056, 700), (980, 690), (896, 716))
    sheet.lay(tone.CINNABAR, towel, shadow=14)
    sheet.lay(tone.OXBLOOD, curve([(900, 640), (986, 622), (1066, 634)], 10))
    sheet.lay((226, 130, 104), curve([(940, 440), (930, 560), (944, 690)], 5))
    sheet.lay((226, 130, 104), curve([(1010, 424), (1018, 560), (1006, 680)], 5))
    # The bank of dressed stone, and the water.
    sheet.lay(GRANITE, box(LEFT, 800, RIGHT, 960), shadow=10)
    seams = [line([(LEFT, y), (RIGHT, y)], 4) for y in (852, 904)]
    seams += [
        line([(x + 70 * (i % 2), 802 + 52 * i), (x + 70 * (i % 2), 850 + 52 * i)], 4)
        for i in range(3)
        for x in range(-360, 2000, 140)
    ]
    sheet.lay((142, 134, 120), *seams)
    sheet.lay(POND, wave_band(944, 8, 520, 0.2), shadow=8)
    sheet.lay((176, 92, 74), *[swell(980 - 12 * (i % 2), 980 + 30 * i, 130, 12) for i in range(3)])
    lay_boat(sheet, 640, 1040, 460, canopy=False, hull=(88, 62, 48), shadow=12)
    dress = Dress(top=(224, 128, 56), legs=tone.NIGHT, hat="straw", style="bob")
    found = lay_figure(sheet, 590, 1020, 300, "rowing", dress)
    scoop = line([(found.near_hand[0] - 90, found.near_hand[1] - 60), (900, 1090)], 9)
    net = blob((880, 1060), (960, 1040), (990, 1090), (950, 1150), (890, 1130))
    sheet.lay((206, 216, 190), net, shadow=4)
    sheet.lay((176, 140, 82), scoop, shadow=5)
    sheet.lay(DEEP, wave_band(1056, 12, 460, 0.55), shadow=10)
    rows = [(460, 1090, 240), (900, 1110, 260), (680, 1160, 300), (1160, 1150, 220)]
    sheet.lay((164, 194, 176), *[swell(a, b, width, 8) for a, b, width in rows])
    lay_willow(sheet, 130, 820, 720)


def _sitter(sheet: Sheet) -> None:
    """The window with somebody sitting behind its sill."""
    sheet.lay((78, 62, 50), box(440, 250, 800, 600))
    dress = elder(Dress(top=(224, 128, 56), style="bun"))
    lay_figure_front(sheet, 596, 830, 470, dress, arms=((10, 30), (60, 140)))
    sheet.lay(PLASTER, box(400, 612, 860, 790))
    frame = [line([(440, 250), (800, 250), (800, 600), (440, 600), (440, 250)], 26)]
    sheet.lay(tone.UMBER, *frame, box(410, 592, 830, 626, 6), shadow=10)
    for x0 in (352, 800):
        sheet.lay((158, 104, 58), box(x0, 250, x0 + 88, 592), shadow=8)
        bars = [line([(x0 + 12, y), (x0 + 76, y)], 7) for y in (300, 360, 420, 480, 540)]
        sheet.lay(tone.UMBER, *bars, line([(x0 + 44, 262), (x0 + 44, 580)], 7))


def sea_wall(sheet: Sheet) -> None:
    """The sea-wall runs into the distance; a man taps its stones while the sea breaks on it."""
    lay_sky(sheet, "overcast", 450, layers=False)
    sheet.lay((120, 146, 146), box(LEFT, 448, RIGHT, FOOT), shadow=6)
    for i, (y, colour) in enumerate(((500, (104, 134, 136)), (580, (88, 122, 126)))):
        sheet.lay(colour, wave_band(y, 22, 380 + 60 * i, 0.2 + 0.4 * i), shadow=8)
    sheet.lay(DEEP, wave_band(740, 40, 520, 0.12), shadow=10)
    # Behind the wall: reclaimed fields.
    land = poly((1216, 440), (RIGHT, 470), (RIGHT, FOOT), (1500, FOOT))
    sheet.lay((132, 142, 96), land, shadow=6)
    point = (1150.0, 440.0)
    face = poly((1150, 442), (1176, 442), (900, FOOT), (40, FOOT))
    walk = poly((1170, 436), (1216, 436), (1640, FOOT), (880, FOOT))
    sheet.lay((146, 140, 128), face, shadow=16)
    sheet.lay((206, 198, 182), walk, shadow=10)
    _courses(sheet, point)
    posts = [(1222, 500, 0.36), (1340, 760, 0.9)]
    for x, y, size in posts:
        post = box(x - 18 * size, y - 150 * size, x + 18 * size, y, 4)
        sheet.lay(tone.CREAM, post, shadow=5)
        sheet.lay(tone.CINNABAR, box(x - 18 * size, y - 130 * size, x + 18 * size, y - 84 * size))
    _spray(sheet)
    dress = Dress(top=(150, 84, 52), legs=tone.NIGHT, hat="straw", style="short", skin=TAN)
    found = lay_figure(sheet, 1010, 900, 460, "leaning on a stick", dress, mirror=True, shadow=12)
    hx, hy = found.near_hand
    sheet.lay((96, 66, 42), line([(hx + 26, hy - 60), (hx - 96, 902)], 13), shadow=6)
    sheet.lay(tone.INK, line([(hx - 84, 868), (hx - 96, 902)], 20))
    sheet.lay(TAN, ellipse(hx, hy, 15))
    for x, y, size in ((520, 220, 1.0), (680, 310, 0.7), (400, 360, 0.6), (820, 190, 0.55)):
        wings = [petal(x, y, 120 * size, 22 * size, a) for a in (-62, 58)]
        sheet.lay(tone.CREAM, *wings, ellipse(x, y, 26 * size, 10 * size), shadow=5)


def _courses(sheet: Sheet, point: tuple[float, float]) -> None:
    """The joints of the stones, all drawn to one vanishing point."""
    px, py = point
    feet = (180, 330, 470, 600, 730, 840)
    runs = [line([(px + 8, py + 4), (foot, FOOT)], 5) for foot in feet]
    cross: list[Shape] = []
    for i in range(11):
        share = (i + 1) / 11
        y = py + (FOOT - py) * share**1.9
        down = (y - py) / (FOOT - py)
        left = px + (40 - px) * down
        right = 1173 + (888 - 1173) * down
        cross.append(line([(left, y), (right, y + 30 * down)], 2 + 4 * down))
    sheet.lay((108, 102, 94), *runs, *cross)


def _spray(sheet: Sheet) -> None:
    """A wave that breaks against the foot of the wall."""
    comber = blob(
        (300, 980),
        (330, 800),
        (420, 690),
        (540, 640),
        (640, 668),
        (690, 740),
        (650, 730),
        (590, 740),
        (560, 800),
        (590, 880),
        (560, 980),
        (420, 1040),
    )
    sheet.lay((222, 230, 222), comber, shadow=12)
    curls = [(540, 700, 46), (460, 780, 60), (410, 900, 66)]
    sheet.lay((134, 168, 164), *[crescent(x, y, r, -40, 0.3) for x, y, r in curls])
    drops = [(700, 640), (736, 700), (610, 590), (520, 580), (760, 620), (440, 620), (690, 560)]
    spots = [ellipse(x, y, 9 + 5 * (i % 3)) for i, (x, y) in enumerate(drops)]
    sheet.lay(tone.CREAM, *spots, shadow=4)
    foam = [brush([(LEFT, 1010), (140, 1000), (340, 960), (500, 1000), (560, 920)], 46)]
    sheet.lay((222, 230, 222), *foam, shadow=6)


SCENES = {
    "duck-punt": duck_punt,
    "sea-wall": sea_wall,
    "towel-window": towel_window,
}
