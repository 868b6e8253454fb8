"""Raising and disposing of objections, and reading who objected."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import Decision, decide, lock_nomination
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import allowed, is_office
from goodpeople.nominations.personal import mask
from goodpeople.nominations.submission import NotAllowed
from goodpeople.notices.models import Notice, Objection
from goodpeople.notices.publication import mask_name

# Each open objection holds a candidate up and is disposed of singly: no flood of them.
OPEN_AN_HOUR = 20


def over_reason() -> str:
    """Return why a notice whose period is over takes no objection here."""
    return _("This public notice is over; objections are no longer taken here.")


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

    It may be anonymous; a name and a phone are encrypted and shown to the office only. The log
    holds the reference and nobody's name, whoever may be signed in.
    """
    now = now or timezone.now()
    if not notice.is_running(timezone.localdate(now)):
        raise NotAllowed(over_reason())
    if not text.strip():
        raise NotAllowed(_("Please say what you object to."))
    # Under the lock, so that no objection slips in behind a decision that ends the candidate.
    candidates = Nomination.objects.filter(pk=nomination_id, round=notice.round_id)
    if not candidates.exists() or lock_nomination(nomination_id).state != st.NOTICE:
        raise NotAllowed(_("That candidate is not on this notice."))
    said = Objection.objects.filter(nomination_id=nomination_id, status=Objection.Status.OPEN)
    for earlier in said:
        if earlier.text == text.strip():
            # A second press, or the same words again: one objection.
            return earlier
    if said.filter(raised_at__gte=now - timedelta(hours=1)).count() >= OPEN_AN_HOUR:
        raise NotAllowed(
            _("Many objections to this candidate have just come in. Please contact the office.")
        )
    objection = Objection.objects.create(
        notice=notice,
        nomination_id=nomination_id,
        text=text.strip(),
        objector=objector.strip(),
        contact=contact.strip(),
    )
    log(
        instance=objection.nomination,
        action="notices.raise_objection",
        user=None,
        data={"objection": objection.reference},
    )
    return objection


def dispose_of(objection_id: int, user: Any, *, uphold: bool, reason: str) -> Decision:
    """Uphold or dismiss an objection, with a reason, through the one gate.

    Raise ``Objection.DoesNotExist``. A second decision is ``already_done`` and says who decided
    what, also where the first one ended the candidate.
    """
    objection = Objection.objects.get(pk=objection_id)
    decision = decide(
        objection.nomination_id,
        None,
        "uphold_objection" if uphold else "dismiss_objection",
        user,
        reason=reason,
        data={"objection": objection.pk},
        batch=True,
    )
    if decision.done or not is_office(user):
        return decision
    objection.refresh_from_db()
    if objection.is_open:
        return decision
    return Decision("already_done", objection.settled_words)


def masked_objector(objection: Objection) -> dict[str, str]:
    """Return the objector's name and phone with only so much left as helps to recognise them."""
    return {
        "objector": mask_name(objection.objector, "person"),
        "contact": mask("phone", objection.contact),
    }


@transaction.atomic
def reveal_objector(objection_id: int, user: Any) -> dict[str, str]:
    """Return the objector's name and phone in clear to the office, and log that they were read.

    The log says who, when and of which objection, never what. Raise ``NotAllowed`` with the
    reason, or ``Objection.DoesNotExist``.
    """
    objection = Objection.objects.select_related("nomination").get(pk=objection_id)
    verdict = allowed(user, "reveal_personal", objection.nomination)
    if not verdict:
        raise NotAllowed(verdict.reason)
    log(
        instance=objection.nomination,
        action="notices.reveal_objector",
        user=user,
        data={"objection": objection.reference},
    )
    return {"objector": objection.objector, "contact": objection.contact}
