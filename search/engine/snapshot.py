"""A committed state, opened: segments side by side under one numbering of documents.

What is asked of all documents alike (deletions, lengths, column codes) is joined into one array
the first time it is needed, so that everything after the posting lists is done once, however
many segments there are.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from .analysing import Analysis
from .building import key_bytes, term_bytes
from .columns import Codes, join_codes, unite
from .documents import Value
from .errors import DocumentInvalid, QueryInvalid
from .evaluating import run_query
from .joint_columns import JointColumn
from .lengths import LENGTHS
from .match import Match
from .memory import Memory
from .queries import Query
from .rechecking import damage_is_told
from .schema import Schema
from .scoring import B
from .segment import Segment
from .values import NumberValues

# What a snapshot remembers of what it found: an answer's size grows with the archive.
MEMORY_BYTES = 16_000_000
MEMORY_PER_DOCUMENT = 1_600
MOST_MEMORY_BYTES = 64_000_000


class Snapshot:
    """Immutable, and safe to use from several threads."""

    def __init__(
        self,
        schema: Schema,
        analysis: Analysis,
        generation: int,
        parts: Sequence[tuple[Segment, np.ndarray | None]],
    ) -> None:
        self.schema = schema
        self.analysis = analysis
        self.generation = generation
        self.parts = list(parts)
        self.bases: list[int] = []
        self.size = 0
        gone = 0
        for segment, dead in self.parts:
            self.bases.append(self.size)
            self.size += segment.count
            gone += 0 if dead is None else int(np.count_nonzero(dead))
        self.doc_count = self.size - gone
        self._columns: dict[int, JointColumn] = {}
        self.memory = Memory(min(MEMORY_BYTES + MEMORY_PER_DOCUMENT * self.size, MOST_MEMORY_BYTES))

    @cached_property
    def alive(self) -> np.ndarray | None:
        """Mask of the documents that are not deleted; None if none is."""
        if self.doc_count == self.size:
            return None
        masks = [
            np.ones(segment.count, bool) if dead is None else ~dead for segment, dead in self.parts
        ]
        return masks[0] if len(masks) == 1 else np.concatenate(masks)

    @cached_property
    def weights(self) -> np.ndarray:
        """What one occurrence counts in BM25F, f32, shape (fields, 256): boost over length norm."""
        table = np.empty((len(self.schema.texts), 256), dtype=np.float32)
        for number, text in enumerate(self.schema.texts):
            terms = sum(segment.totals.terms[number] for segment, _ in self.parts)
            documents = sum(segment.totals.documents[number] for segment, _ in self.parts)
            mean = terms / documents if terms and documents else 1.0
            table[number] = text.boost / (1 - B + B * LENGTHS / mean)
        return table

    @cached_property
    def weight_rows(self) -> list[list[float]]:
        """The same as lists, for look-ups one by one."""
        return self.weights.tolist()

    def idf(self, documents: int) -> float:
        """Inverse document frequency, with Whoosh's formula: log(N / (n + 1)) + 1."""
        return math.log(max(self.size, 1) / (documents + 1)) + 1

    @cached_property
    def ranks(self) -> np.ndarray:
        return self._joined([segment.ranks for segment, _ in self.parts], np.int64)

    @cached_property
    def hashes(self) -> np.ndarray:
        return self._joined([segment.hashes for segment, _ in self.parts], np.uint64)

    @staticmethod
    def _joined(arrays: list[np.ndarray], dtype: type) -> np.ndarray:
        if len(arrays) == 1:
            return arrays[0]
        return np.concatenate(arrays) if arrays else np.zeros(0, dtype=dtype)

    def column(self, name: str) -> JointColumn:
        """QueryInvalid if there is none of that name."""
        try:
            number = self.schema.column_number(name)
        except KeyError:
            raise QueryInvalid(f"there is no column {name!r}") from None
        joint = self._columns.get(number)
        if joint is None:
            column = self.schema.columns[number]
            readers = [segment.column(number) for segment, _ in self.parts]
            if not readers:
                nobody = np.zeros(0, dtype=np.int64)
                starts = np.zeros(1, dtype=np.int64) if column.multi else None
                joint = JointColumn(column, NumberValues(nobody), Codes(nobody, starts))
            elif len(readers) == 1:
                joint = JointColumn(column, readers[0].values, readers[0].codes())
            else:
                values, maps = unite([reader.values for reader in readers])
                codes = join_codes([reader.codes() for reader in readers], maps, len(values))
                joint = JointColumn(column, values, codes)
            self._columns[number] = joint
        return joint

    def fields(self, names: Sequence[str] | None) -> frozenset[int] | None:
        """Field numbers; None for all. QueryInvalid if there is none of that name."""
        if names is None:
            return None
        try:
            return frozenset(self.schema.text_number(name) for name in names)
        except KeyError as error:
            raise QueryInvalid(f"there is no text field {error}") from None

    def keys_of(self, ids: np.ndarray) -> list[str]:
        """The keys of documents by their numbers over all segments."""
        keys: list[str] = []
        if len(self.parts) == 1:
            return list(map(self.parts[0][0].key, ids.tolist()))
        for number in ids.tolist():
            part = bisect_right(self.bases, number) - 1
            keys.append(self.parts[part][0].key(number - self.bases[part]))
        return keys

    def number(self, key: str) -> int:
        """The live document's number, or -1."""
        try:
            name = key_bytes(key)
        except DocumentInvalid:
            return -1
        for base, (segment, dead) in zip(self.bases, self.parts, strict=True):
            found = segment.keys.find(name)
            if found >= 0 and (dead is None or not dead[found]):
                return base + found
        return -1

    def recheck(self) -> None:
        """Read every block anew. IndexDamaged at the first that is not what was written."""
        for segment, _ in self.parts:
            segment.file.check_everything()

    @damage_is_told
    def has_key(self, key: str) -> bool:
        return self.number(key) >= 0

    @damage_is_told
    def match(self, query: Query) -> Match:
        """Run the query once. QueryInvalid if it does not fit the schema."""
        return Match(self, run_query(self, query))

    @damage_is_told
    def values(
        self, column: str, keys: Iterable[str]
    ) -> dict[str, Value | tuple[Value, ...] | None]:
        """What documents say for a column; keys that are not there are left out."""
        joint = self.column(column)
        found: dict[str, Value | tuple[Value, ...] | None] = {}
        for key in keys:
            number = self.number(key)
            if number < 0:
                continue
            if joint.starts is None:
                code = int(joint.codes[number])
                found[key] = joint.value(code - 1) if code else None
            else:
                row = joint.codes[joint.starts[number] : joint.starts[number + 1]]
                found[key] = tuple(joint.value(code - 1) for code in row.tolist())
        return found

    @damage_is_told
    def text(self, key: str, field: str) -> str | None:
        """A stored text as it was given; None if the document or the text is not there."""
        stored = [text.name for text in self.schema.texts if text.stored]
        if field not in stored:
            raise QueryInvalid(f"{field!r} is not a stored field")
        number = self.number(key)
        if number < 0:
            return None
        part = bisect_right(self.bases, number) - 1
        return self.parts[part][0].stored_text(stored.index(field), number - self.bases[part])

    @damage_is_told
    def terms(
        self, prefix: str, fields: Sequence[str] | None = None, limit: int = 100
    ) -> list[tuple[str, int]]:
        """Index terms with the prefix, in order, and in how many documents they stand (deleted
        ones that were not merged away yet are counted too; the highest of the fields counts)."""
        allowed = self.fields(fields)
        counts: dict[bytes, int] = {}
        for segment, _ in self.parts:
            low, high = segment.terms.with_prefix(term_bytes(prefix))
            taken = 0
            for number in range(low, high):
                first, last = segment.first_entries.part(number, number + 2).tolist()
                entries = [segment.postings.entry(entry) for entry in range(first, last)]
                dfs = [each.df for each in entries if allowed is None or each.field in allowed]
                if dfs:
                    name = segment.terms[number]
                    counts[name] = counts.get(name, 0) + max(dfs)
                    taken += 1
                    if taken == limit:
                        break
        ordered = sorted(counts.items())[:limit]
        return [(name.decode("utf-8", "surrogatepass"), count) for name, count in ordered]
