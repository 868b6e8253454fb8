"""Who may do what with an honouree's page in Wagtail's admin."""

from __future__ import annotations

from typing import Any

from wagtail.models.pages import PagePermissionTester
from wagtail.permission_policies import ModelPermissionPolicy


class HonoreePagePermissionTester(PagePermissionTester):
    """Wagtail's tester, which offers nobody to publish a page that waits for its honour."""

    def can_publish(self) -> bool:
        """Return False while the page waits, superusers included."""
        return not self.page.awaiting_honour and super().can_publish()

    def can_unpublish(self) -> bool:
        """Return False while the page waits: nobody could bring it back before its time."""
        return not self.page.awaiting_honour and super().can_unpublish()


class StandingPagePermissionTester(PagePermissionTester):
    """For the front page and the index: without them the whole archive is gone."""

    def can_unpublish(self) -> bool:
        """Return False: nobody takes the archive down with one press."""
        return False

    def can_delete(self, *args: Any, **kwargs: Any) -> bool:
        """Return False, as above."""
        return False


class KeptForGood(ModelPermissionPolicy):
    """Nobody deletes, superusers included.

    An honour is revoked with its reason; a category's code stands in addresses.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return False for deleting, else what Wagtail says."""
        return action != "delete" and super().user_has_permission(user, action)
