"""The admin's account page with what makes sense without e-mail: language and appearance."""

from __future__ import annotations

from wagtail.admin.views import account
from wagtail.users.models import UserProfile


class AdminAccountView(account.AccountView):
    """Wagtail's page, less the panels that would bypass us.

    Name and e-mail: names are the office's to set, and Wagtail demands a first and a last
    one. Picture: an upload that nobody checks. Notifications: mail is not sent. Password:
    has a page of its own, which clears the forced change and logs it.
    """

    def get_panels(self) -> list:
        """Return the panels of language and theme."""
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = [
            account.LocaleSettingsPanel(self.request, user, profile),
            account.ThemeSettingsPanel(self.request, user, profile),
        ]
        return [panel for panel in panels if panel.is_active()]
