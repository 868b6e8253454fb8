"""Column values: between Python's and those in the files, and sorted lists of distinct values.

In the files a value is an i64, an f64 or UTF-8; all three sort as the values do.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

import numpy as np

from .documents import Value
from .names import Names
from .schema import Column, ColumnKind

Stored = Any  # int, float or bytes: one kind within a column, so that they compare
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FIRST_DAY = date(1970, 1, 1).toordinal()
_LIMIT = 1 << 63


def to_stored(column: Column, value: Value) -> Stored:
    """The value as it is kept. ValueError or TypeError if it is none of the column's kind."""
    kind = column.kind
    if kind is ColumnKind.STR:
        if not isinstance(value, str):
            raise TypeError(f"{column.name} holds strings, not {type(value).__name__}")
        return value.encode("utf-8", "surrogatepass")
    if kind is ColumnKind.DATETIME:
        if not isinstance(value, datetime):
            raise TypeError(f"{column.name} holds times, not {type(value).__name__}")
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return (aware - _EPOCH) // _MICROSECOND
    if kind is ColumnKind.DATE:
        if not isinstance(value, date):
            raise TypeError(f"{column.name} holds dates, not {type(value).__name__}")
        return value.toordinal() - _FIRST_DAY
    if not isinstance(value, int | float):
        raise TypeError(f"{column.name} holds numbers, not {type(value).__name__}")
    if kind is ColumnKind.FLOAT:
        if math.isnan(value):
            raise ValueError(f"{column.name} cannot hold NaN")
        return float(value) + 0.0
    if value != int(value):
        raise ValueError(f"{column.name} holds whole numbers")
    if not -_LIMIT <= value < _LIMIT:
        raise ValueError(f"{column.name} holds 64-bit numbers")
    return int(bool(value)) if kind is ColumnKind.BOOL else int(value)


def from_stored(kind: ColumnKind, stored: Stored) -> Value:
    """The value as it was given; times come back aware, in UTC."""
    if kind is ColumnKind.STR:
        return stored.decode("utf-8", "surrogatepass")
    if kind is ColumnKind.DATETIME:
        return _EPOCH + timedelta(microseconds=stored)
    if kind is ColumnKind.DATE:
        return date.fromordinal(stored + _FIRST_DAY)
    return bool(stored) if kind is ColumnKind.BOOL else stored


class Values(Protocol):
    """Distinct values in ascending order, numbered from 0."""

    def __len__(self) -> int: ...

    def get(self, number: int) -> Stored:
        """The value of that number."""
        ...

    def lower(self, value: Stored) -> int:
        """How many values are below this one."""
        ...


class NumberValues:
    """Numbers in an array."""

    def __init__(self, array: np.ndarray) -> None:
        self.array = array

    def __len__(self) -> int:
        return len(self.array)

    def get(self, number: int) -> Stored:
        return self.array[number].item()

    def lower(self, value: Stored) -> int:
        return bisect_left(self.array, value)  # exact for int against float, as searchsorted is not


class StringValues:
    """Strings in a table."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def __len__(self) -> int:
        return len(self.names)

    def get(self, number: int) -> Stored:
        return self.names[number]

    def lower(self, value: Stored) -> int:
        return self.names.lower_bound(value)


class UnionValues:
    """A large list with a few values put in between: nothing of the large one is copied."""

    def __init__(self, base: Values, added: Sequence[Stored]) -> None:
        self._base = base
        self._added = added
        self._below = np.array([base.lower(value) for value in added], dtype=np.int64)
        self._at = (self._below + np.arange(len(added))).tolist()

    def __len__(self) -> int:
        return len(self._base) + len(self._added)

    def get(self, number: int) -> Stored:
        before = bisect_left(self._at, number)
        if before < len(self._at) and self._at[before] == number:
            return self._added[before]
        return self._base.get(number - before)

    def lower(self, value: Stored) -> int:
        return self._base.lower(value) + bisect_left(self._added, value)

    def numbers_of_base(self) -> np.ndarray:
        """For each number of the base list, its number here."""
        numbers = np.arange(len(self._base))
        return numbers + np.searchsorted(self._below, numbers, side="right")


def number_of(values: Values, value: Stored) -> int:
    """The value's number, or -1."""
    at = values.lower(value)
    return at if at < len(values) and values.get(at) == value else -1


def all_of(values: Values) -> list[Stored]:
    """The values as a list."""
    if isinstance(values, NumberValues):
        return values.array.tolist()
    if isinstance(values, StringValues):
        return list(values.names)
    return [values.get(number) for number in range(len(values))]


def absent_from(values: Values, others: Iterable[Stored]) -> list[Stored]:
    """Those of the others that the list lacks, ascending."""
    return sorted(value for value in set(others) if number_of(values, value) < 0)
