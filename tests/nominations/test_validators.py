"""What a nomination must hold, and what a personal fact must look like."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from goodpeople.nominations.personal import mask, masked_record, own_record, reveal
from goodpeople.nominations.submission import NotAllowed
from goodpeople.nominations.validators import (
    count_characters,
    missing_for_submission,
    validate_birth_date,
    validate_id_number,
    validate_phone,
)
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory

pytestmark = pytest.mark.usefixtures("english")


def test_characters_are_counted_as_an_office_counts_them():
    assert count_characters("一 二\n三　四") == 4


@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x"])
def test_a_sound_id_number_passes(number):
    validate_id_number(number)


@pytest.mark.parametrize(
    "number",
    [
        "110105194912310021",
        "1101051949123100",
        "11010519491331002X",
        "１１０105194912310020",
        "x" * 18,
    ],
)
def test_an_id_number_with_a_wrong_check_length_date_or_digit_is_refused(number):
    with pytest.raises(ValidationError):
        validate_id_number(number)


@pytest.mark.parametrize("value", ["1899-12-31", "2999-01-01", "1990-02-30", "一九九〇", ""])
def test_an_impossible_birth_date_is_refused(value):
    with pytest.raises(ValidationError):
        validate_birth_date(value)


@pytest.mark.parametrize("value", ["13900000000", "0573-8512345", "85123456"])
def test_mobile_and_land_line_numbers_pass(value):
    validate_phone(value)


@pytest.mark.parametrize("value", ["12", "phone", "１３９００００００００", "139000000001234"])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValidationError):
        validate_phone(value)


@pytest.mark.django_db
def test_a_complete_nomination_lacks_nothing():
    assert missing_for_submission(NominationFactory(complete=True)) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("category", None),
        ("headline", "字" * 71),
        ("overview", "字" * 141),
        ("story", "字" * 799),
        ("story", "字" * 2001),
        ("consent", False),
    ],
)
def test_each_gap_and_each_length_is_named_beside_its_field(field, value):
    nomination = NominationFactory(complete=True)
    setattr(nomination, field, value)

    assert set(missing_for_submission(nomination)) == {field}


@pytest.mark.django_db
def test_a_category_the_round_does_not_have_is_refused():
    nomination = NominationFactory(complete=True)
    other = RoundFactory(codes=["bravery"])
    nomination.round = other

    assert "category" in missing_for_submission(nomination)


@pytest.mark.django_db
def test_an_id_number_is_wanted_only_where_the_round_asks():
    nomination = NominationFactory(complete=True)
    nomination.round.asks_id_number = True

    assert set(missing_for_submission(nomination)) == {"id_number"}


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("phone", "13900000088", "139******88"),
        ("id_number", "11010519491231002X", "110***************"),
        ("birth_date", "1949-12-31", "1949-**-**"),
        ("address", "平湖市林埭镇双庙村8号", "平湖市林埭******"),
        ("phone", "", ""),
    ],
)
def test_masks_leave_what_helps_to_recognise_and_no_more(name, value, shown):
    assert mask(name, value) == shown


@pytest.mark.django_db
def test_personal_data_is_clear_to_its_nominator_only_while_writing():
    draft = NominationFactory(complete=True)
    sent = NominationFactory(submitted=True)

    assert own_record(draft, draft.unit.staff.get().user)["phone"] == "13800000001"
    assert own_record(sent, sent.unit.staff.get().user) == masked_record(sent)
    assert own_record(draft, UserFactory(office=True)) == masked_record(draft)


@pytest.mark.django_db
def test_seeing_it_takes_the_right_and_is_logged_without_what_was_seen(office):
    from wagtail.models import ModelLogEntry

    nomination = NominationFactory(submitted=True)
    with pytest.raises(NotAllowed, match="Only the organising office"):
        reveal(nomination, UserFactory(auditor=True))

    facts = reveal(nomination, office, why="联系本人")

    entry = ModelLogEntry.objects.get(action="nominations.reveal_personal")
    assert facts["phone"] == "13800000001"
    assert (entry.user, entry.data) == (office, {"why": "联系本人"})
