"""Two at once: one effect each, and nothing lost. Run on SQLite, and again on PostgreSQL."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, TaskState

from archive.models import HonoreePage, Honour
from goodpeople.accounts.models import User
from goodpeople.nominations import rounds
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import StaleVersion, save_draft, submit
from goodpeople.panels import sheets
from goodpeople.panels.models import Criterion, Result, ScoreSheet, ScoringState
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory, UnitFactory, staff_account
from tests.races.at_once import at_once
from tests.races.rounds import round_on_the_eve, round_with_one_sheet_each

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def fresh(user: User) -> User:
    """Return the account as another request would load it, without cached roles."""
    return User.objects.get(pk=user.pk)


def statuses(answers) -> list[str]:
    """Return the statuses, sorted; an exception shows as itself."""
    return sorted(getattr(answer, "status", repr(answer)) for answer in answers)


def decisions_logged(nomination: Nomination) -> int:
    """Return how many decisions the log holds."""
    return ModelLogEntry.objects.filter(
        object_id=str(nomination.pk), action="nominations.decide"
    ).count()


def test_two_approvals_of_one_step_count_once():
    nomination = NominationFactory(submitted=True)
    seen = nomination.current_workflow_task_state.pk
    officers = [UserFactory(office=True), UserFactory(office=True)]

    answers = at_once(
        *[
            lambda user=user: decide(
                nomination.pk, seen, "approve", fresh(user), data={"honouree": "new"}
            )
            for user in officers
        ]
    )

    assert statuses(answers) == ["already_done", "done"]
    nomination = Nomination.objects.get(pk=nomination.pk)
    assert nomination.state == "verification"
    assert decisions_logged(nomination) == 1
    assert TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count() == 1


def test_an_approval_against_a_return_leaves_one_of_them():
    nomination = NominationFactory(submitted=True)
    seen = nomination.current_workflow_task_state.pk
    first, second = UserFactory(office=True), UserFactory(office=True)

    answers = at_once(
        lambda: decide(nomination.pk, seen, "approve", fresh(first), data={"honouree": "new"}),
        lambda: decide(nomination.pk, seen, "return", fresh(second), reason="请补充时间。"),
    )

    assert statuses(answers) == ["already_done", "done"]
    nomination = Nomination.objects.get(pk=nomination.pk)
    assert nomination.state == ("verification" if answers[0].done else "returned")
    assert decisions_logged(nomination) == 1


def test_one_nomination_sent_twice_starts_one_workflow():
    nomination = NominationFactory(complete=True)
    user = staff_account(nomination.unit)

    answers = at_once(*[lambda: submit(nomination.pk, fresh(user))] * 2)

    refused = [answer for answer in answers if isinstance(answer, Exception)]
    assert len(refused) == 1
    assert "资格审查" in refused[0].reason or "Eligibility" in refused[0].reason
    assert Nomination.objects.get(pk=nomination.pk).workflow_states.count() == 1


def test_two_last_sheets_complete_the_candidate_and_start_nothing():
    round_, nomination, members = round_with_one_sheet_each(2)
    given = {criterion.pk: 8 for criterion in Criterion.objects.filter(round=round_)}
    mine = {
        sheet.member.user_id: sheet.pk
        for sheet in ScoreSheet.objects.select_related("member").filter(nomination=nomination)
    }

    answers = at_once(
        *[lambda user=user: sheets.hand_in(mine[user.pk], fresh(user), given) for user in members]
    )

    assert statuses(answers) == ["done", "done"]
    assert ScoringState.objects.get().complete
    assert Nomination.objects.get(pk=nomination.pk).state == "scoring"
    assert ScoreSheet.objects.filter(status="handed_in").count() == 2


def test_one_sheet_handed_in_twice_counts_once():
    round_, nomination, members = round_with_one_sheet_each(1)
    given = {criterion.pk: 8 for criterion in Criterion.objects.filter(round=round_)}
    sheet = ScoreSheet.objects.get(nomination=nomination)

    answers = at_once(*[lambda: sheets.hand_in(sheet.pk, fresh(members[0]), given)] * 2)

    assert statuses(answers) == ["already_done", "done"]
    assert decisions_logged(nomination) == 2  # eligibility, and one sheet


def test_scoring_closed_twice_makes_one_standing():
    round_, nomination, members = round_with_one_sheet_each(1, handed_in=True)
    office = UserFactory(office=True)

    answers = at_once(*[lambda: rounds.perform("close_scoring", round_.pk, fresh(office))] * 2)

    assert statuses(answers) == ["already_done", "done"]
    assert Result.objects.count() == 1


def test_a_list_announced_twice_is_announced_once():
    round_, nominations = round_on_the_eve(2)
    office = UserFactory(office=True)

    answers = at_once(*[lambda: rounds.perform("announce", round_.pk, fresh(office))] * 2)

    assert statuses(answers) == ["already_done", "done"]
    assert Honour.objects.count() == 2
    assert HonoreePage.objects.live().count() == 2
    assert {Nomination.objects.get(pk=n.pk).state for n in nominations} == {"announced"}


def test_eight_nominators_who_save_at_once_all_keep_what_they_typed():
    round_ = RoundFactory()
    nominations = [NominationFactory(round=round_, unit=UnitFactory()) for _each in range(8)]
    users = [staff_account(nomination.unit) for nomination in nominations]

    def writer(index: int):
        def write():
            for turn in range(5):
                save_draft(
                    nominations[index].pk, fresh(users[index]), {"headline": f"{index}:{turn}"}
                )

        return write

    answers = at_once(*[writer(index) for index in range(8)])

    assert answers == [None] * 8
    for index, nomination in enumerate(nominations):
        stored = Nomination.objects.get(pk=nomination.pk)
        assert stored.headline == f"{index}:4"
        assert stored.version == nomination.version + 5


def test_two_who_saved_the_same_form_do_not_overwrite_one_another():
    nomination = NominationFactory(complete=True)
    user = staff_account(nomination.unit)

    answers = at_once(
        *[
            lambda text=text: save_draft(
                nomination.pk, fresh(user), {"headline": text}, version=nomination.version
            )
            for text in ("一", "二")
        ]
    )

    assert sum(isinstance(answer, StaleVersion) for answer in answers) == 1
    kept = next(answer for answer in answers if isinstance(answer, Nomination))
    assert Nomination.objects.get(pk=nomination.pk).headline == kept.headline
