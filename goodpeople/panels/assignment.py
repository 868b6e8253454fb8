"""Who scores whom: every member of the panel gets a sheet for every candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.steps import Preview
from goodpeople.panels.models import Criterion, PanelMember, ScoreSheet


def scores(user: Any, nomination: Nomination) -> bool:
    """Whether ``user`` has a sheet for ``nomination`` and is not recused from it."""
    return (
        ScoreSheet.objects.filter(member__user=user, nomination=nomination)
        .exclude(status=ScoreSheet.Status.RECUSED)
        .exists()
    )


def _members(round_: Round) -> list[PanelMember]:
    return list(PanelMember.objects.filter(panel__round=round_, user__is_active=True))


def preview_opening(round_: Round, now: datetime) -> Preview:
    """Return the candidates that would be scored, and who or what is not ready."""
    nominations = list(round_.nominations.for_listing().order_by("category__sort_order", "pk"))
    candidates = [n for n in nominations if n.state == st.SCORING]
    blockers = []
    if not _members(round_):
        blockers.append(_("The panel has no members."))
    if not Criterion.objects.filter(round=round_).exists():
        blockers.append(_("The round has no criteria."))
    if not candidates:
        blockers.append(_("No candidate has reached scoring."))
    for nomination in nominations:
        if nomination.state in {st.ELIGIBILITY, st.VERIFICATION, st.RETURNED}:
            blockers.append(
                _("%(name)s is still in the state “%(state)s”.")
                % {"name": nomination, "state": nomination.state_label}
            )
    drafts = sum(1 for n in nominations if n.state == st.DRAFT)
    notes = []
    if drafts:
        notes.append(
            _("%(count)s drafts were never sent; they stay drafts and take no part.")
            % {"count": drafts}
        )
    if round_.takes_nominations(now.date()):
        notes.append(
            _("Nominations are open until %(date)s; this closes them now.")
            % {"date": round_.closes_on.isoformat()}
        )
    return Preview(moves=candidates, blockers=blockers, notes=notes)


def perform_opening(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Make the score sheets; return how many candidates are to be scored."""
    candidates = list(round_.nominations.in_state(st.SCORING))
    members = _members(round_)
    ScoreSheet.objects.bulk_create(
        ScoreSheet(member=member, nomination=nomination)
        for nomination in candidates
        for member in members
    )
    for nomination in candidates:
        log(
            instance=nomination,
            action="panels.assign",
            user=user,
            data={"members": [str(member) for member in members]},
        )
    return len(candidates)
