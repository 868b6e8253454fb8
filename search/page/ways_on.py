"""Where a reader goes on who found nothing, and a story for whoever has no question."""

from __future__ import annotations

import secrets
from typing import Any

from archive.contexts import own_address
from archive.facets import facet_counts
from archive.models import HonoreePage, Honour
from archive.querysets import HonoreePageQuerySet
from search.engine.analysis.query_text import ParsedQuery
from search.page.asking import suggest

NAMES_SHOWN = 6


def ways_on(query: ParsedQuery, public: HonoreePageQuerySet) -> dict[str, Any]:
    """Return names that begin alike, and the years with their addresses; four queries at most."""
    years = facet_counts(Honour.objects.public(), ["year"])["year"]
    return {
        "names_alike": _names_alike(query, public),
        "years": [(year.label, own_address("year", year.value), year.count) for year in years],
    }


def random_page() -> HonoreePage | None:
    """Return somebody's public page, anybody's; None where there is nobody yet."""
    ids = list(Honour.objects.public().order_by().values_list("page_id", flat=True).distinct())
    return HonoreePage.objects.get(pk=secrets.choice(ids)) if ids else None


def _names_alike(query: ParsedQuery, public: HonoreePageQuerySet) -> list[HonoreePage]:
    """Return people whose names begin as what was asked for: the same surname, most often."""
    if not query.words:
        return []
    ids = suggest(query.words[0][:1], NAMES_SHOWN, public)
    found = public.defer("body", "search_text").in_bulk(ids) if ids else {}
    return [found[pk] for pk in ids if pk in found]
