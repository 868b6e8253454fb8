"""What Wagtail may let whom do with this room's rows; both policies read ``permissions``."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from goodpeople.accounts.roles import AUDITOR, GROUP_NAMES, OFFICE
from goodpeople.nominations.permissions import allowed_on_rounds, reads_everything


class _RolePolicy(BasePermissionPolicy):
    """Policies that follow roles; who holds them is a question to the groups."""

    reading_roles = (OFFICE, AUDITOR)
    writing_roles: tuple[str, ...] = ()

    def users_with_any_permission(self, actions: Any) -> Any:
        """Return the active accounts that may take one of ``actions``."""
        roles = set(self.writing_roles)
        if "view" in actions:
            roles.update(self.reading_roles)
        names = [GROUP_NAMES[role] for role in roles]
        condition = Q(groups__name__in=names)
        if roles:
            condition |= Q(is_superuser=True)
        return get_user_model().objects.filter(condition, is_active=True).distinct()


class ReadOnlyNominations(_RolePolicy):
    """Nominations change through this project's verbs alone.

    Wagtail's own ways (edit, delete, publish, lock, bulk actions) are shut for everyone, the
    superuser included: they would pass by the locks, the reasons and the log.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether ``user`` may take ``action`` through Wagtail: reading only."""
        return action == "view" and reads_everything(user)


class OfficeRules(_RolePolicy):
    """Rounds, units and their staff: the office changes them, the auditor reads."""

    writing_roles = (OFFICE,)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether ``user`` may take ``action``."""
        verb = "read_rounds" if action == "view" else "edit_round"
        return bool(user.is_authenticated and allowed_on_rounds(user, verb))


def register_policies() -> None:
    """Register both; called in ``ready()``, before anything can ask Wagtail for a fallback."""
    from goodpeople.nominations.models import Nomination, Round, Unit, UnitStaff

    register_permission_policy(Nomination, ReadOnlyNominations(Nomination))
    for model in (Round, Unit, UnitStaff):
        register_permission_policy(model, OfficeRules(model))
