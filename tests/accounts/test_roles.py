"""Role groups hold exactly what was granted, and the rooms are told when they do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission

from goodpeople.accounts import roles
from tests.factories.accounts import UserFactory


def held(role: str) -> set[str]:
    group = Group.objects.get(name=roles.GROUP_NAMES[role])
    return {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}


@pytest.mark.parametrize("role", list(roles.GROUP_NAMES))
def test_each_role_enters_the_admin(role):
    assert "wagtailadmin.access_admin" in held(role)


def test_who_holds_what_of_accounts():
    ours = {
        role: {p for p in held(role) if p.startswith("accounts.")} for role in roles.GROUP_NAMES
    }
    assert ours == {
        "office": {"accounts.add_user", "accounts.change_user", "accounts.view_user"},
        "editor": set(),
        "auditor": {"accounts.view_user"},
    }


def test_auditors_hold_nothing_that_changes():
    assert all(p.split(".")[1].startswith(("view_", "access_")) for p in held("auditor"))


def test_a_sync_takes_back_what_nobody_granted():
    group = Group.objects.get(name=roles.GROUP_NAMES["auditor"])
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    roles.sync_role_groups()
    assert "accounts.delete_user" not in held("auditor")


def test_rooms_are_told_with_the_groups_once_each(monkeypatch):
    monkeypatch.setattr(roles, "_after_sync", [])
    seen = []
    roles.on_groups_synced(seen.append)
    roles.on_groups_synced(seen.append)
    roles.sync_role_groups()
    assert len(seen) in {1, 2}
    assert {role: group.name for role, group in seen[0].items()} == roles.GROUP_NAMES


def test_a_role_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'clerk' is not one of office, editor, auditor"):
        roles.grant("clerk", [])


def test_roles_of_a_person():
    assert roles.group_roles(UserFactory(roles=["office", "editor"])) == {"office", "editor"}
    assert roles.group_roles(UserFactory()) == frozenset()
    assert roles.group_roles(UserFactory(office=True, is_active=False)) == frozenset()
    assert roles.group_roles(AnonymousUser()) == frozenset()
