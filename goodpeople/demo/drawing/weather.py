"""Skies: the hour, the moon, stars, rain, snow, mist."""

from __future__ import annotations

import math

import numpy as np

from goodpeople.demo.drawing.motifs import FOOT, LEFT, RIGHT
from goodpeople.demo.drawing.shapes import Shape, ellipse, line, petal
from goodpeople.demo.drawing.sheet import Colour, Sheet

# Bands of paper from the top of the sky to the horizon.
SKIES: dict[str, tuple[Colour, ...]] = {
    "dawn": ((206, 214, 204), (232, 214, 190), (244, 210, 172), (246, 192, 148)),
    "day": ((190, 212, 204), (206, 222, 210), (222, 230, 216), (238, 236, 220)),
    "dusk": ((96, 108, 116), (150, 122, 116), (206, 136, 100), (236, 172, 106)),
    "night": ((34, 50, 60), (42, 62, 72), (52, 76, 84), (66, 92, 96)),
    "overcast": ((178, 186, 182), (192, 198, 192), (206, 210, 202), (220, 220, 210)),
    "snow": ((188, 200, 202), (204, 214, 214), (218, 226, 224), (232, 236, 232)),
}


def lay_sky(sheet: Sheet, hour: str, horizon: float = 800, *, layers: bool = True) -> None:
    """Cover the sheet with a sky down to ``horizon``: dawn, day, dusk, night, overcast or snow.

    In torn bands of paper, or with ``layers=False`` in one even turn of colour.
    """
    colours = SKIES[hour]
    if not layers:
        sheet.fade(colours[0], colours[-1], 0, horizon)
        return
    sheet.ground(colours[0])
    for i, colour in enumerate(colours[1:], 1):
        y = horizon * (i / len(colours)) ** 0.9
        sheet.lay(colour, _torn(y, 26, 900 - 120 * i, 0.31 * i), shadow=4)


def _torn(y: float, height: float, length: float, phase: float) -> Shape:
    x = np.linspace(LEFT, RIGHT, 160)
    edge = y - height * np.sin(2 * math.pi * (x / length + phase))
    edge += height * 0.4 * np.sin(2 * math.pi * (x / length * 2.7 + phase))
    return Shape(np.vstack([np.column_stack([x, edge]), [[RIGHT, FOOT], [LEFT, FOOT]]]))


def lay_moon(sheet: Sheet, x: float, y: float, radius: float, *, sickle: bool = False) -> None:
    """A full moon with its halo, or a sickle."""
    sheet.glow(x, y, radius * 3, (240, 230, 190), 0.45)
    holes = [ellipse(x + radius * 0.42, y - radius * 0.14, radius * 0.92)] if sickle else []
    sheet.lay((248, 234, 190), ellipse(x, y, radius), holes=holes, shadow=0 if sickle else 8)


def stars(count: int, seed: int, foot: float = 600, size: float = 3.4) -> list[Shape]:
    """Small four-pointed stars above ``foot``; the same ones for a seed."""
    random = np.random.default_rng(seed)
    out = []
    for x, y, big in zip(
        random.uniform(LEFT, RIGHT, count),
        random.uniform(-60, foot, count),
        random.uniform(0.7, 1.7, count),
        strict=True,
    ):
        r = size * float(big)
        out.append(petal(float(x), float(y) + r * 2, r * 4, r, 0))
        out.append(petal(float(x) - r * 2, float(y), r * 4, r, 90))
    return out


def rain(count: int, seed: int, *, slant: float = 0.22, length: float = 70) -> list[Shape]:
    """Slanting strokes of rain all over the sheet; lay them in a pale colour, without shadow."""
    random = np.random.default_rng(seed)
    out = []
    for x, y, long in zip(
        random.uniform(LEFT, RIGHT, count),
        random.uniform(-100, 1250, count),
        random.uniform(0.5, 1.2, count),
        strict=True,
    ):
        span = length * float(long)
        out.append(line([(x, y), (x - slant * span, y + span)], 3))
    return out


def snow(count: int, seed: int, size: float = 6) -> list[Shape]:
    """Round flakes all over the sheet; lay them in CREAM with a small shadow."""
    random = np.random.default_rng(seed)
    spots = random.uniform((LEFT, -60, 0.4), (RIGHT, 1250, 1.5), (count, 3))
    return [ellipse(x, y, size * big, count=14) for x, y, big in spots.tolist()]
