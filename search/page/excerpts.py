"""A passage around the first hit, with the hits marked and all else escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

BEFORE = 24
LENGTH = 110


def excerpt(search_text: str, terms: Sequence[str]) -> SafeString:
    """Return a passage of the story around the first of ``terms`` found in it.

    ``search_text`` is two lines, the story and its keywords; where only a keyword was
    hit, the passage is the story's beginning. The result is safe HTML.
    """
    story = search_text.split("\n", 1)[0]
    pattern = _pattern(terms)
    hit = pattern.search(story) if pattern is not None else None
    start = max(0, hit.start() - BEFORE) if hit else 0
    end = min(len(story), start + LENGTH)
    if hit and hit.end() > end:
        end = hit.end()
    passage = _marked(story[start:end], pattern)
    return format_html("{}{}{}", "…" if start else "", passage, "…" if end < len(story) else "")


def _pattern(terms: Sequence[str]) -> re.Pattern[str] | None:
    longest_first = sorted((term for term in terms if term), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile("|".join(re.escape(term) for term in longest_first), re.IGNORECASE)


def _marked(passage: str, pattern: re.Pattern[str] | None) -> SafeString:
    pieces: list[tuple[str, str]] = []
    at = 0
    for hit in pattern.finditer(passage) if pattern is not None else ():
        pieces.append((passage[at : hit.start()], hit.group()))
        at = hit.end()
    marked = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", marked, passage[at:])
