"""The search page: words over published profiles, narrowed by year, category and town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, Max, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from modelsearch.query import PlainText

from archive.models import HonoreePage, Honour, Place
from archive.paging import paged
from archive.querysets import HonoreePageQuerySet, HonourQuerySet
from search.page.excerpts import excerpt
from search.page.filters import Filters, address, chosen_links, facet_groups, read_filters
from search.page.forms import MAX_CHARACTERS, MAX_TERMS, Query, SearchForm, read_query

PER_PAGE = 20
# How many hits are counted at most: far above any county's archive, below SQLite's limit.
MAX_HITS = 20_000


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer a shareable GET address; whatever is typed, the answer is a page."""
    query = read_query(request.GET.get("q", ""))
    filters = read_filters(request.GET)
    place = Place.objects.filter(slug=filters.town).first() if filters.town else None
    found = matching_pages(query) if query.text else None
    honours = honours_of(found)
    context: dict[str, Any] = {
        "form": SearchForm({"q": query.text}),
        "query": query.text,
        "asked": bool(query.text or filters.chosen()),
        "notice": _notice(query),
        "chosen": chosen_links(filters, place, request.path, query.text),
        "clear_url": address(request.path, query.text, Filters()),
        "hidden": list(filters.chosen().items()),
        "facets": facet_groups(honours, filters, place, request.path, query.text),
    }
    rows = HonoreePage.objects.none()
    if filters.chosen():
        rows = _in_order(filters.apply(honours, place).values("page_id"), query.terms)
    elif found:
        rows = _in_order(found, query.terms)
    context |= paged(request, rows, per_page=PER_PAGE)
    context["total"] = context["paginator"].count
    context["results"] = [_result(page, query.terms) for page in context["page_obj"]]
    return render(request, "search/page.html", context)


def matching_pages(query: Query) -> list[int]:
    """Return the ids of the published pages that hold every term; none where none is asked.

    Asked of the search backend, so that an engine can take over without a change here.
    """
    if not query.terms:
        return []
    hits = (
        HonoreePage.objects.live()
        .public()
        .only("pk")
        .search(PlainText(" ".join(query.terms), operator="and"), fields=["search_text"])
    )
    return [page.pk for page in hits[:MAX_HITS]]


def honours_of(found: Sequence[int] | None) -> HonourQuerySet:
    """Return the valid honours of the pages found; of all public pages for None."""
    if found is None:
        return Honour.objects.public()
    return Honour.objects.valid().filter(page_id__in=found)


def _in_order(page_ids: Sequence[int] | QuerySet, terms: Sequence[str]) -> HonoreePageQuerySet:
    """Return pages by where the words were hit (name, citation, story), the newest first."""
    in_name, in_citation = Q(), Q()
    for term in terms:
        in_name |= Q(title__icontains=term) | Q(title_en__icontains=term)
        in_citation |= Q(citation__icontains=term)
    whens = [When(in_name, then=Value(0)), When(in_citation, then=Value(1))] if terms else []
    return (
        HonoreePage.objects.filter(pk__in=page_ids)
        .annotate(
            rank=Case(*whens, default=Value(2), output_field=IntegerField()),
            newest=Max("honours__year", filter=Q(honours__status=Honour.Status.VALID)),
        )
        .order_by("rank", "-newest", "pk")
        .with_public_honours()
    )


def _result(page: HonoreePage, terms: Sequence[str]) -> dict[str, Any]:
    honours = page.public_honours
    return {
        "page": page,
        "honours": honours,
        "main_honour": honours[0] if honours else None,
        "excerpt": excerpt(page.search_text, terms),
    }


def _notice(query: Query) -> str:
    if query.text and not query.terms:
        return _("There is no word in your search to look for.")
    if query.was_cut:
        return _(
            "Your question was shortened: at most %(terms)d words and %(characters)d characters "
            "are looked for."
        ) % {"terms": MAX_TERMS, "characters": MAX_CHARACTERS}
    return ""
