"""Recall at ten and mean reciprocal rank, with intervals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

TOP = 10
RECALL_GOAL, RANK_GOAL = 0.97, 0.93


class Estimate(NamedTuple):
    """A mean over questions with its 95 % bootstrap interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def verdict(recalls: Estimate, ranks: Estimate) -> str:
    """Say of both means whether they reach what was asked of the half set aside."""
    said = []
    for name, mean, goal in (
        ("recall@10", recalls.mean, RECALL_GOAL),
        ("MRR", ranks.mean, RANK_GOAL),
    ):
        said.append(f"{name} ≥ {goal}: {'met' if mean >= goal else 'missed'}")
    return ", ".join(said)


def recall(found: Sequence[str], expected: Collection[str]) -> float:
    """Return the share of the expected that is among the first ten found; where more than ten
    are expected, of ten."""
    hits = len(set(found[:TOP]) & set(expected))
    return hits / min(TOP, len(expected))


def reciprocal_rank(found: Sequence[str], expected: Collection[str]) -> float:
    """Return 1 / the place of the first expected one among the first ten, or 0."""
    for place, slug in enumerate(found[:TOP], start=1):
        if slug in expected:
            return 1 / place
    return 0.0


def estimate(values: Sequence[float], rounds: int = 2000) -> Estimate:
    """Return the mean of ``values``, one for each question, with its interval."""
    if not len(values):
        return Estimate(float("nan"), float("nan"), float("nan"))
    each = np.asarray(values, dtype=float)
    draws = np.random.default_rng(1).integers(0, len(each), (rounds, len(each)))
    low, high = np.percentile(each[draws].mean(axis=1), (2.5, 97.5))
    return Estimate(float(each.mean()), float(low), float(high))
