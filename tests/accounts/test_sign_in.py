"""Signing in: by name or phone, and how many wrong tries there are."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from goodpeople.accounts import lockout
from goodpeople.accounts.backends import tries_key
from goodpeople.accounts.models import SignInTries, User
from tests.factories.accounts import PASSWORD, UserFactory

MISMATCH = (
    "The user name or phone and the password do not match. "
    "After %(tries)s wrong tries, signing in pauses for %(minutes)s minutes."
)
LOCKED = "Too many wrong tries. Wait %(minutes)s minutes, or ask the office for a new password."
NUMBERS = {"tries": 5, "minutes": 15}


def sign_in(client, name: str, password: str = PASSWORD, **more):
    return client.post(
        reverse("accounts:sign_in"), {"username": name, "password": password, **more}
    )


def refusal_of(response) -> str:
    """Return the one message above the form."""
    assert response.status_code == 200
    [message] = response.context["form"].non_field_errors()
    return message


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "typed",
    ["lihua", " lihua ", "13800000001", "138 0000 0001", "+86 138-0000-0001", "１３８00000001"],
)
def test_name_and_phone_both_sign_in(client, person, typed):
    response = sign_in(client, typed)
    assert response.status_code == 302
    assert response.url == reverse("accounts:my_desk")
    assert client.session["_auth_user_id"] == str(person.pk)


def test_signing_in_needs_no_email(client):
    UserFactory(username="noemail", email="")
    sign_in(client, "noemail")
    assert is_signed_in(client)


@pytest.mark.parametrize("name", ["lihua", "nobody-of-that-name", "13900000009"])
def test_known_and_unknown_names_get_the_same_answers(client, person, name):
    for _attempt in range(4):
        assert refusal_of(sign_in(client, name, "wrong")) == _(MISMATCH) % NUMBERS
    for _attempt in range(3):
        assert refusal_of(sign_in(client, name, "wrong")) == _(LOCKED) % NUMBERS


def test_the_right_password_does_not_end_the_pause(client, person):
    for _attempt in range(5):
        sign_in(client, "lihua", "wrong")
    assert refusal_of(sign_in(client, "lihua")) == _(LOCKED) % NUMBERS
    assert not is_signed_in(client)


def test_name_and_phone_share_one_count(client, person):
    for typed in ["lihua", "13800000001"] * 3:
        response = sign_in(client, typed, "wrong")
    assert refusal_of(response) == _(LOCKED) % NUMBERS


def test_the_pause_ends_by_itself_and_then_five_tries_begin_anew(client, person):
    for _attempt in range(5):
        sign_in(client, "lihua", "wrong")
    SignInTries.objects.update(forgotten_at=timezone.now() - timedelta(seconds=1))
    assert refusal_of(sign_in(client, "lihua", "wrong")) == _(MISMATCH) % NUMBERS
    sign_in(client, "lihua")
    assert is_signed_in(client)


def test_tries_during_the_pause_do_not_lengthen_it(client, person):
    for _attempt in range(5):
        sign_in(client, "lihua", "wrong")
    end = SignInTries.objects.get().forgotten_at
    sign_in(client, "lihua", "wrong")
    assert SignInTries.objects.get().forgotten_at == end


def test_a_good_sign_in_forgets_the_wrong_tries(client, person):
    for _attempt in range(4):
        sign_in(client, "lihua", "wrong")
    sign_in(client, "lihua")
    assert is_signed_in(client)
    assert not SignInTries.objects.filter(count__gt=0).exists()


def test_a_try_is_counted_before_its_password_is_checked(person, monkeypatch):
    """A hundred requests at once must not all be checked before the first is counted."""
    seen = []

    def count_at_check(self, raw):
        seen.append(SignInTries.objects.get().count)
        return False

    monkeypatch.setattr(User, "check_password", count_at_check)
    for _attempt in range(8):
        authenticate(username="lihua", password="wrong")
    assert seen == [1, 2, 3, 4, 5]


def test_every_refusal_costs_one_hash(person, monkeypatch):
    """Otherwise the time of the answer would tell which names exist."""
    closed = UserFactory(username="closed", is_active=False)
    hashes = []
    monkeypatch.setattr(User, "check_password", lambda self, raw: hashes.append("check"))
    monkeypatch.setattr(User, "set_password", lambda self, raw: hashes.append("made"))
    for typed in ["lihua", closed.username, "nobody-of-that-name"]:
        hashes.clear()
        authenticate(username=typed, password="wrong")
        assert len(hashes) == 1, typed
    SignInTries.objects.update(count=5)
    hashes.clear()
    authenticate(username="lihua", password="wrong")
    assert len(hashes) == 1


@pytest.mark.parametrize("typed", ["lihua", "nobody-of-that-name"])
def test_known_and_unknown_names_ask_the_database_equally_often(
    person, typed, django_assert_num_queries
):
    with django_assert_num_queries(7):  # the account, forget old, get or create (4), count
        authenticate(username=typed, password="wrong")


def test_a_closed_account_is_refused_like_a_wrong_password(client):
    UserFactory(username="closed", is_active=False)
    assert refusal_of(sign_in(client, "closed")) == _(MISMATCH) % NUMBERS


def test_closing_an_account_ends_its_sessions(client, person):
    sign_in(client, "lihua")
    User.objects.update(is_active=False)
    assert client.get(reverse("accounts:my_desk")).url.startswith(reverse("accounts:sign_in"))


def test_what_was_typed_is_neither_logged_nor_kept(client, person, caplog):
    with caplog.at_level(logging.INFO):
        sign_in(client, "my-secret-in-the-wrong-field", "another-secret")
        sign_in(client, "lihua", "another-secret")
    assert "secret" not in caplog.text
    assert f"account {person.pk}" in caplog.text
    assert "no account" in caplog.text
    assert not SignInTries.objects.filter(key__contains="secret").exists()


def test_the_key_of_an_unknown_name_tells_nothing():
    assert tries_key("nobody").startswith("name:")
    assert "nobody" not in tries_key("nobody")
    assert tries_key("nobody") == tries_key(" nobody ") != tries_key("nobody2")


def test_old_tries_are_swept_away(person):
    lockout.may_try("name:old")
    SignInTries.objects.update(forgotten_at=timezone.now() - timedelta(minutes=1))
    lockout.may_try("name:new")
    assert list(SignInTries.objects.values_list("key", flat=True)) == ["name:new"]


@pytest.mark.parametrize(
    "onward", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", r"\\evil.example"]
)
def test_next_leads_to_no_other_site(client, person, onward):
    assert sign_in(client, "lihua", next=onward).url == reverse("accounts:my_desk")


def test_next_on_this_site_is_followed(client, person):
    assert sign_in(client, "lihua", next="/en/desk/").url == "/en/desk/"


def test_whoever_is_signed_in_is_led_to_the_desk_and_not_to_next(client, person):
    """Wagtail sends people without admin access to sign in with the admin as ``next``."""
    client.force_login(person)
    response = client.get(reverse("accounts:sign_in"), {"next": "/admin/"})
    assert response.url == reverse("accounts:my_desk")
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == reverse("accounts:my_desk")


def test_signing_out_asks_by_get_and_acts_by_post(client, person):
    client.force_login(person)
    assert client.get(reverse("accounts:sign_out")).status_code == 200
    assert is_signed_in(client)
    assert client.post("/en/sign-out/").url == "/en/"
    assert not is_signed_in(client)
    assert client.get("/sign-out/").url == "/"


def test_a_user_name_that_reads_as_a_phone_is_refused():
    with pytest.raises(ValidationError) as refused:
        User(username="138 0000 0001", display_name="x", password="x").full_clean()
    assert _("A mobile number is not a user name. Enter it as the phone.") in refused.value.messages


def test_two_accounts_without_a_phone_are_possible():
    UserFactory(phone="")
    UserFactory(phone="")
    assert User.objects.filter(phone=None).count() == 2


def test_a_double_click_signs_in_twice(person):
    """The first to succeed must not take away the row that the second is counted in."""
    key = tries_key("lihua")
    lockout.may_try(key)
    lockout.forget_tries(person)
    assert SignInTries.objects.get(key=key).count == 0
    assert authenticate(username="lihua", password=PASSWORD) == person
