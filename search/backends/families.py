"""What an index holds: a root model with its indexed descendants, their texts and columns.

Models that share a table at their root share an index, so that a search on the parent finds the
children and one key names one object. Each definition in ``search_fields`` becomes a text field or
a column of the engine under its own name; where two members of a family define a name differently,
the second gets a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Manager, Model
from django.utils.encoding import force_str
from modelsearch.index import (
    AutocompleteField,
    FilterField,
    RelatedFields,
    SearchField,
    get_indexed_models,
)

from ..engine.documents import Document
from ..engine.schema import Column, Schema, TextField
from ..keys import key_of, root_of
from ..wishes import FALLBACK, TEXT_WISHES
from .values import NoColumnValue, ValueCodec, codec_for

# The column that says which models an object is an instance of, by their labels.
TYPES = "_types"


@dataclass
class TextSource:
    """One text of a model: ``path`` leads over relations to ``name`` on the last object."""

    path: tuple[RelatedFields, ...]
    name: str
    search: SearchField | None = None
    autocomplete: AutocompleteField | None = None
    field_id: str = ""

    @property
    def full_name(self) -> str:
        """The name with its relations, joined as Django joins them."""
        return "__".join([*(step.field_name for step in self.path), self.name])

    def wishes(self) -> dict[str, Any]:
        """Return what the definitions ask of the engine, apart from the boost."""
        asked: dict[str, Any] = {"autocomplete": self.autocomplete is not None}
        for definition in (self.search, self.autocomplete):
            if definition is not None:
                asked |= {k: v for k, v in definition.kwargs.items() if k in TEXT_WISHES}
        return asked

    def text_field(self, name: str) -> TextField:
        """Return the engine's field for this text under ``name``."""
        boost = self.search.boost if self.search is not None else None
        return TextField(name=name, boost=float(boost or 1.0), **self.wishes())


@dataclass(frozen=True)
class ColumnSource:
    """One filterable field of a model with its column; ``codec`` says how values are kept."""

    definition: FilterField
    attname: str
    codec: ValueCodec
    column: Column

    def encoded(self, obj: Model) -> Any:
        """Return what the column holds for ``obj``; None where it holds nothing."""
        value = self.definition.get_value(obj)
        if self.column.multi:
            return [self.codec.encode(one) for one in _several(value) if one is not None]
        return None if value is None else self.codec.encode(value)


@dataclass
class Family:
    """A root model, its indexed ``members`` (the most specific first) and their schema."""

    root: type[Any]
    members: tuple[type[Any], ...]
    schema: Schema = field(default_factory=Schema)
    texts: dict[type[Any], list[TextSource]] = field(default_factory=dict)
    columns: dict[type[Any], dict[str, ColumnSource]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The root's label: the name of the index."""
        return self.root._meta.label_lower

    def text_ids(
        self, model: type[Model], names: Iterable[str] | None, *, autocomplete: bool
    ) -> tuple[str, ...]:
        """Return the engine's fields for ``names`` on ``model`` and its descendants.

        All of them for None. ``autocomplete`` asks for AutocompleteFields, else SearchFields.
        """
        wanted = None if names is None else set(names)
        found = dict.fromkeys(
            source.field_id
            for member in self.members
            if issubclass(member, model)
            for source in self.texts[member]
            if (source.autocomplete if autocomplete else source.search) is not None
            and (wanted is None or source.full_name in wanted)
        )
        return tuple(found)

    def column(self, model: type[Model], attname: str) -> ColumnSource | None:
        """Return the column of a field of ``model``; None where the database must be asked.

        One column answers for ``model`` only if all of its descendants keep the field in it.
        """
        sources = [
            self.columns[member].get(attname)
            for member in self.members
            if issubclass(member, model)
        ]
        first = sources[0] if sources else None
        if first is None or any(s is None or s.column != first.column for s in sources):
            return None
        return first

    def member_of(self, obj: Model) -> type[Model] | None:
        """Return the member that ``obj`` is an instance of, the most specific; None if none."""
        return next((member for member in self.members if isinstance(obj, member)), None)

    def document(self, obj: Model) -> Document:
        """Return ``obj`` as the engine takes it. Reads its relations.

        Ties are broken by the key, the newest object first.
        """
        member = self.member_of(obj)
        if member is None:
            raise TypeError(f"{obj._meta.label} is no member of the index {self.label}")
        texts = {
            source.field_id: _texts(obj, source.path, source.name) for source in self.texts[member]
        }
        columns: dict[str, Any] = {TYPES: _labels(member, self.members)}
        for source in self.columns[member].values():
            try:
                columns[source.column.name] = source.encoded(obj)
            except NoColumnValue:
                columns[source.column.name] = None
        rank = -obj.pk if isinstance(obj.pk, int) and abs(obj.pk) < 2**62 else 0
        kept = {name: values for name, values in texts.items() if values}
        return Document(key=key_of(obj.pk), texts=kept, columns=columns, rank=rank)


def stands_for(model: type[Model]) -> type[Any]:
    """Return the member that answers for ``model``: a proxy is searched as what it proxies."""
    concrete: type[Any] = model._meta.concrete_model or model
    return concrete if getattr(concrete, "search_fields", None) else model


_families: dict[type[Any], Family] = {}


def family_of(root: type[Any]) -> Family:
    """Return the family below ``root``. Kept for the life of the process."""
    if root not in _families:
        _families[root] = _define(root)
    return _families[root]


def _define(root: type[Any]) -> Family:
    members = {stands_for(model) for model in get_indexed_models() if root_of(model) is root}
    ordered = sorted(members, key=lambda m: (-len(m._meta.get_parent_list()), m._meta.label_lower))
    family = Family(root, tuple(ordered))
    _define_texts(family)
    _define_columns(family)
    return family


def families() -> list[Family]:
    """Return the family of every indexed model, by label."""
    roots = {root_of(model) for model in get_indexed_models()}
    return [family_of(root) for root in sorted(roots, key=lambda root: root._meta.label_lower)]


def _define_texts(family: Family) -> None:
    fields: dict[str, TextField] = {}
    # Parents first, so that the plain names are theirs.
    for member in reversed(family.members):
        sources: dict[str, TextSource] = {}
        for path, definition in _definitions(member.get_search_fields()):
            if not isinstance(definition, SearchField | AutocompleteField):
                continue
            if definition.kwargs.get(FALLBACK):
                continue
            fresh = TextSource(path, definition.field_name)
            source = sources.setdefault(fresh.full_name, fresh)
            if isinstance(definition, SearchField):
                source.search = definition
            else:
                source.autocomplete = definition
        for name, source in sources.items():
            known = fields.setdefault(name, source.text_field(name))
            source.field_id = known.name
            if known != source.text_field(name):
                source.field_id = f"{name}@{member._meta.label_lower}"
                fields[source.field_id] = source.text_field(source.field_id)
        family.texts[member] = list(sources.values())
    family.schema = Schema(tuple(fields.values()), family.schema.columns)


def _define_columns(family: Family) -> None:
    from ..engine.schema import ColumnKind

    columns = {TYPES: Column(TYPES, ColumnKind.STR, multi=True)}
    for member in reversed(family.members):
        family.columns[member] = {}
        for definition in member.get_filterable_search_fields():
            codec = codec_for(definition.get_type(member))
            if codec is None:
                continue
            name = attname = definition.get_attname(member)
            column = Column(name, codec.kind, _is_multi(definition, member))
            if columns.setdefault(name, column) != column:
                name = f"{name}@{member._meta.label_lower}"
                column = columns[name] = Column(name, column.kind, column.multi)
            family.columns[member][attname] = ColumnSource(definition, attname, codec, column)
    family.schema = Schema(family.schema.texts, tuple(columns.values()))


def _definitions(
    definitions: Iterable[Any], path: tuple[RelatedFields, ...] = ()
) -> Iterator[tuple[tuple[RelatedFields, ...], Any]]:
    for definition in definitions:
        if isinstance(definition, RelatedFields):
            yield from _definitions(definition.fields, (*path, definition))
        else:
            yield path, definition


def _is_multi(definition: FilterField, model: type[Model]) -> bool:
    if "multi" in definition.kwargs:
        return bool(definition.kwargs["multi"])
    related = next((f for f in model._meta.get_fields() if f.name == definition.field_name), None)
    return bool(related is not None and (related.many_to_many or related.one_to_many))


def _labels(member: type[Model], members: tuple[type[Model], ...]) -> list[str]:
    return [other._meta.label_lower for other in members if issubclass(member, other)]


def _texts(obj: Any, path: tuple[RelatedFields, ...], name: str) -> list[str]:
    """Return the texts at the end of ``path``, one for each related object."""
    if not path:
        value = SearchField(name).get_value(obj)
        text = _plain(value)
        return [text] if text else []
    related = path[0].get_value(obj)
    if related is None:
        return []
    if isinstance(related, Manager):
        objects = list(related.all())
    else:
        objects = [related() if callable(related) else related]
    return [text for one in objects for text in _texts(one, path[1:], name)]


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return ", ".join(_plain(one) for one in value.values())
    if isinstance(value, list | tuple | set):
        return ", ".join(_plain(one) for one in value)
    return force_str(value)


def _several(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    if isinstance(value, Manager):
        return value.all()
    return value if isinstance(value, list | tuple | set | frozenset) else (value,)
