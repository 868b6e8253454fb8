"""A card put together: the picture on the left, who and what for on the right."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from PIL import Image, ImageDraw

from archive.cards import faces, paper
from archive.cards.faces import SANS, SERIF
from archive.cards.lines import break_lines, cut_to_lines

WIDTH, HEIGHT = paper.SIZE
# Raise it when the drawing changes: the cards get new addresses and are all drawn again.
DESIGN = 1

_PICTURE = (72, 58, 456, 538)
_BORDER = 12
_LEFT, _RIGHT = 532, 1134
_FOOT = 522
_NAME_SIZES = ((118, 1), (104, 1), (92, 1), (80, 1), (68, 2), (60, 2), (52, 2), (46, 3))
_CITATION_SIZES = (38, 36, 34, 31, 28, 25)
_LEADING = 1.5
_SPREAD = 0.06
_SMALLEST = 20
# What one step down in size costs beside a break inside a word, see archive.cards.lines.
_SMALLER_COST = 0.14


@dataclass(frozen=True)
class CardText:
    """What a card says.

    ``initial`` stands large where there is no picture, ``seal`` is up to four characters, and
    ``reading`` stands in for a name that no font can write.
    """

    name: str
    kicker: str
    citation: str
    facts: str
    seal: str
    initial: str
    reading: str = ""


def draw_card(text: CardText, picture: Image.Image | None = None) -> Image.Image:
    """Return the card as an RGB picture of 1200 × 630; without ``picture`` with a roundel."""
    text = CardText(**{name: faces.seen(said) for name, said in asdict(text).items()})
    sheet = paper.ground()
    name = text.name if faces.can_write(text.name) or not text.reading else text.reading
    if picture is not None:
        paper.mount(sheet, picture, _PICTURE, _BORDER)
    else:
        _draw_roundel(sheet, text.initial)
    _stamp(sheet, text.seal, (_PICTURE[2] + _BORDER + 16, _PICTURE[3] + _BORDER + 12), 46)
    pen = ImageDraw.Draw(sheet)
    y = 96.0
    _write_line(pen, text.kicker, y, 30, paper.CINNABAR)
    y = _write_name(pen, name, y + 26)
    _write_line(pen, text.facts, _FOOT, 29, paper.INK_SOFT)
    _write_citation(pen, text.citation, y + 28, _FOOT - 60)
    return sheet


def as_jpeg(card: Image.Image) -> bytes:
    """Return ``card`` as the bytes of a JPEG."""
    out = io.BytesIO()
    card.save(out, "JPEG", quality=86, optimize=True, progressive=True)
    return out.getvalue()


def _write_line(
    pen: ImageDraw.ImageDraw, text: str, y: float, size: int, colour: faces.Colour
) -> None:
    """Write ``text`` as one line of the column, smaller where it must be, cut where it is long."""
    while size > _SMALLEST and faces.width(text, SANS, size) > _RIGHT - _LEFT:
        size -= 1
    line = cut_to_lines(text, lambda part: faces.width(part, SANS, size), _RIGHT - _LEFT, 1).lines
    faces.write(pen, (_LEFT, y), "".join(line), SANS, size, colour)


def _set(text: str, sizes: Sequence[tuple[int, int]], tracking: float = 0) -> tuple[int, list[str]]:
    """Return the size and the lines in which ``text`` is set best in the column.

    ``sizes`` are (pixels, the most lines), the largest first. A smaller one is taken where the
    text does not fit, or where it saves a word from being split. ``tracking`` is a share of
    the size. What fits in none is cut at the last.
    """

    def width_at(size: int) -> Callable[[str], float]:
        return lambda part: faces.width(part, SERIF, size, size * tracking)

    best: tuple[float, int, list[str]] | None = None
    for step, (size, most) in enumerate(sizes):
        broken = break_lines(text, width_at(size), _RIGHT - _LEFT, most)
        if broken is None:
            continue
        cost = broken.cost + step * _SMALLER_COST
        if best is None or cost < best[0]:
            best = (cost, size, broken.lines)
    if best is None:
        size, most = sizes[-1]
        return size, cut_to_lines(text, width_at(size), _RIGHT - _LEFT, most).lines
    return best[1], best[2]


def _write_name(pen: ImageDraw.ImageDraw, name: str, top: float) -> float:
    """Write the name under ``top``, as large as it fits; return where its last line ends."""
    spread = 0 if name.isascii() else _SPREAD
    size, lines = _set(name, _NAME_SIZES, spread)
    y = top
    for line in lines:
        y += size * (0.98 if line is lines[0] else 1.22)
        faces.write(
            pen, (_LEFT, y), line, SERIF, size, paper.INK, bold=size / 60, tracking=size * spread
        )
    return y + size * 0.12


def _write_citation(pen: ImageDraw.ImageDraw, citation: str, top: float, bottom: float) -> None:
    """Write the sentence between ``top`` and ``bottom``, as large as it fits."""
    sizes = [(size, int((bottom - top) // (size * _LEADING))) for size in _CITATION_SIZES]
    size, lines = _set(citation, [(size, max(1, most)) for size, most in sizes])
    y = top
    for line in lines:
        y += size * (1.1 if line is lines[0] else _LEADING)
        faces.write(pen, (_LEFT, y), line, SERIF, size, paper.INK)


def _draw_roundel(sheet: Image.Image, initial: str) -> None:
    """Draw the name's ``initial``, cut out of a red disc, where no portrait is."""
    left, top, right, bottom = _PICTURE
    centre = ((left + right) // 2, (top + bottom) // 2)
    paper.roundel(sheet, centre, 190)
    pen = ImageDraw.Draw(sheet)
    size = 210
    wide = faces.width(initial, SERIF, size)
    at = (centre[0] - wide / 2, centre[1] + size * 0.37)
    faces.write(pen, at, initial, SERIF, size, paper.CREAM, bold=3)


def _stamp(sheet: Image.Image, words: str, corner: tuple[int, int], size: int) -> None:
    """Stamp the seal with its lower right ``corner`` there: columns of two, the right one first."""
    if not words:
        return
    per_column = 2 if len(words) > 2 else max(1, len(words))
    columns = [words[i : i + per_column] for i in range(0, len(words), per_column)]
    pad = size // 4
    step = round(size * 1.06)
    wide, high = step * len(columns) + 2 * pad, step * per_column + 2 * pad
    left, top = corner[0] - wide, corner[1] - high
    mask = Image.new("L", sheet.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((left, top, *corner), radius=size // 6, fill=255)
    # A rim of paper, so that red stays apart from red.
    rim = Image.new("L", sheet.size, 0)
    edge = (left - 3, top - 3, corner[0] + 3, corner[1] + 3)
    ImageDraw.Draw(rim).rounded_rectangle(edge, radius=size // 5, fill=255)
    paper.lay(sheet, paper.PAPER, rim, lift=4)
    sheet.paste(paper.CINNABAR, (left, top), mask.crop((left, top, *corner)))
    pen = ImageDraw.Draw(sheet)
    for number, column in enumerate(columns):
        x = corner[0] - pad - step * (number + 1) + (step - size) / 2
        for row, char in enumerate(column):
            y = top + pad + step * row + size * 0.91
            faces.write(pen, (x, y), char, SERIF, size, paper.CREAM, bold=1)
