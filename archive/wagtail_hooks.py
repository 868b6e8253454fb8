"""The archive in Wagtail's admin: its menu, its log actions and the walls' explanations.

The walls themselves stand in :mod:`archive.embargo`; here an editor learns the reason
instead of meeting a bare refusal.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from archive.admin.viewsets import ArchiveViewSetGroup
from archive.embargo import awaiting_reason, copy_reason, deletion_reason, is_awaiting
from archive.models import HonoreePage, Honour


@hooks.register("register_admin_viewset")
def archive_menu() -> ArchiveViewSetGroup:
    """Register the Archive menu."""
    return ArchiveViewSetGroup()


@hooks.register("register_log_actions")
def archive_log_actions(actions: Any) -> None:
    """Name what :mod:`archive.publishing` logs."""
    for action, label, message in (
        (
            "archive.draft_honouree",
            gettext_lazy("Draft an honouree's profile"),
            gettext_lazy("Draft profile made for an announcement"),
        ),
        (
            "archive.publish_honouree",
            gettext_lazy("Announce an honouree"),
            gettext_lazy("Profile published by the announcement"),
        ),
        (
            "archive.discard_draft",
            gettext_lazy("Discard a draft profile"),
            gettext_lazy("Draft profile discarded: the candidate left the list"),
        ),
        (
            "archive.honour",
            gettext_lazy("Write an honour"),
            gettext_lazy("Honour written by the announcement"),
        ),
    ):
        actions.register_action(action, label, message)


@hooks.register("before_edit_page")
def explain_missing_publish(request: HttpRequest, page: Page) -> None:
    """Say why Publish only saved a draft; the tester has already taken the button away."""
    if request.method == "POST" and "action-publish" in request.POST and is_awaiting(page.pk):
        messages.error(request, awaiting_reason(page.title))


@hooks.register("before_delete_page")
def refuse_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send the editor back with the reason where the page or one below it must stay."""
    reason = _why_not_deleted([page])
    return _back(request, page, reason) if reason else None


@hooks.register("before_copy_page")
def refuse_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Send the editor back with the reason where a copy would leak the list."""
    return _back(request, page, copy_reason(page.title)) if is_awaiting(page.pk) else None


@hooks.register("before_bulk_action")
def refuse_bulk_action(
    request: HttpRequest, action_type: str, objects: list, action: Any
) -> HttpResponse | None:
    """Refuse the whole action where one of the chosen pages must not be touched by it."""
    pages = [item for item in objects if isinstance(item, Page)]
    reason = ""
    if action_type == "delete":
        reason = _why_not_deleted(pages)
    elif action_type == "publish":
        waiting = HonoreePage.objects.awaiting_honour().filter(pk__in=[page.pk for page in pages])
        first = waiting.first()
        reason = awaiting_reason(first.title) if first else ""
    if not reason:
        return None
    messages.error(request, reason)
    listing = reverse("wagtailadmin_explore", args=[pages[0].get_parent().pk])
    return redirect(get_valid_next_url_from_request(request) or listing)


def _why_not_deleted(pages: list[Page]) -> str:
    for page in pages:
        below = HonoreePage.objects.descendant_of(page, inclusive=True)
        waiting = below.awaiting_honour().first()
        if waiting is not None:
            return deletion_reason(waiting.title)
        honours = Honour.objects.filter(page__in=below).count()
        if honours:
            return ngettext(
                "“%(title)s” cannot be deleted: %(count)d honour is on record. Unpublish it "
                "instead, or revoke the honour.",
                "“%(title)s” cannot be deleted: %(count)d honours are on record. Unpublish it "
                "instead, or revoke the honours.",
                honours,
            ) % {"title": page.title, "count": honours}
    return ""


def _back(request: HttpRequest, page: Page, reason: str) -> HttpResponse:
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:edit", page.pk)
