"""Outlines for the drawings, in design units (1600 wide, 1200 high, y grows downward).

Every function returns a :class:`Shape`: a closed outline, or, with a width, a round-ended line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Points of an outline; with ``width`` (design units) they are the middle of a line."""

    points: Points
    width: float | None = None

    def moved(self, dx: float, dy: float) -> Shape:
        return Shape(self.points + np.array([dx, dy]), self.width)

    def turned(self, degrees: float, about: Point) -> Shape:
        """Turn clockwise (as seen, since y grows downward)."""
        angle = math.radians(degrees)
        matrix = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        centre = np.array(about)
        return Shape((self.points - centre) @ matrix + centre, self.width)

    def mirrored(self, x: float = 800) -> Shape:
        points = self.points.copy()
        points[:, 0] = 2 * x - points[:, 0]
        return Shape(points, self.width)

    def scaled(self, factor: float, about: Point) -> Shape:
        centre = np.array(about)
        width = None if self.width is None else self.width * factor
        return Shape((self.points - centre) * factor + centre, width)


def poly(*points: Point) -> Shape:
    return Shape(np.array(points, dtype=float))


def line(points: Sequence[Point] | Points, width: float) -> Shape:
    return Shape(np.array(points, dtype=float), width)


def ellipse(
    cx: float,
    cy: float,
    rx: float,
    ry: float | None = None,
    *,
    start: float = 0,
    stop: float = 360,
    count: int = 120,
) -> Shape:
    """A whole ellipse or, between two angles in degrees, the segment its chord cuts off."""
    angles = np.radians(np.linspace(start, stop, count))
    ry = rx if ry is None else ry
    return Shape(np.column_stack([cx + rx * np.cos(angles), cy + ry * np.sin(angles)]))


def arc(
    cx: float, cy: float, rx: float, ry: float, start: float, stop: float, width: float
) -> Shape:
    return Shape(ellipse(cx, cy, rx, ry, start=start, stop=stop).points, width)


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> Shape:
    radius = min(radius, abs(x1 - x0) / 2, abs(y1 - y0) / 2)
    if radius <= 0:
        return poly((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    corners = [
        (x1 - radius, y0 + radius, -90),
        (x1 - radius, y1 - radius, 0),
        (x0 + radius, y1 - radius, 90),
        (x0 + radius, y0 + radius, 180),
    ]
    parts = [
        ellipse(cx, cy, radius, start=start, stop=start + 90, count=16).points
        for cx, cy, start in corners
    ]
    return Shape(np.vstack(parts))


def _spline(points: Points, *, closed: bool, steps: int = 18) -> Points:
    """Catmull-Rom through the points."""
    count = len(points)
    if closed:
        padded = np.vstack([points[-1], points, points[0], points[1]])
        pieces = count
    else:
        padded = np.vstack([points[0], points, points[-1]])
        pieces = count - 1
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for i in range(pieces):
        a, b, c, d = padded[i : i + 4]
        out.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    if not closed:
        out.append(points[-1:])
    return np.vstack(out)


def blob(*points: Point) -> Shape:
    """A smooth closed outline through the points."""
    return Shape(_spline(np.array(points, dtype=float), closed=True))


def curve(points: Iterable[Point], width: float) -> Shape:
    """A smooth line of one width through the points."""
    return Shape(_spline(np.array(list(points), dtype=float), closed=False), width)


def brush(points: Iterable[Point], widest: float, *, head: float = 0.1, tail: float = 0.1) -> Shape:
    """A smooth stroke that swells to ``widest`` in its middle; ends are fractions of that."""
    middle = _spline(np.array(list(points), dtype=float), closed=False)
    tangent = np.gradient(middle, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    t = np.linspace(0, 1, len(middle))
    ends = head + (tail - head) * t
    half = (widest / 2 * (ends + (1 - ends) * np.sin(math.pi * t)))[:, None]
    return Shape(np.vstack([middle + normal * half, (middle - normal * half)[::-1]]))


def petal(x: float, y: float, length: float, breadth: float, degrees: float) -> Shape:
    """A leaf from its foot at (x, y), pointing up when ``degrees`` is 0, turned clockwise."""
    t = np.linspace(0, 1, 30)
    half = breadth / 2 * np.sin(math.pi * t**0.85)
    right = np.column_stack([x + half, y - length * t])
    left = np.column_stack([x - half, y - length * t])[::-1]
    return Shape(np.vstack([right, left])).turned(degrees, (x, y))


def crescent(x: float, y: float, radius: float, degrees: float, depth: float = 0.45) -> Shape:
    """The paper-cutter's moon tooth: two arcs from tip to tip, bulging upward at 0 degrees."""
    outer = ellipse(x, y, radius, radius, start=180, stop=360, count=30).points
    inner = ellipse(x, y, radius, radius * (1 - depth), start=360, stop=180, count=30).points
    return Shape(np.vstack([outer, inner])).turned(degrees, (x, y))


def around(shape: Shape, centre: Point, count: int, *, start: float = 0) -> list[Shape]:
    """``count`` copies of a shape turned evenly about a centre."""
    return [shape.turned(start + 360 * i / count, centre) for i in range(count)]


def taper(points: Iterable[Point], first: float, last: float) -> Shape:
    """A smooth stroke whose breadth goes from ``first`` to ``last``, round at both ends."""
    middle = _spline(np.array(list(points), dtype=float), closed=False, steps=10)
    tangent = np.gradient(middle, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    normal = np.column_stack([-tangent[:, 1], tangent[:, 0]])
    half = (np.linspace(first, last, len(middle)) / 2)[:, None]
    turns = np.linspace(0, math.pi, 13)[:, None]
    head = middle[0] - (normal[0] * np.cos(turns) + tangent[0] * np.sin(turns)) * first / 2
    tail = middle[-1] + (normal[-1] * np.cos(turns) + tangent[-1] * np.sin(turns)) * last / 2
    return Shape(np.vstack([head, middle + normal * half, tail, (middle - normal * half)[::-1]]))


Placed = Callable[..., list[Shape]]


def standing(x: float, y: float, scale: float, *, mirror: bool = False, turn: float = 0) -> Placed:
    """Return a function that puts shapes drawn about (0, 0) at (x, y), ``scale`` times as large.

    Motifs draw themselves with their foot at (0, 0) and y negative upward; ``turn`` is in
    degrees about the foot, clockwise as seen, ``mirror`` lets them look the other way.
    """

    def placed(*shapes: Shape) -> list[Shape]:
        out = []
        for shape in shapes:
            one = shape.mirrored(0) if mirror else shape
            one = one.scaled(scale, (0, 0))
            out.append((one.turned(turn, (0, 0)) if turn else one).moved(x, y))
        return out

    return placed
