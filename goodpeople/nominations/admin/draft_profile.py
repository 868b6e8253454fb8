"""A draft profile to read, for the office and the auditor: as readers will see it, not public."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import reads_everything
from goodpeople.nominations.scoping import get_visible_nomination


def draft_profile_url(nomination: Nomination) -> str:
    """Return where the draft of ``nomination`` is read; "" where none waits to be announced."""
    if nomination.profile is None or not nomination.profile.awaiting_honour:
        return ""
    return reverse("nominations_nomination:draft_profile", args=[nomination.pk])


class DraftProfileView(PermissionCheckedMixin, View):
    """The latest revision of the profile; nothing keeps this answer."""

    model = Nomination
    any_permission_required = ["view"]
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the draft; 404 where there is none or the user does not read everything."""
        nomination = get_visible_nomination(request.user, pk)
        if not reads_everything(request.user) or not draft_profile_url(nomination):
            raise Http404
        draft: Any = nomination.profile.get_latest_revision_as_object()
        response = draft.make_preview_request(request, draft.default_preview_mode)
        response["Cache-Control"] = "no-store, private"
        return response
