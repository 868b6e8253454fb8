"""What accounts hang into Wagtail's admin."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from goodpeople.accounts.bulk_actions import CLOSED

# Wagtail registers its own three under the same names; the last registered is used.
for action_class in CLOSED:
    hooks.register("register_bulk_action", action_class, order=1000)


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Name our log entries as people read them in an account's history."""
    actions.register_action(
        "accounts.reset_password", _("Reset password"), _("One-time password given")
    )
    actions.register_action(
        "accounts.choose_password", _("Choose password"), _("Password chosen by the person")
    )


@hooks.register("register_account_menu_item")
def register_password_item(request) -> dict:
    """Offer the change of password under the admin's account page."""
    return {
        "url": reverse("accounts:password"),
        "label": _("Change password"),
        "help_text": _("You stay signed in here; everywhere else the account is signed out."),
    }
