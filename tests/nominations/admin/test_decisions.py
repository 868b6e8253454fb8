"""The office decides on a nomination on its page: through the gate, with reasons, once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination
from tests.factories.archive import HonoreePageFactory
from tests.factories.nominations import RETURN_REASON, NominationFactory
from tests.nominations.admin.asking import said, text_of, told


def page(nomination):
    return reverse("nominations_nomination:inspect", args=[nomination.pk])


def seen(nomination) -> int:
    """Return the task state that the page shows now."""
    return Nomination.objects.get(pk=nomination.pk).current_workflow_task_state.pk


def press(client, nomination, action, *, task_state=None, **data):
    """Send what the page's form for ``action`` sends."""
    sent = {"action": action, "task_state": task_state or seen(nomination), **data}
    return client.post(reverse("nominations_nomination:decide", args=[nomination.pk]), sent)


def state_of(nomination) -> str:
    return Nomination.objects.get(pk=nomination.pk).state


def test_page_shows_what_was_written_and_the_tasks_actions(as_office, waiting):
    text = text_of(as_office.get(page(waiting)))

    for written in ("张建国", waiting.headline, waiting.overview, waiting.story, "汉族"):
        assert written in text
    for label in ("Eligible", "Return for changes", "Not eligible", "Hold over to a later round"):
        assert said(label) in text
    assert f'name="task_state" value="{seen(waiting)}"' in text


def test_eligible_new_honouree_moves_on(as_office, waiting):
    response = press(as_office, waiting, "approve", honouree="new")

    assert response.url == page(waiting)
    assert state_of(waiting) == "verification"
    assert told(response) == [
        said(
            "%(name)s: %(action)s. It now stands at: %(state)s.",
            name="张建国",
            action=said("Eligible"),
            state=said("Verification"),
        )
    ]


def test_eligible_needs_the_choice_of_honouree(as_office, waiting):
    response = press(as_office, waiting, "approve")

    assert response.status_code == 422
    assert said("Say whether this is a new or an existing honouree.") in text_of(response)
    assert state_of(waiting) == "eligibility"


def test_namesake_of_the_archive_is_offered_and_chosen(as_office, waiting, namesake):
    text = text_of(as_office.get(page(waiting)))
    assert f'value="page-{namesake.pk}"' in text

    press(as_office, waiting, "approve", honouree=f"page-{namesake.pk}")

    waiting.refresh_from_db()
    assert (waiting.honouree_choice, waiting.profile_id) == ("existing", namesake.pk)


def test_other_honouree_needs_a_page(as_office, waiting):
    response = press(as_office, waiting, "approve", honouree="other", existing_page="")

    assert response.status_code == 422
    assert said("Choose the existing honouree.") in text_of(response)


def test_a_page_that_is_no_honouree_is_refused(as_office, waiting):
    response = press(as_office, waiting, "approve", honouree="other", existing_page="1")

    assert said("Choose the existing honouree.") in text_of(response)
    assert state_of(waiting) == "eligibility"


def test_same_name_in_the_round_is_shown(as_office, waiting, round_):
    other = NominationFactory(submitted=True, round=round_, name="张建国")

    text = text_of(as_office.get(page(waiting)))

    assert said("Another nomination of this round") in text
    assert page(other) in text


@pytest.mark.parametrize("action", ["return", "refuse", "hold"])
def test_without_a_reason_nothing_happens(as_office, waiting, action):
    response = press(as_office, waiting, action, reason="  ")

    assert response.status_code == 422
    assert said("Please give a reason.") in text_of(response)
    assert state_of(waiting) == "eligibility"


@pytest.mark.parametrize(
    ("action", "state"), [("return", "returned"), ("refuse", "ineligible"), ("hold", "held")]
)
def test_with_a_reason_it_is_decided(as_office, waiting, action, state):
    press(as_office, waiting, action, reason="材料不足")

    assert state_of(waiting) == state
    assert "材料不足" in text_of(as_office.get(page(waiting)))


def test_a_refusal_keeps_what_was_typed(as_office, office, waiting):
    stale = seen(waiting)
    decide(waiting.pk, stale, "return", office, reason=RETURN_REASON)
    Nomination.objects.get(pk=waiting.pk).current_workflow_state.resume(user=office)

    response = press(as_office, waiting, "refuse", task_state=99999, reason="我写了很久的理由")

    assert said("That step belongs to another nomination.") in text_of(response)
    assert "我写了很久的理由" in text_of(response)
    assert state_of(waiting) == "eligibility"


def test_second_press_is_told_and_harmless(as_office, waiting, office):
    task_state = seen(waiting)
    press(as_office, waiting, "approve", honouree="new")
    response = press(as_office, waiting, "approve", task_state=task_state, honouree="new")

    assert response.url == page(waiting)
    assert state_of(waiting) == "verification"
    assert told(response)[-1].startswith(said("Already decided: %(name)s, %(when)s.")[:4])
    assert str(office) in told(response)[-1]


@pytest.mark.parametrize("task_state", ["", "None", "-1", "9" * 40, "1.5"])
def test_a_decision_without_the_task_state_that_was_seen_is_refused(as_office, waiting, task_state):
    sent = {"action": "hold", "task_state": task_state, "reason": "理由"}
    response = as_office.post(reverse("nominations_nomination:decide", args=[waiting.pk]), sent)

    assert response.status_code == 422
    assert state_of(waiting) == "eligibility"


def test_task_state_of_another_nomination_is_refused(as_office, waiting, round_):
    other = NominationFactory(submitted=True, round=round_)

    response = press(as_office, waiting, "hold", task_state=seen(other), reason="理由")

    assert said("That step belongs to another nomination.") in text_of(response)
    assert (state_of(waiting), state_of(other)) == ("eligibility", "eligibility")


@pytest.mark.parametrize("action", ["select", "pass", "publish", "cancel", ""])
def test_actions_that_the_task_does_not_offer_are_refused(as_office, waiting, action):
    response = press(as_office, waiting, action, reason="理由")

    assert response.status_code == 409
    assert said("This step does not offer that action.") in told(response)
    assert state_of(waiting) == "eligibility"


def test_verification_needs_a_note_on_how(as_office, round_, office):
    checking = NominationFactory(verification=True, round=round_, office=office)

    refused = press(as_office, checking, "approve")
    assert said("Please fill in: %(field)s.", field=said("How the facts were checked")) in text_of(
        refused
    )

    press(as_office, checking, "approve", reason="走访邻里五人，属实。")
    assert state_of(checking) == "scoring"


def test_returned_one_is_closed_with_a_reason(as_office, round_, office):
    back = NominationFactory(returned=True, round=round_, office=office)
    text = text_of(as_office.get(page(back)))
    assert RETURN_REASON in text

    address = reverse("nominations_nomination:decide", args=[back.pk])
    refused = as_office.post(address, {"action": "close_returned", "reason": ""})
    assert said("Please give a reason.") in text_of(refused)

    as_office.post(address, {"action": "close_returned", "reason": "逾期未报"})
    assert state_of(back) == "held"


def test_the_auditor_reads_and_is_refused_with_the_reason(client, auditor, waiting):
    client.force_login(auditor)
    task_state = seen(waiting)
    refusal = said("Only {roles} may do this.").split("{roles}")[0]

    text = text_of(client.get(page(waiting)))
    assert waiting.story in text
    assert 'name="task_state"' not in text
    assert refusal in text

    response = press(client, waiting, "hold", task_state=task_state, reason="理由")
    assert response.status_code == 403
    assert told(response)[0].startswith(refusal)
    assert state_of(waiting) == "eligibility"


@pytest.mark.parametrize("role", ["editor", "nominator"])
@pytest.mark.parametrize("route", ["inspect", "edit", "decide", "reveal"])
def test_others_learn_nothing(client, people, waiting, role, route):
    client.force_login(people[role])
    address = reverse(f"nominations_nomination:{route}", args=[waiting.pk])

    for response in (client.get(address), client.post(address, {"action": "hold", "why": "x"})):
        assert response.status_code in {302, 403, 405}
        assert "张建国" not in text_of(response)
    assert state_of(waiting) == "eligibility"


@pytest.fixture
def namesake():
    """An honouree of the archive with the nominee's name."""
    return HonoreePageFactory(title="张建国")


def test_after_a_decision_the_next_one_in_the_same_state_is_offered(as_office, waiting, office):
    other = NominationFactory(submitted=True, round=waiting.round, name="陆小妹", office=office)
    NominationFactory(submitted=True, name="另一次评选的人", office=office)

    [message] = told(press(as_office, waiting, "approve", honouree="new"))

    assert page(other) in message
    assert said("Next one waiting: %(name)s", name="陆小妹") in message


def test_confirming_the_facts_asks_how_they_were_checked(as_office, office, round_):
    nomination = NominationFactory(verification=True, round=round_, office=office)

    assert said("How the facts were checked") in text_of(as_office.get(page(nomination)))


def test_the_way_to_the_decision_leads_to_a_form(as_office, client, waiting, auditor):
    assert said("Go to the decision") in text_of(as_office.get(page(waiting)))
    client.force_login(auditor)
    assert said("Go to the decision") not in text_of(client.get(page(waiting)))
