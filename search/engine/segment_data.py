"""The whole of a segment as arrays, and how they are laid into a section file.

Building makes these arrays from documents, merging from other segments; both write them here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from .columns import Codes, write_column
from .lengths import LENGTHS
from .names import write_names
from .pairs import SLOT_BITS, PairTable, write_pairs
from .postings import PostingsWriter
from .schema import Schema
from .sections import SectionWriter
from .values import Stored


class FieldTotals(NamedTuple):
    """Sums over the documents of a segment, one item per text field: BM25's statistics."""

    terms: list[int]  # all terms in the field
    documents: list[int]  # documents that have any
    shortest: list[int]  # terms in the shortest of those, as its length code says
    longest: list[int]


class TermLists(NamedTuple):
    """A range of terms, the entries of each, and the postings of each entry, end to end."""

    terms: Sequence[bytes]  # ascending
    first_entries: np.ndarray  # i64, one per term and the end
    starts: np.ndarray  # i64, one per entry
    fields: np.ndarray  # one per entry
    documents: np.ndarray  # one per posting, ascending within an entry
    frequencies: np.ndarray


class Slots(NamedTuple):
    """Where the text of each (document, field with substrings) lies in the positions' space."""

    starts: np.ndarray  # i64, document-major, one per slot and the end; multiples of 256


class StoredTexts(NamedTuple):
    """A stored field: texts end to end, UTF-16 where that is shorter, else UTF-8."""

    text: np.ndarray  # u8
    starts: np.ndarray  # i64, one per document and the end
    coding: np.ndarray  # u8: 0 none, 1 UTF-8, 2 UTF-16


class SegmentData(NamedTuple):
    keys: Sequence[bytes]
    ranks: np.ndarray  # i64
    lengths: np.ndarray  # u8 codes, shape (fields, documents)
    terms: Iterable[TermLists]  # ranges that follow each other
    pairs: PairTable
    slots: Slots
    stored: list[StoredTexts]
    columns: list[tuple[Sequence[Stored], Codes]]


def key_hash(key: bytes) -> int:
    """Breaks ties between documents of equal rank, the same way in every segment."""
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest(), "little")


def write_segment(writer: SectionWriter, schema: Schema, data: SegmentData) -> tuple[int, int]:
    """Lay everything out. Returns the file's size and checksum."""
    count = len(data.keys)
    write_names(writer, "keys", data.keys)
    writer.add("ranks", data.ranks)
    writer.add("hashes", np.fromiter(map(key_hash, data.keys), dtype=np.uint64, count=count))
    writer.add("lengths", data.lengths)
    for number, column in enumerate(schema.columns):
        values, codes = data.columns[number]
        write_column(writer, f"column{number}", column.kind, values, codes)
    totals = _totals(data.lengths, _write_terms(writer, schema, data.terms))
    write_pairs(writer, data.pairs)
    _write_slots(writer, schema, data.slots, count)
    for number, stored in enumerate(data.stored):
        writer.add(f"stored{number}.text", stored.text)
        writer.add(f"stored{number}.starts", stored.starts)
        writer.add(f"stored{number}.coding", stored.coding)
    meta = {"documents": count, "totals": totals._asdict()}
    return writer.finish(meta)


def _totals(lengths: np.ndarray, terms: list[int]) -> FieldTotals:
    """Statistics from length codes, shape (fields, documents), and the counted terms."""
    approximate = LENGTHS[lengths]
    present = lengths > 0
    shortest = np.where(present, approximate, 1 << 62).min(axis=1, initial=1 << 62)
    return FieldTotals(
        terms=terms,
        documents=present.sum(axis=1).tolist(),
        shortest=np.where(shortest == 1 << 62, 0, shortest).tolist(),
        longest=approximate.max(axis=1, initial=0).tolist(),
    )


def _write_terms(writer: SectionWriter, schema: Schema, lists: Iterable[TermLists]) -> list[int]:
    """Terms and postings. Returns how many terms each field has, repetitions counted."""
    names: list[bytes] = []
    bounds = [np.zeros(1, dtype=np.int64)]
    entries = 0
    postings = PostingsWriter()
    sums = np.zeros(len(schema.texts), dtype=np.int64)
    for part in lists:
        names.extend(part.terms)
        bounds.append(part.first_entries[1:] + entries)
        entries += len(part.starts)
        postings.add(part.starts, part.fields, part.documents, part.frequencies)
        if len(part.starts):
            per_entry = np.add.reduceat(part.frequencies, part.starts)
            counted = np.bincount(part.fields, weights=per_entry, minlength=len(sums))
            sums += counted.astype(np.int64)
    write_names(writer, "terms", names)
    writer.add("terms.entries", np.concatenate(bounds).astype(np.uint32))
    postings.finish(writer)
    return sums.tolist()


def _write_slots(writer: SectionWriter, schema: Schema, slots: Slots, count: int) -> None:
    """Where slots begin, and for each block of 256 positions its document and field."""
    fields = sum(text.substrings for text in schema.texts)
    blocks = np.diff(slots.starts) >> SLOT_BITS
    documents = np.repeat(np.arange(len(blocks)) // max(fields, 1), blocks)
    writer.add("slots.starts", slots.starts.astype(np.uint32))
    writer.add("slots.documents", documents.astype(np.uint16 if count <= 65536 else np.uint32))
    numbers = np.flatnonzero([text.substrings for text in schema.texts]).astype(np.uint8)
    writer.add("slots.fields", np.repeat(np.tile(numbers, count), blocks))
