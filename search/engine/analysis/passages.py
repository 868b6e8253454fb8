"""A passage of a text around the best cluster of hits, cut where sentences end.

Hits are found in the normalised text and marked in the text as it was written: a simplified
query marks a traditional text. What is marked follows from the runs that were searched for, so
that everything that made a text a result can be seen in it; nothing here knows of HTML.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..analysing import Run
from .characters import HANZI_RUN, Folded, folded, normalise, plain
from .numbers import readings as number_readings
from .pinyin import name_spans
from .traditional import in_simplified
from .words import is_latin

LENGTH = 110  # characters of a passage, about
MAX_HITS = 400  # of one text are looked at
MAX_PATTERNS = 60
_LEAD = 40  # characters before the first hit, at most, back to where its sentence begins
_SENTENCE_END = re.compile("[。！？!?；;…\n]+[”’」』》）)\"']*\\s*")
_CLAUSE_END = re.compile("[，,、：:—\\s]+")


@dataclass(frozen=True)
class Passage:
    """``pieces``: what stands in the text, in order, each with whether it is a hit. ``cut_before``
    and ``cut_after`` say that the text goes on there."""

    pieces: tuple[tuple[str, bool], ...]
    cut_before: bool
    cut_after: bool

    @property
    def has_hits(self) -> bool:
        """Whether anything is marked."""
        return any(is_hit for _, is_hit in self.pieces)


class Highlighter:
    """Marks in any number of texts what one query's runs look for. Cheap to make."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._patterns: dict[str, float] = {}
        self._number_forms: set[str] = set()
        self._name_terms: set[str] = set()
        self._name_beginnings: list[str] = []
        for run in runs:
            self._add(run)

    def _add(self, run: Run) -> None:
        self._name_beginnings += [text for text in run.prefixes if text < " "]
        for text in (run.text, *run.words, *run.prefixes):
            if not text or len(self._patterns) >= MAX_PATTERNS:
                continue
            if text < " ":  # one of the marked terms of names
                self._name_terms.add(text)
                continue
            if text[0].isdecimal() and is_latin(text):
                self._number_forms.add(text)
            worth = math.sqrt(min(len(text), 6)) if len(text) > 1 else 0.2
            self._patterns.setdefault(text, run.weight * worth)
        for other in run.alternatives:
            self._add(other)

    def passage(self, text: str, names: Sequence[str] = (), length: int = LENGTH) -> Passage:
        """Return a passage of ``text`` of about ``length`` characters.

        ``names`` are names of the one whom the text is about: where the query is a name's pinyin
        or near miss, the name it stands for is marked. Without any hit it is the beginning.
        """
        both = folded(text)
        hits = self._hits(both, self._names_meant(names))
        start, stop = _bounds(text, _best_cluster(hits, length), length)
        stop = start + len(text[start:stop].rstrip())
        goes_on = bool(text[stop:].strip())
        return Passage(tuple(_pieces(text, start, stop, hits)), start > 0, goes_on)

    def marked(self, text: str, names: Sequence[str] = ()) -> Passage:
        """Return the whole of ``text``, a title perhaps, with its hits marked."""
        hits = self._hits(folded(text), self._names_meant((*names, text)))
        return Passage(tuple(_pieces(text, 0, len(text), hits)), False, False)

    def _names_meant(self, names: Sequence[str]) -> set[str]:
        """Return the parts of ``names``, normalised, that the marked terms stand for."""
        meant: set[str] = set()
        if not self._name_terms:
            return meant
        beginnings = tuple(self._name_beginnings)
        for name in names:
            for run in HANZI_RUN.findall(in_simplified(plain(name))):
                for start, stop, term in name_spans(run):
                    if term in self._name_terms or term.startswith(beginnings):
                        meant.add(normalise(run[start:stop]))
        return meant

    def _hits(self, both: Folded, names: set[str]) -> list[tuple[int, int, float, str]]:
        """Return (start, stop, weight, pattern) by original offsets, none overlapping."""
        text = both.text
        found: list[tuple[int, int, float, str]] = []
        for pattern, weight in (*self._patterns.items(), *((name, 1.0) for name in names)):
            latin = is_latin(pattern)
            at = text.find(pattern)
            while at >= 0 and len(found) < MAX_HITS:
                stop = at + len(pattern)
                if not latin or _stands_alone(text, at, stop):
                    found.append((at, stop, weight, pattern))
                at = text.find(pattern, stop)
        if self._number_forms:
            for reading in number_readings(text):
                meant = self._number_forms.intersection(reading.forms)
                if meant:
                    found.append((reading.start, reading.stop, 1.0, min(meant)))
        return [
            (*both.span(start, stop), weight, pattern)
            for start, stop, weight, pattern in _without_overlaps(found)
        ]


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Return whether no Latin letter or digit touches ``text[start:stop]``."""
    before, after = text[start - 1 : start] or " ", text[stop : stop + 1] or " "
    return not (_continues(before) or _continues(after))


def _continues(char: str) -> bool:
    return char.isalnum() and is_latin(char)


def _without_overlaps(
    found: list[tuple[int, int, float, str]],
) -> list[tuple[int, int, float, str]]:
    """Return the hits in order; of two that overlap the earlier and longer one stays."""
    kept: list[tuple[int, int, float, str]] = []
    for hit in sorted(found, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _best_cluster(
    hits: Sequence[tuple[int, int, float, str]], length: int
) -> tuple[int, int] | None:
    """Return where the best hits within ``length`` characters begin and end.

    Different words count in full, repetitions a tenth; of equal ones the first.
    """
    best: tuple[float, int, int] | None = None
    for first, (start, _, _, _) in enumerate(hits):
        seen: set[str] = set()
        score, stop = 0.0, start
        for _, end, weight, pattern in hits[first:]:
            if end > start + length and seen:
                break
            score += weight * (0.1 if pattern in seen else 1)
            seen.add(pattern)
            stop = end
        if best is None or score > best[0] + 1e-9:
            best = (score, start, stop)
    return None if best is None else best[1:]


def _bounds(text: str, cluster: tuple[int, int] | None, length: int) -> tuple[int, int]:
    """Return where a passage around ``cluster`` begins and ends: at sentences, where one ends
    near enough, else at a clause, else anywhere."""
    first, last = cluster or (0, 0)
    earliest = max(0, first - min(_LEAD, max(0, length - (last - first))))
    start = 0
    if earliest:
        sentences = _ends(_SENTENCE_END, text, earliest, first)
        clauses = _ends(_CLAUSE_END, text, earliest, first)
        start = sentences[-1] if sentences else clauses[0] if clauses else earliest
    latest = max(last, start + length)
    if latest >= len(text):
        return start, len(text)
    enough = max(last, start + length // 2)
    ends = _ends(_SENTENCE_END, text, enough, latest) or _ends(_CLAUSE_END, text, enough, latest)
    return start, ends[-1] if ends else latest


def _ends(pattern: re.Pattern[str], text: str, low: int, high: int) -> list[int]:
    """Return where the matches of ``pattern`` end between ``low`` and ``high``."""
    return [found.end() for found in pattern.finditer(text, low, high)]


def _pieces(
    text: str, start: int, stop: int, hits: Sequence[tuple[int, int, float, str]]
) -> list[tuple[str, bool]]:
    """Return ``text[start:stop]`` in pieces; neighbouring hits are one."""
    pieces: list[tuple[str, bool]] = []
    at = start
    for begins, ends, _, _ in hits:
        if begins < start or ends > stop:
            continue
        if begins > at:
            pieces.append((text[at:begins], False))
        elif pieces and pieces[-1][1]:
            begins = begins - len(pieces.pop()[0])
        pieces.append((text[begins:ends], True))
        at = ends
    if at < stop:
        pieces.append((text[at:stop], False))
    return pieces
