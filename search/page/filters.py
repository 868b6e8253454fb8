"""The filters of a search: read from the address, combined, and taken off one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.facets import GROUPS, facet_counts
from archive.models import Category, Level, LevelTitles, Place
from archive.querysets import HonourQuerySet

MAX_FACET_VALUES = 12


@dataclass(frozen=True)
class Filters:
    """What is chosen of each group; blank where nothing is. ``town`` may name any place."""

    year: str = ""
    category: str = ""
    town: str = ""
    level: str = ""

    def chosen(self) -> dict[str, str]:
        """Return the groups in which something is chosen, with what."""
        return {group: getattr(self, group) for group in GROUPS if getattr(self, group)}

    def without(self, group: str) -> Filters:
        """Return the filters with nothing chosen in ``group``."""
        return replace(self, **{group: ""})

    def apply(self, honours: HonourQuerySet, place: Place | None) -> HonourQuerySet:
        """Return the honours that meet every filter; one honour must meet them all."""
        if self.year:
            honours = honours.filter(year=int(self.year))
        if self.category:
            honours = honours.filter(category__code=self.category)
        if self.level:
            honours = honours.filter(level=self.level)
        if self.town:
            honours = honours.at(place) if place is not None else honours.none()
        return honours


def read_filters(asked: QueryDict) -> Filters:
    """Return the filters of an address; what cannot be meant is left out. Never raises."""
    year = asked.get("year", "").strip()
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        year = ""
    level = asked.get("level", "").strip()
    return Filters(
        year,
        _slug(asked.get("category", "")),
        _slug(asked.get("town", "")),
        level if level in Level.values else "",
    )


def _slug(value: str) -> str:
    plain = value.strip()[:100]
    return plain if plain.replace("-", "").replace("_", "").isalnum() else ""


def address(path: str, text: str, filters: Filters) -> str:
    """Return the address that asks for ``text`` under ``filters``, fit to be shared."""
    query = {"q": text} if text else {}
    encoded = urlencode({**query, **filters.chosen()})
    return f"{path}?{encoded}" if encoded else path


def facet_groups(
    honours: HonourQuerySet, filters: Filters, place: Place | None, path: str, text: str
) -> list[dict[str, Any]]:
    """Return each group with its values, their number of people and their addresses.

    A group is counted under the *other* groups' filters, so that a reader sees what
    choosing another value of it would give.
    """
    labels = {
        "year": _("Year"),
        "category": _("Category"),
        "town": _("Town (subdistrict)"),
        "level": _("Honour"),
    }
    groups = []
    for group in GROUPS:
        others = filters.without(group).apply(honours, place)
        values = []
        for value in facet_counts(others, [group])[group]:
            active = getattr(filters, group) == value.value
            target = filters.without(group) if active else replace(filters, **{group: value.value})
            values.append(replace(value, active=active, url=address(path, text, target)))
        kept = [v for i, v in enumerate(values) if i < MAX_FACET_VALUES or v.active]
        groups.append({"name": group, "label": labels[group], "values": kept})
    return groups


def chosen_links(
    filters: Filters, place: Place | None, path: str, text: str
) -> list[dict[str, str]]:
    """Return what is chosen, each with the address of the search without it."""
    links = []
    for group, value in filters.chosen().items():
        label = value
        if group == "category":
            category = Category.objects.filter(code=value).first()
            label = category.label if category else value
        elif group == "town":
            label = place.shown_name if place else value
        elif group == "level":
            label = LevelTitles.current().of(value)
        links.append(
            {"name": group, "label": label, "url": address(path, text, filters.without(group))}
        )
    return links
