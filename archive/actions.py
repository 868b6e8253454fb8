"""Wagtail's publish action with the archive's wall before it."""

from __future__ import annotations

from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from archive.embargo import refuse_while_awaiting


class PublishHonoreeAction(PublishPageRevisionAction):
    """Publish or schedule an honouree's revision; refused while it waits for an honour."""

    def check(self, skip_permission_checks: bool = False) -> None:
        """Refuse what waits for its announcement before asking who is publishing."""
        refuse_while_awaiting(self.object.pk, self.object.title)
        super().check(skip_permission_checks=skip_permission_checks)
