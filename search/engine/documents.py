"""What is put in: a document, and the values that columns take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

Value = int | float | bool | str | datetime | date


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    `key` names it (adding it again replaces it). `texts` maps field names to a text, or to several
    texts that no phrase may run across. `columns` maps column names to a value, None, or for
    multi-valued columns a sequence of values (order and repetition are dropped). `rank` breaks
    ties wherever scores or sort values are equal: the smaller first, then the key's hash.
    """

    key: str
    texts: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    columns: Mapping[str, Value | Sequence[Value] | None] = field(default_factory=dict)
    rank: int = 0
