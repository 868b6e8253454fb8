"""Who gets which sheet: at opening, for later candidates, and for later members."""

from __future__ import annotations

import pytest
from django.utils import timezone

from goodpeople.nominations import rounds
from goodpeople.nominations.decisions import decide
from goodpeople.panels.assignment import deal_to_new_members, preview_opening, scoring_is_open
from goodpeople.panels.models import Criterion, ScoreSheet, ScoringState
from goodpeople.panels.registration import sheets_waiting, sits_on_a_panel
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory
from tests.factories.panels import PanelMemberFactory, open_scoring, ready_round

pytestmark = pytest.mark.django_db


def blockers(round_) -> list[str]:
    return preview_opening(round_, timezone.now()).blockers


def test_opening_waits_for_a_panel_criteria_and_a_candidate():
    assert blockers(RoundFactory()) == [
        "The panel has no members.",
        "The round has no criteria.",
        "No candidate has reached scoring.",
    ]
    assert blockers(ready_round()) == ["No candidate has reached scoring."]


def test_a_closed_account_does_not_make_a_panel():
    round_ = ready_round(members=1)
    user = round_.panel.members.get().user
    user.is_active = False
    user.save()
    assert "The panel has no members." in blockers(round_)


def test_opening_says_who_is_still_on_the_way():
    round_ = ready_round()
    NominationFactory(round=round_, state="eligibility")
    notes = preview_opening(round_, timezone.now()).notes
    assert notes == ["1 nomination is still on its way; it gets its sheets as it arrives."]


def test_every_member_gets_a_sheet_for_every_candidate():
    scoring = open_scoring(candidates=2, members=3)
    assert ScoreSheet.objects.filter(status="open").count() == 6
    assert scoring_is_open(scoring.round)


def test_opening_twice_is_already_done():
    scoring = open_scoring()
    again = rounds.perform("open_scoring", scoring.round.pk, scoring.office)
    assert again.status == "already_done"
    assert again.reasons == ["This step has already been performed."]
    assert ScoreSheet.objects.count() == 3


def test_a_later_candidate_gets_sheets_on_arrival():
    scoring = open_scoring(members=2)
    late = NominationFactory(round=scoring.round, state="eligibility", office=scoring.office)
    assert not late.sheets.exists()
    assert decide(late.pk, None, "approve", scoring.office, data={"honouree": "new"}).done
    assert late.sheets.filter(status="open").count() == 2


def test_a_later_member_gets_sheets_and_reopens_what_was_complete():
    scoring = open_scoring(members=1, candidates=2)
    scoring.hand_in(0, 0, 8)
    state = ScoringState.objects.get(workflow_state__object_id=str(scoring.candidates[0].pk))
    assert state.complete
    late = PanelMemberFactory(round=scoring.round)
    deal_to_new_members(scoring.round, scoring.office)
    assert late.sheets.filter(status="open").count() == 2
    assert scoring.sheet(0, 0).status == "handed_in"
    state.refresh_from_db()
    assert not state.complete


def test_nobody_is_dealt_to_before_opening_or_after_closing():
    early = ready_round()
    NominationFactory(round=early, state="scoring")
    deal_to_new_members(early, None)
    assert not ScoreSheet.objects.exists()
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    scoring.perform("close_scoring")
    late = PanelMemberFactory(round=scoring.round)
    deal_to_new_members(scoring.round, scoring.office)
    assert not late.sheets.exists()


def test_the_desk_counts_what_waits_for_a_member():
    scoring = open_scoring(candidates=3, members=1)
    user = scoring.members[0].user
    assert sits_on_a_panel(user)
    assert sheets_waiting(user) == 3
    scoring.hand_in(0, 0, 8)
    assert decide(scoring.candidates[1].pk, None, "hold", scoring.office, reason="待核实").done
    assert sheets_waiting(user) == 1
    assert not sits_on_a_panel(UserFactory())


def test_a_criterion_is_frozen_with_its_round():
    scoring = open_scoring()
    criterion = Criterion.objects.get(pk=scoring.criteria[0].pk)
    criterion.weight = 99
    with pytest.raises(Exception, match="rules can no longer change"):
        criterion.save()
