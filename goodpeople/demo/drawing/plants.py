"""Trees of the four seasons, willow, reeds, rice."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.motifs import sprig
from goodpeople.demo.drawing.shapes import (
    Shape,
    around,
    brush,
    ellipse,
    petal,
    standing,
    taper,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet

BARK: Colour = (98, 68, 50)
LEAF: Colour = (92, 136, 88)
CROWNS: dict[str, tuple[Colour, ...]] = {
    "spring": ((222, 150, 140), (236, 184, 170), (246, 212, 200)),
    "summer": ((58, 96, 78), (78, 122, 92), (112, 150, 108)),
    "autumn": ((168, 74, 44), (200, 116, 52), (218, 158, 72)),
}


def _branches(
    x: float,
    y: float,
    length: float,
    angle: float,
    breadth: float,
    depth: int,
    out: list[Shape],
    tips: list[tuple[float, float]],
) -> None:
    heading = math.radians(angle)
    end = (x + length * math.sin(heading), y - length * math.cos(heading))
    bend = (
        x + length * 0.5 * math.sin(heading + 0.12),
        y - length * 0.5 * math.cos(heading + 0.12),
    )
    out.append(taper([(x, y), bend, end], breadth, breadth * 0.62))
    if depth == 0:
        tips.append(end)
        return
    turns = (-34, 6, 38) if depth > 1 else (-26, 24)
    for i, turn in enumerate(turns):
        shrink = 0.72 - 0.06 * (i % 2)
        _branches(*end, length * shrink, angle * 0.9 + turn, breadth * 0.6, depth - 1, out, tips)


def lay_tree(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    season: str = "summer",
    *,
    seed: int = 1,
    shadow: float = 8,
) -> None:
    """A broad tree: spring in blossom, summer, autumn turning, winter bare, snow (laden)."""
    put = standing(x, y, height / 100)
    wood: list[Shape] = []
    tips: list[tuple[float, float]] = []
    _branches(0, 0, 34, 0, 9, 3, wood, tips)
    sheet.lay(BARK, *put(*wood), shadow=shadow / 2)
    if season in {"winter", "snow"}:
        if season == "snow":
            caps = [ellipse(tx, ty - 1.4, 4.6, 2.2) for tx, ty in tips]
            sheet.lay(tone.CREAM, *put(*caps, ellipse(0, -34, 6, 2.4)), shadow=3)
        return
    random = np.random.default_rng(seed)
    for layer, colour in enumerate(CROWNS[season]):
        discs = []
        for tx, ty in tips[layer % 2 :: 2] if layer < 2 else tips[::3]:
            dx, dy = random.uniform(-4, 4, 2)
            discs.append(
                ellipse(tx + float(dx), ty + 4 - 5 * layer + float(dy), 12 - 3 * layer, count=40)
            )
        sheet.lay(colour, *put(*discs), shadow=shadow / (1 + layer))
    if season == "autumn":
        fallen = [
            petal(a, b, 5, 2.6, a * 40)
            for a, b in ((-30, -1), (-14, 1), (12, -1), (26, 1), (36, -2))
        ]
        sheet.lay(CROWNS["autumn"][1], *put(*fallen), shadow=2)


def lay_willow(
    sheet: Sheet,
    x: float,
    y: float,
    height: float,
    colour: Colour = (128, 152, 92),
    *,
    mirror: bool = False,
) -> None:
    """A willow leaning to the right over water, its twigs hanging."""
    put = standing(x, y, height / 100, mirror=mirror)
    trunk = taper([(0, 0), (-3, -36), (8, -66), (22, -84)], 12, 5)
    limbs = [
        taper([(0, -50), (-18, -74), (-30, -82)], 6, 3),
        taper([(8, -66), (34, -84), (52, -84)], 6, 3),
    ]
    sheet.lay(BARK, *put(trunk, *limbs), shadow=6)
    twigs: list[Shape] = []
    leaves: list[Shape] = []
    for i, (sx, sy) in enumerate(
        (
            (-34, -80),
            (-26, -84),
            (-14, -80),
            (0, -76),
            (12, -86),
            (24, -88),
            (36, -86),
            (46, -85),
            (56, -82),
        )
    ):
        fall = 40 + 13 * (i % 3)
        path = [
            (sx, sy),
            (sx + (4 if sx > 0 else -4), sy + fall * 0.4),
            (sx + (3 if sx > 0 else -3), sy + fall),
        ]
        stem, *leafs = sprig(path, 9, 2.6, 10, thick=0.9)
        twigs.append(stem)
        leaves += leafs
    sheet.lay(colour, *put(*twigs, *leaves), shadow=4)


def reeds(x: float, y: float, height: float, count: int = 7) -> tuple[list[Shape], list[Shape]]:
    """Return (stalks and blades, plumes) of a clump of reeds with its foot at (x, y)."""
    put = standing(x, y, height / 100)
    green: list[Shape] = []
    plumes: list[Shape] = []
    for i in range(count):
        lean = (i - (count - 1) / 2) * 7
        top = -100 + 11 * (i % 3)
        green.append(
            brush(
                [(lean * 0.4, 0), (lean * 0.6, top / 2), (lean * 1.3, top)], 2.4, head=1, tail=0.4
            )
        )
        side = 1 if lean >= 0 else -1
        green.append(
            brush(
                [(lean * 0.5, 0), (lean * 0.9, top * 0.4), (lean * 1.4 + side * 14, top * 0.56)],
                3.6,
                head=0.8,
                tail=0.05,
            )
        )
        plumes.append(petal(lean * 1.24, top + 6, 24, 6, lean * 0.9 + 8))
    return put(*green), put(*plumes)


def flower(x: float, y: float, radius: float, petals: int = 5) -> list[Shape]:
    """A small flower of round petals; lay an ellipse on it for its heart."""
    return around(
        ellipse(x, y - radius * 0.6, radius * 0.42, radius * 0.5, count=24), (x, y), petals
    )


def rice_rows(y0: float, y1: float, rows: int, centre: float = 800) -> list[Shape]:
    """Tufts of rice in rows that draw together toward the horizon ``y0``."""
    out: list[Shape] = []
    for row in range(rows):
        share = (row / max(rows - 1, 1)) ** 1.7
        y = y0 + (y1 - y0) * share
        size, gap = 14 + 74 * share, 40 + 130 * share
        for i in range(-14, 15):
            x = centre + (i + 0.5 * (row % 2)) * gap
            if -100 < x < 1700:
                out += [petal(x, y, size, size * 0.2, a) for a in (-22, 0, 22)]
    return out
