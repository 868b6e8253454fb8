"""What is read and written: books, letters, an account book, strokes of a brush."""

from __future__ import annotations

from goodpeople.demo.drawing import sheet as tone
from goodpeople.demo.drawing.shapes import (
    Shape,
    blob,
    box,
    brush,
    curve,
    ellipse,
    line,
    poly,
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


def lay_books(
    sheet: Sheet, x: float, y: float, width: float, colours: list[Colour], *, lying: bool = False
) -> None:
    """A row of books that stand, or a pile of them that lies, one for each colour."""
    put = standing(x, y, width / 100)
    count = len(colours)
    for i, colour in enumerate(colours):
        if lying:
            shape = box(
                -46 + 5 * (i * 7 % 3), -13 * (i + 1), 42 + 4 * (i * 5 % 3), -13 * i - 0.6, 1.4
            )
        else:
            left = -50 + 100 * i / count
            shape = box(left, -62 - 9 * (i * 7 % 4), left + 100 / count - 1, 0, 1)
        sheet.lay(colour, *put(shape), shadow=4)


def lay_letter(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    degrees: float = 0,
    *,
    colour: Colour = tone.CREAM,
    seal: Colour = tone.CINNABAR,
) -> None:
    """An envelope from behind, with its flap; (x, y) is the middle of its foot."""
    put = standing(x, y, width / 100, turn=degrees)
    sheet.lay(colour, *put(box(-50, -62, 50, 0, 2)), shadow=8)
    sheet.lay(darker(colour, 0.9), *put(poly((-50, -61), (50, -61), (0, -24))), shadow=4)
    sheet.lay(seal, *put(ellipse(0, -28, 8)), shadow=3)


def lay_notebook(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    degrees: float = 0,
    *,
    colour: Colour = tone.DUSK,
    entries: int = 8,
) -> None:
    """An account book with written lines and a few ticks; (x, y) is the middle of its foot."""
    put = standing(x, y, width / 100, turn=degrees)
    sheet.lay(colour, *put(box(-52, -142, 52, 2, 3)), shadow=9)
    sheet.lay(tone.CREAM, *put(box(-46, -138, 49, -3, 1)), shadow=2)
    rows = [
        brush([(-38, y0), (-10, y0 - 1), (14 - 9 * (i % 3), y0)], 3, head=0.6, tail=0.4)
        for i, y0 in enumerate(range(-126, -126 + entries * 15, 15))
    ]
    sheet.lay(tone.INK, *put(*rows))
    ticks = [
        line([(32, y0 - 2), (36, y0 + 2), (43, y0 - 6)], 2)
        for y0 in range(-126, -126 + (entries - 2) * 15, 15)
    ]
    sheet.lay(tone.CINNABAR, *put(*ticks))


def pen_stroke(points: list[tuple[float, float]], thick: float = 14) -> Shape:
    """A stroke of a writing brush, heavy at its head."""
    return brush(points, thick, head=0.8, tail=0.15)
