"""Photos and papers: the form's fourth step, and the one address at which a file is read."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from goodpeople.nominations.desk.access import open_nomination
from goodpeople.nominations.desk.file_forms import FilesPage
from goodpeople.nominations.desk.form_steps import PHOTOS
from goodpeople.nominations.desk.small_copies import small_copy
from goodpeople.nominations.desk.step_views import page_context, way_on
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import NotAllowed
from goodpeople.nominations.uploads import (
    PAPERS_MAX,
    PHOTOS_MAX,
    find_file,
    may_read_file,
    remove_file,
)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def photos(request: HttpRequest, pk: int) -> HttpResponse:
    """Portrait, photos of the deeds, papers: added, captioned and removed one by one.

    The whole page is one form, so that pressing any of its buttons keeps every caption typed
    and every file chosen.
    """
    nomination = open_nomination(request, pk, "edit")
    if request.method == "POST":
        try:
            return _save(request, nomination)
        except NotAllowed as refused:
            raise PermissionDenied(refused.reason) from None
    return _show(request, nomination, FilesPage(nomination))


def _show(request: HttpRequest, nomination: Nomination, page: FilesPage, **more: Any):
    return render(
        request,
        PHOTOS.template,
        page_context(
            nomination, PHOTOS, page=page, photos_max=PHOTOS_MAX, papers_max=PAPERS_MAX, **more
        ),
    )


def _save(request: HttpRequest, nomination: Nomination) -> HttpResponse:
    asked = request.POST.get("go", "next")
    page = FilesPage(nomination, request.POST, request.FILES)
    page.save(request.user, pressed=asked)
    action, _colon, key = asked.partition(":")
    if action == "remove" and _is_uuid(key) and remove_file(nomination.pk, request.user, key):
        messages.success(request, _("Removed."))
    if page.has_errors:
        # Read again: some files of the same press may have been kept.
        fresh = open_nomination(request, nomination.pk, "edit")
        return _show(request, fresh, page.again(fresh))
    if action in {"add", "remove"}:
        return redirect(f"{PHOTOS.url(nomination)}#{page.anchor(asked)}")
    if asked == "leave":
        messages.success(request, _("Saved. You can continue whenever you like."))
    return way_on(nomination, PHOTOS, asked)


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


@require_safe
@login_required
def private_file(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Send a photo or paper to whoever may read it; to anybody else there is no such file.

    ``?small`` sends a small copy of a picture. Only pictures that we wrote ourselves are shown
    in the page; a PDF is saved, never opened under this site's address.
    """
    item = find_file(key)
    if item is None or not may_read_file(request.user, item):
        raise Http404
    try:
        content = item.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    is_picture = item.file.name.endswith(".jpg")
    if is_picture and "small" in request.GET:
        try:
            content = small_copy(content)
        except (OSError, SyntaxError):
            # Broken on the disk since it was cleaned: no picture to show.
            raise Http404 from None
    extension = "jpg" if is_picture else "pdf"
    response = FileResponse(
        content,
        as_attachment=not is_picture,
        filename=f"{item.kind}-{str(item.key)[:8]}.{extension}",
        content_type="image/jpeg" if is_picture else "application/pdf",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
