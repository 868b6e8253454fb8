"""A column over all segments of a snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

import numpy as np

from .columns import Codes
from .documents import Value
from .schema import Column
from .values import Values, all_of, from_stored

FACET_VALUES = 2_000  # so many are decoded once and kept


class JointColumn:
    """A column over all segments."""

    def __init__(self, column: Column, values: Values, codes: Codes) -> None:
        self.column = column
        self.values = values
        self.codes = codes.codes
        self.starts = codes.starts
        self._decoded: Sequence[Value] | None = None

    def value(self, number: int) -> Value:
        """The value of that number (not code), as it was given."""
        return from_stored(self.column.kind, self.values.get(number))

    def all_values(self) -> Sequence[Value]:
        """All of them by number: a list that is kept, or where they are very many read one by
        one."""
        if self._decoded is None:
            if len(self.values) <= FACET_VALUES:
                kind = self.column.kind
                self._decoded = [from_stored(kind, value) for value in all_of(self.values)]
            else:
                self._decoded = _OneByOne(self)
        return self._decoded

    @cached_property
    def owners(self) -> np.ndarray:
        """For each code of a multi-valued column, its document."""
        assert self.starts is not None
        counts = np.diff(self.starts)
        return np.repeat(np.arange(len(counts)), counts)


class _OneByOne(Sequence[Value]):
    """The values of a column, decoded when they are asked for."""

    def __init__(self, column: JointColumn) -> None:
        self._column = column

    def __len__(self) -> int:
        return len(self._column.values)

    @overload
    def __getitem__(self, number: int) -> Value: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Value]: ...

    def __getitem__(self, number: int | slice) -> Value | Sequence[Value]:
        if isinstance(number, slice):
            return [self._column.value(each) for each in range(*number.indices(len(self)))]
        return self._column.value(number)
