"""Writing with the two faces of the font package: never with a box for a missing character.

A character that one face lacks is taken from the other. What neither has becomes 〓, the mark
that printers set for a sort they lack; a name is better asked about first (:func:`can_write`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pylopdf_fonts_zh_cn as fonts
from PIL import ImageDraw, ImageFont

SERIF, SANS = "serif", "sans"
MISSING_SORT = "〓"
_OTHER = {SERIF: SANS, SANS: SERIF}
_PATHS = {SERIF: fonts.serif_path, SANS: fonts.sans_path}
# No font has a character for it: what it draws there is what it draws for everything missing.
_NOWHERE = "\U0010fffd"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
# The faces set curly marks a hanzi wide, which tears English words apart.
_HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")

Colour = tuple[int, int, int]


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_PATHS[face]()), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def _has(face: str, char: str) -> bool:
    font = _font(face, 24)
    return bytes(font.getmask(char)) != bytes(font.getmask(_NOWHERE))


def can_write(text: str) -> bool:
    """Return whether each character of ``text`` is in one of the faces."""
    return all(_has(SERIF, char) or _has(SANS, char) for char in text)


def seen(text: str) -> str:
    """Return ``text`` as it is written: nothing invisible, single spaces, English plain marks."""
    spaced = " ".join(text.split())
    if not _HANZI.search(spaced):
        spaced = spaced.translate(_STRAIGHT)
    return "".join(char for char in spaced if unicodedata.category(char) not in _UNSEEN)


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """Return ``text``, as :func:`seen`, in stretches of (face, characters) that the face holds."""
    stretches: list[tuple[str, str]] = []
    for char in text:
        own = face
        if not _has(face, char):
            own = _OTHER[face]
            if not _has(own, char):
                own, char = face, MISSING_SORT
        if stretches and stretches[-1][0] == own:
            stretches[-1] = (own, stretches[-1][1] + char)
        else:
            stretches.append((own, char))
    return stretches


def width(text: str, face: str, size: int, tracking: float = 0) -> float:
    """Return how many pixels wide ``text`` is; ``tracking`` pixels stand after each character."""
    return sum(
        _font(own, size).getlength(part) + tracking * len(part) for own, part in runs(text, face)
    )


def write(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    face: str,
    size: int,
    colour: Colour,
    *,
    bold: float = 0,
    tracking: float = 0,
) -> float:
    """Write ``text`` with its baseline's left end ``at``; return where it ended.

    The package has regular faces only: ``bold`` pixels of outline stand in for a bold one.
    """
    x, y = at
    for own, part in runs(text, face):
        font = _font(own, size)
        for piece in part if tracking else (part,):
            pen.text(
                (x, y),
                piece,
                font=font,
                fill=colour,
                anchor="ls",
                stroke_width=bold,
                stroke_fill=colour,
            )
            x += font.getlength(piece) + tracking
    return x
