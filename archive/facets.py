"""How many people each year, category and town has: one count for lists and search alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from archive.models.honour import Level
from archive.models.level_titles import LevelTitles
from archive.querysets import HonourQuerySet
from archive.shown import shown


@dataclass(frozen=True)
class FacetValue:
    """One way to narrow a list. ``count`` is people, not honours; ``url`` leads there."""

    value: str
    label: str
    count: int
    url: str = ""
    active: bool = False


GROUPS = ("year", "category", "town", "level")


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
