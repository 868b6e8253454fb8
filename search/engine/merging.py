"""Several segments into one, array by array: no text is analysed again, no posting is sorted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .columns import Codes, join_codes, keep_rows
from .lengths import LENGTHS
from .pairs import SLOT_BITS, PairTable, merge_pairs
from .postings import exclusive_sums, ragged
from .schema import Schema
from .segment import Segment
from .segment_data import FieldTotals, SegmentData, Slots, StoredTexts, TermLists
from .values import Stored, all_of

GONE = np.uint32(0xFFFFFFFF)


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
    terms = _merge_terms(sources)
    slots, pairs = _merge_pairs(sources, schema)
    return SegmentData(
        keys=keys,
        ranks=np.concatenate([each.segment.ranks[each.kept] for each in sources]),
        lengths=lengths,
        totals=_totals(lengths, terms),
        terms=terms,
        pairs=pairs,
        slots=slots,
        stored=_merge_stored(sources, schema),
        columns=_merge_columns(sources, schema),
    )


def _totals(lengths: np.ndarray, terms: TermLists) -> FieldTotals:
    """The terms are counted from the postings, which are exact; extremes from the length codes."""
    fields = len(lengths)
    per_entry = np.zeros(0, dtype=np.int64)
    if len(terms.starts):
        per_entry = np.add.reduceat(terms.frequencies, terms.starts)
    sums = np.bincount(terms.fields, weights=per_entry, minlength=fields).astype(np.int64)
    approximate = LENGTHS[lengths]
    present = lengths > 0
    shortest = np.where(present, approximate, 1 << 62).min(axis=1, initial=1 << 62)
    return FieldTotals(
        terms=sums.tolist(),
        documents=present.sum(axis=1).tolist(),
        shortest=np.where(shortest == 1 << 62, 0, shortest).tolist(),
        longest=approximate.max(axis=1, initial=0).tolist(),
    )


def _merge_terms(sources: Sequence[Source]) -> TermLists:
    """Postings in the order (term, field, segment, document), placed, not sorted."""
    names = [list(source.segment.terms) for source in sources]
    terms = sorted(set().union(*names))
    number_of = {term: number for number, term in enumerate(terms)}
    fields = max(len(sources[0].segment.schema.texts), 1)
    parts: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]] = []
    for source, own in zip(sources, names, strict=True):
        segment = source.segment
        entries = segment.entries_between(0, len(own))
        begins, documents, frequencies = segment.postings.decode_many(entries)
        bounds = segment.first_entries.whole().astype(np.int64)
        joint = np.fromiter(map(number_of.__getitem__, own), dtype=np.int64, count=len(own))
        groups = np.repeat(joint, np.diff(bounds)) * fields + entries["field"]
        stays = source.alive[documents]
        counts = np.add.reduceat(stays, begins, dtype=np.int64) if len(begins) else begins
        if not stays.all():
            documents, frequencies = documents[stays], frequencies[stays]
        parts.append((groups, counts, source.numbers[documents], frequencies))
    sizes = np.zeros(len(terms) * fields, dtype=np.int64)
    for groups, counts, _, _ in parts:
        sizes[groups] += counts
    used = np.flatnonzero(sizes)
    free = exclusive_sums(sizes) if len(sizes) else sizes
    starts = free[used]
    total = int(sizes.sum())
    documents = np.empty(total, dtype=np.int64)
    frequencies = np.empty(total, dtype=np.int64)
    for groups, counts, own_documents, own_frequencies in parts:
        at = ragged(free[groups], counts)
        documents[at] = own_documents
        frequencies[at] = own_frequencies
        free[groups] += counts
    present = np.unique(used // fields)
    first_entries = np.searchsorted(used, np.append(present, len(terms)) * fields)
    return TermLists(
        terms=[terms[number] for number in present.tolist()],
        first_entries=first_entries,
        starts=starts,
        fields=(used % fields).astype(np.uint8),
        documents=documents,
        frequencies=frequencies,
    )


def _merge_pairs(sources: Sequence[Source], schema: Schema) -> tuple[Slots, PairTable]:
    """Slots move as they are, so a position moves by a number that its block of 256 decides."""
    per_document = sum(text.substrings for text in schema.texts)
    starts = [np.zeros(1, dtype=np.int64)]
    tables: list[PairTable] = []
    moved: list[np.ndarray] = []
    end = 0
    for source in sources:
        old = source.segment.slot_starts.whole().astype(np.int64)
        sizes = np.diff(old)
        alive = np.repeat(source.alive, per_document)
        new = exclusive_sums(np.where(alive, sizes, 0)) + end if len(sizes) else sizes
        shifts = np.repeat(new - old[:-1], sizes >> SLOT_BITS)
        table = source.segment.pairs.table()
        blocks = table.positions >> np.uint32(SLOT_BITS)
        targets = (table.positions + shifts[blocks]).astype(np.uint32)
        if not source.alive.all():
            targets[~np.repeat(alive, sizes >> SLOT_BITS)[blocks]] = GONE
        tables.append(table)
        moved.append(targets)
        kept = sizes[alive]
        starts.append(np.cumsum(kept) + end)
        end += int(kept.sum())
    return Slots(np.concatenate(starts)), merge_pairs(tables, moved)


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
            reader = source.segment.columns[number]
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
