"""The first account of a new site is made on the command line."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from goodpeople.accounts.models import User
from goodpeople.accounts.roles import group_roles
from tests.factories.accounts import PASSWORD


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("make_account", *arguments, stdout=out)
    return out.getvalue()


def test_an_office_account_is_made_and_its_password_printed():
    printed = run("zhaomin", "--name", "赵敏", "--phone", "138 0000 0007")
    user = User.objects.get(username="zhaomin")
    assert user.check_password(printed.split()[1])
    assert (user.display_name, user.phone, user.must_change_password) == (
        "赵敏",
        "13800000007",
        True,
    )
    assert group_roles(user) == {"office"}
    assert not user.is_superuser


def test_a_superuser_belongs_to_no_group():
    run("root", "--role", "superuser")
    user = User.objects.get(username="root")
    assert user.is_superuser
    assert not user.groups.exists()


def test_what_cannot_be_is_refused_and_leaves_nothing(person):
    for arguments in [("lihua",), ("x", "--phone", "12"), ("13800000002",), ("bad name",)]:
        with pytest.raises(CommandError):
            run(*arguments)
    assert User.objects.count() == 1
    with pytest.raises(CommandError) as refused:
        run("13800000002")
    assert _("A mobile number is not a user name. Enter it as the phone.") in str(refused.value)


def test_a_reset_changes_the_password_only(person):
    printed = run("lihua", "--reset", "--role", "superuser")
    person.refresh_from_db()
    assert person.check_password(printed.split()[1])
    assert not person.check_password(PASSWORD)
    assert not person.is_superuser
    with pytest.raises(CommandError, match="There is no account 'nobody'"):
        run("nobody", "--reset")
