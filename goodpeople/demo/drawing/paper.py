"""What is read and written: a book, a stroke of the brush."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    Shape,
    blob,
    box,
    brush,
    curve,
    line,
    standing,
)
from goodpeople.demo.drawing.sheet import Colour, Sheet, darker

WOOD: Colour = (150, 92, 52)
BAMBOO: Colour = (196, 156, 92)
LIGHT: Colour = (250, 214, 136)


def lay_book(
    sheet: Sheet, x: float, y: float, width: float, *, colour: Colour = tone.CREAM, lines: int = 5
) -> None:
    """A book lying open to us, its foot in the middle at (x, y)."""
    put = standing(x, y, width / 100)
    page = blob(
        (0, 0), (-14, -5), (-36, -5), (-50, -1), (-50, -42), (-36, -47), (-14, -47), (0, -41)
    )
    sheet.lay(tone.UMBER, *put(box(-53, -44, 53, 4, 2)), shadow=8)
    sheet.lay(colour, *put(page, page.mirrored(0)), shadow=4)
    rows = [
        curve([(s * 8, -36 + i * 6), (s * 26, -39 + i * 6), (s * 43, -37 + i * 6)], 1.1)
        for s in (-1, 1)
        for i in range(lines)
    ]
    sheet.lay(darker(tone.SAND), *put(*rows, line([(0, -41), (0, 0)], 0.9)))


def pen_stroke(points: list[tuple[float, float]], thick: float = 14) -> Shape:
    """A stroke of a writing brush, heavy at its head."""
    return brush(points, thick, head=0.8, tail=0.15)
