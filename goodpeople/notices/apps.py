"""Public notices: the proposed list is public, and anyone may object."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Adds the notice task and its step to the nominations' tables."""

    name = "goodpeople.notices"
    label = "notices"
    verbose_name = _("Public notices")

    def ready(self) -> None:
        """Fill the tables; nothing here touches the database."""
        from wagtail.permissions import register_permission_policy

        from goodpeople.accounts.roles import AUDITOR, OFFICE, grant
        from goodpeople.nominations.admin.policies import ReadOnlyNominations
        from goodpeople.nominations.steps import (
            Step,
            TaskKind,
            register_step,
            register_task_kind,
        )
        from goodpeople.notices import publication
        from goodpeople.notices.models import Notice, NoticeTask, Objection

        register_task_kind(TaskKind(40, lambda: NoticeTask))
        register_step(
            Step(
                key="start_notice",
                order=60,
                label=_("Start the public notice"),
                explanation=_(
                    "Puts the proposed list on the public page for the round's number of days; "
                    "anyone may object."
                ),
                preview=publication.preview_start,
                perform=publication.perform_start,
                after=("confirm_results",),
                stage=_("On public notice"),
            )
        )
        for role in (OFFICE, AUDITOR):
            grant(role, ["notices.view_notice", "notices.view_objection"])
        grant(OFFICE, ["notices.change_officecontact"])
        # Like nominations: read by the office and the auditor, changed by the verbs alone.
        for model in (Notice, Objection):
            register_permission_policy(model, ReadOnlyNominations(model))
