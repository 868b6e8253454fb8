"""Typed columns: each a sorted list of distinct values, and codes that say who has which.

A code is the value's number plus one; 0 is null. A single-valued column has one code per document,
a multi-valued one has rows of codes (ascending, distinct) and where each document's row begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from .documents import Value
from .names import Names, write_names
from .postings import exclusive_sums, ragged
from .schema import Column, ColumnKind
from .sections import SectionFile, SectionWriter
from .values import (
    NumberValues,
    Stored,
    StringValues,
    UnionValues,
    Values,
    absent_from,
    all_of,
    number_of,
    to_stored,
)


class Codes(NamedTuple):
    """`codes` per document, or per value when `starts` (one per document and the end) is there."""

    codes: np.ndarray
    starts: np.ndarray | None


def narrow(codes: np.ndarray, count: int) -> np.ndarray:
    """Codes 0 … count in the narrowest unsigned kind."""
    return codes.astype(np.uint8 if count < 256 else np.uint16 if count < 65536 else np.uint32)


def stored_values(column: Column, value: Value | Sequence[Value] | None) -> tuple[Stored, ...]:
    """What a document says for a column, as it is kept: distinct and ascending."""
    if value is None:
        return ()
    if not column.multi:
        return (to_stored(column, value),)  # type: ignore[arg-type]
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(f"{column.name} takes a sequence of values")
    return tuple(sorted({to_stored(column, each) for each in value}))


def codes_from_rows(
    column: Column, rows: Sequence[tuple[Stored, ...]]
) -> tuple[list[Stored], Codes]:
    """A column's values and codes from what each document says."""
    values = sorted({value for row in rows for value in row})
    code_of = {value: number + 1 for number, value in enumerate(values)}
    if not column.multi:
        codes = [code_of[row[0]] if row else 0 for row in rows]
        return values, Codes(narrow(np.array(codes, dtype=np.int64), len(values)), None)
    flat = np.array([code_of[value] for row in rows for value in row], dtype=np.int64)
    starts = np.zeros(len(rows) + 1, dtype=np.uint32)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    return values, Codes(narrow(flat, len(values)), starts)


def write_column(
    writer: SectionWriter, name: str, kind: ColumnKind, values: Sequence[Stored], codes: Codes
) -> None:
    if kind is ColumnKind.STR:
        write_names(writer, name, values)
    else:
        dtype = np.float64 if kind is ColumnKind.FLOAT else np.int64
        writer.add(name + ".values", np.array(values, dtype=dtype))
    writer.add(name + ".codes", codes.codes)
    if codes.starts is not None:
        writer.add(name + ".rows", codes.starts)


class ColumnReader:
    """A column of one segment."""

    def __init__(self, file: SectionFile, name: str, column: Column) -> None:
        self.column = column
        self._codes = file.section(name + ".codes")
        self._rows = file.section(name + ".rows") if column.multi else None
        self.values: Values = (
            StringValues(Names(file, name))
            if column.kind is ColumnKind.STR
            else NumberValues(file.section(name + ".values").whole())
        )

    def codes(self) -> Codes:
        return Codes(self._codes.whole(), None if self._rows is None else self._rows.whole())


def keep_rows(codes: Codes, kept: np.ndarray) -> Codes:
    """The codes of the documents that are kept, by their numbers."""
    if codes.starts is None:
        return Codes(codes.codes[kept], None)
    counts = np.diff(codes.starts.astype(np.int64))[kept]
    starts = np.append(exclusive_sums(counts), counts.sum())
    return Codes(codes.codes[ragged(codes.starts[:-1][kept], counts)], starts)


def join_codes(parts: Sequence[Codes], maps: Sequence[np.ndarray | None], count: int) -> Codes:
    """Codes of several segments end to end; `maps[i]` sends part i's codes to the joint ones."""
    codes = np.concatenate(
        [
            part.codes if table is None else table[part.codes]
            for part, table in zip(parts, maps, strict=True)
        ]
    )
    if parts[0].starts is None:
        return Codes(narrow(codes, count), None)
    starts = [np.zeros(1, dtype=np.int64)]
    end = 0
    for part in parts:
        assert part.starts is not None
        starts.append(part.starts[1:].astype(np.int64) + end)
        end += len(part.codes)
    return Codes(narrow(codes, count), np.concatenate(starts))


def unite(lists: Sequence[Values]) -> tuple[Values, list[np.ndarray | None]]:
    """One list for several, and for each of them its codes' joint codes (None: the same).

    The longest stays as it is; what the others add is put in between.
    """
    longest = max(range(len(lists)), key=lambda number: len(lists[number]))
    base = lists[longest]
    added = absent_from(
        base,
        [value for number, each in enumerate(lists) if number != longest for value in all_of(each)],
    )
    joint = UnionValues(base, added) if added else None
    values: Values = joint or base
    maps: list[np.ndarray | None] = []
    for number, each in enumerate(lists):
        if number == longest:
            maps.append(np.append(0, joint.numbers_of_base() + 1) if joint else None)
        else:
            found = [number_of(values, value) + 1 for value in all_of(each)]
            maps.append(np.array([0, *found], dtype=np.int64))
    return values, maps
