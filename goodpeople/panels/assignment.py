"""Who scores whom: every member of the panel gets a sheet for every candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.steps import Preview
from goodpeople.panels.models import Criterion, PanelMember, ScoreSheet, ScoringState

# On their way to the panel, and so in the way of closing the scoring.
BEFORE_SCORING = frozenset({st.ELIGIBILITY, st.VERIFICATION, st.RETURNED})


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
    """Return the candidates that would be scored, and who or what is not ready.

    Those still on their way are no obstacle: they get their sheets as they arrive.
    """
    nominations = list(round_.nominations.for_listing().order_by("category__sort_order", "pk"))
    candidates = [n for n in nominations if n.state == st.SCORING]
    blockers = []
    if not _members(round_):
        blockers.append(_("The panel has no members."))
    if not Criterion.objects.filter(round=round_).exists():
        blockers.append(_("The round has no criteria."))
    if not candidates:
        blockers.append(_("No candidate has reached scoring."))
    on_the_way = sum(1 for n in nominations if n.state in BEFORE_SCORING)
    notes = []
    if on_the_way:
        notes.append(
            ngettext(
                "%(count)s nomination is still on its way; it gets its sheets as it arrives.",
                "%(count)s nominations are still on their way; they get their sheets as they "
                "arrive.",
                on_the_way,
            )
            % {"count": on_the_way}
        )
    return Preview(moves=candidates, blockers=blockers, notes=notes)


def perform_opening(round_: Round, user: Any, now: datetime, prepared: Any) -> int:
    """Make the score sheets; return how many candidates are to be scored."""
    candidates = list(round_.nominations.in_state(st.SCORING))
    for nomination in candidates:
        deal_sheets(nomination, _members(round_), user)
    return len(candidates)


def deal_sheets(nomination: Nomination, members: list[PanelMember], user: Any) -> None:
    """Give each of ``members`` a sheet for ``nomination``; one that is there already stays."""
    present = set(
        ScoreSheet.objects.filter(nomination=nomination).values_list("member_id", flat=True)
    )
    missing = [member for member in members if member.pk not in present]
    if not missing:
        return
    ScoreSheet.objects.bulk_create(
        ScoreSheet(member=member, nomination=nomination) for member in missing
    )
    ScoringState.objects.filter(
        workflow_state__object_id=str(nomination.pk),
        workflow_state__base_content_type=ContentType.objects.get_for_model(Nomination),
        status=ScoringState.STATUS_IN_PROGRESS,
    ).update(complete=False)
    log(
        instance=nomination,
        action="panels.assign",
        user=user,
        data={"members": [str(member) for member in missing]},
    )


def deal_if_open(nomination: Nomination, user: Any) -> None:
    """Give the panel sheets for a candidate that reaches scoring after it was opened."""
    if scoring_is_open(nomination.round):
        deal_sheets(nomination, _members(nomination.round), user)


def deal_to_new_members(round_: Round, user: Any) -> None:
    """Give members who joined while the panel scores a sheet for every candidate.

    Must be called inside a transaction. Members who have their sheets keep them as they are.
    """
    round_ = Round.objects.select_for_update().get(pk=round_.pk)
    if not scoring_is_open(round_):
        return
    members = _members(round_)
    for nomination in round_.nominations.in_state(st.SCORING):
        deal_sheets(nomination, members, user)


def scoring_is_open(round_: Round) -> bool:
    """Whether the panel scores now: the one step was performed and the other was not."""
    done = {record.step for record in round_.step_records.all()}
    return "open_scoring" in done and "close_scoring" not in done
