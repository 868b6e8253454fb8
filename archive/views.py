"""Lists by year, category and place, the large-print switch, and the page that is not there."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from archive.context_processors import LARGE_PRINT_COOKIE
from archive.contexts import (
    counted_places,
    crumbs,
    list_context,
    names_context,
    narrowed_address,
    own_address,
    people_by_place,
    years_context,
)
from archive.models import Category, Honour, Place

ONE_YEAR = 365 * 24 * 60 * 60


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """List the years that have a list, with their people and categories."""
    return render(request, "archive/year_index.html", years_context())


@require_safe
def names(request: HttpRequest) -> HttpResponse:
    """List the names by their first letter; ``letter`` narrows them to one."""
    context = names_context(request, request.GET.get("letter", ""))
    return render(request, "archive/name_index.html", context)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """List the honours of one year; 404 for a year without any."""
    public = Honour.objects.public()
    known = sorted(public.order_by().values_list("year", flat=True).distinct())
    if year not in known:
        raise Http404
    place = known.index(year)
    before = known[place - 1] if place else None
    after = known[place + 1] if place + 1 < len(known) else None
    heading = _("Good People of %(year)s") % {"year": year}
    context = list_context(
        request,
        public.filter(year=year).order_by("category__sort_order", "category__pk", "pk"),
        kind="year",
        heading=heading,
        address=narrowed_address(year=str(year)),
    )
    context |= {
        "year": year,
        "previous_year": before,
        "next_year": after,
        "previous_url": own_address("year", str(before)) if before else "",
        "next_url": own_address("year", str(after)) if after else "",
        "crumbs": crumbs((_("All years"), reverse("archive:years")), (str(year), "")),
    }
    context["facets"]["year"] = []
    return render(request, "archive/honour_list.html", context)


@require_safe
def category(request: HttpRequest, code: str) -> HttpResponse:
    """List the honours of one category."""
    chosen = get_object_or_404(Category, code=code)
    context = list_context(
        request,
        Honour.objects.public().filter(category=chosen),
        kind="category",
        heading=chosen.label,
        lead=chosen.shown_description,
        address=narrowed_address(category=code),
    )
    context |= {"category": chosen, "crumbs": crumbs((chosen.label, ""))}
    context["facets"]["category"] = []
    return render(request, "archive/honour_list.html", context)


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """List the towns, and under each the villages that have honourees."""
    counts = people_by_place(Honour.objects.public())
    everywhere = list(Place.objects.all())
    villages: dict[int | None, list[Place]] = {}
    for place in everywhere:
        if place.kind == Place.Kind.VILLAGE:
            villages.setdefault(place.town_id, []).append(place)
    context = {
        "city": next((p for p in everywhere if p.kind == Place.Kind.CITY), None),
        "towns": [
            {
                "place": place,
                "count": counts.get(place.pk, 0),
                "url": own_address("place", place.slug),
                "villages": counted_places(villages.get(place.pk, []), counts),
            }
            for place in everywhere
            if place.kind == Place.Kind.TOWN
        ],
        "crumbs": crumbs((_("Places"), "")),
    }
    return render(request, "archive/place_index.html", context)


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """List the honours of one place and of what lies in it, and the places around it."""
    chosen = get_object_or_404(Place.objects.select_related("parent", "town"), slug=slug)
    public = Honour.objects.public()
    around = chosen.parent or chosen
    counts = people_by_place(public.at(around))
    near = list(Place.objects.filter(parent_id__in=[chosen.pk, around.pk]).exclude(pk=chosen.pk))
    steps = [(p.shown_name, own_address("place", p.slug)) for p in chosen.chain]
    context = list_context(
        request,
        public.at(chosen),
        kind="place",
        heading=chosen.shown_name,
        lead=chosen.shown_chain if chosen.parent_id else "",
        address=narrowed_address(town=slug),
    )
    context |= {
        "place": chosen,
        "chain": chosen.chain,
        "children": counted_places([p for p in near if p.parent_id == chosen.pk], counts),
        "neighbours": counted_places([p for p in near if p.parent_id != chosen.pk], counts),
        "crumbs": crumbs((_("Places"), reverse("archive:places")), *steps),
    }
    if chosen.kind != Place.Kind.CITY:
        context["facets"]["town"] = []
    return render(request, "archive/place.html", context)


@require_safe
def large_print(request: HttpRequest) -> HttpResponse:
    """Switch large print with ``on=1`` or ``on=0`` and return to ``next``, on this site only."""
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = reverse("wagtail_serve", args=[""])
    response = HttpResponseRedirect(target)
    if request.GET.get("on") == "1":
        response.set_cookie(
            LARGE_PRINT_COOKIE, "1", max_age=ONE_YEAR, samesite="Lax", httponly=True
        )
    else:
        response.delete_cookie(LARGE_PRINT_COOKIE, samesite="Lax")
    response["Cache-Control"] = "no-store"
    return response


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Answer an address that leads nowhere with the search form."""
    return render(request, "archive/not_found.html", {"asked": request.path}, status=404)
