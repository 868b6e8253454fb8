"""Folding a text character by character, so that a part of a text stays a part of it.

``normalise(a + b) == normalise(a) + normalise(b)`` for any two strings: NFKC, case folding,
Latin letters without accents and one simplified hanzi for each traditional one or variant,
each decided by one character alone (``character_rules.py``), never by its neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np

from .character_rules import TABLE_FILE, TABLE_SIZE, in_gb2312

SHORT = 24  # characters; NumPy is quicker for longer texts
NOT_ONE = 0xFFFFFFFF  # in the table: this character becomes none or several
MARKS = frozenset(("Mn", "Me", "Cf"))
# One hanzi: the unified ideographs of all planes, and 〇.
HANZI = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U00033fff"
HANZI_RUN = re.compile(f"[{HANZI}]+")


@dataclass(frozen=True)
class _Tables:
    """``plain``, ``full``: uint32 arrays by code point, ``NOT_ONE`` where the result is not one
    character; ``odd``: those results; ``only_traditional``: bool by code point; ``cutting``: those
    simplified and all others as they are."""

    plain: np.ndarray
    full: np.ndarray
    cutting: np.ndarray
    odd: dict[int, str]
    only_traditional: np.ndarray


@cache
def _tables() -> _Tables:
    lines = TABLE_FILE.read_text(encoding="utf-8").split("\n")
    plain_from, plain_to, hanzi_from, hanzi_to = (_codes(line) for line in lines[:4])
    identity = np.arange(TABLE_SIZE, dtype=np.uint32)
    plain, hanzi = identity.copy(), identity.copy()
    plain[plain_from] = plain_to
    hanzi[hanzi_from] = hanzi_to
    odd: dict[int, str] = {}
    for line in lines[4:-1]:
        code, became = line.split("\t")
        if len(became) == 1:
            plain[int(code, 16)] = ord(became)
        else:
            plain[int(code, 16)] = NOT_ONE
            odd[int(code, 16)] = became
    plain[0xD800:0xE000] = 0xFFFD
    full = hanzi.take(plain, mode="clip")
    full[plain == NOT_ONE] = NOT_ONE
    only_traditional = hanzi != identity
    for code in hanzi_from.tolist():
        only_traditional[code] = not in_gb2312(chr(code))
    # The last place stands for every code point beyond the table.
    plain[-1] = full[-1] = NOT_ONE
    cutting = np.where(only_traditional, hanzi, identity)
    cutting[-1] = ord(" ")
    return _Tables(plain, full, cutting, odd, only_traditional)


def _codes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _text(codes: np.ndarray) -> str:
    return codes.tobytes().decode("utf-32-le")


def normalise(text: str) -> str:
    """Return ``text`` folded for comparing: two spellings that mean the same become equal."""
    if len(text) <= SHORT:
        return text.translate(_FULL)
    return _text(_folded(_codes(text), _tables().full)[0])


def plain(text: str) -> str:
    """Return ``text`` folded like ``normalise()`` but with its hanzi as they were written.

    It has as many characters as ``normalise(text)``, each standing for the same one: words are
    cut in this form, where 乾坤 and 著名 can still be told from 干净 and 看着.
    """
    if len(text) <= SHORT:
        return text.translate(_PLAIN)
    return _text(_folded(_codes(text), _tables().plain)[0])


class _OneByOne(dict[int, str]):
    """A table for ``str.translate``, filled as characters are met: for short texts it is quicker
    than NumPy. Only the basic plane is kept, so that it cannot grow without end."""

    def __init__(self, table: str) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, code: int) -> str:
        became = _text(_folded(np.array([code], np.uint32), getattr(_tables(), self._table))[0])
        if code < 0x10000:
            self[code] = became
        return became


_PLAIN, _FULL = _OneByOne("plain"), _OneByOne("full")


def is_traditional(plain_text: str) -> bool:
    """Return whether at least one character in a hundred of ``plain_text`` is a hanzi that no
    simplified text is written with; in a short text one is enough."""
    flags = _tables().only_traditional.take(_codes(plain_text), mode="clip")
    count = int(np.count_nonzero(flags))
    return count > 0 and count * 100 >= len(plain_text)


def for_cutting(plain_text: str) -> str:
    """Return ``plain_text`` with those hanzi simplified that no simplified text has: 隣里 becomes
    邻里, and 著名 and 乾坤 stay words. Of the same length, and normalised to the same."""
    return _text(_tables().cutting.take(_codes(plain_text), mode="clip"))


def _folded(codes: np.ndarray, table: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """Return ``codes`` by ``table``, and how many characters each became (None: all one)."""
    became = table.take(codes, mode="clip")
    odd = np.flatnonzero(became == NOT_ONE)
    if not odd.size:
        return became, None
    lengths = np.ones(codes.size, np.int64)
    pieces = []
    start = 0
    for at in odd.tolist():
        pieces.append(became[start:at])
        result = _codes(_odd(int(codes[at])))
        pieces.append(result if table is _tables().plain else _simplify(result))
        lengths[at] = result.size
        start = at + 1
    pieces.append(became[start:])
    return np.concatenate(pieces), lengths


def _simplify(codes: np.ndarray) -> np.ndarray:
    """Return ``codes``, which are folded already, with their hanzi simplified."""
    became = _tables().full.take(codes, mode="clip")
    return np.where(became == NOT_ONE, codes, became)


def _odd(code: int) -> str:
    """Return what a character becomes whose result is not one character of the table."""
    if code < TABLE_SIZE - 1:
        return _tables().odd[code]
    # Tags and variation selectors of plane 14 are hidden marks; private use stays itself.
    return "" if 0xE0000 <= code < 0xE1000 else chr(code)


@dataclass(frozen=True)
class Folded:
    """A text beside its normalised form, with the way back.

    ``starts``: for each normalised character the offset of the original one it came from,
    then the original's length; None where both forms have the same offsets.
    """

    original: str
    text: str
    starts: np.ndarray | None

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Return the original offsets of the normalised characters ``start`` to ``stop``.

        A character that became several is taken whole, and accents or hidden marks that follow
        the last one belong to it. Asks for ``0 <= start < stop <= len(self.text)``.
        """
        if self.starts is None:
            return start, stop
        end = int(self.starts[stop - 1]) + 1
        while end < self.starts[stop] and unicodedata.category(self.original[end]) in MARKS:
            end += 1
        return int(self.starts[start]), end


def folded(text: str) -> Folded:
    """Return ``text`` with its normalised form and the offsets between them."""
    codes, lengths = _folded(_codes(text), _tables().full)
    if lengths is None:
        return Folded(text, _text(codes), None)
    starts = np.repeat(np.arange(lengths.size), lengths)
    return Folded(text, _text(codes), np.append(starts, lengths.size))
