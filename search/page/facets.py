"""The groups of filters beside the results, and the filters that are chosen, with addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from archive.facets import FacetValue
from archive.models import Category, HonoreePage, Level, LevelTitles, Place
from archive.shown import Shown
from search.page.answer import Counts
from search.page.question import GROUPS, Question

# So many values of a group stand open; the others behind "more".
OPEN_VALUES = 10


@dataclass(frozen=True)
class FacetGroup:
    """One group: ``values`` stand open, ``more`` are folded up."""

    name: str
    label: str
    values: list[FacetValue]
    more: list[FacetValue]

    @property
    def all_values(self) -> list[FacetValue]:
        """All of them, in order."""
        return [*self.values, *self.more]


class Labels:
    """What the values of the groups are called, in the reader's language; three queries."""

    def __init__(self, counts: Counts, place: Place | None) -> None:
        self.categories = {each.code: each.label for each in Category.objects.all()}
        towns = Place.objects.in_bulk(list(counts.get("town", ())), field_name="slug")
        self.places = {slug: town.shown_name for slug, town in towns.items()}
        if place is not None:
            self.places[place.slug] = place.shown_name
        self.titles = LevelTitles.current()

    def of(self, group: str, value: str) -> str | Shown:
        """Return the label of ``value``; the value itself where nobody knows it."""
        if group == "category":
            return self.categories.get(value, value)
        if group == "town":
            return self.places.get(value, value)
        if group == "kind":
            return str(HonoreePage.Kind(value).label)
        if group == "level":
            return self.titles.of(value)
        return value

    def in_order(self, group: str, counts: Mapping[str, int]) -> list[str]:
        """Return the values of ``group`` as they stand: years newest first, categories and levels
        in their own order, kinds too, towns by the number of people."""
        orders: dict[str, list[str]] = {
            "category": list(self.categories),
            "level": list(Level.values),
            "kind": list(HonoreePage.Kind.values),
        }
        if group in orders:
            return [value for value in orders[group] if value in counts]
        if group == "year":
            return sorted(counts, key=int, reverse=True)
        return sorted(counts, key=lambda slug: (-counts[slug], slug))


def facet_groups(question: Question, counts: Counts, labels: Labels, path: str) -> list[FacetGroup]:
    """Return each group with its values, their number of people and the address of each choice.

    The address of a chosen value takes it off again. A chosen value always stands open.
    """
    names = {
        "year": _("Year"),
        "category": _("Category"),
        "town": _("Town (subdistrict)"),
        "kind": _("Person or group"),
        "level": _("Honour"),
    }
    groups = []
    for group in GROUPS:
        counted = counts.get(group, {})
        chosen = getattr(question.filters, group)
        values = [
            FacetValue(
                value,
                labels.of(group, value),
                counted[value],
                _toggle(question, path, group, value),
                active=value == chosen,
            )
            for value in labels.in_order(group, counted)
        ]
        opened = [each for at, each in enumerate(values) if at < OPEN_VALUES or each.active]
        folded = [each for each in values if each not in opened]
        groups.append(FacetGroup(group, names[group], opened, folded))
    return groups


def chosen_links(question: Question, labels: Labels, path: str) -> list[dict[str, Any]]:
    """Return what is chosen, each with the address of the search without it."""
    filters = question.filters
    return [
        {
            "name": group,
            "label": labels.of(group, value),
            "url": question.address(path, filters=filters.without(group)),
        }
        for group, value in filters.chosen().items()
    ]


def _toggle(question: Question, path: str, group: str, value: str) -> str:
    filters = question.filters
    is_chosen = getattr(filters, group) == value
    wanted = filters.without(group) if is_chosen else filters.choosing(group, value)
    return question.address(path, filters=wanted)
