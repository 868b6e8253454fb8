"""What several drawings share: water, clouds, steam, hills, leaves, windows."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing.shapes import (
    Shape,
    arc,
    blob,
    box,
    brush,
    curve,
    ellipse,
    line,
    petal,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet

# Wider than the design, so that no view shows an end.
LEFT, RIGHT, FOOT = -400.0, 2000.0, 1600.0


def wave_band(y: float, height: float, length: float, phase: float, foot: float = FOOT) -> Shape:
    """A sheet of water whose upper edge runs in rounded crests."""
    x = np.linspace(LEFT, RIGHT, 400)
    turn = 2 * math.pi * (x / length + phase)
    edge = y - height * (0.62 * np.sin(turn) + 0.38 * np.abs(np.sin(turn / 2 + 0.6)))
    points = np.column_stack([x, edge])
    return Shape(np.vstack([points, [[RIGHT, foot], [LEFT, foot]]]))


def swell(x: float, y: float, width: float, thick: float) -> Shape:
    """One cut line of moving water."""
    return brush(
        [(x - width / 2, y), (x - width / 6, y - 9), (x + width / 6, y + 7), (x + width / 2, y)],
        thick,
    )


def lay_cloud(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    colour: Colour,
    cut: Colour,
    *,
    shadow: float = 6,
) -> None:
    """A scrolled cloud with a flat foot, its curls cut out."""
    u = width / 10
    sheet.lay(
        colour,
        box(x - 5 * u, y - 1.1 * u, x + 5 * u, y, 0.55 * u),
        ellipse(x - 2.3 * u, y - 1.4 * u, 1.5 * u),
        ellipse(x + 0.3 * u, y - 2.2 * u, 2.0 * u),
        ellipse(x + 2.7 * u, y - 1.3 * u, 1.35 * u),
        shadow=shadow,
    )
    for cx, cy, radius in ((-2.3, -1.4, 0.8), (0.3, -2.2, 1.15), (2.7, -1.3, 0.7)):
        turns = np.linspace(0, 3.4 * math.pi, 40)
        radii = radius * u * (1 - turns / (4.2 * math.pi))
        points = np.column_stack(
            [
                x + cx * u + radii * np.cos(turns + math.pi * 0.75),
                y + cy * u + radii * np.sin(turns + math.pi * 0.75),
            ]
        )
        sheet.lay(cut, line(points, 0.16 * u))


def steam(x: float, y: float, height: float, sway: float, thick: float) -> Shape:
    """A rising curl of steam from its foot."""
    return brush(
        [
            (x, y),
            (x - sway, y - height * 0.28),
            (x + sway, y - height * 0.58),
            (x - sway * 0.5, y - height * 0.86),
            (x + sway * 0.7, y - height),
        ],
        thick,
        head=0.05,
        tail=0.05,
    )


def hill(points: list[tuple[float, float]]) -> Shape:
    """Land from the given ridge down to the foot of the sheet."""
    ridge = curve(points, 1).points
    last, first = points[-1][0], points[0][0]
    return Shape(np.vstack([ridge, [[last, FOOT], [first, FOOT]]]))


def sprig(
    points: list[tuple[float, float]], length: float, breadth: float, count: int, thick: float = 7
) -> list[Shape]:
    """A branch with leaves left and right that shrink toward its end."""
    stem = curve(points, thick)
    path = stem.points
    leaves = []
    for i in range(count):
        at = int((i + 1.2) / (count + 0.4) * (len(path) - 2))
        x, y = path[at]
        dx, dy = path[at + 1] - path[at]
        heading = math.degrees(math.atan2(dx, -dy))
        side = 38 if i % 2 else -38
        shrink = 1 - 0.45 * i / count
        leaves.append(petal(x, y, length * shrink, breadth * shrink, heading + side))
    x, y = path[-1]
    dx, dy = path[-1] - path[-3]
    tip = petal(x, y, length * 0.6, breadth * 0.6, math.degrees(math.atan2(dx, -dy)))
    return [stem, *leaves, tip]


def lay_sun(sheet: Sheet, x: float, y: float, radius: float, colour: Colour, cut: Colour) -> None:
    """A disc with a fine inner ring."""
    sheet.lay(colour, ellipse(x, y, radius), shadow=10)
    sheet.lay(cut, arc(x, y, radius * 0.9, radius * 0.9, 0, 360, radius * 0.014))


def lattice(x0: float, y0: float, x1: float, y1: float, width: float) -> list[Shape]:
    """The bars of a plain Jiangnan window: a frame, a cross and an inner square."""
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
    qx, qy = (x1 - x0) / 4, (y1 - y0) / 4
    return [
        line([(cx, y0), (cx, cy - qy)], width),
        line([(cx, cy + qy), (cx, y1)], width),
        line([(x0, cy), (cx - qx, cy)], width),
        line([(cx + qx, cy), (x1, cy)], width),
        line(
            [
                (cx - qx, cy - qy),
                (cx + qx, cy - qy),
                (cx + qx, cy + qy),
                (cx - qx, cy + qy),
                (cx - qx, cy - qy),
            ],
            width,
        ),
    ]


def grass(x: float, y: float, size: float) -> list[Shape]:
    """A tuft of five blades."""
    return [
        petal(x + i * size * 0.08, y, size * (1 - 0.14 * abs(i)), size * 0.16, i * 17)
        for i in range(-2, 3)
    ]


def stone(x: float, y: float, width: float, height: float) -> Shape:
    return blob(
        (x - width / 2, y),
        (x - width * 0.36, y - height * 0.8),
        (x + width * 0.1, y - height),
        (x + width * 0.45, y - height * 0.6),
        (x + width / 2, y),
        (x, y + height * 0.1),
    )
