"""Searching without an index: LIKE over the model's own columns, bounded.

Slower and coarser than the engine, and always there: it answers while an index is missing, being
rebuilt for the first time, or damaged. It never raises for what a reader typed.
"""

from __future__ import annotations

from collections import Counter
from functools import reduce
from operator import and_, or_
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, Field, Model, Q, QuerySet
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

# SQLite refuses expressions deeper than 1,000 and patterns longer than 50,000 bytes.
MAX_TERMS = 32
MAX_CHARACTERS = 200
_ALL = Q()
_NONE = Q(pk__in=[])


def matching(queryset: QuerySet, query: SearchQuery, names: list[str] | None) -> QuerySet:
    """Return the rows of ``queryset`` that hold what ``query`` asks for, each once.

    ``names`` narrows the columns to look in; None means every SearchField that is a column.
    """
    columns = _text_columns(queryset.model, names)
    return queryset.filter(_condition(query, columns)).distinct()


def facet_counts(found: QuerySet, field_name: str) -> Counter[Any]:
    """Return how many rows have each value of a column or relation; other fields give {}."""
    try:
        found.model._meta.get_field(field_name)
    except FieldDoesNotExist:
        return Counter()
    rows = found.order_by().values(field_name).annotate(rows=Count("pk", distinct=True))
    return Counter({row[field_name]: row["rows"] for row in rows})


def _text_columns(model: type[Any], names: list[str] | None) -> list[str]:
    if names is None:
        names = [field.field_name for field in model.get_searchable_search_fields()]
    return [name for name in names if _is_text_column(model, name)]


def _is_text_column(model: type[Model], name: str) -> bool:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return isinstance(field, Field) and not field.is_relation


def _condition(query: SearchQuery, columns: list[str]) -> Q:
    """Return ``query`` as a condition in SQL. "Everything" is Q() and "nothing" an empty list."""
    if isinstance(query, MatchAll):
        return _ALL
    if isinstance(query, PlainText | Fuzzy):
        return _words(query.query_string, query.operator, columns)
    if isinstance(query, Phrase):
        return _holds(query.query_string.strip(), columns)
    if isinstance(query, Boost):
        return _condition(query.subquery, columns)
    if isinstance(query, Not):
        inside = _condition(query.subquery, columns)
        if inside == _ALL:
            return _NONE
        return _ALL if inside == _NONE else ~inside
    if isinstance(query, And | Or):
        parts = [_condition(part, columns) for part in query.subqueries]
        return _joined(parts, "and" if isinstance(query, And) else "or")
    raise TypeError(f"{type(query).__name__} is not a query that this backend knows.")


def _words(text: str, operator: str, columns: list[str]) -> Q:
    terms = text[: MAX_CHARACTERS * 4].replace("\x00", " ").split()[:MAX_TERMS]
    if not terms:
        return _NONE
    return _joined([_holds(term, columns) for term in terms], operator)


def _holds(text: str, columns: list[str]) -> Q:
    wanted = text.replace("\x00", " ")[:MAX_CHARACTERS]
    if not wanted:
        return _NONE
    return _joined([Q(**{f"{name}__icontains": wanted}) for name in columns], "or")


def _joined(parts: list[Q], operator: str) -> Q:
    """Join conditions; Q() is neutral to Django in "or" too, so the two constants go first."""
    if operator == "and":
        if _NONE in parts:
            return _NONE
        return reduce(and_, [part for part in parts if part != _ALL], _ALL)
    if _ALL in parts:
        return _ALL
    return reduce(or_, [part for part in parts if part != _NONE], Q()) or _NONE
