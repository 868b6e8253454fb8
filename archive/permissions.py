"""Who may do what with an honouree's page in Wagtail's admin."""

from __future__ import annotations

from wagtail.models.pages import PagePermissionTester


class HonoreePagePermissionTester(PagePermissionTester):
    """Wagtail's tester, which offers nobody to publish a page that waits for its honour."""

    def can_publish(self) -> bool:
        """Return False while the page waits, superusers included."""
        return not self.page.awaiting_honour and super().can_publish()
