"""The member's verbs: save as one goes, hand in for good, declare a recusal; and the office's."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, TaskState

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import NotAllowed, StaleVersion
from goodpeople.panels.models import ScoreSheet, ScoringState
from goodpeople.panels.sheets import (
    declare_recusal,
    excuse_member,
    hand_in,
    save_scores,
    sheets_in,
    sheets_of,
)
from tests.factories.accounts import UserFactory
from tests.factories.panels import open_scoring

pytestmark = pytest.mark.django_db

STALE = "This sheet was saved in another window. Nothing you entered is lost."


@pytest.fixture
def scoring():
    """One candidate, two members."""
    return open_scoring(members=2)


def points_on(sheet: ScoreSheet) -> list[int]:
    return [score.points for score in sheet.scores.all()]


def scoring_state(scoring) -> ScoringState:
    return ScoringState.objects.get(workflow_state__object_id=str(scoring.candidates[0].pk))


class TestSave:
    def test_keeps_points_and_comment_and_counts_the_version(self, scoring):
        sheet = scoring.sheet()
        saved = save_scores(
            sheet.pk, sheet.member.user, scoring.points(8, 7, None, 0), comment="写得实", version=0
        )
        assert points_on(saved) == [8, 7, 0]
        assert (saved.comment, saved.version, saved.status) == ("写得实", 1, "open")

    def test_takes_a_point_back(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8))
        saved = save_scores(sheet.pk, sheet.member.user, scoring.points(8, 8, 8, None))
        assert points_on(saved) == [8, 8, 8]

    def test_the_same_again_is_no_new_version(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8))
        assert save_scores(sheet.pk, sheet.member.user, scoring.points(8), version=1).version == 1

    def test_a_stale_version_writes_nothing(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8), version=0)
        with pytest.raises(StaleVersion) as stale:
            save_scores(sheet.pk, sheet.member.user, scoring.points(3), version=0)
        assert stale.value.reason == STALE
        assert points_on(scoring.sheet()) == [8, 8, 8, 8]

    @pytest.mark.parametrize("wrong", [-1, 11])
    def test_points_out_of_range_write_nothing(self, scoring, wrong):
        sheet = scoring.sheet()
        with pytest.raises(NotAllowed) as refused:
            save_scores(sheet.pk, sheet.member.user, scoring.points(8, 8, 8, wrong))
        assert refused.value.reason == "群众认可: points from 0 to 10."
        assert points_on(scoring.sheet()) == []

    def test_another_rounds_criterion_is_refused(self, scoring):
        other = open_scoring().criteria[0]
        sheet = scoring.sheet()
        with pytest.raises(NotAllowed) as refused:
            save_scores(sheet.pk, sheet.member.user, {other.pk: 5})
        assert refused.value.reason == "That criterion does not belong to this round."

    def test_a_colleagues_sheet_is_refused(self, scoring):
        with pytest.raises(NotAllowed) as refused:
            save_scores(scoring.sheet(0).pk, scoring.members[1].user, scoring.points(8))
        assert refused.value.reason == "This is not your score sheet."

    def test_a_sheet_handed_in_is_closed(self, scoring):
        scoring.hand_in(0, 0, 8)
        with pytest.raises(NotAllowed) as refused:
            save_scores(scoring.sheet().pk, scoring.members[0].user, scoring.points(9))
        assert refused.value.reason == "This sheet is closed: handed in."

    def test_the_log_names_criteria_and_never_points(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8, None, None, None))
        save_scores(sheet.pk, sheet.member.user, {}, comment="只改评语")
        entry = ModelLogEntry.objects.get(action="panels.save_scores")
        assert entry.data == {"sheet": sheet.pk, "criteria": ["事迹真实感人"]}
        assert entry.formatter.format_message(entry) == "Points saved for 事迹真实感人"


class TestHandIn:
    def test_is_refused_with_the_names_of_what_is_missing(self, scoring):
        sheet = scoring.sheet()
        decision = hand_in(sheet.pk, sheet.member.user, scoring.points(8, None, 8, None))
        assert (decision.status, decision.field) == ("refused", "points")
        assert decision.reason == "Not scored yet: 社会影响、群众认可."
        assert points_on(scoring.sheet()) == []

    def test_closes_the_sheet_with_its_time(self, scoring):
        scoring.hand_in(0, 0, 9, 8, 7, 6)
        sheet = scoring.sheet()
        assert sheet.status == "handed_in"
        assert sheet.handed_in_at is not None
        assert points_on(sheet) == [9, 8, 7, 6]

    def test_twice_is_already_done_and_changes_nothing(self, scoring):
        scoring.hand_in(0, 0, 8)
        again = hand_in(scoring.sheet().pk, scoring.members[0].user, scoring.points(1))
        assert (again.status, again.reason) == ("already_done", "This sheet is closed: handed in.")
        assert points_on(scoring.sheet()) == [8, 8, 8, 8]

    def test_a_stale_version_is_refused_at_the_version(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8), version=0)
        decision = hand_in(sheet.pk, sheet.member.user, {}, version=0)
        assert (decision.status, decision.field, decision.reason) == ("refused", "version", STALE)

    def test_the_last_sheet_only_marks_complete(self, scoring):
        scoring.hand_in(0, 0, 8)
        assert not scoring_state(scoring).complete
        scoring.hand_in(1, 0, 8)
        state = scoring_state(scoring)
        assert state.complete
        assert state.status == TaskState.STATUS_IN_PROGRESS
        nomination = Nomination.objects.get(pk=scoring.candidates[0].pk)
        assert nomination.state == "scoring"
        assert nomination.current_workflow_task.kind == "scoring"

    def test_a_stranger_is_refused(self, scoring):
        with pytest.raises(NotAllowed) as refused:
            hand_in(scoring.sheet().pk, UserFactory(superuser=True), scoring.points(8))
        assert refused.value.reason == "This is not your score sheet."


class TestRecusal:
    def test_clears_points_and_comment_and_keeps_the_reason(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8), comment="邻居")
        assert declare_recusal(sheet.pk, sheet.member.user, " 候选人是本人的姐夫。 ").done
        sheet = scoring.sheet()
        assert (sheet.status, sheet.comment, points_on(sheet)) == ("recused", "", [])
        assert sheet.recusal.reason == "候选人是本人的姐夫。"
        assert sheet.recusal.declared_by == sheet.member.user

    def test_needs_a_reason(self, scoring):
        sheet = scoring.sheet()
        decision = declare_recusal(sheet.pk, sheet.member.user, "  ")
        assert (decision.status, decision.field) == ("refused", "reason")
        assert decision.reason == "Please give a reason."
        assert scoring.sheet().status == "open"

    def test_twice_is_already_done(self, scoring):
        sheet = scoring.sheet()
        declare_recusal(sheet.pk, sheet.member.user, "亲属")
        again = declare_recusal(sheet.pk, sheet.member.user, "亲属")
        assert again.status == "already_done"
        assert again.reason == "You are already recused from this candidate."

    def test_is_too_late_once_the_sheet_is_in(self, scoring):
        scoring.hand_in(0, 0, 8)
        decision = declare_recusal(scoring.sheet().pk, scoring.members[0].user, "亲属")
        assert (decision.status, decision.reason) == ("refused", "This sheet is closed: handed in.")
        assert points_on(scoring.sheet()) == [8, 8, 8, 8]

    def test_the_recused_hand_nothing_in(self, scoring):
        sheet = scoring.sheet()
        declare_recusal(sheet.pk, sheet.member.user, "亲属")
        decision = hand_in(sheet.pk, sheet.member.user, scoring.points(8))
        assert decision.status == "refused"
        assert decision.reason == "You are recused from this candidate."

    def test_may_be_what_completes_the_candidate(self, scoring):
        scoring.hand_in(0, 0, 8)
        declare_recusal(scoring.sheet(1).pk, scoring.members[1].user, "亲属")
        assert scoring_state(scoring).complete


class TestExcuse:
    def test_the_office_takes_a_member_off_with_a_reason(self, scoring):
        sheet = scoring.sheet()
        save_scores(sheet.pk, sheet.member.user, scoring.points(8))
        assert excuse_member(sheet.pk, scoring.office, "因病住院").done
        sheet = scoring.sheet()
        assert (sheet.status, points_on(sheet)) == ("recused", [])
        assert (sheet.recusal.reason, sheet.recusal.declared_by) == ("因病住院", scoring.office)

    def test_needs_a_reason(self, scoring):
        decision = excuse_member(scoring.sheet().pk, scoring.office, "")
        assert (decision.status, decision.reason) == ("refused", "Please give a reason.")

    def test_a_sheet_that_is_in_stays_counted(self, scoring):
        scoring.hand_in(0, 0, 8)
        decision = excuse_member(scoring.sheet().pk, scoring.office, "因病住院")
        assert (decision.status, decision.reason) == ("refused", "This sheet is closed: handed in.")

    @pytest.mark.parametrize("role", ["auditor", "editor"])
    def test_others_are_refused(self, scoring, role):
        decision = excuse_member(scoring.sheet().pk, UserFactory(**{role: True}), "因病住院")
        assert decision.status == "refused"
        assert decision.reason == "Only the organising office、the superuser may do this."

    def test_a_member_cannot_take_off_a_colleague(self, scoring):
        decision = excuse_member(scoring.sheet(0).pk, scoring.members[1].user, "不合适")
        assert decision.status == "refused"
        assert scoring.sheet(0).status == "open"


class TestWhoseSheets:
    def test_a_member_sees_own_sheets_only(self, scoring):
        assert list(sheets_of(scoring.members[0].user)) == [scoring.sheet(0)]

    def test_nobody_else_has_any(self, scoring):
        for user in (scoring.office, UserFactory(superuser=True), UserFactory(auditor=True)):
            assert not sheets_of(user).exists()

    def test_a_closed_account_has_none(self, scoring):
        user = scoring.members[0].user
        user.is_active = False
        user.save()
        assert not sheets_of(user).exists()

    def test_lists_cost_three_queries(self, django_assert_num_queries):
        scoring = open_scoring(candidates=4, members=2)
        for listed in (sheets_of(scoring.members[0].user), sheets_in(scoring.round)):
            with django_assert_num_queries(3):
                for sheet in listed:
                    assert sheet.nomination.state == "scoring"
                    assert str(sheet.nomination.category)
                    assert str(sheet.member)
                    assert not sheet.scores.all()
