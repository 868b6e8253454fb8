"""Which known name may have been meant by one that finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from .characters import HANZI_RUN, normalise, plain
from .near import near_misses, pinyin_runs
from .pinyin import LONGEST_NAME, name_terms
from .traditional import in_simplified

MAX_NAMES = 200


def nearest_name(asked: str, names: Iterable[str]) -> str | None:
    """Return the one of ``names`` that ``asked`` most likely stands for, or None.

    ``names`` are those of the documents that near misses found, the best first; at most 200 are
    looked at. A homophone is nearer than an alike sound, and that nearer than a slip; None where
    the name itself was asked for, or none is near.
    """
    folded = normalise(asked).strip()
    if not 2 <= len(folded) <= 8 * LONGEST_NAME:
        return None
    latin = folded.replace(" ", "").replace("'", "")
    runs = pinyin_runs(latin, fuzzy=True) if latin.isascii() else near_misses(folded)
    best, nearest = 0.0, None
    for name, _ in zip(names, range(MAX_NAMES), strict=False):
        if normalise(name).strip() == folded:
            return None
        kept: set[str] = set()
        for run in HANZI_RUN.findall(in_simplified(plain(name))):
            kept.update(name_terms(run))
        near = max((run.weight for run in runs if kept.issuperset(run.words)), default=0.0)
        if near > best:
            best, nearest = near, name
    return nearest
