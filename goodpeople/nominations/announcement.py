"""From a nomination to the archive: the draft profile, and the announcement of a whole list.

The archive knows no nomination; what it gets is a record of public facts only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from archive.models import HonoreePage
from archive.publishing import (
    HonoreeRecord,
    HonourFacts,
    PortraitFile,
    PublishingRefused,
    discard_draft,
    draft_honouree,
    make_portrait,
    publish_honouree,
    unfinished,
)
from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import decide, lock_nomination
from goodpeople.nominations.models import Nomination, Outcome, Round
from goodpeople.nominations.rounds import block
from goodpeople.nominations.steps import Preview


def record_of(nomination: Nomination) -> HonoreeRecord:
    """Return the public facts of a nomination. There is no field for anything private."""
    assert nomination.place is not None
    assert nomination.category is not None
    return HonoreeRecord(
        name=nomination.name,
        kind=nomination.kind,
        citation=nomination.headline.strip()[:140],
        overview=nomination.overview,
        story=nomination.story,
        place=nomination.place,
        category=nomination.category,
        year=nomination.round.year,
        level=nomination.round.level,
        is_sample=nomination.round.is_sample,
    )


@transaction.atomic
def draft_profile(nomination_id: int, user: Any) -> HonoreePage:
    """Draft the profile of a proposed candidate, once; an existing honouree's page gains a draft.

    Raise ``PublishingRefused`` with the reason.
    """
    nomination = lock_nomination(nomination_id)
    if nomination.profile is not None and nomination.honouree_choice == "new":
        return nomination.profile
    page = draft_honouree(record_of(nomination), user=user, existing=nomination.profile)
    if nomination.profile_id != page.pk:
        nomination.profile = page
        nomination.save(update_fields=["profile", "updated_at"])
    log(
        instance=nomination,
        action="nominations.draft_profile",
        user=user,
        data={"page": page.pk},
    )
    return page


@transaction.atomic
def drop_profile(nomination_id: int, user: Any) -> None:
    """Take the draft profile of a candidate who fell off the list away again."""
    nomination = lock_nomination(nomination_id)
    page = nomination.profile
    if page is None:
        return
    nomination.profile = None
    nomination.save(update_fields=["profile", "updated_at"])
    if page.awaiting_honour:
        discard_draft(page, user=user)


# --- the step "announce" ---


def _candidates(round_: Round) -> list[Nomination]:
    return list(
        round_.nominations.in_state(st.NOTICE, st.PASSED)
        .select_related("profile", "category", "place", "round")
        .prefetch_related("photos")
        .order_by("category__sort_order", "pk")
    )


def preview_announcement(round_: Round, now: datetime) -> Preview:
    """Return the list that would be announced, and everything that still blocks it by name."""
    candidates = _candidates(round_)
    blockers = []
    if not candidates:
        blockers.append(_("There is nobody on the list."))
    on_notice = [n for n in candidates if n.state == st.NOTICE]
    task = round_.task(st.NOTICE)
    held_up = task.blockers(on_notice, "announce", now) if task and on_notice else {}
    reasons = {n.pk: _reasons_against(n, held_up.get(n.pk, [])) for n in candidates}
    shared = _shared_by_all(list(reasons.values()))
    blockers += [_("Everyone on the list: %(reason)s") % {"reason": reason} for reason in shared]
    blockers += [
        _("%(name)s: %(reason)s") % {"name": nomination.name, "reason": reason}
        for nomination in candidates
        for reason in reasons[nomination.pk]
        if reason not in shared
    ]
    return Preview(moves=candidates, blockers=blockers)


def _shared_by_all(reasons: list[list[str]]) -> list[str]:
    """Return what holds up every one of several candidates, so that it is said once."""
    if len(reasons) < 2:
        return []
    first, *others = reasons
    return [reason for reason in first if all(reason in other for other in others)]


def _reasons_against(nomination: Nomination, held_up: list[str]) -> list[str]:
    reasons = list(held_up)
    if nomination.profile is None:
        reasons.append(_("there is no draft profile"))
    else:
        reasons += unfinished(nomination.profile)
    return reasons


@dataclass
class PreparedPortraits:
    """Portraits made into images before the transaction, by nomination id."""

    images: dict[int, Any]


def prepare_portraits(round_: Round, user: Any, now: datetime) -> PreparedPortraits:
    """Make an image of each nominee's portrait whose profile has none yet.

    Files are slow and no transaction can undo them, so they are made before it. Until this
    moment the photo was private: a Wagtail image always has a public address.
    """
    prepared = PreparedPortraits({})
    try:
        for nomination in _candidates(round_):
            page = nomination.profile
            photo = nomination.portrait
            if page is None or photo is None:
                continue
            if page.get_latest_revision_as_object().portrait_id:
                continue
            prepared.images[nomination.pk] = _make_image(nomination, page, photo, user)
    except BaseException:
        discard_portraits(prepared)
        raise
    return prepared


def _make_image(nomination: Nomination, page: HonoreePage, photo: Any, user: Any) -> Any:
    try:
        with photo.file.open("rb") as file:
            portrait = PortraitFile(f"{page.slug}.jpg", file.read(), caption=photo.caption)
        return make_portrait(portrait, title=nomination.name, user=user)
    except (OSError, PublishingRefused) as error:
        raise PublishingRefused(
            _(
                "%(name)s: the photo of the nomination cannot be read. An editor chooses a "
                "portrait in the draft profile instead."
            )
            % {"name": nomination.name}
        ) from error


def discard_portraits(prepared: PreparedPortraits | None) -> None:
    """Remove the images of an announcement that did not go through."""
    for image in (prepared.images if prepared else {}).values():
        image.delete()


def perform_announcement(
    round_: Round, user: Any, now: datetime, prepared: PreparedPortraits
) -> int:
    """Publish every profile of the list or none; return how many. Inside one transaction."""
    candidates = _candidates(round_)
    for nomination in candidates:
        if nomination.state == st.NOTICE:
            decision = decide(nomination.pk, None, "pass", user, now=now, batch=True)
            if not decision.done:
                block([f"{nomination.name}: {decision.reason}"])
        _announce_one(nomination.pk, user, now, prepared.images.get(nomination.pk))
    return len(candidates)


def _announce_one(nomination_id: int, user: Any, now: datetime, portrait: Any) -> None:
    nomination = lock_nomination(nomination_id)
    assert nomination.profile is not None
    assert nomination.category is not None
    assert nomination.place is not None
    facts = HonourFacts(
        level=nomination.round.level,
        year=nomination.round.year,
        category=nomination.category,
        place=nomination.place,
        announced_on=timezone.localdate(now),
        source_title=nomination.round.title,
    )
    try:
        honour = publish_honouree(nomination.profile, facts, user=user, portrait=portrait)
    except PublishingRefused as refused:
        block([f"{nomination.name}: {refused.reason}"])
    nomination.honour = honour
    nomination.outcome = Outcome.ANNOUNCED
    nomination.save(update_fields=["honour", "outcome", "updated_at"])
    log(
        instance=nomination,
        action="nominations.announce",
        user=user,
        data={"page": nomination.profile_id, "honour": honour.pk},
    )
