"""Raising and disposing of objections."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from goodpeople.nominations.decisions import Decision, decide, lock_nomination
from goodpeople.nominations.submission import NotAllowed
from goodpeople.notices.models import Notice, Objection
from goodpeople.notices.publication import candidates_on


@transaction.atomic
def raise_objection(
    notice: Notice,
    nomination_id: int,
    *,
    text: str,
    objector: str = "",
    contact: str = "",
    now: datetime | None = None,
) -> Objection:
    """Keep an objection of a member of the public; raise ``NotAllowed`` with the reason.

    It may be anonymous; a name and a phone are encrypted and shown to the office only.
    """
    now = now or timezone.now()
    if not notice.is_running(timezone.localdate(now)):
        raise NotAllowed(_("This public notice is over; objections are no longer taken here."))
    if not candidates_on(notice).filter(pk=nomination_id).exists():
        raise NotAllowed(_("That candidate is not on this notice."))
    nomination = lock_nomination(nomination_id)
    objection = Objection.objects.create(
        notice=notice,
        nomination=nomination,
        text=text.strip(),
        objector=objector.strip(),
        contact=contact.strip(),
    )
    log(
        instance=nomination,
        action="notices.raise_objection",
        user=None,
        data={"objection": objection.reference},
    )
    return objection


def dispose_of(objection_id: int, user: Any, *, uphold: bool, reason: str) -> Decision:
    """Uphold or dismiss an objection, with a reason, through the one gate."""
    objection = Objection.objects.get(pk=objection_id)
    return decide(
        objection.nomination_id,
        None,
        "uphold_objection" if uphold else "dismiss_objection",
        user,
        reason=reason,
        data={"objection": objection.pk},
        batch=True,
    )
