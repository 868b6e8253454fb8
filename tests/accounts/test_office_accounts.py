"""The office's account screens: what can be done, and that nobody climbs by them."""

from __future__ import annotations

from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext as _

from goodpeople.accounts import lockout
from goodpeople.accounts.models import SignInTries, User
from goodpeople.accounts.roles import AUDITOR, EDITOR, GROUP_NAMES, OFFICE, group_roles
from tests.factories.accounts import PASSWORD, UserFactory

NEW = "/admin/users/new/"


def pk_of(role: str) -> int:
    return Group.objects.get(name=GROUP_NAMES[role]).pk


def edit_url(user) -> str:
    return reverse("wagtailusers_users:edit", args=[user.pk])


def reset_url(user) -> str:
    return reverse("wagtailusers_users:reset_password", args=[user.pk])


def fields(**more) -> dict:
    return {"username": "zhaomin", "display_name": "赵敏", "phone": "", **more}


def told(response) -> list[str]:
    """Return the messages waiting after ``response``; the admin renders them to HTML."""
    return [unescape(str(message)).strip() for message in get_messages(response.wsgi_request)]


@pytest.fixture
def desk(client, office):
    """A browser in which the office is signed in."""
    client.force_login(office)
    return client


def test_an_account_is_made_without_email_and_its_password_shown_once(desk):
    response = desk.post(NEW, fields(phone="138 0000 0007", groups=[pk_of(EDITOR)]))
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    made = User.objects.get(username="zhaomin")
    password = response.context_data["password"]
    assert password in response.content.decode()
    assert made.check_password(password)
    assert (made.email, made.phone, made.must_change_password) == ("", "13800000007", True)
    assert group_roles(made) == {EDITOR}
    assert password not in str(dict(desk.session))
    assert password not in desk.get(reverse("wagtailusers_users:index")).content.decode()


@pytest.mark.parametrize("missing", ["username", "display_name"])
def test_name_and_user_name_are_needed(desk, missing):
    response = desk.post(NEW, fields(**{missing: ""}))
    assert list(response.context["form"].errors) == [missing]


def test_a_wrong_or_taken_phone_is_told_beside_the_field(desk, person):
    response = desk.post(NEW, fields(phone="12345"))
    assert response.context["form"].errors["phone"] == [_("Enter an 11-digit mobile number.")]
    response = desk.post(NEW, fields(phone=person.phone))
    assert "phone" in response.context["form"].errors


CLIMBING = {
    "is_superuser": "on",
    "is_staff": "on",
    "user_permissions": ["1", "2"],
    "must_change_password": "",
    "password": "x",
    "password1": "a-password-of-mine-1",
    "password2": "a-password-of-mine-1",
}


def test_nobody_becomes_a_superuser_by_the_form(desk, office, person):
    desk.post(NEW, fields(**CLIMBING))
    desk.post(edit_url(person), fields(username="lihua", is_active="on", **CLIMBING))
    desk.post(edit_url(office), fields(username="wangfang", groups=[pk_of(OFFICE)], **CLIMBING))
    assert User.objects.filter(display_name="赵敏").count() == 3
    for user in User.objects.all():
        assert not user.is_superuser
        assert not user.is_staff
        assert not user.user_permissions.exists()
        assert not user.check_password("a-password-of-mine-1")


def test_other_groups_than_the_three_cannot_be_given(desk, person):
    strong = Group.objects.create(name="Strong")
    strong.permissions.set(Permission.objects.all())
    response = desk.post(edit_url(person), fields(username="lihua", groups=[strong.pk]))
    assert "groups" in response.context["form"].errors
    assert not person.groups.exists()


def test_groups_given_elsewhere_stay_when_roles_change(desk, person):
    person.groups.add(Group.objects.create(name="Kept"))
    desk.post(edit_url(person), fields(username="lihua", is_active="on", groups=[pk_of(AUDITOR)]))
    assert set(person.groups.values_list("name", flat=True)) == {"Kept", GROUP_NAMES[AUDITOR]}


@pytest.mark.parametrize("action", ["edit", "reset_password", "history"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_superusers_account_is_out_of_the_offices_reach(desk, superuser, action, method):
    address = reverse(f"wagtailusers_users:{action}", args=[superuser.pk])
    response = getattr(desk, method)(address, fields(username="mine", groups=[pk_of(OFFICE)]))
    superuser.refresh_from_db()
    assert superuser.username == "root-of-all"
    assert superuser.check_password(PASSWORD)
    if action != "history":
        assert response.url == reverse("wagtailusers_users:index")
        assert told(response) == [
            _("This is a superuser's account. Only a superuser may change it.")
        ]


def test_the_list_offers_no_way_to_change_a_superuser(desk, superuser, person):
    page = desk.get(reverse("wagtailusers_users:index")).content.decode()
    assert edit_url(person) in page
    assert superuser.username in page
    assert edit_url(superuser) not in page
    assert reset_url(superuser) not in page


def test_a_superuser_may_change_superusers(client, superuser):
    client.force_login(superuser)
    other = UserFactory(superuser=True)
    assert client.get(edit_url(other)).status_code == 200
    assert client.post(reset_url(other)).status_code == 200


@pytest.mark.parametrize("name", ["assign_role", "delete", "set_active_state"])
@pytest.mark.parametrize("who", ["office", "superuser"])
def test_bulk_actions_on_accounts_are_closed(client, request, person, name, who):
    client.force_login(request.getfixturevalue(who))
    address = reverse("wagtail_bulk_action", args=["accounts", "user", name])
    for method in (client.get, client.post):
        response = method(
            f"{address}?id={person.pk}", {"role": pk_of(OFFICE), "mark_as_active": "False"}
        )
        assert response.status_code == 302
        assert response.url == "/admin/"
    person.refresh_from_db()
    assert person.is_active
    assert not person.groups.exists()


@pytest.mark.parametrize("who", ["office", "superuser"])
def test_accounts_are_closed_and_not_deleted(client, request, person, who):
    client.force_login(request.getfixturevalue(who))
    response = client.post(reverse("wagtailusers_users:delete", args=[person.pk]))
    assert told(response) == [
        _("Accounts are closed, not deleted: what the person did keeps their name.")
    ]
    assert User.objects.filter(pk=person.pk).exists()


def test_closing_an_account(desk, person):
    desk.post(edit_url(person), fields(username="lihua"))
    person.refresh_from_db()
    assert not person.is_active


def test_the_office_cannot_close_itself_or_give_up_its_role(desk, office):
    response = desk.post(edit_url(office), fields(username="wangfang", is_active=""))
    assert response.context["form"].errors["groups"] == [
        _("You cannot take the office's role from yourself. Ask a colleague to do it.")
    ]
    desk.post(edit_url(office), fields(username="wangfang", groups=[pk_of(OFFICE)]))
    office.refresh_from_db()
    assert office.is_active


def test_a_reset_shows_a_password_once_signs_out_and_ends_the_pause(desk, person):
    theirs = type(desk)()
    theirs.force_login(person)
    for _n in range(5):
        lockout.may_try(lockout.key_of(person, ""))
    assert desk.get(reset_url(person)).status_code == 200
    person.refresh_from_db()
    assert person.check_password(PASSWORD), "asking changes nothing"
    response = desk.post(reset_url(person))
    password = response.context_data["password"]
    person.refresh_from_db()
    assert person.check_password(password)
    assert person.must_change_password
    assert not SignInTries.objects.filter(count__gt=0).exists()
    assert theirs.get("/my-desk/").url.startswith(reverse("accounts:sign_in"))
    theirs.post(reverse("accounts:sign_in"), {"username": "lihua", "password": password})
    assert theirs.get("/my-desk/").url.startswith(reverse("accounts:first_password"))


def test_nobody_resets_themselves(desk, office):
    response = desk.post(reset_url(office))
    assert told(response) == [_("Change your own password under your own account.")]
    office.refresh_from_db()
    assert office.check_password(PASSWORD)


@pytest.mark.parametrize("role", ["auditor", "editor"])
def test_auditors_and_editors_change_nothing(client, person, role):
    client.force_login(UserFactory(**{role: True}))
    listing = client.get(reverse("wagtailusers_users:index"))
    assert (listing.status_code == 200) is (role == "auditor")
    client.post(NEW, fields())
    assert not User.objects.filter(username="zhaomin").exists()
    for address in [edit_url(person), reset_url(person)]:
        response = client.post(address, fields(username="changed"))
        assert told(response)[-1] == _("Only the office manages accounts.")
    person.refresh_from_db()
    assert person.username == "lihua"
    assert person.check_password(PASSWORD)


def test_people_without_a_role_do_not_enter_the_admin(client, person):
    client.force_login(person)
    for address in ["/admin/", reverse("wagtailusers_users:index"), "/admin/account/"]:
        assert client.get(address).url.startswith(reverse("accounts:sign_in"))


@pytest.mark.parametrize("address", ["/admin/groups/", "/admin/groups/new/"])
def test_roles_are_code_and_no_one_edits_groups(client, superuser, address):
    client.force_login(superuser)
    assert client.get(address).url == "/admin/"


def test_the_admins_account_page_offers_neither_name_email_picture_nor_password(desk):
    page = desk.get("/admin/account/").content.decode()
    for name in [
        "email",
        "first_name",
        "avatar-avatar",
        "new_password1",
        "submitted_notifications",
    ]:
        assert name not in page
    assert reverse("accounts:password") in page
    data = {"password-new_password1": "sneaked-in-10", "password-new_password2": "sneaked-in-10"}
    desk.post("/admin/account/", {**data, "theme-theme": "dark", "theme-density": "default"})
    assert User.objects.get(username="wangfang").check_password(PASSWORD)


def test_the_admins_account_page_can_be_saved(desk, office):
    data = {
        "locale-preferred_language": "en",
        "theme-theme": "dark",
        "theme-density": "default",
        "theme-contrast": "system",
    }
    assert desk.post("/admin/account/", data).url == "/admin/account/"
    assert office.wagtail_userprofile.preferred_language == "en"


@pytest.mark.parametrize("rest", ["", "done/", "confirm/x/y/", "complete/"])
def test_no_password_is_reset_by_mail(client, rest):
    assert client.get(f"/admin/password_reset/{rest}").status_code == 404


def test_the_list_asks_equally_often_for_3_and_for_30(desk):
    def queries() -> int:
        desk.get(reverse("wagtailusers_users:index"))
        with CaptureQueriesContext(connection) as caught:
            desk.get(reverse("wagtailusers_users:index"))
        return len(caught)

    UserFactory.create_batch(2, editor=True)
    few = queries()
    UserFactory.create_batch(17, editor=True, roles=[EDITOR, AUDITOR])
    assert queries() == few
