"""Who may do what with an account in the admin, row by row, each refusal with its reason."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.permission_policies import BasePermissionPolicy, ModelPermissionPolicy

from goodpeople.accounts.models import User


def refusal(user: User, action: str, account: User) -> str:
    """Return why ``user`` may not take ``action`` on ``account``; "" where they may.

    Actions: "view", "change", "reset" (a one-time password) and "delete".
    """
    if action == "delete":
        return _("Accounts are closed, not deleted: what the person did keeps their name.")
    needed = "view" if action == "view" else "change"
    if not user.has_perm(f"accounts.{needed}_user"):
        return _("Only the office manages accounts.")
    if needed == "change" and account.is_superuser and not user.is_superuser:
        return _("This is a superuser's account. Only a superuser may change it.")
    if action == "reset" and user == account:
        return _("Change your own password under your own account.")
    return ""


class AccountPolicy(ModelPermissionPolicy):
    """Django's permissions, without deletion, and without superusers for the office."""

    def user_has_permission(self, user, action: str) -> bool:
        """Return whether ``user`` may take ``action`` on some account."""
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        """Return whether ``user`` may take one of ``actions`` on some account."""
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action: str, instance) -> bool:
        """Return whether ``user`` may take ``action`` on this account."""
        return not refusal(user, action, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        """Return the accounts on which ``user`` may take one of ``actions``."""
        accounts = super().instances_user_has_any_permission_for(user, actions)
        if user.is_superuser or "view" in actions:
            return accounts
        return accounts.filter(is_superuser=False)


class RolesInCodePolicy(BasePermissionPolicy):
    """Nobody edits groups in the admin: each migrate sets them from what the rooms grant."""

    def user_has_permission(self, user, action: str) -> bool:
        """Return False: also for a superuser, whose edit would be undone without a word."""
        return False

    def user_has_any_permission(self, user, actions) -> bool:
        """Return False."""
        return False

    def users_with_any_permission(self, actions):
        """Return no account."""
        return User.objects.none()
