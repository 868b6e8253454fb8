"""Which page answers an address that leads nowhere: the desk's own, or the archive's."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from archive.views import not_found as not_found_in_public
from goodpeople.accounts.desks import desk_at


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404: within a desk, to those signed in, with that desk around it.

    Wagtail's admin answers for itself (``wagtailadmin/404.html``).
    """
    user = getattr(request, "user", None)
    desk = desk_at(request.path) if user is not None and user.is_authenticated else None
    if desk is None:
        return not_found_in_public(request, exception)
    return render(request, "desk/not_found.html", {"desk": desk}, status=404)
