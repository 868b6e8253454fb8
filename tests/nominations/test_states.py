"""States are read from Wagtail's rows: for one nomination and for a list, the same."""

from __future__ import annotations

import pytest

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import ANY_STATE, RULES, allowed
from goodpeople.nominations.states import state_of
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory
from tests.factories.notices import notice_for

pytestmark = pytest.mark.django_db
MADE = [st.DRAFT, st.RETURNED, st.ELIGIBILITY, st.VERIFICATION, st.SCORING, st.WITHDRAWN]


def test_one_row_and_the_list_agree_in_every_state():
    for state in MADE:
        NominationFactory(state=state)
    notice_for(1)

    listed = {n.pk: n.state_key for n in Nomination.objects.with_state()}

    assert set(listed.values()) == {*MADE, st.NOTICE}
    for nomination in Nomination.objects.all():
        assert state_of(nomination) == listed[nomination.pk]


def test_a_list_reads_all_states_in_one_query(django_assert_num_queries):
    for state in MADE:
        NominationFactory(state=state)
    list(Nomination.objects.for_listing())  # content types are cached from here on

    with django_assert_num_queries(1):
        assert len([n.state_label for n in Nomination.objects.for_listing()]) == len(MADE)


def test_every_state_has_words_and_every_rule_knows_its_states():
    assert set(st.STATE_LABELS) == ANY_STATE
    for rule in RULES:
        assert rule.states <= ANY_STATE
        assert rule.roles


@pytest.mark.parametrize(
    ("action", "state", "office", "nominator"),
    [
        ("edit", st.DRAFT, False, True),
        ("edit", st.RETURNED, False, True),
        ("edit", st.ELIGIBILITY, False, False),
        ("submit", st.SCORING, False, False),
        ("withdraw", st.VERIFICATION, False, False),
        ("decide", st.DRAFT, False, False),
        ("decide", st.ELIGIBILITY, True, False),
        ("decide", st.SCORING, True, False),
        ("close_return", st.RETURNED, True, False),
        ("close_return", st.DRAFT, False, False),
        ("see_personal", st.DRAFT, False, True),
        ("see_personal", st.ELIGIBILITY, False, False),
        ("reveal_personal", st.DRAFT, False, False),
        ("reveal_personal", st.ELIGIBILITY, True, False),
        ("view", st.DRAFT, True, True),
        ("view", st.SCORING, True, True),
        ("score", st.SCORING, False, False),
    ],
)
def test_the_truth_table(action, state, office, nominator):
    nomination = NominationFactory(state=state)
    staff = nomination.unit.staff.get().user

    assert bool(allowed(UserFactory(office=True), action, nomination)) is office
    assert bool(allowed(staff, action, nomination)) is nominator
    assert not allowed(UserFactory(), action, nomination)
    # The auditor reads, and does nothing else.
    assert bool(allowed(UserFactory(auditor=True), action, nomination)) is (action == "view")


def test_a_state_forbids_with_its_own_words():
    nomination = NominationFactory(submitted=True)
    verdict = allowed(nomination.unit.staff.get().user, "edit", nomination)

    assert str(nomination.state_label) in verdict.reason
