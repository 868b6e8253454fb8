"""Rounds brought to where a race begins."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from goodpeople.nominations.models import Nomination, Round
from goodpeople.panels.models import ScoreSheet
from goodpeople.panels.sheets import hand_in
from tests.factories.notices import notice_for
from tests.factories.panels import open_scoring


def round_with_one_sheet_each(
    members: int, *, handed_in: bool = False
) -> tuple[Round, Nomination, list[Any]]:
    """Return a round in scoring with one candidate, the candidate, and the members' accounts."""
    being_scored = open_scoring(members=members, candidates=1)
    if handed_in:
        for member in being_scored.members:
            sheet = ScoreSheet.objects.get(member=member)
            hand_in(sheet.pk, member.user, being_scored.points(8))
    users = [member.user for member in being_scored.members]
    return being_scored.round, being_scored.candidates[0], users


def round_on_the_eve(candidates: int) -> tuple[Round, list[Nomination]]:
    """Return a round whose notice is over and whose drafts are finished, and its candidates."""
    notice, proposed = notice_for(candidates, now=timezone.now() - timedelta(days=20))
    for nomination in proposed:
        page = Nomination.objects.get(pk=nomination.pk).profile
        draft = page.get_latest_revision_as_object()
        draft.profile_ready = True
        draft.save_revision()
    return notice.round, proposed
