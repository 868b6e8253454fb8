"""People got out in time: off the tideflat, out of a stairwell, a ship's tank, a sinking car."""

from __future__ import annotations

import math

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.figures import Dress, Pose, elder, lay_figure, lay_figure_front
from goodpeople.demo.drawing.gear import lay_tool
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT, swell, wave_band
from goodpeople.demo.drawing.plants import lay_tree
from goodpeople.demo.drawing.shapes import (
    Placed,
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
from goodpeople.demo.drawing.sheet import Sheet, darker
from goodpeople.demo.drawing.weather import lay_moon, lay_sky, stars

MUD: tone.Colour = (92, 84, 74)
WET: tone.Colour = (132, 124, 106)
BEAM: tone.Colour = (250, 220, 140)
LIT: tone.Colour = (248, 206, 118)
PLASTER: tone.Colour = (126, 134, 136)
RUST: tone.Colour = (122, 66, 44)
WATER: tone.Colour = (70, 104, 108)


def mudflat(sheet: Sheet) -> None:
    """By night a man kneels on a mud sled and kicks it forward; the tide comes line by line."""
    lay_sky(sheet, "night", 470, layers=False)
    sheet.lay((214, 214, 190), *stars(60, 9, 380))
    lay_moon(sheet, 1080, 170, 78, sickle=True)
    sheet.lay((58, 80, 86), wave_band(400, 6, 700, 0.2, foot=600), shadow=4)
    for y, thick in ((424, 8), (456, 12), (496, 17)):
        foam = wave_band(y, 10, 560, y / 300, foot=y).points[:400]
        sheet.lay((126 + y // 9, 150 + y // 9, 158 + y // 9), Shape(foam[60:340:4], thick))
    sheet.lay(MUD, wave_band(552, 8, 900, 0.6), shadow=8)
    ripples = [(500, 640, 300), (1010, 668, 420), (660, 1080, 460), (1120, 1020, 320)]
    sheet.lay(WET, *[swell(x, y, width, 11) for x, y, width in ripples])
    posts = [(430, 700, 210), (640, 640, 150), (800, 604, 108), (910, 584, 76)]
    sheet.lay((60, 52, 46), *[box(x - h / 22, y - h, x + h / 22, y) for x, y, h in posts], shadow=4)
    bands = [box(x - h / 20, y - h * 0.96, x + h / 20, y - h * 0.76) for x, y, h in posts]
    sheet.lay(tone.CINNABAR, *bands)
    sheet.lay(tone.CREAM, *[band.scaled(0.36, tuple(band.points.mean(axis=0))) for band in bands])
    dark = poly((980, 600), (1900, 800), (1900, 1240), (990, 640))
    sheet.lay((134, 120, 88), dark)
    sheet.glow(1080, 690, 420, BEAM, 0.7)
    _sled(sheet, 760, 930)
    dress = Dress(top=tone.CINNABAR, legs=(50, 62, 66), hat="cap", hat_colour=tone.INK)
    kneel = Pose(44, (52, 66), (46, 60), (52, -82), (-46, -60), -26)
    found = lay_figure(sheet, 690, 902, 560, kneel, dress, shadow=14)
    hx, hy = found.head
    sheet.glow(hx + 44, hy - 26, 110, BEAM, 0.9)
    sheet.lay((252, 238, 190), ellipse(hx + 42, hy - 22, 15, 18), shadow=4)
    track = [
        curve([(-200, 1010), (200, 992), (520, 968)], 16),
        curve([(-200, 1060), (560, 990)], 9),
    ]
    sheet.lay(darker(MUD, 0.72), *track)


def _sled(sheet: Sheet, x: float, y: float) -> None:
    put = standing(x, y, 1)
    wood = (150, 104, 60)
    sheet.lay(
        wood,
        *put(
            line([(190, -20), (236, -250), (300, -22)], 16),
            line([(196, -248), (276, -248)], 20),
        ),
        shadow=8,
    )
    plank = brush([(-330, -6), (60, 2), (330, -14), (440, -96)], 46, head=0.7, tail=0.35)
    sheet.lay(wood, *put(plank), shadow=14)
    sheet.lay((190, 140, 84), *put(brush([(-310, -14), (60, -8), (310, -22)], 9)))


def lit_windows(sheet: Sheet) -> None:
    """Before dawn: fire in a doorway, a woman beats the pipe, floor over floor the lights go on."""
    sheet.fade((38, 54, 66), (84, 96, 104), 0, 1100)
    sheet.lay((206, 206, 184), *stars(26, 5, 300))
    sheet.lay(PLASTER, box(530, 70, 1230, 1300), shadow=18)
    sheet.lay(darker(PLASTER), box(506, 46, 1254, 84), box(792, 84, 958, 1300))
    spots = [(floor, x) for floor in range(6) for x in (668, 1000, 1112)]
    dark = {(4, 668), (5, 668), (5, 1112), (3, 1112)}
    panes = {
        spot: box(spot[1], 890 - spot[0] * 152, spot[1] + 84, 982 - spot[0] * 152) for spot in spots
    }
    outer = [pane.scaled(1.14, tuple(pane.points.mean(axis=0))) for pane in panes.values()]
    sheet.lay(darker(PLASTER, 0.62), *outer, shadow=3)
    sheet.lay(LIT, *[pane for spot, pane in panes.items() if spot not in dark])
    sheet.lay((58, 70, 78), *[panes[spot] for spot in sorted(dark)])
    bars = [line([(x + 42, 890 - f * 152), (x + 42, 982 - f * 152)], 5) for f, x in spots]
    sheet.lay(darker(PLASTER, 0.62), *bars)
    slits = [box(838, 900 - i * 152, 912, 950 - i * 152) for i in range(6)]
    sheet.lay((58, 70, 78), *slits, shadow=3)
    sheet.glow(875, 1080, 330, (232, 96, 44), 0.85)
    _smoke(sheet)
    sheet.lay((66, 40, 34), box(794, 976, 956, 1300, 6), shadow=4)
    flames = [
        brush([(x, 1200), (x - 20, 1110), (x + 16, 1060), (x, top)], 58, head=0.5, tail=0.05)
        for x, top in ((836, 1010), (880, 990), (918, 1030))
    ]
    sheet.lay(tone.CINNABAR, *flames, shadow=4)
    sheet.lay((244, 176, 84), *[flame.scaled(0.56, (878, 1200)) for flame in flames])
    _balcony(sheet)
    sheet.lay((70, 76, 78), box(LEFT, 1140, RIGHT, FOOT), shadow=8)
    pipe = 604.0
    sheet.lay((214, 158, 76), box(pipe - 11, 60, pipe + 11, 1140), shadow=8)
    clamps = [box(pipe - 17, 150 + i * 152, pipe + 17, 168 + i * 152) for i in range(7)]
    sheet.lay(tone.UMBER, *clamps)
    rings = [arc(pipe, 900, r, r, a, a + 64, 10) for r in (54, 92, 130) for a in (-32, 148)]
    sheet.lay(tone.CREAM, *rings)
    dress = Dress(top=tone.CINNABAR, legs=tone.NIGHT, hat="scarf", hat_colour=(226, 220, 200))
    found = lay_figure(sheet, 424, 1160, 440, "reaching", dress, shadow=10)
    hx, hy = found.near_hand
    lay_tool(sheet, "broom", hx - 110, hy + 190, 330, 39)
    sheet.lay((236, 188, 150), ellipse(hx, hy, 15), shadow=3)


def _smoke(sheet: Sheet) -> None:
    puffs = [
        (846, 900, 64),
        (912, 850, 70),
        (848, 760, 64),
        (908, 690, 54),
        (866, 610, 48),
        (888, 536, 34),
    ]
    sheet.lay((74, 70, 72), *[ellipse(x, y, r) for x, y, r in puffs], shadow=6)
    curls = [arc(x, y, r * 0.6, r * 0.6, 150, 360, 7) for x, y, r in puffs]
    sheet.lay((104, 98, 98), *curls)


def _balcony(sheet: Sheet) -> None:
    """The fifth floor, right: two people crouch behind the rail."""
    sheet.lay((250, 222, 150), box(996, 258, 1200, 400), shadow=4)
    cleaner = Dress(top=tone.PINE, legs=tone.NIGHT, hat="scarf", hat_colour=(226, 220, 200))
    lay_figure_front(sheet, 1056, 424, 150, cleaner, shadow=4)
    lay_figure_front(sheet, 1136, 424, 156, elder(Dress(top=tone.UMBER, style="bald")), shadow=4)
    sheet.lay((96, 104, 106), box(982, 350, 1216, 430), shadow=8)
    sheet.lay((74, 82, 84), *[box(996 + i * 29, 362, 1004 + i * 29, 430) for i in range(8)])


def hatch_rope(sheet: Sheet) -> None:
    """From the bottom of a tank: a round hatch of daylight, a roped man with a mask coming down."""
    sheet.ground((34, 34, 38))
    for radius, colour in ((860, (44, 40, 40)), (640, (58, 46, 42)), (450, (78, 54, 44))):
        sheet.lay(colour, ellipse(800, 300, radius, radius * 0.94), shadow=10)
    seams = [
        line(
            [
                (800 + 320 * math.cos(a), 300 + 300 * math.sin(a)),
                (800 + 1500 * math.cos(a), 300 + 1420 * math.sin(a)),
            ],
            10,
        )
        for a in [math.radians(15 + 30 * i) for i in range(12)]
    ]
    sheet.lay((96, 66, 52), *seams, shadow=4)
    sheet.glow(800, 520, 760, (214, 206, 170), 0.4)
    sheet.lay(RUST, ellipse(800, 290, 330, 300), shadow=14)
    bolts = [
        ellipse(800 + 292 * math.cos(i * math.pi / 8), 290 + 266 * math.sin(i * math.pi / 8), 11)
        for i in range(16)
    ]
    sheet.lay((86, 48, 36), *bolts)
    sheet.lay((206, 222, 212), ellipse(800, 290, 252, 228))
    sheet.glow(800, 290, 260, (252, 246, 220), 0.9)
    _lookers(sheet)
    duct = [(1010, 130), (1090, 420), (1000, 700), (1110, 960), (1040, 1500)]
    sheet.lay(tone.OCHRE, curve(duct, 92), shadow=16)
    rings = curve(duct, 1).points
    hoops = [
        line([(px - 46, py - 4), (px, py + 12), (px + 46, py - 4)], 7)
        for px, py in rings[4::6].tolist()
    ]
    sheet.lay((160, 106, 40), *hoops)
    dress = Dress(top=(196, 104, 52), legs=(62, 74, 84), hat="hard hat", hat_colour=(236, 200, 92))
    found = lay_figure_front(sheet, 752, 1120, 590, dress, arms=((46, 14), (150, 186)), shadow=16)
    hx, hy = found.near_hand
    rope = [line([(806, 40), (hx, hy), (760, 770)], 14)]
    sheet.lay((226, 206, 160), *rope, shadow=8)
    sheet.lay((196, 148, 110), ellipse(hx, hy, 20), shadow=4)
    _mask(sheet, 752, 586)
    straps = [line([(700, 670), (800, 790)], 15), line([(804, 670), (704, 790)], 15)]
    sheet.lay((226, 206, 160), *straps, box(690, 786, 814, 806, 6), shadow=4)


def _mask(sheet: Sheet, x: float, y: float) -> None:
    sheet.lay(
        (44, 48, 52), blob((x - 40, y - 24), (x + 40, y - 24), (x + 34, y + 36), (x - 34, y + 36))
    )
    sheet.lay((168, 198, 196), box(x - 32, y - 16, x + 32, y + 10, 10))
    sheet.lay((92, 98, 100), ellipse(x, y + 30, 17), shadow=4)
    hose = [(x, y + 34), (x - 70, y + 120), (x - 150, y + 60), (x - 190, -100)]
    sheet.lay((92, 98, 100), curve(hose, 17), shadow=6)


def _lookers(sheet: Sheet) -> None:
    heads = [(640, 180, -50), (960, 200, 46), (610, 380, -120), (960, 410, 130)]
    for x, y, turn in heads:
        put = standing(x, y, 1, turn=turn)
        sheet.lay((74, 84, 86), *put(blob((-62, -6), (-40, -70), (40, -70), (62, -6), (0, 6))))
        sheet.lay((236, 200, 92), *put(ellipse(0, 14, 40, 36), box(-46, 10, 46, 22, 8)), shadow=6)


def sinking_car(sheet: Sheet) -> None:
    """Dusk: a car goes down by the head, its lamps under water; a boy clings to its boot."""
    lay_sky(sheet, "dusk", 420)
    lay_tree(sheet, 420, 372, 330, "summer", seed=4)
    sheet.lay(
        (94, 88, 78),
        blob(
            (-400, 372), (300, 346), (900, 362), (1500, 340), (2000, 366), (2000, 520), (-400, 520)
        ),
        shadow=8,
    )
    steps = [box(1090 + i * 26, 366 + i * 22, 1400, 392 + i * 22) for i in range(4)]
    sheet.lay((168, 158, 140), *steps, shadow=5)
    sheet.lay((104, 128, 122), wave_band(440, 10, 500, 0.4), shadow=8)
    put = standing(740, 620, 6.9, turn=44)
    _car(sheet, put)
    dress = Dress(top=(238, 230, 210), legs=tone.NIGHT)
    found = lay_figure(sheet, 590, 900, 560, Pose(12, (128, 112), (112, 100)), dress, shadow=12)
    hx, hy = found.near_hand
    sheet.lay((236, 188, 150), ellipse(hx, hy, 17), shadow=3)
    sheet.lay((150, 152, 150), line([(hx - 8, hy + 16), (hx + 26, hy - 40)], 11), shadow=3)
    sheet.lay(WATER, wave_band(660, 14, 420, 0.15), shadow=12)
    sunk = [
        poly((-50, -24), (-44, -6), (44, -6), (51, -14), (50, -22), (30, -28), (8, -47), (-29, -46))
    ]
    sheet.lay((92, 92, 98), *put(*sunk), holes=[box(LEFT, -400, RIGHT, 676)])
    rings = [
        arc(720, 700, 200 + i * 90, 40 + i * 22, 14 + i * 8, 166 - i * 8, 11) for i in range(4)
    ]
    sheet.lay((124, 160, 154), *rings)
    sheet.lay((56, 88, 94), wave_band(900, 18, 520, 0.6), shadow=10)
    sheet.glow(1090, 800, 300, BEAM, 0.9)
    sheet.lay((252, 236, 180), ellipse(1066, 758, 30, 22).turned(44, (1066, 758)))
    bubbles = [(960, 860, 15), (992, 816, 10), (936, 800, 8), (1018, 888, 9), (920, 912, 11)]
    sheet.lay((170, 200, 190), *[arc(x, y, r, r, 0, 360, 5) for x, y, r in bubbles])
    sheet.lay((124, 160, 154), swell(520, 1060, 330, 12), swell(1120, 1120, 260, 11))


def _car(sheet: Sheet, put: Placed) -> None:
    """A saloon from the side, its nose to the right, a star of cracks in its rear window."""
    body = blob(
        (-50, -26),
        (-49, -12),
        (-40, -6),
        (40, -6),
        (51, -12),
        (50, -22),
        (30, -28),
        (-20, -30),
        (-40, -30),
    )
    cabin = poly((-40, -28), (-29, -46), (8, -47), (27, -27))
    sheet.lay(tone.CINNABAR, *put(body, cabin), shadow=16)
    glass = [
        poly((-33, -29), (-25, -42.6), (-9, -43.4), (-9, -29)),
        poly((-6, -29), (-6, -43.4), (6.4, -43.6), (20, -29)),
    ]
    sheet.lay((70, 92, 98), *put(*glass))
    cracks = [
        line([(-12, -32), (-24, -38)], 0.8),
        line([(-12, -32), (-27, -31)], 0.8),
        line([(-12, -32), (-17, -42)], 0.8),
        line([(-12, -32), (-10, -41)], 0.8),
    ]
    sheet.lay(tone.CREAM, *put(*cracks, ellipse(-12, -32, 1.8)))
    sheet.lay(
        tone.OXBLOOD, *put(line([(-7.5, -28), (-7.5, -9)], 0.8), line([(-46, -18), (46, -18)], 0.8))
    )
    wheels: list[Shape] = [ellipse(-31, -7, 9.4), ellipse(31, -7, 9.4)]
    sheet.lay(tone.INK, *put(*wheels), shadow=6)
    sheet.lay((170, 172, 168), *put(ellipse(-31, -7, 4.6), ellipse(31, -7, 4.6)))
    sheet.lay((252, 210, 120), *put(box(-51, -24, -47, -19, 1)))


SCENES = {
    "hatch-rope": hatch_rope,
    "lit-windows": lit_windows,
    "mudflat": mudflat,
    "sinking-car": sinking_car,
}
