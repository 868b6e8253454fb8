"""Exact substrings: for every pair of neighbouring code units, where in the texts it stands.

The normalised texts stand end to end as UTF-16 in a space of positions, each (document, field) in
a slot of its own that begins at a multiple of 256. For every position there is the pair of the
unit there and the next one (0 after the last). Positions are grouped by pair and ascend within
a group, so that a text of two units is one slice, and a longer one the meeting of shifted slices:
the text itself is neither read nor kept. Of one unit alone, all pairs that begin with it are asked.
"""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from .sections import SectionFile, SectionWriter

SLOT_BITS = 8
SLOT = 1 << SLOT_BITS
FEW = 8
SEPARATOR = 10  # the unit between several texts of one field


codecs.lookup("utf-16-le")  # loaded here, and not by a process's first query


def units_of(text: str) -> np.ndarray:
    """A normalised text as UTF-16 code units, u16. NUL is the padding and becomes a space."""
    data = text.replace("\0", " ").encode("utf-16-le", "surrogatepass")
    return np.frombuffer(data, dtype="<u2")


class PairTable(NamedTuple):
    """Positions grouped by pair: keys (first << 16 | second) ascending, and their groups."""

    keys: np.ndarray  # u32, one per pair that occurs
    starts: np.ndarray  # i64, where the group of each begins, and the end
    positions: Iterable[np.ndarray]  # u32, in pieces

    @classmethod
    def of_text(cls, units: np.ndarray, occupied: np.ndarray) -> PairTable:
        """From a space of units in which `occupied` names the positions that hold text."""
        first = units[occupied].astype(np.uint64)
        second = units[occupied + 1].astype(np.uint64)
        packed = (first << np.uint64(48)) | (second << np.uint64(32)) | occupied.astype(np.uint64)
        packed.sort()
        positions = packed.astype(np.uint32)
        pairs = (packed >> np.uint64(32)).astype(np.uint32)
        starts = np.flatnonzero(np.diff(pairs, prepend=pairs[:1] ^ np.uint32(1)))
        return cls(pairs[starts], np.append(starts, len(positions)), (positions,))


def write_pairs(writer: SectionWriter, table: PairTable) -> None:
    firsts = (table.keys >> np.uint32(16)).astype(np.uint16)
    heads = np.flatnonzero(np.diff(firsts.astype(np.int32), prepend=-1))
    writer.add("pairs.firsts", firsts[heads])
    writer.add("pairs.heads", np.append(heads, len(firsts)).astype(np.uint32))
    writer.add("pairs.seconds", (table.keys & np.uint32(0xFFFF)).astype(np.uint16))
    writer.add("pairs.starts", table.starts.astype(np.uint32))
    writer.add_parts("pairs.positions", np.dtype(np.uint32), table.positions)


class Pairs:
    """The reading side of the table."""

    def __init__(self, file: SectionFile) -> None:
        self._firsts = file.section("pairs.firsts")
        self._heads = file.section("pairs.heads")
        self._seconds = file.section("pairs.seconds")
        self._starts = file.section("pairs.starts")
        self._positions = file.section("pairs.positions")
        self._first_of = self._firsts.memory()
        self._head_of = self._heads.memory()
        self._second_of = self._seconds.memory()
        self._start_of = self._starts.memory()
        self._position_of = self._positions.memory()

    def keys(self) -> np.ndarray:
        """All pairs, ascending, u32."""
        heads = self._heads.whole().astype(np.int64)
        firsts = np.repeat(self._firsts.whole().astype(np.uint32), np.diff(heads))
        return (firsts << np.uint32(16)) | self._seconds.whole()

    def starts(self) -> np.ndarray:
        """Where the group of each begins, and the end, i64."""
        return self._starts.whole().astype(np.int64)

    def positions(self, start: int, stop: int) -> np.ndarray:
        """Part of all positions, in the order of the pairs."""
        return self._positions.part(start, stop)

    def _group(self, first: int, second: int) -> tuple[int, int]:
        """Where the pair's positions begin and end; (0, 0) if it does not occur."""
        low, high = self._row(first)
        if low == high:
            return 0, 0
        if not self._seconds.is_whole:
            self._seconds.part(low, high)
        at = bisect_left(self._second_of, second, low, high)
        if at == high or self._second_of[at] != second:
            return 0, 0
        if not self._starts.is_whole:
            self._starts.part(at, at + 2)
        return self._start_of[at], self._start_of[at + 1]

    def _row(self, first: int) -> tuple[int, int]:
        """Which pairs begin with the unit."""
        if not self._heads.is_whole:
            self._firsts.whole()
            self._heads.whole()
        at = bisect_left(self._first_of, first)
        if at == len(self._first_of) or self._first_of[at] != first:
            return 0, 0
        return self._head_of[at], self._head_of[at + 1]

    def find(self, units: list[int]) -> np.ndarray:
        """Every position at which the units stand, ascending, u32."""
        if len(units) < 2:
            return self._find_one(units[0]) if units else np.zeros(0, np.uint32)
        if len(units) == 2:
            low, high = self._group(units[0], units[1])
            return self._positions.part(low, high)
        groups = []
        for at in range(len(units) - 1):
            low, high = self._group(units[at], units[at + 1])
            if low == high:
                return np.zeros(0, np.uint32)
            groups.append((high - low, at, low, high))
        return self._meet(groups, len(units))

    def _find_one(self, unit: int) -> np.ndarray:
        low, high = self._row(unit)
        if low == high:
            return np.zeros(0, np.uint32)
        starts = self._starts.part(low, high + 1)
        return np.sort(self._positions.part(int(starts[0]), int(starts[-1])))

    def _meet(self, groups: list[tuple[int, int, int, int]], length: int) -> np.ndarray:
        """The beginnings at which all the pairs stand; begins with the rarest."""
        size, offset, low, high = min(groups)
        found = self._positions.part(low, high)
        if size <= FEW:
            return self._meet_few(found.tolist(), offset, groups, length)
        if offset:
            found = found[int(found.searchsorted(offset)) :] - np.uint32(offset)
        wanted = {*range(0, length - 1, 2), length - 2} - {offset}
        for _, at, low, high in sorted(group for group in groups if group[1] in wanted):
            if not len(found):
                break
            others = self._positions.part(low, high)
            sought = found + np.uint32(at)
            where = others.searchsorted(sought)
            found = found.take((others.take(where, mode="clip") == sought).nonzero()[0])
        return found

    def _meet_few(
        self,
        found: list[int],
        offset: int,
        groups: list[tuple[int, int, int, int]],
        length: int,
    ) -> np.ndarray:
        """The same from a handful of places."""
        for _, at, low, high in groups:
            if at == offset or (at & 1 and at != length - 2):
                continue
            self._positions.part(low, high)
            shift = at - offset
            kept = []
            for position in found:
                sought = position + shift
                where = bisect_left(self._position_of, sought, low, high)
                if where < high and self._position_of[where] == sought:
                    kept.append(position)
            found = kept
            if not found:
                break
        return np.array([position - offset for position in found], dtype=np.uint32)
