"""The results of a search: matched once, whatever is then asked of them."""

from __future__ import annotations

import logging
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model, QuerySet
from modelsearch.backends.base import BaseSearchResults, FilterFieldError

from ..engine.errors import EngineError, QueryInvalid
from ..engine.queries import Nothing
from ..keys import key_of
from . import fallback
from .compilers import EngineQueryCompiler, database_keys
from .families import stands_for

if TYPE_CHECKING:
    from ..engine.match import Match
    from . import EngineSearchBackend

logger = logging.getLogger(__name__)
# How many keys one query of the database names.
FETCH = 2_000
Answer = TypeVar("Answer")


class FromEngine:
    """What the engine found: one match, and the order in which the database may have put it."""

    def __init__(self, compiler: EngineQueryCompiler, match: Match) -> None:
        self.compiler = compiler
        self.match = match
        self._ordered: list[str] | None = None

    def total(self) -> int:
        """Return how many objects match."""
        return self.match.total

    def page(self, start: int, stop: int | None) -> list[tuple[Model, float]]:
        """Return the objects from ``start`` to ``stop`` with their scores."""
        order = self.compiler.order()
        if order is None:
            hits = [(key, 0.0) for key in self._in_database_order()[start:stop]]
        else:
            found = self.match.page(start, stop, order)
            hits = [(hit.key, hit.score) for hit in found]
        objects = _objects(self.compiler.queryset, [key for key, _ in hits])
        return [(objects[key], score) for key, score in hits if key in objects]

    def facet(self, field_name: str) -> Counter[Any]:
        """Return how many matches have each value of a filterable field; None for no value."""
        model = stands_for(self.compiler.queryset.model)
        definition = self.compiler._get_filterable_field(field_name)
        source = self.compiler.family.column(model, definition.get_attname(model))
        if source is None:
            counts: Counter[Any] = Counter()
            for keys in _batches(self.match.keys()):
                found = self.compiler.queryset.model._default_manager.filter(pk__in=keys)
                counts += fallback.facet_counts(found, definition.field_name)
            return counts
        counts = Counter(
            {
                source.codec.decode(value): count
                for value, count in self.match.facet(source.column.name)
            }
        )
        missing = self.match.facet_missing(source.column.name)
        if missing:
            counts[None] = missing
        return counts

    def _in_database_order(self) -> list[str]:
        if self._ordered is None:
            found = set(self.match.keys())
            self._ordered = [k for k in database_keys(self.compiler.queryset) if k in found]
        return self._ordered


class FromDatabase:
    """What the database finds by itself while there is no index to ask."""

    def __init__(self, compiler: EngineQueryCompiler) -> None:
        self.compiler = compiler
        self.found = fallback.matching(compiler.queryset, compiler.query, compiler.fields)

    def total(self) -> int:
        """Return how many objects match."""
        return self.found.count()

    def page(self, start: int, stop: int | None) -> list[tuple[Model, float]]:
        """Return the objects from ``start`` to ``stop``, the newest first; no scores."""
        found = self.found
        if self.compiler.order_by_relevance or not found.query.order_by:
            found = found.order_by("-pk")
        return [(row, 0.0) for row in found[start:stop]]

    def facet(self, field_name: str) -> Counter[Any]:
        """Return how many matches have each value of a column; other fields give none."""
        return fallback.facet_counts(self.found, field_name)


class EngineSearchResults(BaseSearchResults):
    """Matches lazily and once; slices share the match."""

    supports_facet = True
    backend: EngineSearchBackend
    query_compiler: EngineQueryCompiler

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Held in a list so that slices made before the first question share the answer too.
        self._source: list[FromEngine | FromDatabase] = []

    def _clone(self) -> EngineSearchResults:
        clone = super()._clone()
        clone._source = self._source
        return clone

    def _ask(self, question: Callable[[FromEngine | FromDatabase], Answer]) -> Answer:
        """Ask the engine; where it cannot answer, the database. Never raises for the index."""
        if not self._source:
            self._source.append(self._engine() or FromDatabase(self.query_compiler))
        try:
            return question(self._source[0])
        except EngineError as error:
            self.backend.report(self.query_compiler.family, error)
            self._source[:] = [FromDatabase(self.query_compiler)]
            return question(self._source[0])

    def _engine(self) -> FromEngine | None:
        family = self.query_compiler.family
        try:
            snapshot = self.backend.snapshot(family)
            try:
                match = snapshot.match(self.query_compiler.engine_query())
            except QueryInvalid as error:
                logger.warning("Search: a query was refused, nothing is found: %s", error)
                match = snapshot.match(Nothing())
        except EngineError as error:
            self.backend.report(family, error)
            return None
        return FromEngine(self.query_compiler, match)

    def _do_search(self) -> list[Model]:
        rows = self._ask(lambda source: source.page(self.start, self.stop))
        if self._score_field:
            for row, score in rows:
                setattr(row, self._score_field, float(score))
        return [row for row, _ in rows]

    def _do_count(self) -> int:
        total = self._ask(lambda source: source.total())
        stop = total if self.stop is None else min(self.stop, total)
        return max(stop - self.start, 0)

    def facet(self, field_name: str) -> OrderedDict[Any, int]:
        """Return how many results have each value, most first, over all pages of the results.

        A field with several values counts once for each; None stands for no value.
        """
        if self.query_compiler._get_filterable_field(field_name) is None:
            model = self.query_compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {model}.search_fields.",
                field_name=field_name,
            )
        counts = self._ask(lambda source: source.facet(field_name))
        return OrderedDict(
            sorted(counts.items(), key=lambda item: (-item[1], item[0] is None, str(item[0])))
        )


def _objects(queryset: QuerySet, keys: list[str]) -> dict[str, Model]:
    """Return the rows by key, as the QuerySet gives them; what it no longer holds is left out."""
    rows: dict[str, Model] = {}
    for some in _batches(keys):
        rows |= {key_of(row.pk): row for row in queryset.order_by().filter(pk__in=some)}
    return rows


def _batches(keys: list[str]) -> Iterable[list[str]]:
    return (keys[at : at + FETCH] for at in range(0, len(keys), FETCH))
