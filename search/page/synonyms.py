"""The editors' synonyms as a question asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from search.engine.analysis.query_text import ParsedQuery
from search.engine.analysis.synonyms import Alternative, Synonyms
from search.page.models import SynonymGroup

# What a synonym counts beside the word that was asked for.
WEIGHT = 0.8

Alternatives = dict[str, tuple[Alternative, ...]]


def alternatives_for(query: ParsedQuery) -> Alternatives:
    """Return what is looked for as well for each of the words, by one query of the database."""
    if not query.words:
        return {}
    groups = SynonymGroup.objects.values_list("words", flat=True)
    return _synonyms(tuple(groups)).alternatives(query.words)


@lru_cache(maxsize=4)
def _synonyms(groups: tuple[str, ...]) -> Synonyms:
    return Synonyms(SynonymGroup(words=words).as_list for words in groups)


def other_words(alternatives: Alternatives) -> list[str]:
    """Return the words that were looked for as well, to be told to the reader."""
    return list(dict.fromkeys(each.other for found in alternatives.values() for each in found))


def store(groups: Iterable[Iterable[str]]) -> int:
    """Add ``groups`` of words, checked as an editor's are, but those that are there; return how
    many were added. Raises ``ValidationError`` where a word stands in two groups."""
    there = set(SynonymGroup.objects.values_list("words", flat=True))
    added = 0
    for words in groups:
        group = SynonymGroup(words="、".join(words))
        if group.words in there:
            continue
        group.full_clean()
        group.save()
        added += 1
    return added
