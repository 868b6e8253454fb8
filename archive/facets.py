"""How many people each year, category and town has: one count for lists and search alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from django.db.models import Count

from archive.models.honour import Level
from archive.models.level_titles import LevelTitles
from archive.querysets import HonourQuerySet
from archive.shown import shown

if TYPE_CHECKING:
    from archive.models import Honour


@dataclass(frozen=True)
class FacetValue:
    """One way to narrow a list. ``count`` is people, not honours; ``url`` leads there."""

    value: str
    label: str
    count: int
    url: str = ""
    active: bool = False


GROUPS = ("year", "category", "town", "level")


# Every way to filter by two groups or more at once.
TOGETHER = tuple(
    groups for number in range(2, len(GROUPS) + 1) for groups in combinations(GROUPS, number)
)


def facet_values(honour: Honour) -> dict[str, str]:
    """Return the value of each group that ``honour`` has, as addresses write it; the city as a
    whole is in no town."""
    town = honour.place.town
    values = {
        "year": str(honour.year),
        "category": honour.category.code,
        "town": town.slug if town is not None else "",
        "level": honour.level,
    }
    return {group: value for group, value in values.items() if value}


def joint_key(values: Mapping[str, str]) -> str:
    """Return what stands for ``values``, of some groups, that one honour has together.

    An index of pages keeps values apart from the rows that they came from. So it also holds
    these: 2024 and honesty are one honour where the page has the joint key of both.
    """
    return " ".join(values[group] for group in GROUPS if group in values)


def facet_counts(
    honours: HonourQuerySet, groups: Sequence[str] = GROUPS
) -> dict[str, list[FacetValue]]:
    """Return the distinct people per year, category, town and level among ``honours``.

    Counts valid honours only, whatever it is given; one query for each of ``groups``, and one
    for what the levels are called. Years come newest first, categories in their order, towns by
    the number of people, levels from the county up.
    """
    valid = honours.valid().order_by()
    count = {"year": _years, "category": _categories, "town": _towns, "level": _levels}
    return {group: count[group](valid, Count("page", distinct=True)) for group in groups}


def _years(valid: HonourQuerySet, people: Count) -> list[FacetValue]:
    rows = valid.values("year").annotate(people=people).order_by("-year")
    return [FacetValue(str(row["year"]), str(row["year"]), row["people"]) for row in rows]


def _categories(valid: HonourQuerySet, people: Count) -> list[FacetValue]:
    rows = (
        valid.values("category__code", "category__name", "category__name_en")
        .annotate(people=people)
        .order_by("category__sort_order", "category__pk")
    )
    return [
        FacetValue(
            row["category__code"],
            shown(row["category__name"], row["category__name_en"]),
            row["people"],
        )
        for row in rows
    ]


def _towns(valid: HonourQuerySet, people: Count) -> list[FacetValue]:
    rows = (
        valid.filter(place__town__isnull=False)
        .values("place__town__slug", "place__town__name", "place__town__name_en")
        .annotate(people=people)
        .order_by("-people", "place__town__slug")
    )
    return [
        FacetValue(
            row["place__town__slug"],
            shown(row["place__town__name"], row["place__town__name_en"]),
            row["people"],
        )
        for row in rows
    ]


def _levels(valid: HonourQuerySet, people: Count) -> list[FacetValue]:
    counts = dict(valid.values_list("level").annotate(people=people))
    titles = LevelTitles.current()
    return [
        FacetValue(level, titles.of(level), counts[level])
        for level in Level.values
        if level in counts
    ]
