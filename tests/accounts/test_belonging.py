"""Where accounts belong: units and panels beside the roles, and the way there for a new one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext as _

from goodpeople.accounts.belonging import where_they_belong
from goodpeople.accounts.roles import EDITOR, GROUP_NAMES
from tests.factories.accounts import UserFactory
from tests.factories.nominations import UnitFactory, UnitStaffFactory
from tests.factories.panels import PanelMemberFactory

INDEX = "/admin/users/"


@pytest.fixture
def desk(client, office):
    """A browser in which the office is signed in."""
    client.force_login(office)
    return client


def test_units_and_panels_are_told_of_each_account(person, office):
    UnitStaffFactory(unit=UnitFactory(name="双庙村"), user=person)
    PanelMemberFactory(user=person)

    assert where_they_belong([person, office]) == {person.pk: ["双庙村", _("panel member")]}


def test_the_list_shows_them_at_the_same_cost_for_any_number(desk, person):
    UnitStaffFactory(unit=UnitFactory(name="双庙村"), user=person)
    with CaptureQueriesContext(connection) as few:
        page = desk.get(INDEX).content.decode()
    for _number in range(6):
        UnitStaffFactory()
        PanelMemberFactory()
    with CaptureQueriesContext(connection) as many:
        desk.get(INDEX)

    assert "双庙村" in page
    assert len(many) == len(few)


def test_a_new_account_without_a_role_is_led_to_units_and_panels(desk):
    fields = {"username": "zhaomin", "display_name": "赵敏", "phone": ""}

    page = desk.post("/admin/users/new/", fields).content.decode()

    for name in ("nominations_unit:index", "panels_panel:index"):
        assert f'href="{reverse(name)}"' in page
    assert _("Add this account to a unit") in page


def test_a_new_account_with_a_role_needs_no_such_way(desk):
    editors = Group.objects.get(name=GROUP_NAMES[EDITOR])
    fields = {"username": "qian", "display_name": "钱", "phone": "", "groups": [editors.pk]}

    page = desk.post("/admin/users/new/", fields).content.decode()

    assert _("Add this account to a unit") not in page


@pytest.mark.parametrize("address", [INDEX, "/admin/users/new/"])
def test_roles_are_shown_by_their_labels(desk, address):
    UserFactory(editor=True)

    page = desk.get(address).content.decode()

    assert _("Auditor") in page
    for name in GROUP_NAMES.values():
        assert name not in page
