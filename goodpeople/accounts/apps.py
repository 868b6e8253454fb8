from __future__ import annotations

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Accounts, roles and sign-in."""

    name = "goodpeople.accounts"
    label = "accounts"
    verbose_name = _("accounts")

    def ready(self) -> None:
        """Grant what each role may do with accounts; sync the groups after migrations."""
        from goodpeople.accounts import (
            checks,  # noqa: F401 - registers itself
            desks,
            roles,
        )

        for role in roles.GROUP_NAMES:
            roles.grant(role, ["wagtailadmin.access_admin"])
        roles.grant(
            roles.OFFICE, ["accounts.add_user", "accounts.change_user", "accounts.view_user"]
        )
        roles.grant(roles.AUDITOR, ["accounts.view_user"])
        desks.register_desk(
            name="admin",
            order=50,
            url_name="wagtailadmin_home",
            label=_("Administration"),
            applies=lambda user: user.has_perm("wagtailadmin.access_admin"),
            help_text=_("Rounds, nominations, profiles and accounts."),
        )
        # post_migrate comes once per app, in the order of INSTALLED_APPS: at the last
        # one the permissions of all others exist.
        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_sync_after_migrate, sender=last, dispatch_uid="accounts.roles")


def _sync_after_migrate(sender: AppConfig, using: str = "default", **kwargs) -> None:
    from django.contrib.auth.management import create_permissions

    from goodpeople.accounts.roles import sync_role_groups

    # Our receiver may stand before Django's own for this last app.
    create_permissions(sender, verbosity=0, using=using)
    sync_role_groups()
