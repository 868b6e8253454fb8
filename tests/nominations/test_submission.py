"""The nominator's verbs: begin, save, send, withdraw."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry, Revision

from goodpeople.nominations.models import Nomination, PersonalRecord, Round
from goodpeople.nominations.submission import (
    NotAllowed,
    NotComplete,
    StaleVersion,
    begin,
    close_returned,
    save_draft,
    submit,
    withdraw,
)
from tests.factories.accounts import UserFactory
from tests.factories.nominations import (
    PERSONAL,
    NominationFactory,
    RoundFactory,
    UnitFactory,
    staff_account,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def again(nomination: Nomination) -> Nomination:
    """Return the row as stored."""
    return Nomination.objects.get(pk=nomination.pk)


def test_one_nominates_for_the_own_unit_only():
    mine, other = UnitFactory(), UnitFactory()

    with pytest.raises(NotAllowed, match="your own unit"):
        begin(RoundFactory(), other, staff_account(mine))


@pytest.mark.parametrize("when", ["closed", "upcoming"])
def test_a_round_takes_nominations_between_its_dates_only(when):
    unit = UnitFactory()

    with pytest.raises(NotAllowed, match="does not take nominations now"):
        begin(RoundFactory(**{when: True}), unit, staff_account(unit))


def test_an_empty_draft_is_refused_with_every_gap_by_its_field():
    nomination = NominationFactory()

    with pytest.raises(NotComplete) as refused:
        submit(nomination.pk, staff_account(nomination.unit))

    gaps = set(refused.value.complaints)
    assert {"name", "category", "story", "photos", "consent", "phone"} <= gaps
    assert again(nomination).state == "draft"


def test_the_first_nomination_freezes_the_rounds_rules_for_everyone():
    nomination = NominationFactory(complete=True)
    submit(nomination.pk, staff_account(nomination.unit))
    round_ = Round.objects.get(pk=nomination.round_id)

    assert round_.is_frozen
    round_.story_max = 9000
    with pytest.raises(ValidationError, match="can no longer change for anyone"):
        round_.save()
    quota = round_.categories.first()
    quota.quota = 9
    with pytest.raises(ValidationError, match="can no longer change for anyone"):
        quota.save()


def test_dates_and_title_still_move_in_a_frozen_round():
    round_ = NominationFactory(submitted=True).round
    round_ = Round.objects.get(pk=round_.pk)
    round_.title = "改名后的评选"
    round_.save()

    assert Round.objects.get(pk=round_.pk).workflow.name == "改名后的评选"


def test_a_stale_form_is_refused_and_changes_nothing():
    nomination = NominationFactory(complete=True)
    user = staff_account(nomination.unit)
    opened = nomination.version
    save_draft(nomination.pk, user, {"headline": "新的"})

    with pytest.raises(StaleVersion, match="Someone else saved"):
        save_draft(nomination.pk, user, {"headline": "旧的"}, version=opened)

    assert again(nomination).headline == "新的"


def test_fields_that_were_not_sent_keep_what_they_have():
    nomination = NominationFactory(complete=True)

    save_draft(nomination.pk, staff_account(nomination.unit), {"headline": "只改这一句"})

    stored = again(nomination)
    assert stored.headline == "只改这一句"
    assert stored.story == nomination.story
    assert stored.category_id == nomination.category_id


def test_what_has_been_sent_is_no_longer_the_nominators_to_change():
    nomination = NominationFactory(submitted=True)

    with pytest.raises(NotAllowed, match="Eligibility check"):
        save_draft(nomination.pk, staff_account(nomination.unit), {"headline": "再改"})


def test_a_returned_nomination_is_mended_and_sent_again_to_the_same_step():
    nomination = NominationFactory(returned=True)
    user = staff_account(nomination.unit)
    save_draft(nomination.pk, user, {"story": nomination.story + "补充。"})

    submit(nomination.pk, user)

    assert again(nomination).state == "eligibility"
    assert again(nomination).workflow_states.count() == 1


def test_the_unit_above_reads_and_does_not_write():
    town = UnitFactory()
    village = UnitFactory(parent=town)
    nomination = NominationFactory(complete=True, unit=village)

    with pytest.raises(NotAllowed, match="the nominating unit's staff"):
        save_draft(nomination.pk, staff_account(town), {"headline": "镇里改"})


def test_withdrawing_keeps_the_record_and_ends_it():
    nomination = NominationFactory(returned=True)

    withdraw(nomination.pk, staff_account(nomination.unit), reason="本人不愿意")

    assert again(nomination).state == "withdrawn"
    assert again(nomination).outcome_reason == "本人不愿意"
    assert again(nomination).current_workflow_state is None


def test_the_office_closes_a_returned_nomination_with_a_reason(office):
    nomination = NominationFactory(returned=True)

    with pytest.raises(NotAllowed, match="Please give a reason"):
        close_returned(nomination.pk, office, reason=" ")
    close_returned(nomination.pk, office, reason="逾期未补")

    assert again(nomination).state == "held"


def test_personal_data_is_encrypted_and_in_no_revision_and_no_log():
    from django.db import connection

    nomination = NominationFactory(submitted=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, address, birth_date FROM nominations_personalrecord")
        stored = " ".join(cursor.fetchone())
    revisions = " ".join(str(content) for content in Revision.objects.values_list("content"))
    logged = " ".join(str(data) for data in ModelLogEntry.objects.values_list("data", "label"))

    for secret in PERSONAL.values():
        assert secret not in stored
        assert secret not in revisions
        assert secret not in logged
    assert PersonalRecord.objects.get(nomination=nomination).phone == PERSONAL["phone"]


def test_an_older_revision_never_brings_back_what_belongs_to_the_office(office):
    nomination = NominationFactory(submitted=True)
    revision = nomination.latest_revision
    Nomination.objects.filter(pk=nomination.pk).update(outcome="held", version=99)

    restored = revision.as_object()

    assert restored.outcome == "held"
    assert restored.version == 99
    assert restored.live is False


def test_an_account_that_is_no_longer_active_can_do_nothing():
    nomination = NominationFactory(complete=True)
    user = UserFactory(is_active=False)

    with pytest.raises(NotAllowed):
        submit(nomination.pk, user)
