"""What is not the word itself and may be meant: pinyin, homophones, alike sounds, slips.

Each is an alternative of a run, a look-up of one or a few marked terms (see ``pinyin.py``), with
a weight: what is more exact counts more.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..analysing import Run
from .chunks import Chunk, Kind
from .pinyin import (
    INITIALS,
    JOINED,
    LONGEST_JOINED,
    LONGEST_NAME,
    LONGEST_SOUND,
    SLIP,
    SOUND,
    START,
    readings,
    spellings,
)
from .slips import slip_forms
from .syllables import segmentations, sound_key

# How much a hit counts beside the word itself.
AS_PINYIN = 0.8
AS_HOMOPHONE = 0.6
AS_SCATTERED = 0.5
AS_ALIKE_SOUND = 0.45
AS_SLIP = 0.4
AS_SLIP_OF_SURNAME = 0.3
AS_INITIALS = 0.25
LONGEST_INITIALS = 10


def pinyin_runs(word: str, *, fuzzy: bool = False) -> tuple[Run, ...]:
    """Return the ways in which ``word``, a Latin word of a query, may be a name in pinyin."""
    if not word.isascii() or not word.isalpha():
        return ()
    parted = segmentations(word)
    found = [Run(words=_joined(syllables), weight=AS_PINYIN) for syllables in parted]
    if fuzzy:
        found += [
            Run(words=_sounds(syllables), weight=AS_ALIKE_SOUND)
            for syllables in parted
            if len(syllables) > 1
        ]
    if 2 <= len(word) <= LONGEST_INITIALS:
        found.append(Run(words=(INITIALS + word,), weight=AS_INITIALS))
    return tuple(dict.fromkeys(found))


def scattered_runs(words: Sequence[str]) -> tuple[Run, ...]:
    """Return the run of ``words``, all of them pinyin, in whatever order they stand in a name."""
    terms = [term for word in words for term in _joined(segmentations(word)[0])]
    return (Run(words=tuple(dict.fromkeys(terms)), weight=AS_SCATTERED),)


def near_misses(hanzi: str) -> tuple[Run, ...]:
    """Return the ways in which ``hanzi``, simplified, may stand for a name written otherwise."""
    if len(hanzi) < 2:
        return ()
    read = readings(hanzi)
    found = [Run(words=_joined(syllables), weight=AS_HOMOPHONE) for syllables in spellings(read)]
    found += [Run(words=_sounds(syllables), weight=AS_ALIKE_SOUND) for syllables in spellings(read)]
    if len(hanzi) <= LONGEST_NAME:
        found += [
            Run(words=(SLIP + form,), weight=AS_SLIP if form[0] == hanzi[0] else AS_SLIP_OF_SURNAME)
            for form in slip_forms(hanzi)
        ]
    return tuple(dict.fromkeys(found))


def prefix_alternatives(chunk: Chunk) -> tuple[Run, ...]:
    """Return what ``chunk``, the beginning of something, may begin in pinyin."""
    typed = chunk.folded
    if chunk.kind is Kind.LATIN and typed.isascii() and typed.isalpha():
        return (
            Run(prefixes=(START + typed,), weight=AS_PINYIN),
            Run(prefixes=(JOINED + typed,), weight=AS_HOMOPHONE),
            Run(prefixes=(INITIALS + typed,), weight=AS_INITIALS),
        )
    if chunk.kind is Kind.HANZI and 2 <= len(typed) <= LONGEST_NAME:
        sounds = ["".join(syllables) for syllables in spellings(readings(typed))]
        return (Run(prefixes=tuple(START + sound for sound in sounds), weight=AS_ALIKE_SOUND),)
    return ()


def _joined(syllables: Sequence[str]) -> tuple[str, ...]:
    """Return the terms of neighbouring syllables: one, or where they are more than are kept
    joined, all that overlap."""
    return tuple(JOINED + "".join(part) for part in _windows(syllables, LONGEST_JOINED))


def _sounds(syllables: Sequence[str]) -> tuple[str, ...]:
    keys = [sound_key(syllable) for syllable in syllables]
    return tuple(SOUND + " ".join(part) for part in _windows(keys, LONGEST_SOUND))


def _windows(parts: Sequence[str], longest: int) -> list[Sequence[str]]:
    last = max(0, len(parts) - longest)
    return [parts[start : start + longest] for start in range(last + 1)]
