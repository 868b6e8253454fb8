"""Nominations: a name comes in and moves to the list."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NominationsConfig(AppConfig):
    """Adds this room's task kinds and steps to the tables, and its roles and grants."""

    name = "goodpeople.nominations"
    label = "nominations"
    verbose_name = _("Nominations")

    def ready(self) -> None:
        """Fill the tables; nothing here touches the database."""
        from goodpeople.accounts.roles import on_groups_synced
        from goodpeople.nominations import announcement, scoping
        from goodpeople.nominations.admin import waiting
        from goodpeople.nominations.admin.policies import register_policies
        from goodpeople.nominations.models import EligibilityTask, VerificationTask
        from goodpeople.nominations.permissions import NOMINATOR, UPPER_UNIT, register_role
        from goodpeople.nominations.registration import register_accounts
        from goodpeople.nominations.steps import (
            Step,
            TaskKind,
            register_step,
            register_task_kind,
        )

        register_task_kind(TaskKind(10, lambda: EligibilityTask))
        register_task_kind(
            TaskKind(20, lambda: VerificationTask, lambda round_: round_.needs_verification)
        )
        register_role(NOMINATOR, scoping.is_staff_of_its_unit)
        register_role(UPPER_UNIT, scoping.is_staff_above)
        register_step(
            Step(
                key="announce",
                order=90,
                label=_("Announce"),
                explanation=_(
                    "Publishes every profile of the list at once, writes the honours and ends "
                    "the round."
                ),
                preview=announcement.preview_announcement,
                prepare=announcement.prepare_portraits,
                perform=announcement.perform_announcement,
                discard=announcement.discard_portraits,
                after=("start_notice",),
                stage=_("Announced"),
            )
        )
        waiting.register_own()
        register_accounts()
        register_policies()
        on_groups_synced(give_page_permissions)


def give_page_permissions(groups: dict) -> None:
    """Let editors and the office work on the archive's pages and pictures.

    Here and not in accounts, which know no archive, nor in the archive, which knows no roles.
    """
    from archive.roles import grant_page_permissions
    from goodpeople.accounts.roles import EDITOR, OFFICE

    grant_page_permissions(groups[EDITOR], groups[OFFICE])
