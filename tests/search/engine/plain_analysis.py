"""The simplest analysis that the engine can be tested with, and its slow twin: brute force."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.engine.analysing import Run
from search.engine.schema import TextField

_WORD = re.compile(r"[a-z0-9]+|[㐀-鿿𠀀-𪛟]{1,2}")


class PlainAnalysis:
    """Latin words, and hanzi two by two; what is one term depends on where its run begins, so that
    most substrings are no terms."""

    stamp = "plain-1"

    def normalise(self, text: str) -> str:
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)

    def index_terms(self, text: str, field: TextField) -> Sequence[str]:
        return _WORD.findall(self.normalise(text))

    def query_runs(self, text: str) -> Sequence[Run]:
        runs = []
        for word in self.normalise(text).split():
            hanzi = not word.isascii()
            runs.append(Run(text=word if hanzi else "", words=tuple(_WORD.findall(word))))
        return runs

    def prefix_runs(self, text: str) -> Sequence[Run]:
        return [Run(prefixes=(word,)) for word in self.normalise(text).split()]

    def fuzzy_runs(self, text: str) -> Sequence[Run]:
        return [
            Run(words=(word,), alternatives=(Run(prefixes=(word[:-1],), weight=0.5),))
            for word in self.normalise(text).split()
        ]
