"""A password made by the office is changed before anything else, in the admin as well."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import registry

from goodpeople.accounts.models import User
from goodpeople.accounts.passwords import give_one_time_password, one_time_password
from tests.factories.accounts import PASSWORD, UserFactory

NEW = "better-horse-10"


@pytest.fixture
def newcomer():
    """A clerk of the office with a one-time password not yet changed."""
    return UserFactory(username="newcomer", office=True, first_time=True)


def choose(client, password: str = NEW, **more):
    return client.post(
        reverse("accounts:first_password"),
        {"new_password1": password, "new_password2": password, **more},
    )


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/users/", "/admin/account/", "/my-desk/", "/password/", "/en/my-desk/"],
)
def test_every_way_leads_to_the_change(client, newcomer, path):
    client.force_login(newcomer)
    response = client.get(path)
    assert response.status_code == 302
    assert response.url.partition("?")[0].endswith("/password/first/")
    assert client.post(path).url.endswith("/password/first/")


def test_signing_in_at_the_admins_own_address_leads_to_the_change(client, newcomer):
    ours = client.get("/admin/login/?next=/admin/users/")
    assert ours.url == reverse("accounts:sign_in") + "?next=%2Fadmin%2Fusers%2F"
    onward = client.post(
        ours.url, {"username": "newcomer", "password": PASSWORD, "next": "/admin/"}
    )
    assert onward.url == "/admin/"
    assert client.get("/admin/").url.startswith(reverse("accounts:first_password"))
    assert (
        client.post("/admin/login/", {"username": "newcomer", "password": PASSWORD}).url
        != "/admin/"
    )


def test_a_script_is_told_the_reason(client, newcomer):
    client.force_login(newcomer)
    response = client.post("/my-desk/", headers={"accept": "application/json"})
    assert response.status_code == 403
    assert response.json() == {"reason": _("Choose a password of your own first.")}
    again = client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"})
    assert again.status_code == 403


def test_signing_out_stays_possible(client, newcomer):
    client.force_login(newcomer)
    assert client.post(reverse("accounts:sign_out")).url == "/"
    assert "_auth_user_id" not in client.session


def test_after_the_change_one_goes_on_and_stays_signed_in(client, newcomer):
    client.force_login(newcomer)
    response = choose(client, next="/admin/users/")
    assert response.url == "/admin/users/"
    assert [str(m) for m in get_messages(response.wsgi_request)] == [_("Your new password is set.")]
    assert client.get("/admin/users/").status_code == 200
    newcomer.refresh_from_db()
    assert newcomer.check_password(NEW)
    assert not newcomer.must_change_password


def test_after_the_change_next_leads_to_no_other_site(client, newcomer):
    client.force_login(newcomer)
    assert choose(client, next="https://evil.example/").url == reverse("accounts:my_desk")


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        (PASSWORD, "This is the password you have now. Choose another one."),
        ("short-1", None),
        ("12345678901", None),
        ("newcomer", None),
        ("x" * 129, None),
    ],
)
def test_a_bad_choice_is_refused_beside_the_field(client, newcomer, password, reason):
    client.force_login(newcomer)
    response = choose(client, password)
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert errors
    if reason:
        assert errors["new_password1"] == [_(reason)]
    newcomer.refresh_from_db()
    assert newcomer.must_change_password
    assert newcomer.check_password(PASSWORD)


def test_the_first_change_cannot_be_used_later_to_skip_the_present_password(client, person):
    client.force_login(person)
    assert choose(client).url == reverse("accounts:password")
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_later_change_asks_for_the_present_password(client, person):
    client.force_login(person)
    data = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}
    response = client.post(reverse("accounts:password"), data)
    assert response.context["form"].errors["old_password"]
    response = client.post(reverse("accounts:password"), {**data, "old_password": PASSWORD})
    assert response.url == reverse("accounts:my_desk")
    assert client.get(reverse("accounts:my_desk")).status_code == 200


def test_a_change_ends_other_sessions(client, person):
    client.force_login(person)
    other = type(client)()
    other.force_login(person)
    data = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    client.post(reverse("accounts:password"), data)
    assert other.get("/my-desk/").url.startswith(reverse("accounts:sign_in"))


def test_strangers_reach_neither_password_page(client):
    for name in ["accounts:password", "accounts:first_password"]:
        assert client.get(reverse(name)).url.startswith(reverse("accounts:sign_in"))


def test_new_accounts_must_change_unless_said_otherwise():
    assert User.objects.create_user("plain", password=NEW).must_change_password


def test_one_time_passwords_can_be_read_aloud_and_are_not_alike():
    made = {one_time_password() for _n in range(200)}
    assert len(made) == 200
    assert all(len(password) == 19 and not set(password) & set("01liosuvz25") for password in made)


def test_a_reset_is_logged_with_who_did_it(person, office):
    give_one_time_password(person, by=office)
    entry = registry.get_logs_for_instance(person).get(action="accounts.reset_password")
    assert entry.user == office


def test_djangos_sentences_on_passwords_address_the_reader_as_the_site_does(client, newcomer):
    """您, or no pronoun at all: Django's own Chinese says 你."""
    client.force_login(newcomer)
    page = client.get(reverse("accounts:first_password"))
    refused = [choose(client, password) for password in ("123", "password", "newcomer1")]
    for response in (page, *refused):
        text = response.content.decode()
        assert "密码" in text
        assert "你" not in text
        assert "为了校验" not in text
    assert "密码太短，至少要有8个字符。" in refused[0].content.decode()
