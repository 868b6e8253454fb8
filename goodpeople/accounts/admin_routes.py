"""Wagtail's own routes of signing in and of one's account, answered by ours.

To stand before ``wagtail.admin.urls``. Names are Wagtail's, so that its links lead here.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from goodpeople.accounts.admin_account import AdminAccountView


def to_our_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the one sign-in page, which locks out and forces the first change."""
    target = reverse(settings.WAGTAILADMIN_LOGIN_URL)
    after = request.GET.get("next", "")
    if after and url_has_allowed_host_and_scheme(after, allowed_hosts={request.get_host()}):
        target += "?" + urlencode({"next": after})
    return redirect(target)


def no_reset_by_mail(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer 404: passwords are reset by the office, in person."""
    raise Http404


account_admin_routes = [
    path("admin/login/", to_our_sign_in, name="wagtailadmin_login"),
    re_path(r"^admin/password_reset/(?P<rest>.*)$", no_reset_by_mail),
    path(
        "admin/account/",
        never_cache(require_admin_access(AdminAccountView.as_view())),
        name="wagtailadmin_account",
    ),
]
