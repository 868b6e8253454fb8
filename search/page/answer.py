"""What is answered to a question, whoever answered it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from search.engine.analysing import Run

# A looser search is made only where the strict one finds fewer than this.
FEW = 5


def near_shown(found: int) -> int:
    """Return how many near results stand below ``found`` strict ones: few beside some."""
    return 5 if found else 10


Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Answer:
    """``ids`` are the pages found, all of them in order; taking a slice fetches just that.

    ``counts``: for each group of filters its values with the number of people, each group under
    the others' filters. ``near``: what a looser search finds beside them, the nearest first,
    where the strict one found few. The runs say what to mark in each.
    """

    ids: Sequence[int]
    counts: Counts
    runs: Sequence[Run] = ()
    near: Sequence[int] = ()
    near_runs: Sequence[Run] = field(default=())
