"""What the public pages show, gathered in a constant number of queries each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from archive.facets import FacetValue, facet_counts
from archive.models import Category, Honour, Place
from archive.paging import paged
from archive.shown import Shown

if TYPE_CHECKING:
    from archive.models import HonoreeIndexPage, HonoreePage
    from archive.querysets import HonourQuerySet

HOME_HONOURS = 8
NEIGHBOURS = 4


def crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way from the home page through ``steps`` of (label, address)."""
    home = (_("Home"), reverse("wagtail_serve", args=[""]))
    return [{"label": label, "url": url} for label, url in (home, *steps)]


def own_address(group: str, value: str) -> str:
    """Return the address of the list of one year, category or place."""
    if group == "year":
        return reverse("archive:year", args=[int(value)])
    return reverse("archive:category" if group == "category" else "archive:place", args=[value])


def narrowed_address(**chosen: str) -> Callable[[str, str], str]:
    """Return a maker of addresses of the search page with ``chosen`` and one value more."""

    def address(group: str, value: str) -> str:
        return f"{reverse('search:page')}?{urlencode({**chosen, group: value})}"

    return address


def linked_facets(
    honours: HonourQuerySet, address: Callable[[str, str], str]
) -> dict[str, list[FacetValue]]:
    """Return the facets of ``honours``, each value with the address that ``address`` makes."""
    return {
        group: [replace(value, url=address(group, value.value)) for value in values]
        for group, values in facet_counts(honours).items()
    }


def list_context(
    request: HttpRequest,
    honours: HonourQuerySet,
    *,
    kind: str,
    heading: str,
    address: Callable[[str, str], str],
    lead: str = "",
) -> dict[str, Any]:
    """Return what every list of honours shows: a page of them, facets and headings."""
    pages = paged(request, honours.for_lists())
    return {
        "kind": kind,
        "heading": heading if isinstance(heading, Shown) else Shown(heading),
        "lead": lead,
        "honours": pages["page_obj"],
        "facets": linked_facets(honours, address),
        **pages,
    }


def home_context(request: HttpRequest) -> dict[str, Any]:
    """Return the newest honours, one of them large, and the ways into the archive."""
    honours = Honour.objects.public()
    newest = honours.for_lists().order_by("-year", "page__is_sample", "-announced_on", "-pk")
    front = list(newest[: HOME_HONOURS + 1])
    facets = facet_counts(honours)
    counts = {value.value: value.count for value in facets["category"]}
    towns = Place.objects.in_bulk([value.value for value in facets["town"]], field_name="slug")
    return {
        "latest_year": front[0].year if front else None,
        "featured": front[0] if front else None,
        "honours": front[1:],
        "years": [(int(value.value), value.count) for value in facets["year"]],
        "categories": [
            {
                "category": category,
                "count": counts.get(category.code, 0),
                "url": own_address("category", category.code),
            }
            for category in Category.objects.all()
        ],
        "towns": [
            {
                "place": towns[value.value],
                "count": value.count,
                "url": own_address("town", value.value),
            }
            for value in facets["town"]
            if value.value in towns
        ],
        "people_count": honours.aggregate(people=Count("page", distinct=True))["people"],
    }


def index_context(request: HttpRequest, page: HonoreeIndexPage) -> dict[str, Any]:
    """Return the list of all honours."""
    context = list_context(
        request,
        Honour.objects.public(),
        kind="all",
        heading=page.shown_title,
        address=own_address,
    )
    context["crumbs"] = crumbs((page.shown_title, ""))
    return context


def profile_context(request: HttpRequest, page: HonoreePage) -> dict[str, Any]:
    """Return a profile's honours, who comes before and after it, and who stands near it."""
    own = list(page.honours.select_related("category", "place__town"))
    honours = [honour for honour in own if honour.status == Honour.Status.VALID]
    main = honours[0] if honours else None
    context: dict[str, Any] = {
        "main_honour": main,
        "honours": honours,
        "revoked_honours": [h for h in own if h.status == Honour.Status.REVOKED],
        "previous": None,
        "next": None,
        "same_year": [],
        "same_place": [],
        "crumbs": crumbs((page.shown_title, "")),
    }
    if main is None:
        return context
    public = Honour.objects.public()
    context |= _same_year(public, page, main)
    context["same_place"] = _same_place(public, page, main)
    context["crumbs"] = crumbs(
        (str(main.year), own_address("year", str(main.year))), (page.shown_title, "")
    )
    return context


def _same_year(public: HonourQuerySet, page: HonoreePage, main: Honour) -> dict[str, Any]:
    """Return the neighbours in the year's list, and those who follow them, round the end."""
    order = list(
        public.filter(year=main.year)
        .order_by("category__sort_order", "category__pk", "pk")
        .values_list("pk", "page_id")
    )
    people: dict[int, int] = {}
    for pk, page_id in order:
        people.setdefault(page_id, pk)
    if page.pk not in people:
        return {}
    line = list(people.values())
    here = line.index(people[page.pk])
    before = line[here - 1] if here > 0 else None
    after = line[here + 1] if here + 1 < len(line) else None
    beside = {line[here], before, after}
    following = [pk for pk in line[here + 1 :] + line[:here] if pk not in beside][:NEIGHBOURS]
    wanted = [pk for pk in (before, after, *following) if pk is not None]
    found = public.for_lists().in_bulk(wanted)
    return {
        "previous": found.get(before),
        "next": found.get(after),
        "same_year": [found[pk] for pk in following if pk in found],
    }


def _same_place(public: HonourQuerySet, page: HonoreePage, main: Honour) -> list[Honour]:
    """Return others of the same town, those of the same village first and the newest first."""
    area = main.place.town or main.place
    rows = public.at(area).exclude(page=page).order_by("-year", "pk").for_lists()
    near: dict[int, Honour] = {}
    for honour in rows[: NEIGHBOURS * 4]:
        near.setdefault(honour.page_id, honour)
    ordered = sorted(near.values(), key=lambda honour: honour.place_id != main.place_id)
    return ordered[:NEIGHBOURS]


def people_by_place(honours: HonourQuerySet) -> dict[int, int]:
    """Return how many people each place has, with all inside it, by one query."""
    people: dict[int, set[int]] = defaultdict(set)
    for path, page_id in honours.order_by().values_list("place__path", "page_id"):
        for part in path.split("/"):
            if part:
                people[int(part)].add(page_id)
    return {pk: len(pages) for pk, pages in people.items()}


def counted_places(places: Iterable[Place], counts: dict[int, int]) -> list[dict[str, Any]]:
    """Return ``places`` that have honourees, with their number and address."""
    return [
        {"place": place, "count": counts[place.pk], "url": own_address("place", place.slug)}
        for place in places
        if counts.get(place.pk)
    ]
