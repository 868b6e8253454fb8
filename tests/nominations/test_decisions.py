"""The one gate: what it lets through, what it refuses, and that every answer has its reason."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry, TaskState

from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import EligibilityState, Nomination
from tests.factories.accounts import UserFactory
from tests.factories.archive import HonoreePageFactory
from tests.factories.nominations import NominationFactory, RoundFactory, staff_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NEW = {"honouree": "new"}


def again(nomination: Nomination) -> Nomination:
    """Return the row as stored."""
    return Nomination.objects.get(pk=nomination.pk)


def test_an_approval_moves_the_nomination_on_and_is_logged(office):
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, "approve", office, data=NEW, reason="  材料齐全 ")

    assert decision.done
    assert again(nomination).state == "verification"
    entry = ModelLogEntry.objects.get(object_id=str(nomination.pk), action="nominations.decide")
    assert entry.user == office
    assert entry.data["action"] == "approve"
    assert entry.data["reason"] == "材料齐全"
    assert entry.data["state"] == "verification"


@pytest.mark.parametrize(
    "who", [{}, {"editor": True}, {"auditor": True}], ids=["account", "editor", "auditor"]
)
def test_only_the_office_decides(who):
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, "approve", UserFactory(**who), data=NEW)

    assert decision.status == "refused"
    assert "Only the organising office" in decision.reason
    assert again(nomination).state == "eligibility"


def test_a_nominator_cannot_decide_on_the_own_nomination():
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, "approve", staff_account(nomination.unit), data=NEW)

    assert decision.status == "refused"


def test_an_action_the_step_does_not_offer_is_refused(office):
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, "select", office)

    assert decision.reason == "This step does not offer that action."


def test_a_step_that_has_been_decided_is_already_done_and_says_by_whom(office):
    nomination = NominationFactory(submitted=True)
    seen = nomination.current_workflow_task_state.pk
    decide(nomination.pk, seen, "approve", office, data=NEW)

    decision = decide(nomination.pk, seen, "approve", office, data=NEW)

    assert decision.status == "already_done"
    assert str(office) in decision.reason
    assert again(nomination).state == "verification"


def test_a_step_of_another_nomination_is_refused(office):
    one = NominationFactory(submitted=True)
    other = NominationFactory(submitted=True)

    decision = decide(one.pk, other.current_workflow_task_state.pk, "approve", office, data=NEW)

    assert decision.reason == "That step belongs to another nomination."
    assert again(one).state == again(other).state == "eligibility"


def test_a_draft_waits_for_no_decision(office):
    nomination = NominationFactory()

    decision = decide(nomination.pk, None, "approve", office, data=NEW)

    assert decision.reason == "This nomination is not waiting for a decision."


@pytest.mark.parametrize("action", ["return", "refuse", "hold"])
def test_what_ends_or_returns_a_nomination_needs_a_reason(office, action):
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, action, office, reason="   ")

    assert (decision.status, decision.field) == ("refused", "reason")
    assert decision.reason == "Please give a reason."
    assert again(nomination).state == "eligibility"


@pytest.mark.parametrize(
    ("action", "state"), [("return", "returned"), ("refuse", "ineligible"), ("hold", "held")]
)
def test_a_reason_given_is_kept_where_it_is_read(office, action, state):
    nomination = NominationFactory(submitted=True)

    assert decide(nomination.pk, None, action, office, reason="缺少证明").done

    nomination = again(nomination)
    assert nomination.state == state
    assert TaskState.objects.for_instance(nomination).latest("pk").comment == "缺少证明"
    if state != "returned":
        assert nomination.outcome_reason == "缺少证明"
        assert nomination.current_workflow_state is None


def test_eligibility_wants_to_know_whether_the_honouree_is_new(office):
    nomination = NominationFactory(submitted=True)

    decision = decide(nomination.pk, None, "approve", office)

    assert (decision.status, decision.field) == ("refused", "honouree")


def test_an_existing_honouree_is_chosen_by_the_office_and_kept(office):
    page = HonoreePageFactory()
    nomination = NominationFactory(submitted=True)

    data = {"honouree": "existing", "existing_page": page.pk}
    assert decide(nomination.pk, None, "approve", office, data=data).done

    assert again(nomination).profile_id == page.pk
    assert EligibilityState.objects.get().existing_page_id == page.pk


def test_one_honouree_stands_once_in_a_round(office):
    page = HonoreePageFactory()
    round_ = RoundFactory()
    data = {"honouree": "existing", "existing_page": page.pk}
    first, second = (NominationFactory(submitted=True, round=round_) for _each in range(2))
    decide(first.pk, None, "approve", office, data=data)

    decision = decide(second.pk, None, "approve", office, data=data)

    assert decision.field == "existing_page"
    assert decision.reason.startswith("Another nomination of this round")


def test_verification_says_how_the_facts_were_checked(office):
    nomination = NominationFactory(verification=True)

    assert decide(nomination.pk, None, "approve", office).field == "reason"
    assert decide(nomination.pk, None, "approve", office, reason="走访三户邻居").done
    assert again(nomination).state == "scoring"


def test_wagtails_own_route_leads_to_the_gate(office):
    nomination = NominationFactory(submitted=True)
    state = nomination.current_workflow_task_state

    state.task.specific.on_action(state, UserFactory(), "return", comment="绕过去")
    assert again(nomination).state == "eligibility"

    state.task.specific.on_action(state, office, "return", comment="请补充", smuggled="x")
    assert again(nomination).state == "returned"


def test_nobody_can_edit_the_texts_while_they_are_being_decided_on(office):
    nomination = NominationFactory(submitted=True)

    assert nomination.get_lock().for_user(office)
    assert nomination.get_lock().for_user(staff_account(nomination.unit))


def test_a_page_that_was_never_published_is_no_existing_honouree(office):
    page = HonoreePageFactory(awaiting=True)
    nomination = NominationFactory(submitted=True)

    data = {"honouree": "existing", "existing_page": page.pk}
    decision = decide(nomination.pk, None, "approve", office, data=data)

    assert (decision.status, decision.field) == ("refused", "existing_page")
    assert again(nomination).state == "eligibility"
