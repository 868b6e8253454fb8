"""The public's form: only while the notice runs, nothing lost, machines kept off."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from goodpeople.notices import forms
from goodpeople.notices.browser_limit import MAX_A_NOTICE
from goodpeople.notices.models import Notice, Objection, OfficeContact
from tests.factories.accounts import UserFactory
from tests.factories.notices import notice_for
from tests.notices.conftest import days_from_now

pytestmark = pytest.mark.django_db

WORDS = "材料所写的时间与我了解的不一致，请向村委会核实。"


def address_of(nomination) -> str:
    notice = Notice.objects.get(round=nomination.round_id)
    return reverse("notices:object", args=[notice.pk, nomination.pk])


def opened(seconds_ago: float = 60) -> str:
    """Return the form's stamp as it was made some seconds ago."""
    return signing.dumps(int(time.time() - seconds_ago), salt=forms._SALT)


def send(client, nomination, **fields):
    data = {"text": WORDS, "opened": opened(), **fields}
    return client.post(address_of(nomination), data)


def test_an_objection_comes_in_and_its_receipt_follows(client, running):
    _notice, [first, _second] = running

    response = send(client, first, objector=" 陈建国 ", contact="0573-8500 0000")

    [objection] = Objection.objects.all()
    assert response.status_code == 302
    assert response["Location"] == reverse("notices:received", args=[objection.reference])
    assert (objection.nomination, objection.text) == (first, WORDS)
    assert (objection.objector, objection.contact) == ("陈建国", "0573-8500 0000")


def test_name_and_telephone_may_be_left_empty(client, running):
    _notice, [first, _second] = running

    assert send(client, first).status_code == 302

    objection = Objection.objects.get()
    assert (objection.objector, objection.contact) == ("", "")


def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(client, running):
    _notice, [first, _second] = running

    response = send(client, first, text="  ", objector="陈建国", contact="12")

    form = response.context["form"]
    assert response.status_code == 200
    assert form.errors["text"] == [_("Please say what you object to.")]
    assert form.errors["contact"] == [_("This does not look like a telephone number.")]
    html = response.content.decode()
    assert 'value="陈建国"' in html
    assert 'value="12"' in html
    assert 'id="id_contact_error"' in html
    assert not Objection.objects.exists()


def test_a_text_that_is_too_long_is_kept_and_counted(client, running):
    _notice, [first, _second] = running
    text = "长" * (Objection.TEXT_MAX + 1)

    response = send(client, first, text=text)

    assert response.context["form"].errors["text"] == [
        _("%(length)s characters; %(limit)s at most.") % {"length": 3001, "limit": 3000}
    ]
    assert text in response.content.decode()


def test_lines_count_once_whatever_the_browser_sends(client, running):
    _notice, [first, _second] = running

    assert send(client, first, text="一\r\n" * 1499 + "二三").status_code == 302


def test_a_filled_trap_sends_the_form_back_with_everything_typed(client, running):
    _notice, [first, _second] = running

    response = send(client, first, website="http://example.org")

    assert response.context["form"].non_field_errors() == [
        _("A field that must stay empty was filled in. Please send it once more.")
    ]
    html = response.content.decode()
    assert WORDS in html
    assert "example.org" not in html
    assert not Objection.objects.exists()


@pytest.mark.parametrize("make_stamp", [str, lambda: "forged", lambda: opened(0)])
def test_a_form_that_comes_back_at_once_is_asked_once_more(client, running, make_stamp):
    _notice, [first, _second] = running

    response = send(client, first, opened=make_stamp())

    assert response.context["form"].non_field_errors() == [
        _("The form came back within a moment of being opened. Please send it once more.")
    ]
    assert WORDS in response.content.decode()
    assert forms.seconds_open(response.context["opened"]) is not None
    assert not Objection.objects.exists()


def test_the_time_of_opening_survives_an_error(client, running):
    _notice, [first, _second] = running
    stamp = opened(30)

    response = send(client, first, text="", opened=stamp)

    assert response.context["opened"] == stamp


def test_one_browser_may_send_a_few_and_is_then_led_to_the_office(client, running):
    _notice, [first, second] = running
    OfficeContact.objects.create(name="示例办公室", phone="0573-00000000")
    for number in range(MAX_A_NOTICE):
        assert send(client, first, text=f"{WORDS}（{number}）").status_code == 302

    response = send(client, second)

    [error] = response.context["form"].non_field_errors()
    assert str(MAX_A_NOTICE) in error
    assert WORDS in response.content.decode()
    assert "0573-00000000" in response.content.decode()
    assert Objection.objects.count() == MAX_A_NOTICE


def test_the_limit_is_of_one_notice(client, running, office):
    _notice, [first, _second] = running
    _other, [elsewhere] = notice_for(1, office=office)
    for number in range(MAX_A_NOTICE):
        send(client, first, text=f"{WORDS}（{number}）")

    assert send(client, elsewhere).status_code == 302


def test_a_tampered_count_is_no_crash(client, running):
    _notice, [first, _second] = running
    client.cookies["objections"] = "tampered"

    assert send(client, first).status_code == 302


def test_nothing_ties_an_objection_to_whoever_is_signed_in(client, running):
    """Neither the row nor the session: both could be read by somebody later."""
    _notice, [first, _second] = running
    client.force_login(UserFactory(username="neighbour"))
    before = Session.objects.get().session_data

    send(client, first)

    assert Session.objects.get().session_data == before
    columns = {field.name for field in Objection._meta.get_fields()}
    assert not columns & {"user", "raised_by", "address", "ip", "session"}


def test_after_the_period_the_form_says_why_it_is_closed(client, office):
    _notice, [first] = notice_for(1, office=office, now=days_from_now(-7))

    response = client.get(address_of(first))

    assert response.status_code == 410
    assert _("This public notice is over; objections are no longer taken here.") in (
        response.content.decode()
    )


def test_what_was_typed_when_the_period_ended_is_handed_back(client, office):
    _notice, [first] = notice_for(1, office=office, now=days_from_now(-7))

    response = send(client, first)

    assert response.status_code == 410
    assert WORDS in response.content.decode()
    assert not Objection.objects.exists()


def test_a_candidate_who_leaves_while_one_types_is_told_with_the_text(client, running, office):
    from goodpeople.nominations.decisions import decide

    _notice, [first, _second] = running
    decide(first.pk, None, "hold", office, reason="留待下届。")

    response = send(client, first)

    assert response.status_code == 410
    html = response.content.decode()
    assert _("That candidate is not on this notice.") in html
    assert WORDS in html
    assert first.name not in html


def test_a_candidate_of_another_notice_has_no_form_here(client, running, office):
    notice, _candidates = running
    _other, [stranger] = notice_for(1, office=office)
    address = reverse("notices:object", args=[notice.pk, stranger.pk])

    assert client.get(address).status_code == 404
    response = client.post(address, {"text": WORDS, "opened": opened()})
    assert response.status_code == 410
    assert stranger.name not in response.content.decode()
    assert not Objection.objects.exists()
