"""To whom the office's forms are shut, with the reason; archive.admin.refusals has deletions."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from goodpeople.nominations.permissions import allowed_on_rounds


class OfficeOnly:
    """Send readers who may not change rounds back to the list with the reason.

    Wagtail's own answer would only say that they lack a permission. Whoever may not even read
    gets that answer all the same.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the view, or lead back with the reason."""
        verdict = allowed_on_rounds(request.user, "edit_round")
        if verdict:
            return super().dispatch(request, *args, **kwargs)
        if not allowed_on_rounds(request.user, "read_rounds"):
            raise PermissionDenied(verdict.reason)
        messages.error(request, verdict.reason)
        return redirect(self.index_url_name)
