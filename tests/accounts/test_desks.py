"""The way to one's desk, and the pages that refuse."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.template import loader
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _

from goodpeople.accounts import views
from tests.factories.accounts import UserFactory


def register(desks, name: str, order: int, who, count=lambda user: None) -> None:
    desks.register_desk(
        name, order, "accounts:password", f"Desk {name}", lambda user: user == who, count
    )


@pytest.mark.parametrize("path", ["/my-desk/", "/en/my-desk/"])
def test_one_desk_is_gone_to_at_once_in_the_language_read(client, person, only_desks, path):
    register(only_desks, "one", 1, person)
    client.force_login(person)
    assert client.get(path).url == path.replace("my-desk", "password")


def test_several_desks_are_offered_in_order_with_what_waits(client, person, only_desks):
    register(only_desks, "second", 20, person)
    register(only_desks, "first", 10, person, count=lambda user: 3)
    register(only_desks, "another's", 5, None)
    client.force_login(person)
    response = client.get("/my-desk/")
    assert [(d.name, d.count) for d in response.context["desks"]] == [
        ("first", 3),
        ("second", None),
    ]
    page = response.content.decode()
    assert page.index("Desk first") < page.index("Desk second")


def test_whoever_has_none_is_told_who_can_help(client, person, only_desks):
    client.force_login(person)
    response = client.get("/my-desk/")
    assert response.status_code == 200
    assert _("There is no work for you here yet") in response.content.decode()
    assert person.display_name in response.content.decode()


def test_registering_again_replaces(person, only_desks):
    register(only_desks, "one", 1, None)
    register(only_desks, "one", 2, person)
    assert [desk.order for desk in only_desks.desks_of(person)] == [2]


@pytest.mark.parametrize("role", ["office", "editor", "auditor", "superuser"])
def test_roles_work_in_the_admin(client, role):
    client.force_login(UserFactory(**{role: True}))
    response = client.get("/my-desk/")
    assert response.url == reverse("wagtailadmin_home")


def test_strangers_sign_in_first(client):
    assert client.get("/my-desk/").url == reverse("accounts:sign_in") + "?next=/my-desk/"


def test_a_refusal_shows_its_reason_and_who_can(rf, person):
    request = rf.get("/", headers={"accept": "application/json"})
    request.user = person
    answer = views.forbidden(request, PermissionDenied("Only the town may do this."))
    assert answer.status_code == 403
    assert b"Only the town may do this." in answer.content
    bare = views.forbidden(request, PermissionDenied())
    assert json.loads(bare.content) == {
        "reason": _("This page is not for your account."),
        "who_can": _(
            "If you need it for your work, ask the office: it manages accounts and roles."
        ),
    }


def test_a_form_without_its_token_is_told_what_to_do(person):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/sign-in/", {"username": "lihua", "password": "x"})
    assert response.status_code == 403
    assert _("This form is no longer valid, so nothing was saved.") in response.content.decode()


def test_the_last_page_needs_no_database_and_no_template(rf, monkeypatch):
    def broken(name):
        raise RuntimeError(name)

    monkeypatch.setattr(loader, "get_template", broken)
    response = views.server_error(rf.get("/"))
    assert response.status_code == 500
    assert _("Something went wrong on our side. Try again in a few minutes.") in (
        response.content.decode()
    )
