"""The office's decision on the standing, and confirming it: once, and for every candidate."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from archive.models import HonoreePage
from archive.site_tree import ensure_site_tree
from goodpeople.nominations import rounds
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import NotAllowed, StaleVersion
from goodpeople.panels.models import Result
from goodpeople.panels.results import Choice, decide_results, version_of
from tests.factories.accounts import UserFactory
from tests.factories.panels import open_scoring

pytestmark = pytest.mark.django_db

WHY = "This departs from the standing: please say why."


@pytest.fixture
def scoring():
    """Three candidates for two places, scored 90, 70, 50, and closed."""
    ensure_site_tree()
    scoring = open_scoring(candidates=3, members=1, quota=2)
    scoring.hand_in_all({0: 9, 1: 7, 2: 5})
    scoring.perform("close_scoring")
    return scoring


@pytest.fixture
def tied():
    """Two candidates of equal score for one place."""
    ensure_site_tree()
    scoring = open_scoring(candidates=2, members=1, quota=1)
    scoring.hand_in_all({0: 8, 1: 8})
    scoring.perform("close_scoring")
    return scoring


def choose(scoring, user=None, version=None, **choices):
    """Decide by position: ``c0=("selected", "why")``."""
    by_id = {scoring.candidates[int(key[1:])].pk: Choice(*why) for key, why in choices.items()}
    return decide_results(scoring.round.pk, user or scoring.office, by_id, version=version)


def confirm(scoring, user=None):
    return rounds.perform("confirm_results", scoring.round.pk, user or scoring.office)


def decisions() -> list[str]:
    return list(Result.objects.order_by("nomination_id").values_list("decision", flat=True))


def state_of(scoring, candidate: int) -> str:
    return Nomination.objects.get(pk=scoring.candidates[candidate].pk).state


class TestDeciding:
    def test_with_the_standing_needs_no_reason(self, scoring):
        assert choose(scoring, c0=("selected",), c2=("not_selected",)) == {}

    @pytest.mark.parametrize(
        ("candidate", "decision"),
        [("c0", "not_selected"), ("c2", "selected"), ("c0", "held"), ("c2", "held")],
    )
    def test_departing_needs_a_reason(self, scoring, candidate, decision):
        pk = scoring.candidates[int(candidate[1])].pk
        assert choose(scoring, **{candidate: (decision, "  ")}) == {pk: WHY}
        assert decisions() == ["selected", "selected", "not_selected"]
        assert choose(scoring, **{candidate: (decision, "工作小组研究决定")}) == {}
        assert Result.objects.get(nomination_id=pk).reason == "工作小组研究决定"

    def test_one_complaint_keeps_everything_unwritten(self, scoring):
        complaints = choose(scoring, c0=("not_selected",), c1=("not_selected", "材料有出入"))
        assert list(complaints) == [scoring.candidates[0].pk]
        assert decisions() == ["selected", "selected", "not_selected"]

    def test_a_tie_across_the_cut_needs_a_reason_either_way(self, tied):
        first, second = (candidate.pk for candidate in tied.candidates)
        assert choose(tied, c0=("selected",), c1=("not_selected",)) == {first: WHY, second: WHY}
        done = choose(tied, c0=("selected", "持续更久"), c1=("not_selected", "时间较短"))
        assert done == {}

    def test_is_logged_with_decision_and_reason(self, scoring):
        choose(scoring, c2=("held", "待补充证明"))
        entry = ModelLogEntry.objects.get(action="panels.decide_result")
        assert entry.data["departs"] is True
        assert entry.formatter.format_message(entry) == "Decision: held over. Reason: 待补充证明"

    def test_the_same_again_is_not_logged(self, scoring):
        choose(scoring, c2=("held", "待补充证明"))
        choose(scoring, c2=("held", "待补充证明"))
        assert ModelLogEntry.objects.filter(action="panels.decide_result").count() == 1

    def test_a_stale_set_of_decisions_writes_nothing(self, scoring):
        seen = version_of(Result.objects.all())
        choose(scoring, version=seen, c2=("held", "待补充证明"))
        with pytest.raises(StaleVersion) as stale:
            choose(scoring, version=seen, c1=("held", "另一人的决定"))
        assert stale.value.reason == (
            "Someone else decided on these results meanwhile. Nothing you typed is lost."
        )
        assert decisions() == ["selected", "selected", "held"]

    def test_a_decision_that_is_none_is_refused(self, scoring):
        with pytest.raises(NotAllowed) as refused:
            choose(scoring, c0=("approved",))
        assert refused.value.reason == "Choose a decision from the list."

    def test_another_rounds_candidate_is_refused(self, scoring, tied):
        with pytest.raises(NotAllowed) as refused:
            decide_results(
                scoring.round.pk, scoring.office, {tied.candidates[0].pk: Choice("selected")}
            )
        assert refused.value.reason == "Choose a decision from the list."

    def test_before_closing_there_is_nothing_to_decide(self):
        running = open_scoring()
        with pytest.raises(NotAllowed) as refused:
            choose(running, c0=("selected",))
        assert refused.value.reason == "Scoring has not closed yet."

    @pytest.mark.parametrize("role", ["auditor", "editor"])
    def test_others_cannot_decide(self, scoring, role):
        with pytest.raises(NotAllowed) as refused:
            choose(scoring, UserFactory(**{role: True}), c0=("selected",))
        assert refused.value.reason == "Only the organising office、the superuser may do this."

    def test_a_single_hold_is_refused_once_there_is_a_standing(self, scoring):
        decision = decide(
            scoring.candidates[0].pk, None, "hold", scoring.office, reason="待补充证明"
        )
        assert decision.status == "refused"
        assert decision.reason == "Scoring has closed: decide on the results page."


class TestConfirming:
    def test_a_tie_at_the_cut_blocks_until_it_is_decided(self, tied):
        result = confirm(tied)
        assert result.status == "blocked"
        assert result.reasons == [
            "示例候选1 is tied at the cut line: the office decides.",
            "示例候选2 is tied at the cut line: the office decides.",
        ]
        choose(tied, c0=("selected", "持续更久"), c1=("not_selected", "时间较短"))
        assert confirm(tied).status == "done"

    def test_sends_the_selected_on_and_ends_the_others(self, scoring):
        choose(scoring, c1=("held", "待补充证明"))
        result = confirm(scoring)
        assert (result.status, result.moved) == ("done", 1)
        assert [state_of(scoring, n) for n in range(3)] == ["notice", "held", "not_selected"]
        ended = Nomination.objects.get(pk=scoring.candidates[2].pk)
        assert ended.outcome_reason == ""
        held = Nomination.objects.get(pk=scoring.candidates[1].pk)
        assert held.outcome_reason == "待补充证明"

    def test_the_selected_get_a_draft_that_waits_for_its_honour(self, scoring):
        confirm(scoring)
        pages = HonoreePage.objects.filter(title__startswith="示例候选")
        assert sorted(page.title for page in pages) == ["示例候选1", "示例候选2"]
        assert all(page.awaiting_honour and not page.live for page in pages)

    def test_twice_is_already_done(self, scoring):
        assert confirm(scoring).status == "done"
        again = confirm(scoring)
        assert again.status == "already_done"
        assert again.reasons == ["This step has already been performed."]
        assert HonoreePage.objects.filter(title="示例候选1").count() == 1

    def test_nothing_changes_afterwards(self, scoring):
        confirm(scoring)
        with pytest.raises(NotAllowed) as refused:
            choose(scoring, c2=("selected", "补选"))
        assert refused.value.reason == "The results have been confirmed and no longer change."

    def test_beyond_the_quota_is_said_before_it_is_pressed(self, scoring):
        choose(scoring, c2=("selected", "事迹突出，增选一名"))
        preview = rounds.preview("confirm_results", scoring.round)
        assert preview.blockers == []
        assert [n.name for n in preview.moves] == ["示例候选1", "示例候选2", "示例候选3"]
        assert preview.notes == ["Helping Others: 3 selected, the quota is 2."]

    def test_an_empty_list_is_said_before_it_is_pressed(self, tied):
        choose(tied, c0=("held", "同分"), c1=("held", "同分"))
        notes = rounds.preview("confirm_results", tied.round).notes
        assert notes == [
            "2 candidates end here.",
            "Nobody is selected: the round would have no list.",
        ]

    def test_comes_after_closing(self):
        running = open_scoring()
        result = confirm(running)
        assert (result.status, result.reasons) == ("blocked", ["First: Close scoring."])


class TestWhatTheNominatorReads:
    """The reason of a decision reaches the nominator; a rank or a score never does."""

    def test_a_decision_without_a_typed_reason_leaves_none(self, scoring):
        scoring.perform("confirm_results")

        last = Nomination.objects.get(pk=scoring.candidates[2].pk)
        assert last.state == "not_selected"
        assert last.outcome_reason == ""
