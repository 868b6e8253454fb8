"""What may not be published before its announcement, and the walls that see to it.

A page that is marked ``awaiting_honour`` holds a draft that only
:func:`archive.publishing.publish_honouree` may publish, which clears the mark first.
Until then what the public sees of the page cannot change by any other way:

* ``HonoreePage.publish()`` and the registered publish action refuse, which is where the
  editor, bulk publishing, ``publish_scheduled``, workflows and ``revision.publish()`` meet;
* ``HonoreePage.save()`` compares with the stored row under a lock, for code that sets
  ``live`` or the content itself, and for the publish action called directly;
* ``pre_save`` of a plain ``Page`` and ``pre_delete`` of the honouree's page do the same;
* a new row cannot be born marked, so a copy or an alias of a marked page is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from archive.models import HonoreePage

# Columns that say where a page is and how far its drafts are, never what readers read.
BOOKKEEPING = frozenset(
    {
        "awaiting_honour",
        "content_type",
        "depth",
        "draft_title",
        "expire_at",
        "expired",
        "first_published_at",
        "go_live_at",
        "has_unpublished_changes",
        "id",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locale",
        "locked",
        "locked_at",
        "locked_by",
        "name_key",
        "numchild",
        "owner",
        "page_ptr",
        "path",
        "profile_ready",
        "search_text",
        "share_card",
        "translation_key",
        "url_path",
    }
)


class PublishingRefused(PermissionDenied):
    """A page may not be published, copied or deleted now; ``reason`` is for the reader.

    A kind of ``PermissionDenied``, so that a view that does not know it answers with a
    refusal and not with a server error.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def awaiting_reason(title: str) -> str:
    """Return why the profile called ``title`` cannot be published by hand."""
    return _(
        "“%(title)s” waits for its announcement: the profile is published together with the "
        "whole list, and cannot be published before."
    ) % {"title": title}


def deletion_reason(title: str) -> str:
    """Return why the profile called ``title`` cannot be deleted."""
    return _(
        "“%(title)s” waits for its announcement and cannot be deleted. If the candidate drops "
        "out, the office records the outcome and the draft is discarded."
    ) % {"title": title}


def copy_reason(title: str) -> str:
    """Return why the profile called ``title`` cannot be copied."""
    return _(
        "“%(title)s” waits for its announcement and cannot be copied: the copy could be "
        "published before the list."
    ) % {"title": title}


def is_awaiting(page_id: int | None) -> bool:
    """Return whether the stored page is marked, whatever an object in memory says."""
    if page_id is None:
        return False
    model = apps.get_model("archive", "HonoreePage")
    return model.objects.filter(pk=page_id, awaiting_honour=True).exists()


def refuse_while_awaiting(page_id: int | None, title: str) -> None:
    """Raise :class:`PublishingRefused` where the stored page is marked."""
    if is_awaiting(page_id):
        raise PublishingRefused(awaiting_reason(title))


def check_save(page: HonoreePage, update_fields: Any) -> None:
    """Refuse a save that would change what the public sees of a marked page.

    Runs inside the save's transaction and locks the row. The stored mark wins over the
    object's: a stale object neither sets nor clears it.
    """
    if page._state.adding:
        if page.awaiting_honour:
            raise PublishingRefused(copy_reason(page.title))
        return
    stored = type(page).objects.select_for_update().filter(pk=page.pk).first()
    if stored is None:
        return
    page.awaiting_honour = stored.awaiting_honour
    if stored.awaiting_honour and page.live and _public_part_changes(page, stored, update_fields):
        raise PublishingRefused(awaiting_reason(stored.title))


def _public_part_changes(page: Any, stored: Any, update_fields: Any) -> bool:
    for field in stored._meta.concrete_fields:
        if field.name in BOOKKEEPING:
            continue
        if update_fields is not None and not {field.name, field.attname} & set(update_fields):
            continue
        if _prepared(page, field) != _prepared(stored, field):
            return True
    return False


def _prepared(page: Any, field: Any) -> Any:
    return field.get_prep_value(getattr(page, field.attname))


def check_plain_page_save(sender: Any, instance: Any, update_fields: Any, **kwargs: Any) -> None:
    """Refuse ``live`` or a title set on a plain ``Page`` whose honouree's page is marked."""
    if kwargs.get("raw") or instance._state.adding or not instance.live:
        return
    if not is_awaiting(instance.pk):
        return
    stored = sender.objects.get(pk=instance.pk)
    if _public_part_changes(instance, stored, update_fields):
        raise PublishingRefused(awaiting_reason(stored.title))


def check_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Refuse to delete a marked page, on its own or with what it lies under."""
    if is_awaiting(instance.pk):
        raise PublishingRefused(deletion_reason(instance.title))
