"""What the engine asks of an analysis: terms of a text, and what a query's words mean.

The engine knows nothing of languages. It is handed an object that follows `Analysis`, and holds
itself to one promise: a `Run.text` of any length is found in every document whose normalised text
contains it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .schema import TextField


@dataclass(frozen=True, slots=True)
class Run:
    """One thing to be found in a document, and all the ways in which it may be found.

    A document matches when it holds `text` as an exact substring, or every one of `words` as index
    terms, or any term that begins with one of `prefixes`, or when any of the `alternatives`
    matches. With the operator "or", one of `words` is enough. `fields` narrows the fields of the
    query further (pinyin looks into names only). `weight` scales the score.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    fields: tuple[str, ...] | None = None
    weight: float = 1.0
    alternatives: tuple[Run, ...] = ()


class Analysis(Protocol):
    """Turns texts into terms. Must be pure and safe to call from several threads."""

    @property
    def stamp(self) -> str:
        """Changes whenever the terms do; kept in the index and compared at opening."""
        ...

    def normalise(self, text: str) -> str:
        """The text, folded character by character: normalise(a + b) == normalise(a) +
        normalise(b), so that every substring of a text stays a substring."""
        ...

    def index_terms(self, text: str, field: TextField) -> Sequence[str]:
        """Every index term of a text, once per occurrence; positions are not needed."""
        ...

    def query_runs(self, text: str) -> Sequence[Run]:
        """For `queries.Words`: what a reader's text asks for, in order. Stop words may be left
        out; nothing at all means that nothing is found."""
        ...

    def prefix_runs(self, text: str) -> Sequence[Run]:
        """For `queries.Prefix`: the text taken as beginnings of words."""
        ...

    def fuzzy_runs(self, text: str) -> Sequence[Run]:
        """For `queries.FuzzyText`: the runs with their near misses as alternatives."""
        ...
