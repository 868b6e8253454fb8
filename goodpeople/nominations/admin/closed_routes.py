"""Routes of Wagtail that stay shut on this site, the superuser included.

A round's workflow and its tasks are made from the round. Wagtail's own workflow settings could
disable one and so cancel every running nomination; nothing on this site needs them, since pages
have no workflow. Its workflow reports link to screens that nominations do not have and filter
by every round's title; the office has its own list. Bulk actions pass by our verbs.
"""

from __future__ import annotations

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.utils.translation import gettext as _


def _closed(request: HttpRequest, reason: str) -> HttpResponse:
    """Answer 403 and say why the route is shut; send the unknown to sign in first."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return render(request, "403.html", {"reason": reason}, status=403)


def workflows_closed(request: HttpRequest) -> HttpResponse:
    """Say why a round's workflow is not edited through Wagtail."""
    return _closed(request, _("Workflows are made from their round and cannot be changed here."))


def workflow_reports_closed(request: HttpRequest) -> HttpResponse:
    """Say where to look instead of in Wagtail's workflow reports."""
    return _closed(request, _("Where each nomination stands is shown in the list of nominations."))


def bulk_actions_closed(request: HttpRequest) -> HttpResponse:
    """Say why nothing of a round is changed in bulk."""
    return _closed(
        request,
        _("Nominations are decided on one by one, or by a step of their round."),
    )


def page_actions_closed(request: HttpRequest) -> HttpResponse:
    """Say why Wagtail's page actions over its API are shut.

    They run outside a transaction: a refused deletion would still have bent the page tree.
    """
    return _closed(request, _("Pages are changed on their own screens."))


def no_such_page(request: HttpRequest) -> HttpResponse:
    """Answer 404 where Wagtail shows its error pages for trying out."""
    raise Http404


closed_admin_routes = [
    re_path(r"^admin/(?:failwhale|test404)/$", no_such_page),
    re_path(r"^admin/api/main/pages/\d+/action/", page_actions_closed),
    re_path(r"^admin/workflows/", workflows_closed),
    re_path(r"^admin/reports/workflow(?:_tasks)?/", workflow_reports_closed),
    re_path(r"^admin/bulk/(?:nominations|panels|notices)/", bulk_actions_closed),
]
