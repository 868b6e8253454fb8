"""Closing the scoring: what blocks it by name, and the standing that comes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from archive.models import Category
from goodpeople.nominations import rounds
from goodpeople.nominations.models import RoundCategory
from goodpeople.panels.models import Result
from goodpeople.panels.sheets import declare_recusal, excuse_member
from goodpeople.panels.standing import standing
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory
from tests.factories.panels import open_scoring

pytestmark = pytest.mark.django_db


def close(scoring, user=None):
    return rounds.perform("close_scoring", scoring.round.pk, user or scoring.office)


def test_missing_sheets_are_named():
    scoring = open_scoring(members=3)
    scoring.hand_in(1, 0, 8)
    result = close(scoring)
    assert result.status == "blocked"
    assert result.reasons == [
        "示例候选1: the sheet of 评委1 is not in",
        "示例候选1: the sheet of 评委3 is not in",
    ]
    assert not Result.objects.exists()


def test_a_candidate_whom_nobody_scores_blocks():
    scoring = open_scoring(members=2)
    for member in (0, 1):
        declare_recusal(scoring.sheet(member).pk, scoring.members[member].user, "亲属")
    result = close(scoring)
    assert result.status == "blocked"
    assert result.reasons == ["示例候选1: nobody scores this candidate"]


def test_excusing_the_missing_lets_it_close():
    scoring = open_scoring(members=2)
    scoring.hand_in(0, 0, 8)
    assert close(scoring).status == "blocked"
    excuse_member(scoring.sheet(1).pk, scoring.office, "因病住院")
    assert close(scoring).status == "done"
    assert Result.objects.get().sheets_counted == 1


def test_drafts_may_still_be_sent_while_nominations_are_open():
    scoring = open_scoring(members=1)
    NominationFactory(round=scoring.round)
    [draft, _open] = rounds.preview("close_scoring", scoring.round).notes
    assert draft == "1 draft is not sent yet; what is not sent takes no part."

    scoring.round.closes_on = timezone.localdate() - timedelta(days=1)
    scoring.round.save()
    [draft] = rounds.preview("close_scoring", scoring.round).notes
    assert draft == "1 draft was never sent; it stays a draft and takes no part."


def test_a_nomination_on_its_way_blocks():
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    NominationFactory(round=scoring.round, state="eligibility", name="示例李四")
    result = close(scoring)
    assert result.status == "blocked"
    assert result.reasons == ["示例李四 is still in the state “Eligibility check”."]


def test_a_candidate_without_a_quota_blocks_instead_of_vanishing():
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    # Past the model, which would refuse: a queryset's delete asks nobody.
    RoundCategory.objects.filter(category=scoring.candidates[0].category).delete()
    result = close(scoring)
    assert result.status == "blocked"
    assert result.reasons == ["示例候选1: the round has no quota for its category."]


def test_the_auditor_cannot_close():
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    result = close(scoring, UserFactory(auditor=True))
    assert result.status == "refused"
    assert result.reasons == ["Only the organising office、the superuser may do this."]


def test_closing_twice_is_already_done():
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    assert close(scoring).status == "done"
    again = close(scoring)
    assert (again.status, again.reasons) == (
        "already_done",
        ["This step has already been performed."],
    )
    assert Result.objects.count() == 1


def test_the_standing_is_kept_with_ties_and_the_cut():
    scoring = open_scoring(candidates=4, members=2, quota=2)
    scoring.hand_in_all({0: 9, 1: 7, 2: 7, 3: 5})
    assert close(scoring).status == "done"
    rows = Result.objects.order_by("nomination_id").values_list(
        "score", "rank", "tied", "proposed", "decision", "sheets_counted"
    )
    assert list(rows) == [
        (pytest.approx(90.0), 1, False, True, "selected", 2),
        (pytest.approx(70.0), 2, True, None, "", 2),
        (pytest.approx(70.0), 2, True, None, "", 2),
        (pytest.approx(50.0), 4, False, False, "not_selected", 2),
    ]


def test_each_category_stands_for_itself():
    filial = Category.objects.get(code="filial")
    helping = Category.objects.get(code="helping-others")
    scoring = open_scoring(candidates=[filial, helping], members=1, quota=1)
    scoring.hand_in_all({0: 6, 1: 9})
    assert close(scoring).status == "done"
    assert set(Result.objects.values_list("rank", "proposed")) == {(1, True)}


def test_a_recused_member_is_left_out_of_the_mean():
    scoring = open_scoring(members=3)
    scoring.hand_in(0, 0, 8)
    scoring.hand_in(1, 0, 6)
    declare_recusal(scoring.sheet(2).pk, scoring.members[2].user, "亲属")
    assert close(scoring).status == "done"
    result = Result.objects.get()
    assert (result.score, result.sheets_counted) == (pytest.approx(70.0), 2)


def test_the_log_tells_the_standing():
    scoring = open_scoring(members=1)
    scoring.hand_in_all({0: 8})
    close(scoring)
    entry = ModelLogEntry.objects.get(action="panels.result")
    assert entry.formatter.format_message(entry) == "Rank 1, score 80.00, 1 sheets counted"


@pytest.mark.parametrize("candidates", [2, 5])
def test_the_standing_costs_four_queries(candidates, django_assert_num_queries):
    scoring = open_scoring(candidates=candidates, members=2)
    scoring.hand_in_all(dict.fromkeys(range(candidates), 8))
    nominations = list(scoring.round.nominations.all())
    with django_assert_num_queries(4):
        found = standing(scoring.round, nominations)
    assert len(found[0].places) == candidates
