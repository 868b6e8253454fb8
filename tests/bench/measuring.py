"""Interleaved pairs: both engines answer the same question one after the other, in turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np


class Ratio(NamedTuple):
    """Our CPU time over the other's. Times in milliseconds."""

    median: float
    low: float
    high: float
    ours: float
    other: float
    ours_p95: float
    other_p95: float
    ours_wall: float
    other_wall: float


class Clock:
    """CPU and wall seconds of one call."""

    def __init__(self) -> None:
        self.cpu: list[float] = []
        self.wall: list[float] = []

    def run(self, call: Callable[[], object]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        call()
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)


def interval(ratios: np.ndarray, rounds: int = 1000) -> tuple[float, float]:
    """95 % bootstrap interval of the median."""
    chance = np.random.default_rng(1)
    draws = chance.integers(0, len(ratios), (rounds, len(ratios)))
    low, high = np.percentile(np.median(ratios[draws], axis=1), (2.5, 97.5))
    return float(low), float(high)


def compare(
    ours: Callable[[object], object],
    other: Callable[[object], object],
    questions: Sequence[object],
    pairs: int,
) -> Ratio:
    """So many pairs over the questions in turn; who goes first alternates."""
    mine, theirs = Clock(), Clock()
    for number in range(pairs):
        question = questions[number % len(questions)]
        first, second = (ours, other) if number % 2 else (other, ours)
        one, two = (mine, theirs) if number % 2 else (theirs, mine)
        one.run(lambda call=first, asked=question: call(asked))  # type: ignore[misc]
        two.run(lambda call=second, asked=question: call(asked))  # type: ignore[misc]
    return ratio_of(mine, theirs)


def ratio_of(mine: Clock, theirs: Clock) -> Ratio:
    """Out of pairs that were measured one by one."""
    a, b = np.array(mine.cpu), np.array(theirs.cpu)
    low, high = interval(a / b)
    return Ratio(
        float(np.median(a / b)),
        low,
        high,
        *(float(np.median(each) * 1000) for each in (a, b)),
        *(float(np.percentile(each, 95) * 1000) for each in (a, b)),
        *(float(np.median(each) * 1000) for each in (mine.wall, theirs.wall)),
    )
