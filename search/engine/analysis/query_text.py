"""What a reader types, read as a small language of its own: words, phrases, words left out.

Words are all looked for; what stands in quotation marks is looked for as it stands; a word or
phrase with a minus sign in front must not be there. Every other sign parts words. Whatever is
typed, of whatever length, is read in bounded time and without an error.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .characters import HANZI_RUN, is_traditional, normalise, plain
from .traditional import in_simplified
from .words import FUNCTION_WORDS

MAX_CHARACTERS = 200  # of a question are read
MAX_WORDS = 16  # and phrases, together
MAX_EXCLUDED = 8
_HEAD = 4 * MAX_CHARACTERS  # of what is typed is looked at; one character may become several

_CLOSING = {'"': '"', "“": "”", "„": "”", "「": "」", "『": "』", "﹁": "﹂", "«": "»"}
_MINUS = "-−–—"
# Letters with their marks and digits; between two Latin ones also the signs of a number, a date
# or a word (3,000, COVID-19), and the dot within a name.
_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u0590-\u109f\u1780-\u17ff])"
_WORD = re.compile(
    rf"{_LETTER}(?:{_LETTER}|·(?={_LETTER})|(?<=[0-9A-Za-z])[-.,/'’](?=[0-9A-Za-z]))*"
)


@dataclass(frozen=True)
class ParsedQuery:
    """A question as it was understood.

    ``text`` is the whole question as it may be shown and asked again; ``words`` and ``phrases``
    must all be there, none of ``excluded`` may. ``was_cut`` says that more was asked than is
    looked for. ``simplified`` is ``text`` in simplified characters, the same where it was.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    was_cut: bool = False
    simplified: str = ""

    @property
    def asked_words(self) -> str:
        """What to look for with all of its words: the text as it was typed where it is words
        alone (half a sentence with its commas is best found so), else the words."""
        return " ".join(self.words) if self.phrases or self.excluded else self.text

    @property
    def loosened(self) -> str:
        """The hanzi of the question one by one, function words left out, for the loosest search:
        who asks for 借伞 may mean 把伞借给人. Any of them is to be found, and counts little."""
        hanzi = HANZI_RUN.findall(normalise(" ".join((*self.words, *self.phrases))))
        return " ".join(
            char for char in dict.fromkeys("".join(hanzi)) if char not in FUNCTION_WORDS
        )

    @property
    def asks_for_nothing(self) -> bool:
        """Whether there is nothing to look for, though something may be excluded."""
        return not (self.words or self.phrases)


@dataclass(frozen=True)
class _Part:
    """A part of a question between blanks: ``quoted`` and ``excluded`` as its signs say."""

    text: str
    quoted: bool
    excluded: bool


def read_query(raw: str) -> ParsedQuery:
    """Return ``raw`` as it is understood. Never raises; the limits are this module's constants."""
    head = raw[:_HEAD]
    cleaned = " ".join(_visible(head).split())
    text = cleaned[:MAX_CHARACTERS].strip()
    was_cut = len(cleaned) > len(text) or bool(raw[_HEAD:].strip())
    words: dict[str, str] = {}
    phrases: dict[str, str] = {}
    excluded: dict[str, str] = {}
    for part in _parts(text):
        into = excluded if part.excluded else phrases if part.quoted else words
        found = _WORD.findall(part.text)
        if part.quoted and found:
            found = [part.text.strip()]
        for word in found:
            full = len(excluded) >= MAX_EXCLUDED
            if not part.excluded:
                full = len(words) + len(phrases) >= MAX_WORDS
            if normalise(word) in into:
                continue
            if full:
                was_cut = True
                break
            into[normalise(word)] = word
    return ParsedQuery(
        text,
        tuple(words.values()),
        tuple(phrases.values()),
        tuple(excluded.values()),
        was_cut,
        _in_simplified(text),
    )


def _visible(text: str) -> str:
    """Return ``text`` by NFKC, hidden marks and lone surrogates left out, controls as blanks."""
    kept = []
    for char in unicodedata.normalize("NFKC", text):
        category = unicodedata.category(char)
        if category in ("Cf", "Cs", "Cn", "Co"):
            continue
        kept.append(" " if category[0] in "CZ" else char)
    return "".join(kept)


def _in_simplified(text: str) -> str:
    """Return ``text`` with its traditional characters simplified and all others as they are."""
    if not is_traditional(plain(text)):
        return text
    simplified = in_simplified(text)
    return simplified if len(simplified) == len(text) else normalise(text)


def _parts(text: str) -> list[_Part]:
    """Return the quoted and unquoted parts of ``text``. A quotation that never closes is none."""
    parts = []
    start = at = 0
    no_more: set[str] = set()
    while at < len(text):
        char = text[at]
        closing = _CLOSING.get(char)
        end = text.find(closing, at + 1) if closing and closing not in no_more else -1
        if closing and end < 0:
            no_more.add(closing)
        if end > 0:
            before, minus = text[start:at], False
            if before[-1:] in _MINUS and before[-2:-1] in ("", " ") and before:
                before, minus = before[:-1], True
            parts += _unquoted(before)
            parts.append(_Part(text[at + 1 : end], quoted=True, excluded=minus))
            start = at = end + 1
        else:
            at += 1
    return parts + _unquoted(text[start:])


def _unquoted(text: str) -> list[_Part]:
    return [
        _Part(part, quoted=False, excluded=part[0] in _MINUS and part[1:2].isalnum())
        for part in text.split()
    ]
