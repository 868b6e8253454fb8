"""Whoosh's reader interface over a snapshot: its stock `Searcher` searches our segments.

Nothing in the engine needs this; it lets Whoosh's queries, scorers and collectors be used on the
same files, and it is the proof that terms, frequencies, lengths and statistics are what they should
be: scores equal those of a stock index of the same documents.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh import fields as whoosh_fields
from whoosh.analysis import IDAnalyzer
from whoosh.columns import Column as WhooshColumn
from whoosh.matching import ListMatcher, ReadTooFar
from whoosh.reading import IndexReader, MultiReader, TermInfo, TermNotFound
from whoosh.searching import Searcher

from .building import term_bytes
from .lengths import LENGTHS
from .postings import Entry
from .schema import Schema
from .segment import Segment
from .snapshot import Snapshot

PAST_THE_END = 1 << 62


def whoosh_schema(schema: Schema) -> whoosh_fields.Schema:
    """The text fields by name, and the document's key as a stored field."""
    texts = {
        text.name: whoosh_fields.TEXT(analyzer=IDAnalyzer(), phrase=False) for text in schema.texts
    }
    return whoosh_fields.Schema(key=whoosh_fields.STORED(), **texts)


def whoosh_searcher(snapshot: Snapshot, **options: Any) -> Searcher:
    """A stock searcher. Make a new one for each snapshot: `refresh` does not know our files."""
    return Searcher(whoosh_reader(snapshot), **options)


def whoosh_reader(snapshot: Snapshot) -> IndexReader:
    """A reader for the snapshot, of one leaf per segment."""
    schema = whoosh_schema(snapshot.schema)
    leaves = [
        SegmentReader(segment, dead, schema, snapshot.generation)
        for segment, dead in snapshot.parts
    ]
    if len(leaves) == 1:
        return leaves[0]
    reader = MultiReader(leaves, generation=snapshot.generation)
    reader.schema = schema
    return reader


class PostingsMatcher(ListMatcher):
    """A posting list. Unlike Whoosh's list, it may be asked for its place past its end."""

    _i: int

    def id(self) -> int:
        """The current document; past the end a number above all: combined matchers ask."""
        return self._ids[self._i] if self._i < len(self._ids) else PAST_THE_END

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._i += 1

    def skip_to(self, id: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._i = bisect_left(self._ids, id, self._i)

    def copy(self) -> PostingsMatcher:
        return PostingsMatcher(
            self._ids,
            self._weights,
            format=self._format,
            scorer=self._scorer,
            position=self._i,
            term=self._term,
            terminfo=self._terminfo,
        )


class SegmentReader(IndexReader):
    """One segment. Whoosh counts deleted documents in its statistics until they are merged away,
    and so does this."""

    def __init__(
        self,
        segment: Segment,
        dead: np.ndarray | None,
        schema: whoosh_fields.Schema,
        generation: int,
    ) -> None:
        self.schema = schema
        self.is_closed = False
        self._segment = segment
        self._dead = dead
        self._generation = generation

    def _entry(self, fieldname: str, text: str | bytes) -> Entry | None:
        name = text if isinstance(text, bytes) else term_bytes(text)
        try:
            number = self._segment.schema.text_number(fieldname)
        except KeyError:
            return None
        for entry in self._segment.entries_of(name):
            if entry.field == number:
                return entry
        return None

    def _known_entry(self, fieldname: str, text: str | bytes) -> Entry:
        entry = self._entry(fieldname, text)
        if entry is None:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return entry

    def __contains__(self, term: tuple[str, str | bytes]) -> bool:
        return self._entry(*term) is not None

    def generation(self) -> int:
        return self._generation

    def segment(self) -> None:
        """Whoosh's own segment object, which there is none of."""
        return

    def close(self) -> None:
        self.is_closed = True

    def indexed_field_names(self) -> list[str]:
        return [text.name for text in self._segment.schema.texts]

    def _terms_of(self, field: int | None, start: bytes) -> Iterator[tuple[str, bytes]]:
        """(field, term) in that order, from the term on."""
        names = self.indexed_field_names()
        segment = self._segment
        for number in range(len(names)) if field is None else (field,):
            for term in range(segment.terms.lower_bound(start), len(segment.terms)):
                entries = segment.entries_between(term, term + 1)
                if number in entries["field"]:
                    yield names[number], segment.terms[term]

    def all_terms(self) -> Iterator[tuple[str, bytes]]:
        return iter(sorted(self._terms_of(None, b"")))

    def terms_from(self, fieldname: str, prefix: str | bytes) -> Iterator[tuple[str, bytes]]:
        start = prefix if isinstance(prefix, bytes) else term_bytes(prefix)
        return self._terms_of(self._segment.schema.text_number(fieldname), start)

    def term_info(self, fieldname: str, text: str | bytes) -> TermInfo:
        entry = self._known_entry(fieldname, text)
        ids = self._segment.postings.documents(entry)
        often = self._segment.postings.frequencies(entry)
        lengths = LENGTHS[self._segment.lengths[entry.field].take(ids)]
        return TermInfo(
            weight=float(entry.df if often is None else often.sum()),
            df=entry.df,
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=1.0 if often is None else float(often.max()),
            minid=int(ids[0]),
            maxid=int(ids[-1]),
        )

    def frequency(self, fieldname: str, text: str | bytes) -> float:
        entry = self._entry(fieldname, text)
        if entry is None:
            return 0
        often = self._segment.postings.frequencies(entry)
        return float(entry.df if often is None else often.sum())

    def doc_frequency(self, fieldname: str, text: str | bytes) -> int:
        entry = self._entry(fieldname, text)
        return 0 if entry is None else entry.df

    def postings(self, fieldname: str, text: str | bytes, scorer: Any = None) -> PostingsMatcher:
        entry = self._known_entry(fieldname, text)
        ids = self._segment.postings.documents(entry)
        often = self._segment.postings.frequencies(entry)
        weights = np.ones(len(ids)) if often is None else often.astype(float)
        if self._dead is not None:
            alive = ~self._dead[ids]
            ids, weights = ids[alive], weights[alive]
        return PostingsMatcher(
            ids.tolist(),
            weights.tolist(),
            format=self.schema[fieldname].format,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def has_deletions(self) -> bool:
        return self._dead is not None

    def is_deleted(self, docnum: int) -> bool:
        return self._dead is not None and bool(self._dead[docnum])

    def all_doc_ids(self) -> Iterator[int]:
        return (each for each in range(self._segment.count) if not self.is_deleted(each))

    def doc_count_all(self) -> int:
        return self._segment.count

    def doc_count(self) -> int:
        gone = 0 if self._dead is None else int(np.count_nonzero(self._dead))
        return self._segment.count - gone

    def stored_fields(self, docnum: int) -> dict[str, str]:
        return {"key": self._segment.key(docnum)}

    def all_stored_fields(self) -> Iterator[dict[str, str]]:
        return map(self.stored_fields, self.all_doc_ids())

    def field_length(self, fieldname: str) -> int:
        return self._segment.totals.terms[self._segment.schema.text_number(fieldname)]

    def min_field_length(self, fieldname: str) -> int:
        return self._segment.totals.shortest[self._segment.schema.text_number(fieldname)]

    def max_field_length(self, fieldname: str) -> int:
        return self._segment.totals.longest[self._segment.schema.text_number(fieldname)]

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        number = self._segment.schema.text_number(fieldname)
        return int(LENGTHS[self._segment.lengths[number][docnum]]) or default

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        return False

    def has_column(self, fieldname: str) -> bool:
        return False

    def column_reader(
        self,
        fieldname: str,
        column: WhooshColumn | None = None,
        reverse: bool = False,
        translate: bool = True,
    ) -> None:
        raise NotImplementedError("columns are read through Snapshot, not through Whoosh")
