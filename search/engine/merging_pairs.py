"""Character pairs of several segments into one table, a few million positions at a time.

A slot moves as a whole, so a position moves by a number that its block decides: the segments' own
groups, shifted, stand one after another in the joint group, and nothing is sorted.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .pairs import SLOT_BITS, Pairs, PairTable
from .postings import exclusive_sums, ragged

CHUNK = 4_000_000  # positions in memory at once


class MovedPairs:
    """One segment's pairs and where its blocks go."""

    def __init__(self, pairs: Pairs, shifts: np.ndarray, alive: np.ndarray) -> None:
        self._pairs = pairs
        self._shifts = shifts  # per block, i64
        self._alive = None if alive.all() else alive  # per block
        self.keys = pairs.keys()
        self.starts = pairs.starts()
        self.counts = np.diff(self.starts) if self._alive is None else self._count_alive()
        self.rows = np.zeros(0, dtype=np.int64)  # where the keys stand among the joint ones

    def _count_alive(self) -> np.ndarray:
        """How many positions of each pair stay."""
        counts = np.zeros(len(self.keys), dtype=np.int64)
        for low, high in chunks(np.diff(self.starts)):
            stays = self._stays(self._read(low, high))
            begins = self.starts[low:high] - self.starts[low]
            counts[low:high] = np.add.reduceat(stays, begins, dtype=np.int64)
        return counts

    def _read(self, low: int, high: int) -> np.ndarray:
        return self._pairs.positions(int(self.starts[low]), int(self.starts[high]))

    def _stays(self, positions: np.ndarray) -> np.ndarray:
        assert self._alive is not None
        return self._alive[positions >> np.uint32(SLOT_BITS)]

    def moved(self, low: int, high: int) -> np.ndarray:
        """The new positions of pairs low to high, u32."""
        positions = self._read(low, high)
        if self._alive is not None:
            positions = positions[self._stays(positions)]
        return (positions + self._shifts[positions >> np.uint32(SLOT_BITS)]).astype(np.uint32)


def chunks(counts: np.ndarray) -> Iterator[tuple[int, int]]:
    """Cut rows of so many items each into ranges of about CHUNK items; a row stays whole."""
    ends = np.cumsum(counts)
    low = 0
    done = 0
    while low < len(counts):
        high = max(int(np.searchsorted(ends, done + CHUNK, side="right")), low + 1)
        yield low, high
        low, done = high, int(ends[high - 1])


def merge_pairs(sources: list[MovedPairs]) -> PairTable:
    """One table; its positions are made as they are read."""
    keys = np.unique(np.concatenate([source.keys for source in sources]))
    sizes = np.zeros(len(keys), dtype=np.int64)
    for source in sources:
        source.rows = np.searchsorted(keys, source.keys)
        sizes[source.rows] += source.counts
    used = sizes > 0
    starts = np.append(exclusive_sums(sizes[used]), sizes.sum())
    return PairTable(keys[used], starts, _pieces(sources, sizes))


def _pieces(sources: list[MovedPairs], sizes: np.ndarray) -> Iterator[np.ndarray]:
    for low, high in chunks(sizes):
        free = exclusive_sums(sizes[low:high])
        piece = np.empty(int(sizes[low:high].sum()), dtype=np.uint32)
        for source in sources:
            first, last = np.searchsorted(source.rows, (low, high)).tolist()
            if first == last:
                continue
            rows = source.rows[first:last] - low
            counts = source.counts[first:last]
            piece[ragged(free[rows], counts)] = source.moved(first, last)
            free[rows] += counts
        yield piece
