"""Column tests as masks over all documents of a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .documents import Value
from .errors import QueryInvalid
from .joint_columns import JointColumn
from .queries import Equals, IsNull, OneOf, Range, StartsWith
from .values import Stored, number_of, to_stored

if TYPE_CHECKING:
    from .snapshot import Snapshot

ColumnTest = Equals | OneOf | Range | IsNull | StartsWith


def column_mask(snapshot: Snapshot, test: ColumnTest) -> np.ndarray:
    """Which documents pass, bool. QueryInvalid for an unknown column or a value of another kind."""
    column = snapshot.column(test.column)
    if isinstance(test, IsNull):
        return _is_null(column)
    if isinstance(test, Equals):
        return _any_code(column, [number_of(column.values, _stored(column, test.value)) + 1])
    if isinstance(test, OneOf):
        stored = {_stored(column, value) for value in test.values}
        return _any_code(column, [number_of(column.values, value) + 1 for value in stored])
    if isinstance(test, StartsWith):
        return _starts_with(column, test.prefix)
    return _in_range(column, test)


def _stored(column: JointColumn, value: Value) -> Stored:
    try:
        return to_stored(column.column, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise QueryInvalid(str(error)) from None


def _by_document(column: JointColumn, passing: np.ndarray) -> np.ndarray:
    """From a mask over codes to a mask over documents: one passing value is enough."""
    if column.starts is None:
        return passing
    mask = np.zeros(len(column.starts) - 1, dtype=bool)
    mask[column.owners[passing]] = True
    return mask


def _is_null(column: JointColumn) -> np.ndarray:
    if column.starts is None:
        return column.codes == 0
    return np.diff(column.starts) == 0


def _any_code(column: JointColumn, codes: list[int]) -> np.ndarray:
    present = [code for code in codes if code > 0]
    if not present:
        return _by_document(column, np.zeros(len(column.codes), dtype=bool))
    if len(present) <= 4:
        passing = column.codes == present[0]
        for code in present[1:]:
            passing |= column.codes == code
        return _by_document(column, passing)
    table = np.zeros(len(column.values) + 1, dtype=bool)
    table[present] = True
    return _by_document(column, table[column.codes])


def _code_range(column: JointColumn, low: int, high: int) -> np.ndarray:
    """Values numbered low up to high, without high."""
    if low >= high:
        return _by_document(column, np.zeros(len(column.codes), dtype=bool))
    passing = column.codes > low
    if high < len(column.values):
        passing &= column.codes <= high
    return _by_document(column, passing)


def _in_range(column: JointColumn, test: Range) -> np.ndarray:
    low, high = 0, len(column.values)
    if test.low is not None:
        low = _below(column, test.low, not test.include_low)
    if test.high is not None:
        high = _below(column, test.high, test.include_high)
    return _code_range(column, low, high)


def _below(column: JointColumn, value: Value, including: bool) -> int:
    """How many values are below the value, or at it too."""
    stored = _stored(column, value)
    lower = column.values.lower(stored)
    present = lower < len(column.values) and column.values.get(lower) == stored
    return lower + (including and present)


def _starts_with(column: JointColumn, prefix: str) -> np.ndarray:
    if column.column.kind.value != "str":
        raise QueryInvalid(f"{column.column.name} holds no strings")
    name = prefix.encode("utf-8", "surrogatepass")
    low = column.values.lower(name)
    return _code_range(column, low, column.values.lower(name + b"\xff"))
