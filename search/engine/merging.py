"""Several segments into one, array by array: no text is analysed again, no posting is sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .columns import Codes, join_codes, keep_rows
from .merging_pairs import MovedPairs, chunks, merge_pairs
from .pairs import SLOT_BITS, PairTable
from .postings import exclusive_sums, ragged
from .schema import Schema
from .segment import Segment
from .segment_data import SegmentData, Slots, StoredTexts, TermLists
from .values import Stored, all_of


class Source:
    """A segment to be merged, with the documents of it that stay and their new numbers."""

    def __init__(self, segment: Segment, dead: np.ndarray | None, base: int) -> None:
        self.segment = segment
        alive = np.ones(segment.count, bool) if dead is None else ~dead
        self.kept = np.flatnonzero(alive)
        self.alive = alive
        self.numbers = np.cumsum(alive) - 1 + base


def merge(segments: Sequence[tuple[Segment, np.ndarray | None]], schema: Schema) -> SegmentData:
    """One segment's arrays from those of several; `dead` masks name what is left out."""
    sources: list[Source] = []
    base = 0
    for segment, dead in segments:
        source = Source(segment, dead, base)
        sources.append(source)
        base += len(source.kept)
    keys: list[bytes] = []
    for source in sources:
        names = list(source.segment.keys)
        keys.extend(names[number] for number in source.kept.tolist())
    lengths = np.concatenate([each.segment.lengths[:, each.kept] for each in sources], axis=1)
    slots, pairs = _merge_pairs(sources, schema)
    return SegmentData(
        keys=keys,
        ranks=np.concatenate([each.segment.ranks[each.kept] for each in sources]),
        lengths=lengths,
        terms=_merge_terms(sources),
        pairs=pairs,
        slots=slots,
        stored=_merge_stored(sources, schema),
        columns=_merge_columns(sources, schema),
    )


class _Terms:
    """One segment's terms among the joint ones."""

    def __init__(self, source: Source, names: list[bytes], numbers: np.ndarray) -> None:
        self.source = source
        self.names = names
        self.numbers = numbers
        self.bounds = source.segment.first_entries.whole().astype(np.int64)

    def postings_of_terms(self) -> np.ndarray:
        """How many postings each term has."""
        entries = self.source.segment.entries_between(0, len(self.names))
        sums = np.append(0, np.cumsum(entries["df"].astype(np.int64)))
        return np.diff(sums[self.bounds])


def _merge_terms(sources: Sequence[Source]) -> Iterator[TermLists]:
    """Postings in the order (term, field, segment, document), placed, not sorted; some million at
    a time."""
    names = [list(source.segment.terms) for source in sources]
    joint = sorted(set().union(*names))
    number_of = {term: number for number, term in enumerate(joint)}
    parts = []
    sizes = np.zeros(len(joint), dtype=np.int64)
    for source, own in zip(sources, names, strict=True):
        numbers = np.fromiter(map(number_of.__getitem__, own), dtype=np.int64, count=len(own))
        part = _Terms(source, own, numbers)
        sizes[numbers] += part.postings_of_terms()
        parts.append(part)
    for low, high in chunks(sizes):
        yield _merge_range(parts, joint, low, high)


def _merge_range(parts: list[_Terms], joint: list[bytes], low: int, high: int) -> TermLists:
    """The joint terms low to high."""
    fields = max(len(parts[0].source.segment.schema.texts), 1)
    pieces: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]] = []
    sizes = np.zeros((high - low) * fields, dtype=np.int64)
    for part in parts:
        first, last = np.searchsorted(part.numbers, (low, high)).tolist()
        source, segment = part.source, part.source.segment
        entries = segment.entries_between(first, last)
        if not len(entries):
            continue
        begins, documents, frequencies = segment.postings.decode_many(entries)
        own = np.repeat(part.numbers[first:last] - low, np.diff(part.bounds[first : last + 1]))
        groups = own * fields + entries["field"]
        stays = source.alive[documents]
        counts = np.add.reduceat(stays, begins, dtype=np.int64)
        if not stays.all():
            documents, frequencies = documents[stays], frequencies[stays]
        pieces.append((groups, counts, source.numbers[documents], frequencies))
        sizes[groups] += counts
    used = np.flatnonzero(sizes)
    free = exclusive_sums(sizes)
    starts = free[used]
    documents = np.empty(int(sizes.sum()), dtype=np.int64)
    frequencies = np.empty(len(documents), dtype=np.int64)
    for groups, counts, own_documents, own_frequencies in pieces:
        at = ragged(free[groups], counts)
        documents[at] = own_documents
        frequencies[at] = own_frequencies
        free[groups] += counts
    present = np.unique(used // fields)
    return TermLists(
        terms=[joint[low + number] for number in present.tolist()],
        first_entries=np.searchsorted(used, np.append(present, high - low) * fields),
        starts=starts,
        fields=(used % fields).astype(np.uint8),
        documents=documents,
        frequencies=frequencies,
    )


def _merge_pairs(sources: Sequence[Source], schema: Schema) -> tuple[Slots, PairTable]:
    """Where the slots go, and with them the positions."""
    per_document = sum(text.substrings for text in schema.texts)
    starts = [np.zeros(1, dtype=np.int64)]
    moved: list[MovedPairs] = []
    end = 0
    for source in sources:
        old = source.segment.slot_starts.whole().astype(np.int64)
        sizes = np.diff(old)
        alive = np.repeat(source.alive, per_document)
        new = exclusive_sums(np.where(alive, sizes, 0)) + end if len(sizes) else sizes
        blocks = sizes >> SLOT_BITS
        shifts = np.repeat(new - old[:-1], blocks)
        moved.append(MovedPairs(source.segment.pairs, shifts, np.repeat(alive, blocks)))
        kept = sizes[alive]
        starts.append(np.cumsum(kept) + end)
        end += int(kept.sum())
    return Slots(np.concatenate(starts)), merge_pairs(moved)


def _merge_stored(sources: Sequence[Source], schema: Schema) -> list[StoredTexts]:
    merged = []
    for number in range(sum(text.stored for text in schema.texts)):
        prefix = f"stored{number}"
        texts, sizes, codings = [], [], []
        for source in sources:
            file = source.segment.file
            bounds = file.section(prefix + ".starts").whole()
            size = np.diff(bounds)[source.kept]
            text = file.section(prefix + ".text").whole()
            texts.append(text if source.alive.all() else text[ragged(bounds[source.kept], size)])
            sizes.append(size)
            codings.append(file.section(prefix + ".coding").whole()[source.kept])
        starts = np.append(0, np.cumsum(np.concatenate(sizes)))
        merged.append(StoredTexts(np.concatenate(texts), starts, np.concatenate(codings)))
    return merged


def _merge_columns(
    sources: Sequence[Source], schema: Schema
) -> list[tuple[Sequence[Stored], Codes]]:
    """Values that no kept document has any more are left out."""
    merged: list[tuple[Sequence[Stored], Codes]] = []
    for number in range(len(schema.columns)):
        parts, lists = [], []
        for source in sources:
            reader = source.segment.column(number)
            codes = keep_rows(reader.codes(), source.kept)
            counts = np.bincount(codes.codes, minlength=1)
            counts[0] = 0
            used = counts.nonzero()[0]
            parts.append((codes, used))
            everything = all_of(reader.values)
            lists.append([everything[code - 1] for code in used.tolist()])
        values = sorted(set().union(*lists))
        code_of = {value: place + 1 for place, value in enumerate(values)}
        maps: list[np.ndarray | None] = []
        for (_, used), own in zip(parts, lists, strict=True):
            table = np.zeros(int(used[-1]) + 1 if len(used) else 1, dtype=np.int64)
            table[used] = [code_of[value] for value in own]
            maps.append(table)
        joint = join_codes([codes for codes, _ in parts], maps, len(values))
        if joint.starts is not None:
            joint = Codes(joint.codes, joint.starts.astype(np.uint32))
        merged.append((values, joint))
    return merged
