"""The office's verbs on PostgreSQL too: its locks refuse what SQLite does not notice."""

from __future__ import annotations

import pytest

from goodpeople.nominations import rounds
from goodpeople.panels.results import Choice, decide_results
from tests.factories.nominations import NominationFactory
from tests.factories.notices import notice_for, objection_to
from tests.races.rounds import round_with_one_sheet_each

pytestmark = [pytest.mark.race, pytest.mark.django_db]


def test_a_round_goes_from_its_standing_to_its_notice():
    from tests.factories.accounts import UserFactory

    round_, nomination, _members = round_with_one_sheet_each(1, handed_in=True)
    office = UserFactory(office=True)

    assert rounds.perform("close_scoring", round_.pk, office).status == "done"
    assert decide_results(round_.pk, office, {nomination.pk: Choice("selected")}) == {}
    assert rounds.perform("confirm_results", round_.pk, office).status == "done"
    assert rounds.perform("start_notice", round_.pk, office).status == "done"


def test_lists_read_their_states_in_sql():
    from goodpeople.nominations.models import Nomination

    notice, (nomination,) = notice_for(1)
    NominationFactory(returned=True)
    objection_to(nomination)

    assert sorted(n.state for n in Nomination.objects.for_listing()) == ["notice", "returned"]
    assert notice.round.nominations.in_state("notice").count() == 1
