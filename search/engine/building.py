"""From documents to the arrays of a segment, in bulk: Python touches each token once."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np

from .analysing import Analysis
from .columns import codes_from_rows, stored_values
from .documents import Document
from .errors import DocumentInvalid
from .lengths import codes_of
from .pairs import SEPARATOR, SLOT, PairTable, units_of
from .postings import ragged
from .schema import Schema, TextField
from .segment_data import SegmentData, Slots, StoredTexts, TermLists
from .values import Stored

MAX_TERM_BYTES = 255
MAX_KEY_BYTES = 1000
FULL_TOKENS = 8_000_000
FULL_UNITS = 12_000_000


def term_bytes(term: str) -> bytes:
    """A term as it is kept: UTF-8, cut at a character where it is longer than 255 bytes."""
    data = term.encode("utf-8", "surrogatepass")
    if len(data) <= MAX_TERM_BYTES:
        return data
    end = MAX_TERM_BYTES
    while data[end] & 0xC0 == 0x80:
        end -= 1
    return data[:end]


def key_bytes(key: str) -> bytes:
    """A key as it is kept. DocumentInvalid if it is empty or too long."""
    data = key.encode("utf-8", "surrogatepass")
    if not 0 < len(data) <= MAX_KEY_BYTES:
        raise DocumentInvalid(f"a key has 1 to {MAX_KEY_BYTES} bytes")
    return data


class _StoredColumn:
    """Collects the texts of one stored field."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.codings = bytearray()

    def add(self, text: str | None) -> None:
        if text is None:
            self.parts.append(b"")
            self.codings.append(0)
            return
        narrow = text.encode("utf-8", "surrogatepass")
        wide = text.encode("utf-16-le", "surrogatepass")
        self.parts.append(min(narrow, wide, key=len))
        self.codings.append(1 if len(narrow) <= len(wide) else 2)

    def finish(self) -> StoredTexts:
        starts = np.zeros(len(self.parts) + 1, dtype=np.int64)
        np.cumsum([len(part) for part in self.parts], out=starts[1:])
        text = np.frombuffer(b"".join(self.parts), dtype=np.uint8)
        return StoredTexts(text, starts, np.frombuffer(bytes(self.codings), dtype=np.uint8))


class SegmentBuilder:
    """Collects documents. A key that comes again, or is dropped, leaves a dead document behind."""

    def __init__(self, schema: Schema, analysis: Analysis) -> None:
        self._schema = schema
        self._analysis = analysis
        self._vocabulary: defaultdict[str, int] = defaultdict(count().__next__)
        self._tokens = array("I")
        self._token_counts = array("I")  # per (document, field)
        self._units: list[np.ndarray] = []
        self._unit_counts = array("I")  # per (document, field with substrings)
        self._unit_total = 0
        self._stored = [_StoredColumn() for text in schema.texts if text.stored]
        self._rows: list[list[tuple[Stored, ...]]] = [[] for _ in schema.columns]
        self._keys: list[bytes] = []
        self._ranks = array("q")
        self._number_of: dict[bytes, int] = {}
        self.dead: set[int] = set()

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def full(self) -> bool:
        """Whether it is time to write what has come."""
        return len(self._tokens) > FULL_TOKENS or self._unit_total > FULL_UNITS

    def drop(self, key: bytes) -> bool:
        """Forget the document. Whether there was one."""
        number = self._number_of.pop(key, None)
        if number is not None:
            self.dead.add(number)
        return number is not None

    def add(self, document: Document) -> None:
        """DocumentInvalid, with nothing changed, if it does not fit the schema."""
        key = key_bytes(document.key)
        self._refuse_unknown(document)
        if not -(1 << 63) <= document.rank < 1 << 63:
            raise DocumentInvalid("the rank must be a 64-bit number")
        try:
            row = [
                stored_values(column, document.columns.get(column.name))
                for column in self._schema.columns
            ]
        except (TypeError, ValueError, OverflowError) as error:
            raise DocumentInvalid(str(error)) from None
        texts = [document.texts.get(field.name) for field in self._schema.texts]
        parts = [
            () if text is None else (text,) if isinstance(text, str) else tuple(text)
            for text in texts
        ]
        analysed = [
            self._analyse(field, texts_of_field)
            for field, texts_of_field in zip(self._schema.texts, parts, strict=True)
        ]
        self.drop(key)
        self._number_of[key] = len(self._keys)
        self._keys.append(key)
        self._ranks.append(document.rank)
        for rows, values in zip(self._rows, row, strict=True):
            rows.append(values)
        for terms, units in analysed:
            self._tokens.extend(map(self._vocabulary.__getitem__, terms))
            self._token_counts.append(len(terms))
            if units is not None:
                self._units.append(units)
                self._unit_counts.append(len(units))
                self._unit_total += len(units)
        kept = (part for field, part in zip(self._schema.texts, parts, strict=True) if field.stored)
        for stored, part in zip(self._stored, kept, strict=True):
            stored.add("\n".join(part) if part else None)

    def _refuse_unknown(self, document: Document) -> None:
        for names, known in (
            (document.texts, [text.name for text in self._schema.texts]),
            (document.columns, [column.name for column in self._schema.columns]),
        ):
            unknown = set(names).difference(known)
            if unknown:
                raise DocumentInvalid(f"the schema has no {', '.join(sorted(unknown))}")

    def _analyse(
        self, field: TextField, texts: Sequence[str]
    ) -> tuple[Sequence[str], np.ndarray | None]:
        terms: list[str] = []
        for text in texts:
            terms.extend(self._analysis.index_terms(text, field))
        if terms and max(map(len, terms)) > MAX_TERM_BYTES // 4:
            terms = [term_bytes(term).decode("utf-8", "surrogatepass") for term in terms]
        if not field.substrings:
            return terms, None
        joined = chr(SEPARATOR).join(map(self._analysis.normalise, texts))
        return terms, units_of(joined)

    def finish(self) -> SegmentData:
        """The arrays. Dead documents are still among them."""
        documents = len(self._keys)
        fields = len(self._schema.texts)
        counts = np.frombuffer(self._token_counts, dtype=np.uint32).astype(np.int64)
        per_field = counts.reshape(documents, fields)
        slots, pairs = self._space(documents)
        return SegmentData(
            keys=self._keys,
            ranks=np.frombuffer(self._ranks, dtype=np.int64),
            lengths=codes_of(per_field.T),
            terms=[self._term_lists(counts, fields)],
            pairs=pairs,
            slots=slots,
            stored=[stored.finish() for stored in self._stored],
            columns=[
                codes_from_rows(column, rows)
                for column, rows in zip(self._schema.columns, self._rows, strict=True)
            ],
        )

    def _term_lists(self, counts: np.ndarray, fields: int) -> TermLists:
        """Group (term, field, document) by one sort of packed numbers."""
        encoded = [term.encode("utf-8", "surrogatepass") for term in self._vocabulary]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        place = np.empty(len(order), dtype=np.uint64)
        place[order] = np.arange(len(order), dtype=np.uint64)
        slots = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
        terms = place[np.frombuffer(self._tokens, dtype=np.uint32)]
        width = np.uint64(max(fields, 1))
        packed = ((terms * width + slots % width) << np.uint64(32)) | (slots // width)
        packed.sort()
        firsts = np.flatnonzero(np.diff(packed, prepend=~packed[:1]))
        frequencies = np.diff(firsts, append=len(packed))
        packed = packed[firsts]
        groups = (packed >> np.uint64(32)).astype(np.int64)
        starts = np.flatnonzero(np.diff(groups, prepend=-1))
        groups = groups[starts]
        return TermLists(
            terms=[encoded[number] for number in order],
            first_entries=np.searchsorted(groups, np.arange(len(order) + 1) * max(fields, 1)),
            starts=starts,
            fields=(groups % max(fields, 1)).astype(np.uint8),
            documents=(packed & np.uint64(0xFFFFFFFF)).astype(np.int64),
            frequencies=frequencies,
        )

    def _space(self, documents: int) -> tuple[Slots, PairTable]:
        """Lay the texts into slots, and find their pairs."""
        lengths = np.frombuffer(self._unit_counts, dtype=np.uint32).astype(np.int64)
        sizes = np.where(lengths > 0, (lengths // SLOT + 1) * SLOT, 0)
        starts = np.zeros(len(sizes) + 1, dtype=np.int64)
        np.cumsum(sizes, out=starts[1:])
        occupied = ragged(starts[:-1], lengths)
        space = np.zeros(int(starts[-1]) + 1, dtype=np.uint16)
        if self._units:
            space[occupied] = np.concatenate(self._units)
        return Slots(starts), PairTable.of_text(space, occupied)
