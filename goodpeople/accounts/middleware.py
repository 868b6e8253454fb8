"""A password that the office made is changed before anything else is done with it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from goodpeople.accounts.answers import wants_json

PASSING_VIEWS = {
    "accounts:first_password",
    "accounts:sign_out",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "set_language",
}


class FirstPasswordMiddleware:
    """Send whoever must change their password to do so, from the admin as from anywhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the decision is taken in :meth:`process_view`, which knows the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view_func, view_args, view_kwargs
    ) -> HttpResponse | None:
        """Return the way to the change page, 403 with the reason for a script, or None."""
        user = request.user
        if not user.is_authenticated or not user.must_change_password or _passes(request):
            return None
        if wants_json(request):
            return JsonResponse({"reason": _("Choose a password of your own first.")}, status=403)
        address = reverse("accounts:first_password")
        if request.method == "GET":
            address += "?" + urlencode({"next": request.get_full_path()})
        return redirect(address)


def _passes(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is not None and match.view_name in PASSING_VIEWS:
        return True
    return request.path.startswith((settings.STATIC_URL, settings.MEDIA_URL))
