"""A list in pages whose addresses keep what the reader asked for."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

PER_PAGE = 24


def paged(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> dict[str, Any]:
    """Return ``page_obj``, its ``paginator`` and the addresses of the other pages.

    A page number that makes no sense gives the nearest page, never an error.
    """
    paginator = Paginator(rows, per_page)
    page = paginator.get_page(request.GET.get("page"))
    shown_numbers = [
        number
        for number in paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        if isinstance(number, int)
    ]
    return {
        "page_obj": page,
        "paginator": paginator,
        "page_links": [
            {"number": number, "url": page_url(request, number), "current": number == page.number}
            for number in shown_numbers
        ],
        "previous_page_url": (
            page_url(request, page.previous_page_number()) if page.has_previous() else ""
        ),
        "next_page_url": page_url(request, page.next_page_number()) if page.has_next() else "",
    }


def page_url(request: HttpRequest, number: int) -> str:
    """Return the address of page ``number`` of what is asked for; the first has no number."""
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    encoded = query.urlencode()
    return f"{request.path}?{encoded}" if encoded else request.path
