"""The analysis that the engine is handed for Chinese: `search.engine.analysing.Analysis`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version
from itertools import groupby, islice

from ..analysing import Run
from ..schema import TextField
from . import pinyin
from .character_rules import TABLE_FILE
from .characters import HANZI_RUN, normalise, plain
from .chunks import Chunk, Kind, chunks
from .near import near_misses, pinyin_runs, prefix_alternatives, scattered_runs
from .numbers import readings
from .syllables import segmentations
from .traditional import in_simplified
from .words import Cutter

# Counts up with every change of the terms that an index holds.
VERSION = 2
# Of a question this much is looked at; a page that wants less cuts earlier and says so.
MAX_QUERY_CHARACTERS = 400
MAX_RUNS = 40
AS_IT_STANDS = 2.0  # how much a whole run counts beside its first word
LONGEST_PERSON = 4  # hanzi of a person's name, by which a misspelt one is taken for a name
LONGEST_PASTED = 60  # characters of a question that are looked for as they stand
_SIGN = re.compile(r"[^\w\s]")
LONGEST_RUN_TERM = 24  # hanzi; an autocomplete field keeps its runs whole up to this


class ChineseAnalysis:
    """Terms and query runs for Chinese texts, with a site's ``own_words`` kept together.

    Cheap to make; thread-safe. The own words are part of the stamp: an index is read with the
    words that it was built with.
    """

    def __init__(self, own_words: Iterable[str] = ()) -> None:
        self._cutter = Cutter(own_words)
        own = "\n".join(self._cutter.own_words).encode()
        digest = hashlib.sha256(TABLE_FILE.read_bytes() + own).hexdigest()[:16]
        libraries = " ".join(f"{name} {version(name)}" for name in ("rjieba", "OpenCC", "pypinyin"))
        self._stamp = f"chinese {VERSION}; {libraries}; {digest}"

    @property
    def stamp(self) -> str:
        """What the terms depend on: this code, the characters' table, the libraries, own words."""
        return self._stamp

    def normalise(self, text: str) -> str:
        """Return ``text`` folded character by character; a part of it stays a part."""
        return normalise(text)

    def index_terms(self, text: str, field: TextField) -> list[str]:
        """Return the index terms of ``text``, once per occurrence.

        A field with ``pinyin`` also gets its single hanzi and the marked terms of its names;
        one with ``autocomplete`` its runs of hanzi as a whole.
        """
        terms = self._cutter.terms(text)
        if not (field.pinyin or field.autocomplete):
            return terms
        cut_form = in_simplified(plain(text))
        for run in HANZI_RUN.findall(cut_form):
            folded = normalise(run)
            known = set(terms)
            if field.autocomplete:
                whole = folded[:LONGEST_RUN_TERM]
                terms += [whole] if whole not in known else []
            if field.pinyin:
                terms += [char for char in folded if char not in known]
                terms += pinyin.name_terms(run)
        return terms

    def query_runs(self, text: str) -> list[Run]:
        """Return what ``text`` asks for: each piece of hanzi, each Latin word or number; Latin
        letters that are pinyin also as names read so."""
        return self._runs(text, fuzzy=False)

    def fuzzy_runs(self, text: str) -> list[Run]:
        """Return the same with near misses: homophones, alike sounds, slips of names."""
        return self._runs(text, fuzzy=True)

    def prefix_runs(self, text: str) -> list[Run]:
        """Return ``text`` as beginnings: of words, of runs of hanzi, of names in pinyin."""
        runs = []
        for chunk in self._chunks(text):
            word = chunk.folded
            whole = word if len(word) > 1 and chunk.kind is Kind.HANZI else ""
            runs.append(Run(whole, prefixes=(word,), alternatives=prefix_alternatives(chunk)))
        return runs

    def _chunks(self, text: str) -> list[Chunk]:
        return list(islice(chunks(text[:MAX_QUERY_CHARACTERS]), MAX_RUNS))

    def _runs(self, text: str, *, fuzzy: bool) -> list[Run]:
        runs: list[Run] = []
        for kind, group in groupby(self._chunks(text), key=_group):
            if kind == "pinyin":
                runs.append(_pinyin_run([chunk.folded for chunk in group], fuzzy=fuzzy))
                continue
            for chunk in group:
                if chunk.kind is Kind.HANZI:
                    runs += self._hanzi_runs(chunk, fuzzy=fuzzy)
                elif chunk.kind is Kind.NUMBER:
                    as_written = chunk.folded if chunk.folded != chunk.forms[0] else ""
                    runs.append(Run(as_written, words=chunk.forms[:1]))
                else:
                    runs.append(_pinyin_run([chunk.folded], fuzzy=fuzzy))
        return _with_signs(text, runs[:MAX_RUNS])

    def _hanzi_runs(self, chunk: Chunk, *, fuzzy: bool) -> list[Run]:
        """Return a run for each piece of ``chunk``: where the whole chunk stands in a text, all of
        its pieces do. With near misses a short chunk stays whole: it may be a name."""
        pieces = self._cutter.pieces(chunk.written, chunk.folded)
        if fuzzy and len(pieces) > 1 and len(chunk.folded) <= LONGEST_PERSON:
            misses = near_misses(chunk.folded)
            return [Run(chunk.folded, words=tuple(pieces), alternatives=misses)]
        runs = [_hanzi_run(piece, fuzzy=fuzzy) for piece in pieces]
        if pieces != [chunk.folded]:
            runs[0] = _as_it_stands(runs[0], chunk.folded)
        return runs


def _with_signs(text: str, runs: list[Run]) -> list[Run]:
    """Return ``runs`` so that a text with all of ``text`` in it, signs between words included,
    ranks higher: a reader who pastes half a sentence wants the one it is from."""
    whole = normalise(text[:LONGEST_PASTED]).strip()
    if len(runs) < 2 or not _SIGN.search(whole):
        return runs
    return [_as_it_stands(runs[0], whole), *runs[1:]]


def _group(chunk: Chunk) -> str:
    """Return "pinyin" for Latin words that are: neighbours may be one name, zhu yun guan."""
    is_pinyin = chunk.kind is Kind.LATIN and segmentations(chunk.folded)
    return "pinyin" if is_pinyin else "other"


def _pinyin_run(words: list[str], *, fuzzy: bool) -> Run:
    """Return the run of Latin words that are all in a text, or of the name they spell: joined,
    or each syllable somewhere in it (Yunguan Zhu)."""
    alternatives = pinyin_runs("".join(words), fuzzy=fuzzy)
    if len(words) > 1:
        alternatives += scattered_runs(words)
    return Run(words=tuple(words), alternatives=alternatives)


def _as_it_stands(first: Run, whole: str) -> Run:
    """Return ``first``, the first run of several, so that a text with the ``whole`` of them as it
    was asked for ranks higher. It finds no other texts: they hold what ``first`` asks for."""
    exact = Run(whole, weight=AS_IT_STANDS)
    return replace(first, alternatives=(*first.alternatives, exact))


def _hanzi_run(piece: str, *, fuzzy: bool) -> Run:
    alternatives = near_misses(piece) if fuzzy else ()
    for reading in readings(piece):
        if (reading.start, reading.stop) == (0, len(piece)):
            alternatives = (Run(words=reading.forms[:1]), *alternatives)
    return Run(piece, words=(piece,), alternatives=alternatives)
