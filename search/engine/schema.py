"""What an index holds: text fields to search, columns to filter, sort and count by."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

FORMAT_VERSION = 1


class ColumnKind(StrEnum):
    """The kinds of value. Times are kept in microseconds of UTC, dates in days."""

    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    STR = "str"
    DATETIME = "datetime"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class TextField:
    """A searched field.

    `boost` multiplies the field's term frequencies in BM25F and may change without a rebuild.
    `pinyin` and `autocomplete` are read by the analysis, and `autocomplete` by `queries.Prefix`,
    which looks in such fields only. `substrings` keeps character pairs for exact substrings, which
    is also what phrases and closeness use. `stored` keeps the text as it was given.
    """

    name: str
    boost: float = 1.0
    pinyin: bool = False
    autocomplete: bool = False
    substrings: bool = True
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A typed column; `multi` columns hold any number of values per document."""

    name: str
    kind: ColumnKind
    multi: bool = False


@dataclass(frozen=True)
class Schema:
    """The fields and columns of an index, in a fixed order."""

    texts: tuple[TextField, ...] = ()
    columns: tuple[Column, ...] = ()
    _texts: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)
    _columns: dict[str, int] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, text in enumerate(self.texts):
            if not (math.isfinite(text.boost) and text.boost > 0):
                raise ValueError(f"the boost of {text.name} must be a positive number")
            self._texts[text.name] = number
        for number, column in enumerate(self.columns):
            self._columns[column.name] = number
        if len(self._texts) < len(self.texts) or len(self._columns) < len(self.columns):
            raise ValueError("two fields or two columns share a name")
        if len(self.texts) > 255:
            raise ValueError("at most 255 text fields")

    def text_number(self, name: str) -> int:
        """The field's number. KeyError if there is none of that name."""
        return self._texts[name]

    def column_number(self, name: str) -> int:
        """The column's number. KeyError if there is none of that name."""
        return self._columns[name]

    def layout(self) -> dict[str, Any]:
        """All that the files depend on: everything but the boosts. Compared at opening."""
        return {
            "texts": [
                {
                    "name": text.name,
                    "pinyin": text.pinyin,
                    "autocomplete": text.autocomplete,
                    "substrings": text.substrings,
                    "stored": text.stored,
                }
                for text in self.texts
            ],
            "columns": [
                {"name": column.name, "kind": column.kind.value, "multi": column.multi}
                for column in self.columns
            ],
        }
