"""Routes of Wagtail that stay shut on this site, the superuser included.

A round's workflow and its tasks are made from the round. Wagtail's own workflow settings could
disable one and so cancel every running nomination; nothing on this site needs them, since pages
have no workflow.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.utils.translation import gettext as _


def workflows_closed(request: HttpRequest) -> HttpResponse:
    """Answer 403 and say why the route is shut."""
    reason = _("Workflows are made from their round and cannot be changed here.")
    return render(request, "403.html", {"reason": reason}, status=403)


closed_admin_routes = [re_path(r"^admin/workflows/", workflows_closed)]
