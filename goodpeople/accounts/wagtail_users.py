from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsUsersAppConfig(WagtailUsersAppConfig):
    """Wagtail's users app with our own screens and rules for accounts and roles."""

    user_viewset = "goodpeople.accounts.user_viewset.AccountViewSet"

    def ready(self) -> None:
        """Register our policies in place of Wagtail's, which ask only about the model."""
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        from goodpeople.accounts.models import User
        from goodpeople.accounts.policies import AccountPolicy, RolesInCodePolicy

        register_permission_policy(User, AccountPolicy(User))
        register_permission_policy(Group, RolesInCodePolicy(Group))
