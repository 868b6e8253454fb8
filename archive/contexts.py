"""What the public pages show, gathered in a constant number of queries each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Case, Count, IntegerField, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from archive import names
from archive.facets import FacetValue, facet_counts
from archive.models import Category, Honour, Place
from archive.paging import paged
from archive.shown import Shown, shown

if TYPE_CHECKING:
    from archive.models import HonoreeIndexPage, HonoreePage
    from archive.querysets import HonourQuerySet

HOME_HONOURS = 8
NEIGHBOURS = 4
NAMES_OF_A_YEAR = 8
NAMES_PER_PAGE = 240


def crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way from the home page through ``steps`` of (label, address)."""
    home = (_("Home"), reverse("wagtail_serve", args=[""]))
    return [{"label": label, "url": url} for label, url in (home, *steps)]


def own_address(group: str, value: str) -> str:
    """Return the address of the list of one year, category or place, or of a level's search."""
    if group == "level":
        return narrowed_address()(group, value)
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
    facets = facet_counts(honours, ["year", "category", "town"])
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
    context |= {"crumbs": crumbs((page.shown_title, "")), "letters": names.letters()}
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
    named = [context["previous"], context["next"], *context["same_year"]]
    shown = {page.pk, *(honour.page_id for honour in named if honour is not None)}
    context["same_place"] = _same_place(public, main, shown)
    context["town"] = main.place.town or main.place
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


def _same_place(public: HonourQuerySet, main: Honour, shown: set[int]) -> list[Honour]:
    """Return others of the same town, but the pages ``shown``: first those of the same village.

    The newest come first.
    """
    area = main.place.town or main.place
    nearest = Case(When(place=main.place, then=0), default=1, output_field=IntegerField())
    rows = public.at(area).exclude(page_id__in=shown).order_by(nearest, "-year", "pk").for_lists()
    near: dict[int, Honour] = {}
    for honour in rows[: NEIGHBOURS * 4]:
        near.setdefault(honour.page_id, honour)
    return list(near.values())[:NEIGHBOURS]


def years_context() -> dict[str, Any]:
    """Return the decades, newest first, each with its years, who stands there and what for."""
    public = Honour.objects.public()
    years: dict[int, dict[str, Any]] = {}
    listed = public.order_by("-year", "category__sort_order", "category__pk", "pk")
    for year, page_id, title, title_en, is_sample in listed.values_list(
        "year", "page_id", "page__title", "page__title_en", "page__is_sample"
    ):
        row = years.setdefault(
            year,
            {
                "year": year,
                "url": own_address("year", str(year)),
                "names": {},
                "categories": [],
            },
        )
        person = {"name": shown(title, title_en), "is_sample": is_sample}
        row["names"].setdefault(page_id, person)
    counts = (
        public.order_by("category__sort_order", "category__pk")
        .values_list("year", "category__code", "category__name", "category__name_en")
        .annotate(people=Count("page", distinct=True))
    )
    for year, code, name, name_en, people in counts:
        url = narrowed_address(year=str(year))("category", code)
        value = FacetValue(code, shown(name, name_en), people, url)
        years[year]["categories"].append(value)
    for row in years.values():
        everybody = list(row["names"].values())
        row |= {"count": len(everybody), "names": everybody[:NAMES_OF_A_YEAR]}
        row["more"] = row["count"] - len(row["names"])
    decades = [
        {"decade": decade, "years": list(rows)}
        for decade, rows in groupby(years.values(), key=lambda row: row["year"] // 10 * 10)
    ]
    return {"decades": decades, "crumbs": crumbs((_("All years"), ""))}


def names_context(request: HttpRequest, asked: str) -> dict[str, Any]:
    """Return the register of names: all letters, and the people under the one ``asked`` for.

    An unknown letter is as none.
    """
    letters = names.letters()
    chosen = next((letter for letter in letters if letter.value == asked.lower()), None)
    pages = paged(request, names.under(chosen.value if chosen else ""), per_page=NAMES_PER_PAGE)
    return {
        "letters": letters,
        "letter": chosen,
        "groups": names.by_letter(pages["page_obj"]),
        "crumbs": crumbs((_("Names"), "")),
        **pages,
    }


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
