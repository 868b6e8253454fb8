"""Which documents hold which term how often: delta-coded lists, coded and decoded in bulk.

An entry is one (term, field): document frequency, width class and where its list begins in the
section of that width. The first document stands in the entry, so a term that one document holds
has no list at all. Deltas (the first is 0) are u8, u16 or u32, whichever fits the list's widest
gap; frequencies are left out when all are 1, else u8 or u32.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

import numpy as np

from .sections import BLOCK_BITS, SectionFile, SectionWriter

ENTRY = np.dtype(
    [
        ("field", "u1"),
        ("ids_class", "u1"),
        ("tfs_class", "u1"),
        ("spare", "u1"),
        ("df", "<u4"),
        ("first", "<u4"),
        ("ids", "<u4"),
        ("tfs", "<u4"),
    ]
)
_ENTRY = struct.Struct("<BBBxIIII")
ID_WIDTHS: tuple[np.dtype, ...] = (np.dtype("u1"), np.dtype("<u2"), np.dtype("<u4"))
TF_WIDTHS: tuple[np.dtype, ...] = (np.dtype("u1"), np.dtype("<u4"))
_accumulate = np.add.accumulate
SINGLE = 3  # ids_class: one document, no list
ONES = 2  # tfs_class: every frequency is 1


class Entry(NamedTuple):
    """One (term, field). `ids` and `tfs` are positions in the sections of their class."""

    field: int
    ids_class: int
    tfs_class: int
    df: int
    first: int
    ids: int
    tfs: int


def exclusive_sums(counts: np.ndarray) -> np.ndarray:
    """Where each list begins when lists of these lengths stand end to end, i64."""
    sums = np.zeros(len(counts), dtype=np.int64)
    np.cumsum(counts[:-1], out=sums[1:])
    return sums


def ragged(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """starts[0] … starts[0]+lengths[0]-1, starts[1] …: one flat index array, i64."""
    ends = np.cumsum(lengths, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    shifts = starts - ends
    shifts += lengths
    indices = shifts.repeat(lengths)
    indices += np.arange(total)
    return indices


class PostingsWriter:
    """Codes lists chunk by chunk; only the coded form is kept until `finish`."""

    def __init__(self) -> None:
        self._entries: list[np.ndarray] = []
        self._parts: dict[str, list[np.ndarray]] = {}
        self._sizes: dict[str, int] = {}

    def add(
        self,
        starts: np.ndarray,
        fields: np.ndarray,
        documents: np.ndarray,
        frequencies: np.ndarray,
    ) -> None:
        """Lists that stand end to end, each list's documents ascending.

        `starts` and `fields` have one item per entry, the others one per posting.
        """
        if not len(starts):
            return
        lengths = np.diff(starts, append=len(documents))
        deltas = np.diff(documents, prepend=0)
        deltas[starts] = 0
        widest = np.maximum.reduceat(deltas, starts)
        id_class = np.where(widest < 256, 0, np.where(widest < 65536, 1, 2))
        id_class[lengths == 1] = SINGLE
        often = np.maximum.reduceat(frequencies, starts)
        tf_class = np.where(often == 1, ONES, np.where(often < 256, 0, 1))
        entries = np.zeros(len(starts), dtype=ENTRY)
        entries["field"] = fields
        entries["ids_class"] = id_class
        entries["tfs_class"] = tf_class
        entries["df"] = lengths
        entries["first"] = documents[starts]
        for number, width in enumerate(ID_WIDTHS):
            chosen = id_class == number
            entries["ids"][chosen] = self._put(f"ids{number}", width, deltas, chosen, lengths)
        for number, width in enumerate(TF_WIDTHS):
            chosen = tf_class == number
            entries["tfs"][chosen] = self._put(f"tfs{number}", width, frequencies, chosen, lengths)
        self._entries.append(entries)

    def _put(
        self,
        section: str,
        width: np.dtype,
        items: np.ndarray,
        chosen: np.ndarray,
        lengths: np.ndarray,
    ) -> np.ndarray:
        """Keep the chosen lists for a section. Returns where each begins there."""
        start = self._sizes.get(section, 0)
        part = items[np.repeat(chosen, lengths)].astype(width)
        self._parts.setdefault(section, []).append(part)
        self._sizes[section] = start + len(part)
        return exclusive_sums(lengths[chosen]) + start

    def finish(self, writer: SectionWriter) -> None:
        nothing = np.zeros(0, dtype=ENTRY)
        writer.add("entries", np.concatenate([nothing, *self._entries]).view(np.uint8))
        for number, width in enumerate(ID_WIDTHS):
            writer.add_parts(f"ids{number}", width, self._parts.get(f"ids{number}", ()))
        for number, width in enumerate(TF_WIDTHS):
            writer.add_parts(f"tfs{number}", width, self._parts.get(f"tfs{number}", ()))


class Postings:
    """The reading side."""

    def __init__(self, file: SectionFile) -> None:
        self._entries = file.section("entries")
        self._data = file.data
        self._seen = file.seen
        self._check = file.check
        self._ids = [file.section(f"ids{number}") for number in range(len(ID_WIDTHS))]
        self._tfs = [file.section(f"tfs{number}") for number in range(len(TF_WIDTHS))]

    def __len__(self) -> int:
        return len(self._entries) // ENTRY.itemsize

    def entry(self, number: int) -> Entry:
        at = self._entries.start + number * _ENTRY.size
        if not (self._seen[at >> BLOCK_BITS] and self._seen[(at + 19) >> BLOCK_BITS]):
            self._check(at, at + _ENTRY.size)
        return Entry._make(_ENTRY.unpack_from(self._data, at))

    def entries(self, start: int, stop: int) -> np.ndarray:
        """Entries start to stop as a structured array."""
        size = ENTRY.itemsize
        return self._entries.part(start * size, stop * size).view(ENTRY)

    def documents(self, entry: Entry) -> np.ndarray:
        """The document numbers of one list, ascending, intp."""
        if entry.ids_class == SINGLE:
            return np.array((entry.first,), dtype=np.intp)
        deltas = self._ids[entry.ids_class].part(entry.ids, entry.ids + entry.df)
        numbers = _accumulate(deltas, dtype=np.intp)
        if entry.first:
            numbers += entry.first
        return numbers

    def frequencies(self, entry: Entry) -> np.ndarray | None:
        """The frequencies beside `documents`, or None when all are 1."""
        if entry.tfs_class == ONES:
            return None
        return self._tfs[entry.tfs_class].part(entry.tfs, entry.tfs + entry.df)

    def decode_many(self, entries: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Many lists at once, end to end: (where each begins, documents, frequencies), i64."""
        lengths = entries["df"].astype(np.int64)
        begins = exclusive_sums(lengths)
        total = int(lengths.sum())
        documents = np.empty(total, dtype=np.int64)
        frequencies = np.ones(total, dtype=np.int64)
        single = entries["ids_class"] == SINGLE
        documents[begins[single]] = entries["first"][single]
        for number, section in enumerate(self._ids):
            chosen = np.flatnonzero(entries["ids_class"] == number)
            if not len(chosen):
                continue
            counts = lengths[chosen]
            sums = np.cumsum(self._gather(section, entries["ids"][chosen], counts))
            at = exclusive_sums(counts)
            offsets = entries["first"][chosen].astype(np.int64) - sums[at]
            documents[ragged(begins[chosen], counts)] = sums + np.repeat(offsets, counts)
        for number, section in enumerate(self._tfs):
            chosen = np.flatnonzero(entries["tfs_class"] == number)
            if len(chosen):
                counts = lengths[chosen]
                found = self._gather(section, entries["tfs"][chosen], counts)
                frequencies[ragged(begins[chosen], counts)] = found
        return begins, documents, frequencies

    @staticmethod
    def _gather(section, starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """Lists of one section end to end, i64. Lists of neighbours stand side by side there."""
        low = int(starts.min())
        high = int((starts.astype(np.int64) + counts).max())
        array = section.part(low, high)
        if high - low == int(counts.sum()):
            return array.astype(np.int64)
        return array[ragged(starts.astype(np.int64) - low, counts)].astype(np.int64)
