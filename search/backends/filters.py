"""The filters and the order of a QuerySet as the engine asks them, or :class:`AskDatabase`.

What compares a column of the model's own (or inherited) table with plain values goes to the
engine. Joins, subqueries, transforms and every lookup with a collation behind it stay with the
database, which then says which keys pass.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model, OrderBy, QuerySet
from django.db.models.expressions import Col
from django.db.models.functions.datetime import ExtractYear
from django.db.models.lookups import Lookup
from django.db.models.sql.where import AND, OR, NothingNode, WhereNode

from ..engine import queries as q
from ..engine.schema import ColumnKind
from ..keys import key_of
from .families import TYPES, ColumnSource, Family, stands_for
from .values import NoColumnValue

# Longer lists are the database's: it has an index on them.
MAX_VALUES = 5_000
_BOUNDS: dict[str, Callable[[str, Any], q.Query]] = {
    "lt": lambda column, value: q.Range(column, high=value, include_high=False),
    "lte": lambda column, value: q.Range(column, high=value),
    "gt": lambda column, value: q.Range(column, low=value, include_low=False),
    "gte": lambda column, value: q.Range(column, low=value),
}


class AskDatabase(Exception):
    """The engine cannot decide this; the database can."""


def type_test(family: Family, model: type) -> q.Query | None:
    """Return the test that keeps instances of ``model``; None where all of the index are."""
    model = stands_for(model)
    if all(issubclass(member, model) for member in family.members):
        return None
    return q.Equals(TYPES, model._meta.label_lower)


def filter_test(queryset: QuerySet, family: Family) -> q.Query | None:
    """Return the QuerySet's own filters; None where it has none. Raises AskDatabase."""
    query = queryset.query
    if query.is_sliced or query.combinator or query.distinct_fields:
        raise AskDatabase
    if not query.where:
        return None
    return _node(query.where, queryset, family)


def plain_column(lookup: Any) -> Col | None:
    """Return the column that a lookup compares, as it is or by its year; else None."""
    lhs = lookup.lhs.lhs if isinstance(lookup.lhs, ExtractYear) else lookup.lhs
    return lhs if isinstance(lhs, Col) else None


def _node(node: Any, queryset: QuerySet, family: Family) -> q.Query:
    if isinstance(node, NothingNode):
        return q.Nothing()
    if isinstance(node, WhereNode):
        parts = tuple(_node(child, queryset, family) for child in node.children)
        if node.connector == AND:
            joined: q.Query = q.And(parts)
        elif node.connector == OR:
            joined = q.Or(parts)
        else:
            raise AskDatabase
        return q.Not(joined) if node.negated else joined
    if isinstance(node, Lookup) and plain_column(node) is not None:
        try:
            return _lookup(node, queryset, family)
        except (NoColumnValue, TypeError, ValueError, OverflowError) as error:
            raise AskDatabase from error
    raise AskDatabase


def _lookup(lookup: Lookup, queryset: QuerySet, family: Family) -> q.Query:
    column = plain_column(lookup)
    assert column is not None
    if not _is_own(column, queryset):
        raise AskDatabase
    if not _is_plain(lookup.rhs):
        raise AskDatabase
    if isinstance(lookup.lhs, ExtractYear):
        return _year(_source(column.target, queryset, family), str(lookup.lookup_name), lookup.rhs)
    if _is_key(column, queryset):
        return _key_test(lookup)
    return _column_test(
        _source(column.target, queryset, family), str(lookup.lookup_name), lookup.rhs
    )


def _source(field: Field, queryset: QuerySet, family: Family) -> ColumnSource:
    source = family.column(stands_for(queryset.model), field.attname)
    if source is None:
        raise AskDatabase
    return source


def _key_test(lookup: Lookup) -> q.Query:
    """Return a test of the primary key. Comparisons of keys are left to the database."""
    if lookup.lookup_name == "exact":
        return q.KeyIn(frozenset({key_of(lookup.rhs)}))
    if lookup.lookup_name == "in" and len(lookup.rhs) <= MAX_VALUES:
        return q.KeyIn(frozenset(key_of(value) for value in lookup.rhs))
    raise AskDatabase


def _column_test(source: ColumnSource, lookup: str, value: Any) -> q.Query:
    name, encode = source.column.name, source.codec.encode
    if source.column.multi:
        raise AskDatabase
    if lookup == "exact":
        return q.Equals(name, encode(value))
    if lookup == "isnull":
        return q.IsNull(name) if value else q.Not(q.IsNull(name))
    if lookup in _BOUNDS:
        return _BOUNDS[lookup](name, encode(value))
    if lookup == "range":
        low, high = value
        return q.Range(name, encode(low), encode(high))
    if lookup == "in":
        # SQL never finds NULL in a list.
        values = [encode(one) for one in value if one is not None]
        if len(values) > MAX_VALUES:
            raise AskDatabase
        return q.OneOf(name, tuple(values))
    if lookup == "startswith" and source.column.kind is ColumnKind.STR:
        return q.StartsWith(name, str(value))
    raise AskDatabase


def _year(source: ColumnSource, lookup: str, value: Any) -> q.Query:
    name, encode = source.column.name, source.codec.encode
    if source.column.kind not in (ColumnKind.DATE, ColumnKind.DATETIME):
        raise AskDatabase
    begin, end = encode(dt.date(int(value), 1, 1)), encode(dt.date(int(value) + 1, 1, 1))
    if lookup == "exact":
        return q.Range(name, begin, end, include_high=False)
    if lookup == "gte":
        return q.Range(name, low=begin)
    if lookup == "gt":
        return q.Range(name, low=end)
    if lookup == "lt":
        return q.Range(name, high=begin, include_high=False)
    if lookup == "lte":
        return q.Range(name, high=end, include_high=False)
    raise AskDatabase


def _line(model: type[Model]) -> list[type[Any]]:
    """Return the models from ``model`` up to its root: their primary keys are one number."""
    line: list[type[Any]] = [model._meta.concrete_model or model]
    while line[-1]._meta.parents:
        line.append(next(iter(line[-1]._meta.parents)))
    return line


def _is_own(column: Col, queryset: QuerySet) -> bool:
    """Return whether the column stands in the model's table or in one that it inherits."""
    tables = queryset.query.alias_map
    table: Any = tables.get(column.alias)
    while table is not None and table.parent_alias is not None:
        join = table.join_field
        if not (join.one_to_one and getattr(join.remote_field, "parent_link", False)):
            return False
        table = tables.get(table.parent_alias)
    return table is not None


def _is_key(column: Col, queryset: QuerySet) -> bool:
    """Return whether the column is the key of the model or of one that it inherits.

    Asked by table and column: where a model inherits from abstract ones as well, Django hands out
    their copy of the field, which belongs to no table and is no primary key.
    """
    table = queryset.query.alias_map[column.alias].table_name
    keys = {(model._meta.db_table, model._meta.pk.column) for model in _line(queryset.model)}
    return (table, column.target.column) in keys


def _is_plain(value: Any) -> bool:
    """Return whether a right-hand side is made of values and not of SQL."""
    if isinstance(value, list | tuple | set | frozenset):
        return all(_is_plain(one) for one in value)
    return not (
        hasattr(value, "resolve_expression") or hasattr(value, "as_sql") or hasattr(value, "query")
    )


def engine_order(queryset: QuerySet, family: Family) -> tuple[str, ...]:
    """Return the QuerySet's order as columns of the engine, "-" for descending.

    Empty for none and for the newest first, which is how the engine breaks ties.
    Raises AskDatabase where the database has to sort.
    """
    names: list[str] = []
    for part in queryset.query.order_by:
        if isinstance(part, OrderBy) or not isinstance(part, str) or part == "?":
            raise AskDatabase
        reverse, name = part.startswith("-"), part.lstrip("-")
        field = _field(queryset, name)
        if field.primary_key and reverse:
            # Nothing that follows can matter: keys differ.
            break
        source = family.column(stands_for(queryset.model), field.attname)
        if source is None or source.column.multi:
            raise AskDatabase
        names.append(f"-{source.column.name}" if reverse else source.column.name)
    return tuple(names)


def _field(queryset: QuerySet, name: str) -> Field:
    """Return the model's field; a relation sorts by its own order, which the database knows."""
    try:
        field = queryset.model._meta.pk if name == "pk" else queryset.model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise AskDatabase from error
    if field.is_relation and not field.primary_key and name != getattr(field, "attname", None):
        raise AskDatabase
    return field
