"""What can be asked: a tree of frozen dataclasses.

Text queries give a score, column tests give none; `And` and `Or` add the scores of their parts,
`Not` scores nothing. Every kind may stand anywhere in the tree, `All` and `Nothing` too. A tree
deeper than `MAX_DEPTH` or with more than `MAX_NODES` nodes is refused with `QueryInvalid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .documents import Value

MAX_DEPTH = 100
MAX_NODES = 20_000
Fields = tuple[str, ...] | None
Operator = Literal["and", "or"]


class Query:
    """The root of all queries."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class All(Query):
    """Every document, with score 1."""


@dataclass(frozen=True, slots=True)
class Nothing(Query):
    """No document."""


@dataclass(frozen=True, slots=True)
class Words(Query):
    """A reader's words, as `Analysis.query_runs` reads them; `fields` None means all."""

    text: str
    fields: Fields = None
    operator: Operator = "and"


@dataclass(frozen=True, slots=True)
class Prefix(Query):
    """Beginnings of words, as `Analysis.prefix_runs` reads them, in autocomplete fields only."""

    text: str
    fields: Fields = None
    operator: Operator = "and"


@dataclass(frozen=True, slots=True)
class PhraseText(Query):
    """The text exactly as it stands (normalised), from the middle of a word or not."""

    text: str
    fields: Fields = None


@dataclass(frozen=True, slots=True)
class FuzzyText(Query):
    """Words with their near misses, as `Analysis.fuzzy_runs` reads them."""

    text: str
    fields: Fields = None
    operator: Operator = "and"


@dataclass(frozen=True, slots=True)
class Term(Query):
    """One index term, exactly; mostly for tests and for terms with markers."""

    text: str
    fields: Fields = None


@dataclass(frozen=True, slots=True)
class And(Query):
    """All the parts; without parts, everything."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or(Query):
    """Any of the parts; without parts, nothing."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not(Query):
    """Every document that the part does not match."""

    part: Query


@dataclass(frozen=True, slots=True)
class Boosted(Query):
    """The part, its scores multiplied."""

    part: Query
    factor: float


@dataclass(frozen=True, slots=True)
class Filtered(Query):
    """The part where the test holds too; the scores are the part's alone."""

    part: Query
    test: Query


@dataclass(frozen=True, slots=True)
class Equals(Query):
    """Column tests. On multi-valued columns they hold if any one value passes."""

    column: str
    value: Value


@dataclass(frozen=True, slots=True)
class OneOf(Query):
    """The column has one of the values."""

    column: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Range(Query):
    """The column lies between the bounds; None leaves a side open. Null never passes."""

    column: str
    low: Value | None = None
    high: Value | None = None
    include_low: bool = True
    include_high: bool = True


@dataclass(frozen=True, slots=True)
class IsNull(Query):
    """The column has no value."""

    column: str


@dataclass(frozen=True, slots=True)
class StartsWith(Query):
    """The string column begins with the prefix (tree paths, for instance)."""

    column: str
    prefix: str


@dataclass(frozen=True, slots=True)
class KeyIn(Query):
    """The document's key is one of these: for filters that only a database can decide."""

    keys: frozenset[str]
