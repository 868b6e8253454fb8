"""Roles that are groups of accounts, and the permissions that each room grants them.

Unit staff and panel members are not groups: they are rows of ``UnitStaff`` and
``PanelMember``, always of one unit or one panel.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_lazy as _

OFFICE = "office"
EDITOR = "editor"
AUDITOR = "auditor"
GROUP_NAMES = {OFFICE: "文明办 · Office", EDITOR: "编辑 · Editor", AUDITOR: "监督 · Auditor"}

# What people read; the stored names are in both languages, for whoever looks at the table.
ROLE_NAMES = {OFFICE: _("Office"), EDITOR: _("Editor"), AUDITOR: _("Auditor")}

GroupsCallback = Callable[[dict[str, Group]], None]

_granted: dict[str, set[str]] = defaultdict(set)
_after_sync: list[GroupsCallback] = []


def grant(role: str, permissions: Iterable[str]) -> None:
    """Note that ``role`` holds ``permissions`` ("app_label.codename"); called in ``ready()``."""
    if role not in GROUP_NAMES:
        raise ValueError(f"{role!r} is not one of {', '.join(GROUP_NAMES)}")
    _granted[role].update(permissions)


def on_groups_synced(callback: GroupsCallback) -> None:
    """Have ``callback({role: group})`` called after each sync; called in ``ready()``.

    For rights that are rows of their own, such as Wagtail's page and collection
    permissions, which this room cannot know. The callback must be safe to repeat and
    must bear an empty page tree (the test runner flushes it).
    """
    if callback not in _after_sync:
        _after_sync.append(callback)


def sync_role_groups() -> None:
    """Make the three groups and give each exactly the permissions that were granted.

    Run after every migrate, when all permissions exist. Safe to repeat.
    """
    with transaction.atomic():
        known = {
            f"{p.content_type.app_label}.{p.codename}": p
            for p in Permission.objects.select_related("content_type")
        }
        groups = {}
        for role, name in GROUP_NAMES.items():
            groups[role], _created = Group.objects.get_or_create(name=name)
            asked = _granted[role] | _asked_by_apps(role)
            groups[role].permissions.set([known[key] for key in asked if key in known])
        for callback in _after_sync:
            callback(groups)


def _asked_by_apps(role: str) -> set[str]:
    """Return what apps ask for ``role`` by ``AppConfig.role_permissions``.

    For rooms that may not import this one: {"editor": ("app_label.codename", …)}.
    """
    configs = apps.get_app_configs()
    asked = (getattr(config, "role_permissions", {}).get(role, ()) for config in configs)
    return {permission for permissions in asked for permission in permissions}


def label_of_group(group: Group) -> str:
    """Return the role's name in the reader's language; another group's own name."""
    role = next((role for role, name in GROUP_NAMES.items() if name == group.name), None)
    return str(ROLE_NAMES[role]) if role else group.name


def group_roles(user) -> frozenset[str]:
    """Return which of office, editor and auditor ``user`` holds; cached on the user object."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    cached = getattr(user, "_group_roles", None)
    if cached is None:
        names = set(user.groups.values_list("name", flat=True))
        cached = frozenset(role for role, name in GROUP_NAMES.items() if name in names)
        user._group_roles = cached
    return cached
