"""Checking, sending, sending again, taking back; whoever may not is told why."""

from __future__ import annotations

import pytest
from django.urls import reverse

from goodpeople.nominations.desk import step_views
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.submission import save_draft, submit
from goodpeople.nominations.validators import missing_for_submission
from tests.factories.accounts import UserFactory
from tests.factories.nominations import (
    RETURN_REASON,
    NominationFactory,
    UnitFactory,
    staff_account,
)
from tests.nominations.desk.conftest import client_of

WRITING = ("who", "contact", "deeds", "photos", "check", "withdraw")
STATE_REASON = "Not possible while the nomination is in the state “Eligibility check”."


def url(name, nomination):
    return reverse(f"desk:{name}", args=[nomination.pk])


def send(client, nomination, **data):
    version = Nomination.objects.get(pk=nomination.pk).version
    return client.post(url("check", nomination), {"version": version, "go": "send", **data})


def state(nomination) -> str:
    return Nomination.objects.get(pk=nomination.pk).state


def test_a_complete_draft_is_sent(desk, complete):
    response = send(desk, complete, consent="on")
    assert response.url == url("nomination", complete)
    assert state(complete) == "eligibility"
    assert "Sent. The office checks it now" in desk.get(response.url).content.decode()


def test_the_check_names_each_missing_thing_with_its_step_and_field(desk, draft):
    response = desk.get(url("check", draft))
    missing = response.context["missing"]
    assert {thing.field for thing in missing} == set(missing_for_submission(draft))
    links = {thing.field: thing.url for thing in missing}
    assert links["name"] == f"{url('who', draft)}?missing=1#id_name"
    assert links["category"] == f"{url('who', draft)}?missing=1#id_category"
    assert links["story"] == f"{url('deeds', draft)}?missing=1#id_story"
    assert links["phone"] == f"{url('contact', draft)}?missing=1#id_phone"
    assert links["photos"] == f"{url('photos', draft)}?missing=1#photos"
    assert links["consent"] == f"{url('check', draft)}#id_consent"
    text = response.content.decode()
    for link in links.values():
        assert f'href="{link}"' in text


def test_an_incomplete_one_is_not_sent_and_says_why(desk, unit):
    nomination = NominationFactory(unit=unit, complete=True, story="太短")
    response = send(desk, nomination, consent="on")
    text = response.content.decode()
    assert "Not sent yet. Everything is saved, but this is still missing:" in text
    assert "2 characters; this round asks for 800 at least." in text
    assert state(nomination) == "draft"
    assert Nomination.objects.get(pk=nomination.pk).consent


def test_without_consent_it_is_not_sent(desk, complete):
    response = send(desk, complete)
    assert response.context["form"].errors["consent"] == [
        "Without the nominee's consent the nomination cannot be sent."
    ]
    assert state(complete) == "draft"


def test_save_and_leave_keeps_the_consent_and_sends_nothing(desk, complete, nominator):
    version = save_draft(complete.pk, nominator, {"consent": False}).version
    response = desk.post(
        url("check", complete), {"version": version, "consent": "on", "go": "leave"}
    )
    assert response.url == reverse("desk:index")
    assert Nomination.objects.get(pk=complete.pk).consent
    assert state(complete) == "draft"


def test_a_second_press_finds_it_sent(desk, complete):
    send(desk, complete, consent="on")
    again = send(desk, complete, consent="on")
    assert again.url == url("nomination", complete)
    assert "This nomination has already been sent." in desk.get(again.url).content.decode()


def test_the_check_of_a_returned_one_asks_for_what_the_office_wrote(desk, unit):
    nomination = NominationFactory(unit=unit, returned=True)
    text = desk.get(url("check", nomination)).content.decode()
    question = "Have you changed what the office asks for above?"
    assert text.index(RETURN_REASON) < text.index(question)
    assert "Nothing is missing" not in text
    assert "message--good" not in text


@pytest.mark.parametrize(
    ("made", "said"), [("eligibility", True), ("returned", False), ("withdrawn", False)]
)
def test_while_under_way_it_is_said_whom_to_turn_to(desk, unit, made, said):
    nomination = NominationFactory(unit=unit, state=made)
    line = "To have something changed or withdrawn, contact the office."
    assert (line in desk.get(url("nomination", nomination)).content.decode()) is said
    above = client_of(staff_account(unit.parent))
    assert line not in above.get(url("nomination", nomination)).content.decode()


def test_a_returned_one_is_mended_and_sent_again(desk, unit):
    nomination = NominationFactory(unit=unit, returned=True)
    response = send(desk, nomination, consent="on")
    assert state(nomination) == "eligibility"
    assert "Sent again. The office checks it anew." in desk.get(response.url).content.decode()


def test_after_the_closing_date_there_is_a_reason_and_no_button(desk, complete):
    type(complete.round).objects.filter(pk=complete.round_id).update(
        closes_on=complete.round.opens_on
    )
    text = desk.get(url("check", complete)).content.decode()
    assert "This round does not take nominations now." in text
    assert 'value="send"' not in text
    forced = send(desk, complete, consent="on")
    assert forced.status_code == 403
    assert "This round does not take nominations now." in forced.content.decode()


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_sent_one_can_be_read_and_not_written(desk, unit, name, method):
    nomination = NominationFactory(unit=unit, submitted=True)
    if (name, method) == ("check", "post"):
        return  # The second press: see above.
    response = getattr(desk, method)(url(name, nomination), {"name": "改名"})
    assert response.status_code == 403
    assert STATE_REASON in response.content.decode()
    assert Nomination.objects.get(pk=nomination.pk).name == nomination.name


@pytest.mark.parametrize("name", [*WRITING, "nomination", "resume"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_units_nomination_does_not_exist(desk, name, method):
    other = NominationFactory(unit=UnitFactory())
    if name in {"nomination", "resume"} and method == "post":
        return
    assert getattr(desk, method)(url(name, other)).status_code == 404


@pytest.mark.parametrize("name", [*WRITING, "resume"])
def test_the_unit_above_reads_and_does_not_write(unit, complete, name):
    above = client_of(staff_account(unit.parent))
    assert above.get(url("nomination", complete)).status_code == 200
    for method in ("get", "post"):
        if name == "resume" and method == "post":
            continue
        response = getattr(above, method)(url(name, complete), {"name": "改名"})
        assert response.status_code == 403
        text = response.content.decode()
        assert "Only the nominating unit&#x27;s staff may do this." in text
    assert state(complete) == "draft"


def test_the_office_reads_and_does_not_write(complete, office):
    client = client_of(office)
    assert client.get(url("nomination", complete)).status_code == 200
    assert client.post(url("who", complete), {"name": "改名"}).status_code == 403


def test_somebody_without_a_unit_finds_nothing(complete):
    assert client_of(UserFactory()).get(url("nomination", complete)).status_code == 404


def test_withdrawing_is_asked_first(desk, complete):
    page = desk.get(url("withdraw", complete))
    assert "Withdraw the nomination of 示例张三?" in " ".join(page.content.decode().split())
    assert state(complete) == "draft"


@pytest.mark.parametrize("made", ["complete", "returned"])
def test_a_draft_or_returned_one_is_withdrawn_and_stays_on_record(desk, unit, made):
    nomination = NominationFactory(unit=unit, state=made)
    response = desk.post(url("withdraw", nomination), {"reason": "本人不愿意。"})
    text = desk.get(response.url).content.decode()
    assert "The nomination is withdrawn. It stays on record." in text
    assert "本人不愿意。" in text
    assert state(nomination) == "withdrawn"


@pytest.mark.django_db
def test_the_slower_of_two_presses_at_once_is_told_that_it_was_sent(client, monkeypatch):
    """Both found a draft; the other one's submission landed first."""
    nomination = NominationFactory(complete=True)
    user = staff_account(nomination.unit)
    client.force_login(user)
    version = nomination.version
    plain = step_views.save_draft

    def the_other_is_quicker(pk, *args, **kwargs):
        monkeypatch.setattr(step_views, "save_draft", plain)
        submit(pk, user)
        return plain(pk, *args, **kwargs)

    monkeypatch.setattr(step_views, "save_draft", the_other_is_quicker)
    answer = client.post(
        reverse("desk:check", args=[nomination.pk]),
        {"version": version, "consent": "on", "go": "send"},
    )

    assert answer.status_code == 302
    assert answer.url == reverse("desk:nomination", args=[nomination.pk])
