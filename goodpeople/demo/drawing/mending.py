"""What is put right: a lute with its face off, a quarrel over the gap between two houses."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.buildings import TILES
from goodpeople.demo.drawing.figures import SKIN
from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
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
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker
from goodpeople.demo.drawing.things import lay_stool, lay_teapot

ROSEWOOD: Colour = (98, 48, 42)
PAULOWNIA: Colour = (226, 192, 136)
BRICK: Colour = (232, 224, 206)


def pipa(sheet: Sheet) -> None:
    """On a bench a lute with its face taken off; in the hollow of its back a slip of paper."""
    sheet.ground((120, 82, 54))
    sheet.lay(
        (106, 70, 46),
        *[
            curve([(-300, y), (500, y + 18), (1100, y - 12), (1900, y + 10)], 6)
            for y in range(40, 1240, 120)
        ],
    )
    sheet.glow(660, 480, 760, (246, 208, 140), 0.45)
    body = [
        blob(
            (0, -210),
            (66, -130),
            (138, 40),
            (196, 240),
            (176, 400),
            (96, 486),
            (0, 506),
            (-96, 486),
            (-176, 400),
            (-196, 240),
            (-138, 40),
            (-66, -130),
        )
    ]
    _open_lute(sheet, body)
    face = standing(1080, 690, 0.86, turn=-9)
    sheet.lay(PAULOWNIA, *face(*body), shadow=18)
    rings = [
        curve([(dx * 0.5, -150), (dx, 160), (dx * 0.92, 460)], 4)
        for dx in (-130, -80, -30, 30, 80, 130)
    ]
    sheet.lay(darker(PAULOWNIA, 0.9), *face(*rings))
    bars = [box(-50 - i * 11, -90 + i * 58, 50 + i * 11, -78 + i * 58, 3) for i in range(6)]
    sheet.lay((176, 128, 74), *face(*bars), shadow=4)
    sheet.lay(ROSEWOOD, *face(box(-86, 372, 86, 402, 6)), shadow=5)
    _bench_things(sheet)


def _open_lute(sheet: Sheet, body: list[Shape]) -> None:
    """The back of the lute, hollow, with its slip of paper."""
    put = standing(690, 640, 0.98, turn=24)
    neck = poly((-42, -170), (42, -170), (30, -420), (-30, -420))
    head = blob(
        (-30, -410),
        (30, -410),
        (44, -500),
        (30, -560),
        (50, -606),
        (0, -630),
        (-40, -600),
        (-44, -500),
    )
    sheet.lay(ROSEWOOD, *put(*body, neck, head), shadow=22)
    hollow = [shape.scaled(0.86, (0, 190)) for shape in body]
    sheet.lay((58, 30, 28), *put(*hollow))
    grain = [curve([(dx * 0.4, -60), (dx, 200), (dx * 0.8, 430)], 6) for dx in (-110, -60, 60, 110)]
    sheet.lay((76, 40, 36), *put(*grain))
    frets = [box(-38 + i, -190 - i * 42, 38 - i, -176 - i * 42, 3) for i in range(5)]
    sheet.lay((232, 214, 170), *put(*frets), shadow=4)
    pegs = [
        taper([(s * 24, y), (s * 116, y - 14)], 15, 24)
        for s, y in ((-1, -450), (1, -470), (-1, -530))
    ]
    sheet.lay((196, 150, 92), *put(*pegs), shadow=7)
    sheet.lay((104, 60, 44), *put(box(-120, 60, 120, 84, 6), box(-150, 330, 150, 354, 6)), shadow=4)
    slip = standing(690, 640, 0.98, turn=16)
    sheet.lay((250, 240, 206), *slip(box(-66, 128, 66, 290, 3)), shadow=7)
    strokes = [
        brush([(dx, 146), (dx - 2, 190), (dx, 236 + 14 * (i % 3))], 11, head=0.7, tail=0.4)
        for i, dx in enumerate((44, 20, -4, -28))
    ]
    sheet.lay((66, 60, 56), *slip(*strokes))
    sheet.lay(tone.CINNABAR, *slip(box(-54, 250, -34, 272, 2)))


def _bench_things(sheet: Sheet) -> None:
    for x, y, r, start in (
        (450, 930, 52, 30),
        (540, 1040, 40, 120),
        (400, 1090, 34, 200),
        (1220, 210, 42, 60),
    ):
        turns = np.linspace(0, 3 * math.pi, 50)
        radii = r * (1 - turns / (3.8 * math.pi))
        angle = turns + math.radians(start)
        spiral = line(np.column_stack([x + radii * np.cos(angle), y + radii * np.sin(angle)]), 15)
        sheet.lay((244, 214, 160), spiral, shadow=6)
    sheet.lay((92, 98, 96), ellipse(470, 240, 108), shadow=14)
    sheet.lay((66, 70, 70), ellipse(470, 240, 92))
    sheet.lay((196, 138, 62), ellipse(470, 244, 82))
    sheet.lay((230, 186, 110), arc(470, 244, 58, 58, 190, 280, 8))
    handle = standing(470, 240, 1, turn=38)
    sheet.lay((206, 164, 104), *handle(taper([(0, -20), (0, -270)], 17, 22)), shadow=8)
    sheet.lay((238, 232, 214), ellipse(1180, 1070, 74), shadow=10)
    sheet.lay(
        tone.CINNABAR, *[arc(1180, 1070, r, r, 20 * r, 20 * r + 300, 6) for r in (30, 42, 54)]
    )
    sheet.lay((150, 112, 70), ellipse(1180, 1070, 20))
    sheet.lay((196, 150, 92), taper([(930, 1120), (1030, 1094)], 20, 32), shadow=6)


def two_eaves(sheet: Sheet) -> None:
    """Two house walls nearly touching, a yellow tape drawn across the gap, tea on a stool in it."""
    sheet.fade((176, 202, 198), (232, 232, 212), 0, 900)
    sheet.lay(
        (124, 150, 108),
        blob(
            (560, 700), (700, 560), (800, 600), (920, 540), (1060, 700), (1060, 1000), (560, 1000)
        ),
        shadow=4,
    )
    sheet.lay((178, 168, 148), box(LEFT, 980, RIGHT, FOOT))
    slabs = [line([(700 - 130 * i, 1200), (790 - 12 * i, 984)], 4) for i in range(-3, 4)]
    sheet.lay(
        (150, 140, 122), *slabs, *[line([(LEFT, y), (RIGHT, y)], 4) for y in (1010, 1054, 1120)]
    )
    gutter = poly((768, 984), (832, 984), (910, 1300), (690, 1300))
    sheet.lay((96, 110, 108), gutter, shadow=0)
    for wall, s in ((BRICK, -1), ((238, 220, 190), 1)):
        face = poly(
            (800 + s * 1300, 110),
            (800 + s * 170, 210),
            (800 + s * 170, 1020),
            (800 + s * 1300, 1320),
        )
        side = poly(
            (800 + s * 170, 210), (800 + s * 74, 300), (800 + s * 74, 984), (800 + s * 170, 1020)
        )
        sheet.lay(darker(wall, 0.8), side, shadow=10)
        sheet.lay(wall, face, shadow=12)
        window = poly(
            (800 + s * 290, 470), (800 + s * 430, 458), (800 + s * 430, 690), (800 + s * 290, 680)
        )
        sheet.lay(tone.UMBER, window, shadow=4)
        sheet.lay((98, 120, 118), window.scaled(0.82, (800 + s * 360, 574)))
        sheet.lay(tone.UMBER, line([(800 + s * 360, 466), (800 + s * 360, 684)], 9))
    _eaves(sheet)
    _tape(sheet)
    lay_stool(sheet, 800, 1120, 300)
    lay_teapot(sheet, 792, 850, 128)
    for x in (690, 900):
        sheet.lay(
            tone.CREAM, poly((x - 27, 806), (x + 27, 806), (x + 19, 848), (x - 19, 848)), shadow=6
        )
        sheet.lay((150, 106, 60), ellipse(x, 807, 23, 6))


def _eaves(sheet: Sheet) -> None:
    """Two roofs, black and brown, whose edges come near to each other."""
    for s in (-1, 1):
        eave = poly(
            (800 + s * 24, 268),
            (800 + s * 230, 110),
            (800 + s * 1300, -60),
            (800 + s * 1300, 150),
            (800 + s * 210, 246),
        )
        sheet.lay(TILES if s < 0 else (88, 74, 66), eave, shadow=14)
        ribs = [
            line(
                [(800 + s * (60 + i * 66), 252 - 3 * i), (800 + s * (230 + i * 90), 116 - i * 14)],
                7,
            )
            for i in range(1, 8)
        ]
        sheet.lay((92, 94, 98) if s < 0 else (120, 102, 90), *ribs)


def _tape(sheet: Sheet) -> None:
    y = 560.0
    sheet.lay((240, 196, 84), box(636, y - 24, 964, y + 24), shadow=10)
    ticks = [
        box(648 + i * 19, y - 24, 652 + i * 19, y - (2 if i % 5 == 0 else 10)) for i in range(17)
    ]
    sheet.lay(tone.INK, *ticks)
    for s, sleeve in ((-1, tone.CINNABAR), (1, (78, 104, 124))):
        at = 800 + s * 164
        sheet.lay(
            sleeve,
            taper(
                [(800 + s * 620, y + 190), (800 + s * 330, y + 66), (800 + s * 262, y + 34)],
                140,
                96,
            ),
            shadow=12,
        )
        sheet.lay(
            SKIN,
            blob(
                (at + s * 96, y + 74),
                (at + s * 30, y + 60),
                (at - s * 4, y + 34),
                (at + s * 20, y - 30),
                (at + s * 90, y - 24),
                (at + s * 118, y + 20),
            ),
            shadow=9,
        )
        for k in range(3):
            sheet.lay(
                SKIN,
                taper(
                    [
                        (at + s * 70, y - 12 + k * 25),
                        (at + s * 20, y - 14 + k * 25),
                        (at - s * 14, y - 4 + k * 20),
                    ],
                    30,
                    24,
                ),
                shadow=3,
            )
        sheet.lay(
            SKIN,
            taper([(at + s * 60, y - 32), (at + s * 20, y - 46), (at - s * 22, y - 26)], 32, 24),
            shadow=4,
        )
    sheet.lay(tone.PINE, box(948, y + 16, 1030, y + 98, 30), shadow=8)
    sheet.lay(tone.CREAM, ellipse(989, y + 57, 17))


SCENES = {
    "pipa": pipa,
    "two-eaves": two_eaves,
}
