"""The only way from a nomination to a public profile.

``draft_honouree`` makes a draft from public facts and marks its page; ``publish_honouree``
publishes the draft, writes the honour and clears the mark, all or nothing and once only;
``discard_draft`` takes it back. What else would publish meanwhile is refused by
:mod:`archive.embargo`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log

from archive.embargo import PublishingRefused
from archive.models import Category, HonoreeIndexPage, HonoreePage, Honour, Place
from archive.pictures import UNREADABLE, CleanFile, without_metadata
from archive.search_text import story_text

if TYPE_CHECKING:
    from wagtail.images.models import AbstractImage

__all__ = [
    "HonoreeRecord",
    "HonourFacts",
    "PortraitFile",
    "PublishingRefused",
    "discard_draft",
    "draft_honouree",
    "make_portrait",
    "publish_honouree",
    "unfinished",
]


@dataclass(frozen=True)
class HonoreeRecord:
    """What a draft is made from: public facts, and no field for anything private.

    ``story`` is plain text whose paragraphs stand apart by a blank line.
    """

    name: str
    kind: str
    citation: str
    overview: str
    story: str
    place: Place
    category: Category
    year: int
    level: str
    is_sample: bool = False


@dataclass(frozen=True)
class HonourFacts:
    """What the announcement says of one honour."""

    level: str
    year: int
    category: Category
    place: Place
    announced_on: date | None = None
    certificate_no: str = ""
    source_title: str = ""
    source_url: str = ""
    source_date: date | None = None


@dataclass(frozen=True)
class PortraitFile:
    """A photograph as it was handed in."""

    name: str
    content: bytes
    caption: str = ""
    credit: str = ""


def draft_honouree(
    record: HonoreeRecord, *, user: Any, existing: HonoreePage | None = None
) -> HonoreePage:
    """Make a draft profile, or a new draft of an ``existing`` one, and mark its page.

    An existing page keeps its story, which the new one is added to, and stays as it is
    for the public. Raises :class:`PublishingRefused` where it already waits for an
    honour, mirrors another page or has never been published.
    """
    with transaction.atomic():
        if existing is None:
            page = _new_page(record, user)
        else:
            page = _locked(existing)
            _check_can_take_draft(page)
            _add_to_draft(page, record, user)
            page.revisions.update(approved_go_live_at=None)
        HonoreePage.objects.filter(pk=page.pk).update(awaiting_honour=True)
        page = HonoreePage.objects.get(pk=page.pk)
        log(
            instance=page,
            action="archive.draft_honouree",
            user=user,
            data={
                "year": record.year,
                "category": record.category.code,
                "new": existing is None,
            },
        )
    return page


def unfinished(page: HonoreePage) -> list[str]:
    """Return the reasons why the latest draft of ``page`` may not go out yet; [] when it may."""
    draft = _draft(HonoreePage.objects.get(pk=page.pk))
    reasons = []
    if not draft.title.strip():
        reasons.append(_("The name is missing."))
    if not draft.citation.strip():
        reasons.append(_("The citation is missing."))
    if not draft.standfirst.strip():
        reasons.append(_("The overview is missing."))
    if not story_text(draft).strip():
        reasons.append(_("The story is missing."))
    if draft.place is None:
        reasons.append(_("The place is missing."))
    if draft.portrait_id and not draft.portrait_alt.strip():
        reasons.append(_("The portrait has no description for readers who cannot see it."))
    if draft.portrait_id and not draft.portrait_credit.strip():
        reasons.append(_("The portrait has no credit."))
    if not reasons:
        reasons += _invalid_fields(draft)
    if not draft.profile_ready:
        reasons.append(_("The editor has not ticked “the story is finished”."))
    return reasons


def publish_honouree(
    page: HonoreePage,
    facts: HonourFacts,
    *,
    user: Any,
    portrait: AbstractImage | None = None,
) -> Honour:
    """Publish the latest draft, write the honour and clear the mark; return the honour.

    One transaction, once only: raises :class:`PublishingRefused` where the page does not
    wait for an honour, its draft is unfinished or the honour is already on record.
    ``portrait`` is used where the editor has chosen none.
    """
    with transaction.atomic():
        stored = _locked(page)
        if not stored.awaiting_honour:
            raise PublishingRefused(
                _("“%(title)s” does not wait for an honour: it may already be announced.")
                % {"title": stored.title}
            )
        reasons = unfinished(stored)
        if reasons:
            raise PublishingRefused(
                _("“%(title)s” is not finished: %(reasons)s")
                % {
                    "title": stored.draft_title or stored.title,
                    "reasons": " ".join(reasons),
                }
            )
        honour = _write_honour(stored, facts)
        HonoreePage.objects.filter(pk=stored.pk).update(awaiting_honour=False)
        _publish_draft(stored, user, portrait)
        honour.page = HonoreePage.objects.get(pk=stored.pk)
        log(
            instance=honour.page,
            action="archive.publish_honouree",
            user=user,
            data={
                "honour": honour.pk,
                "year": honour.year,
                "category": honour.category.code,
            },
        )
        log(instance=honour, action="archive.honour", user=user)
    page.refresh_from_db(fields=["awaiting_honour", "live"])
    return honour


def make_portrait(file: PortraitFile, *, title: str, user: Any) -> AbstractImage:
    """Make a public image of a handed-in photograph, without metadata, with every size.

    Writes files, so it is called before a list's transaction and not in it. Raises
    :class:`PublishingRefused` where the file is no picture.
    """
    try:
        content, extension = without_metadata(file.content)
    except UNREADABLE as error:
        raise PublishingRefused(
            _("The photograph of “%(title)s” cannot be read.") % {"title": title}
        ) from error
    image = get_image_model()(
        title=title,
        description=file.caption,
        uploaded_by_user=user,
        file=CleanFile(content, name=f"portrait.{extension}"),
    )
    image.save()
    image.portrait_caption = file.caption
    image.portrait_credit = file.credit
    return image


def discard_draft(page: HonoreePage, *, user: Any) -> None:
    """Take the draft back when its candidate falls off the list.

    A page that was made for the draft is deleted; an existing one returns to what the
    public sees and loses its mark. Does nothing where the page does not wait.
    """
    with transaction.atomic():
        stored = _locked(page)
        if not stored.awaiting_honour:
            return
        HonoreePage.objects.filter(pk=stored.pk).update(awaiting_honour=False)
        stored.awaiting_honour = False
        log(instance=stored, action="archive.discard_draft", user=user)
        if stored.first_published_at is None and not stored.honours.exists():
            stored.delete(user=user)
            return
        stored.save_revision(user=user, changed=False, clean=False, log_action=False)
        HonoreePage.objects.filter(pk=stored.pk).update(has_unpublished_changes=not stored.live)


def _locked(page: HonoreePage) -> HonoreePage:
    """Return ``page`` as stored, its row locked until the transaction ends."""
    try:
        return HonoreePage.objects.select_for_update().get(pk=page.pk)
    except HonoreePage.DoesNotExist as error:
        raise PublishingRefused(
            _("The profile “%(title)s” no longer exists.") % {"title": page.title}
        ) from error


def _draft(page: HonoreePage) -> HonoreePage:
    """Return the latest revision as a page, or the stored page where there is none."""
    revision = page.get_latest_revision()
    return revision.as_object() if revision is not None else page


def _story_blocks(story: str, heading: str = "") -> list[dict]:
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", story) if part.strip()]
    if not paragraphs:
        return []
    html = "".join(
        f"<p>{escape(paragraph).replace(chr(10), '<br/>')}</p>" for paragraph in paragraphs
    )
    return [{"type": "section", "value": {"heading": heading, "text": html}}]


def _new_page(record: HonoreeRecord, user: Any) -> HonoreePage:
    index = HonoreeIndexPage.objects.first()
    if index is None:
        raise PublishingRefused(_("The archive has no index of honourees to put the page under."))
    page = HonoreePage(
        title=record.name,
        kind=record.kind,
        citation=record.citation,
        standfirst=record.overview,
        place=record.place,
        is_sample=record.is_sample,
        live=False,
        has_unpublished_changes=True,
        owner=user,
    )
    page.body = HonoreePage.body.field.stream_block.to_python(_story_blocks(record.story))
    index.add_child(instance=page)
    page.save_revision(user=user, clean=False)
    return page


def _check_can_take_draft(page: HonoreePage) -> None:
    reason = ""
    if page.awaiting_honour:
        reason = _("“%(title)s” already waits for an honour.")
    elif page.alias_of_id:
        reason = _("“%(title)s” only mirrors another page.")
    elif page.first_published_at is None:
        reason = _("“%(title)s” has never been published, so it is no existing honouree.")
    if reason:
        raise PublishingRefused(reason % {"title": page.title})


def _add_to_draft(page: HonoreePage, record: HonoreeRecord, user: Any) -> None:
    draft = _draft(page)
    draft.citation = record.citation
    draft.standfirst = record.overview
    draft.place = record.place
    draft.profile_ready = False
    stream_block = draft.body.stream_block
    blocks = stream_block.get_prep_value(draft.body)
    blocks += _story_blocks(record.story, heading=str(record.year))
    draft.body = stream_block.to_python(blocks)
    draft.save_revision(user=user, clean=False)


def _invalid_fields(draft: HonoreePage) -> list[str]:
    try:
        draft.full_clean()
    except ValidationError as error:
        reasons = []
        for field, messages in error.message_dict.items():
            label = field
            if field in {f.name for f in draft._meta.concrete_fields}:
                label = str(draft._meta.get_field(field).verbose_name)
            reasons += [f"{label}: {message}" for message in messages]
        return reasons
    return []


def _write_honour(page: HonoreePage, facts: HonourFacts) -> Honour:
    honour = Honour(
        page=page,
        level=facts.level,
        year=facts.year,
        category=facts.category,
        place=facts.place,
        certificate_no=facts.certificate_no,
        announced_on=facts.announced_on,
        source_title=facts.source_title,
        source_url=facts.source_url,
        source_date=facts.source_date,
    )
    try:
        honour.full_clean()
    except ValidationError as error:
        raise PublishingRefused(
            _("The honour of “%(title)s” cannot be written: %(reasons)s")
            % {"title": page.title, "reasons": " ".join(error.messages)}
        ) from error
    honour.save()
    return honour


def _publish_draft(page: HonoreePage, user: Any, portrait: AbstractImage | None) -> None:
    """Publish the latest draft of a page whose mark has just been cleared.

    A time that an editor set for publishing or expiry is dropped: the list goes out now.
    """
    draft = _draft(HonoreePage.objects.get(pk=page.pk))
    draft.go_live_at = None
    draft.expire_at = None
    if portrait is not None and draft.portrait_id is None:
        draft.portrait = portrait
        draft.portrait_caption = getattr(portrait, "portrait_caption", "") or draft.portrait_caption
        draft.portrait_credit = getattr(portrait, "portrait_credit", "") or draft.portrait_credit
        draft.portrait_alt = draft.portrait_alt or draft.title
    revision = draft.save_revision(user=user, clean=False)
    revision.publish(user=user, skip_permission_checks=True)
