"""modelsearch's queries as the engine's: a tree of frozen dataclasses."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.db.models.lookups import Lookup
from django.db.models.sql.where import NothingNode, WhereNode
from modelsearch.backends.base import BaseSearchQueryCompiler, SearchFieldError
from modelsearch.query import (
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from ..engine import queries as q
from ..keys import key_of, root_of
from .families import Family, family_of, stands_for
from .filters import AskDatabase, engine_order, filter_test, plain_column, type_test


class EngineQueryCompiler(BaseSearchQueryCompiler):
    """A search for whole words. Words are ANDed unless told otherwise."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True
    is_autocomplete = False
    fields: list[str] | None

    @property
    def family(self) -> Family:
        """The index that holds the model."""
        return family_of(root_of(self.queryset.model))

    def engine_query(self) -> q.Query:
        """Return the whole question: text, model and filters. Asks the database for the odd filter.

        Raises TypeError for a kind of query that modelsearch does not have.
        """
        model = self.queryset.model
        names = None if self.fields is None else list(self.fields)
        fields = self.family.text_ids(stands_for(model), names, autocomplete=self.is_autocomplete)
        tests = [type_test(self.family, model), self._filters()]
        kept = tuple(test for test in tests if test is not None)
        text = self._text(self.query, fields)
        return q.Filtered(text, q.And(kept)) if kept else text

    def order(self) -> tuple[str, ...] | None:
        """Return the columns to sort by; empty for relevance and for the newest first.

        None where the database has to sort.
        """
        by_relevance = self.order_by_relevance and not isinstance(self.query, MatchAll)
        if by_relevance:
            return ()
        try:
            return engine_order(self.queryset, self.family)
        except AskDatabase:
            return None

    def _filters(self) -> q.Query | None:
        try:
            return filter_test(self.queryset, self.family)
        except AskDatabase:
            return q.KeyIn(frozenset(database_keys(self.queryset.order_by())))

    def _text(self, query: SearchQuery, fields: tuple[str, ...]) -> q.Query:
        if isinstance(query, PlainText):
            words = self._words(query.query_string, fields, query.operator)
            return words if query.boost == 1 else q.Boosted(words, float(query.boost))
        if isinstance(query, Phrase):
            return self._phrase(query.query_string, fields)
        if isinstance(query, Fuzzy):
            return q.FuzzyText(query.query_string, fields, query.operator)
        if isinstance(query, MatchAll):
            return q.All()
        if isinstance(query, Boost):
            return q.Boosted(self._text(query.subquery, fields), float(query.boost))
        if isinstance(query, Not):
            return q.Not(self._text(query.subquery, fields))
        if isinstance(query, And | Or):
            parts = tuple(self._text(part, fields) for part in query.subqueries)
            return q.And(parts) if isinstance(query, And) else q.Or(parts)
        raise TypeError(f"{type(query).__name__} is not a query that this backend knows.")

    def _words(self, text: str, fields: tuple[str, ...], operator: q.Operator) -> q.Query:
        return q.Words(text, fields, operator)

    def _phrase(self, text: str, fields: tuple[str, ...]) -> q.Query:
        return q.PhraseText(text, fields)

    def _get_filters_from_where_node(self, where_node: Any, check_only: bool = False) -> Any:
        """Check the filters as modelsearch does, and let pass what only the database can read."""
        if isinstance(where_node, WhereNode | NothingNode) or (
            isinstance(where_node, Lookup) and plain_column(where_node) is not None
        ):
            return super()._get_filters_from_where_node(where_node, check_only=check_only)
        return None


class EngineAutocompleteQueryCompiler(EngineQueryCompiler):
    """A search for beginnings of words, in AutocompleteFields."""

    is_autocomplete = True

    def check(self) -> None:
        """Check as a search does, but ask for AutocompleteFields where fields are named."""
        named, self.fields = self.fields, None
        try:
            super().check()
        finally:
            self.fields = named
        model = self.queryset.model
        known = {field.field_name for field in model.get_autocomplete_search_fields()}
        for name in named or ():
            if name not in known:
                raise SearchFieldError(
                    f'Cannot autocomplete with field "{name}". Please add '
                    f'index.AutocompleteField("{name}") to {model.__name__}.search_fields.',
                    field_name=name,
                )

    def _words(self, text: str, fields: tuple[str, ...], operator: q.Operator) -> q.Query:
        return q.Prefix(text, fields, operator)

    def _phrase(self, text: str, fields: tuple[str, ...]) -> q.Query:
        return q.Prefix(text, fields)


def database_keys(queryset: QuerySet) -> list[str]:
    """Return the keys of a QuerySet's rows, in its order, each once."""
    pks = queryset.values_list("pk", flat=True)
    return list(dict.fromkeys(key_of(pk) for pk in pks.iterator(chunk_size=5_000)))
