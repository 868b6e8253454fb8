"""Words that mean the same, by a list that editors keep: applied when a question is asked.

The index knows nothing of them, so that a change of the list needs no rebuild; and what became
what is told to the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .characters import normalise
from .words import is_latin

MAX_PER_WORD = 4  # other texts for one asked word
MAX_IN_ALL = 12
MAX_WORD_LENGTH = 20


@dataclass(frozen=True)
class Alternative:
    """``text`` to look for as well, which is the asked word with ``word`` changed to ``other``."""

    text: str
    word: str
    other: str


class Synonyms:
    """Groups of words, each as good as the others of its group. Immutable."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._others: dict[str, list[str]] = {}
        for group in groups:
            words = {normalise(word.strip())[:MAX_WORD_LENGTH]: word.strip() for word in group}
            words.pop("", None)
            for folded in words:
                others = self._others.setdefault(folded, [])
                others += [
                    other for key, other in words.items() if key != folded and other not in others
                ]
        self._longest = max(map(len, self._others), default=0)

    def alternatives(self, asked: Sequence[str]) -> dict[str, tuple[Alternative, ...]]:
        """Return for each asked word that has any its alternatives, at most four each and twelve
        in all. A word of the list also counts inside a run of hanzi (免费剃头)."""
        found: dict[str, tuple[Alternative, ...]] = {}
        left = MAX_IN_ALL
        for word in asked:
            others = self._of(word)[: min(MAX_PER_WORD, left)]
            if others and word not in found:
                found[word] = tuple(others)
                left -= len(others)
        return found

    def _of(self, asked: str) -> list[Alternative]:
        folded = normalise(asked)
        found: list[Alternative] = []
        at = 0
        while at < len(folded):
            length = self._length_at(folded, at)
            if not length:
                at += 1
                continue
            word = folded[at : at + length]
            found += [
                Alternative(folded[:at] + normalise(other) + folded[at + length :], word, other)
                for other in self._others[word]
            ]
            at += length
        return found

    def _length_at(self, folded: str, at: int) -> int:
        """Return the length of the longest word of the list at ``at``; Latin words only whole."""
        for length in range(min(self._longest, len(folded) - at), 0, -1):
            word = folded[at : at + length]
            if word not in self._others or not self._others[word]:
                continue
            if not is_latin(word) or length == len(folded):
                return length
        return 0
