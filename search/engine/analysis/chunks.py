"""What a reader's text is made of: runs of hanzi, Latin words, numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from . import numbers
from .characters import normalise, plain
from .words import CHUNK, is_latin

# Single characters after a number that say what is counted: 2025年 asks for 2025.
UNITS = frozenset("年月日号个人名位次元岁件只里米斤吨")


class Kind(Enum):
    """What a chunk is."""

    HANZI = "hanzi"
    LATIN = "latin"
    NUMBER = "number"


@dataclass(frozen=True)
class Chunk:
    """A part of a text without blanks or signs in it: ``written`` in plain form, ``folded`` as it
    is compared. ``forms``, of a number or date: what it is looked up by, the most exact first."""

    kind: Kind
    written: str
    folded: str
    forms: tuple[str, ...] = ()


def chunks(text: str) -> Iterator[Chunk]:
    """Yield the chunks of ``text`` in order; units right after a number belong to it."""
    written = plain(text)
    folded = normalise(written)
    read = {reading.start: reading for reading in numbers.readings(folded)}
    at = 0
    while found := CHUNK.search(folded, at):
        start, at = found.span()
        latin = is_latin(found.group())
        reading = read.get(start)
        # A number in hanzi may be half a name (王三五), a date may not.
        if reading is not None and (latin or "-" in reading.forms[0]):
            at = reading.stop
            forms = reading.forms
        elif found.group().isdecimal():
            forms = (found.group(),)
        else:
            kind = Kind.LATIN if latin else Kind.HANZI
            yield Chunk(kind, written[start:at], found.group())
            continue
        if folded[at : at + 1] in UNITS and not _hanzi_at(folded, at + 1):
            at += 1
        yield Chunk(Kind.NUMBER, written[start:at], folded[start:at], forms)


def _hanzi_at(folded: str, at: int) -> bool:
    following = CHUNK.match(folded, at)
    return following is not None and not is_latin(following.group())
