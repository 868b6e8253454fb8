"""One immutable segment, opened for reading. Every part is opened when it is first asked for."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from .columns import ColumnReader
from .names import Names
from .pairs import Pairs
from .postings import Entry, Postings
from .schema import Schema
from .sections import Section, SectionFile
from .segment_data import FieldTotals

KNOWN_KEYS = 20_000
KNOWN_TERMS = 4096  # terms whose entries are kept at hand


class Segment:
    """Document numbers begin at 0 in every segment; deletions are kept outside."""

    def __init__(self, file: SectionFile, schema: Schema) -> None:
        self.file = file
        self.schema = schema
        self.count: int = file.meta["documents"]
        self.totals = FieldTotals(**file.meta["totals"])
        self.slots_per_document = sum(text.substrings for text in schema.texts)
        self._columns: dict[int, ColumnReader] = {}
        self._keys: dict[int, str] = {}
        self._entries: dict[bytes, list[Entry]] = {}

    @cached_property
    def keys(self) -> Names:
        return Names(self.file, "keys")

    @cached_property
    def terms(self) -> Names:
        return Names(self.file, "terms")

    @cached_property
    def postings(self) -> Postings:
        return Postings(self.file)

    @cached_property
    def pairs(self) -> Pairs:
        return Pairs(self.file)

    @cached_property
    def first_entries(self) -> Section:
        return self.file.section("terms.entries")

    @cached_property
    def slot_documents(self) -> Section:
        return self.file.section("slots.documents")

    @cached_property
    def slot_fields(self) -> Section:
        return self.file.section("slots.fields")

    @cached_property
    def slot_starts(self) -> Section:
        return self.file.section("slots.starts")

    @cached_property
    def ranks(self) -> np.ndarray:
        return self.file.section("ranks").whole()

    @cached_property
    def hashes(self) -> np.ndarray:
        return self.file.section("hashes").whole()

    @cached_property
    def lengths(self) -> np.ndarray:
        """Length codes, shape (fields, documents)."""
        codes = self.file.section("lengths").whole()
        return codes.reshape(len(self.schema.texts), self.count)

    @cached_property
    def length_rows(self) -> list[memoryview]:
        """The same, field by field, for look-ups one by one."""
        return [row.data for row in self.lengths]

    def column(self, number: int) -> ColumnReader:
        """A column by its number in the schema."""
        reader = self._columns.get(number)
        if reader is None:
            column = self.schema.columns[number]
            reader = ColumnReader(self.file, f"column{number}", column)
            self._columns[number] = reader
        return reader

    def entries_of(self, term: bytes) -> list[Entry]:
        """The term's entries, one per field that has it; none if it does not occur."""
        entries = self._entries.get(term)
        if entries is None:
            number = self.terms.find(term)
            entries = []
            if number >= 0:
                first, last = self.first_entries.part(number, number + 2).tolist()
                entries = [self.postings.entry(entry) for entry in range(first, last)]
            if len(self._entries) >= KNOWN_TERMS:
                self._entries = {}
            self._entries[term] = entries
        return entries

    def key(self, number: int) -> str:
        """The document's key."""
        key = self._keys.get(number)
        if key is None:
            key = self.keys[number].decode("utf-8", "surrogatepass")
            if len(self._keys) >= KNOWN_KEYS:
                self._keys = {}
            self._keys[number] = key
        return key

    def entries_between(self, low: int, high: int) -> np.ndarray:
        """The entries of terms low to high, as a structured array."""
        if high <= low:
            return self.postings.entries(0, 0)
        first = int(self.first_entries.part(low, low + 1)[0])
        last = int(self.first_entries.part(high, high + 1)[0])
        return self.postings.entries(first, last)

    def stored_text(self, stored_number: int, document: int) -> str | None:
        """The text as it was given; None if the document had none."""
        prefix = f"stored{stored_number}"
        coding = int(self.file.section(prefix + ".coding").part(document, document + 1)[0])
        if not coding:
            return None
        bounds = self.file.section(prefix + ".starts").part(document, document + 2).tolist()
        data = self.file.section(prefix + ".text").part(*bounds).tobytes()
        return data.decode("utf-8" if coding == 1 else "utf-16-le", "surrogatepass")
