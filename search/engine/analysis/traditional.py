"""What OpenCC's phrase dictionaries add for traditional texts.

Its phrase conversion depends on the neighbours of a character and so can never be what texts
are compared by (`characters.normalise` is); it only says where to cut, and adds words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from .characters import is_traditional


@cache
def _converter(name: str) -> Callable[[str], str]:
    import opencc  # 30 ms, and only traditional texts need it

    return opencc.OpenCC(name).convert


def in_simplified(written: str) -> str:
    """Return ``written``, which is in plain form, as simplified text of the same length: 乾坤
    stays and 乾淨 becomes 干净. Simplified text is returned as it is, at once."""
    if not is_traditional(written):
        return written
    simplified = _converter("t2s")(written)
    return simplified if len(simplified) == len(written) else written


def in_mainland_words(written: str) -> str:
    """Return a traditional text simplified and with the mainland's words for regional ones:
    软件 for 軟體. Its length may differ."""
    return _converter("tw2sp")(written)
