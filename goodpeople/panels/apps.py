"""Panels: members score candidates, and a standing comes of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PanelsConfig(AppConfig):
    """Adds the scoring task and the scoring steps to the nominations' tables."""

    name = "goodpeople.panels"
    label = "panels"
    verbose_name = _("Panels")

    def ready(self) -> None:
        """Fill the tables; nothing here touches the database."""
        from goodpeople.nominations.permissions import PANEL_MEMBER, register_role
        from goodpeople.nominations.steps import (
            TaskKind,
            register_round_panel,
            register_task_kind,
        )
        from goodpeople.panels import assignment, registration
        from goodpeople.panels.models import ScoringTask

        register_task_kind(TaskKind(30, lambda: ScoringTask))
        register_role(PANEL_MEMBER, assignment.scores)
        register_round_panel(10, registration.criteria_panel)
        self._register_steps()
        registration.register_accounts()
        registration.register_policies()

    @staticmethod
    def _register_steps() -> None:
        """Add opening, closing and confirming to the round's steps."""
        from goodpeople.nominations.steps import Step, register_step
        from goodpeople.panels import assignment, results

        register_step(
            Step(
                key="open_scoring",
                order=30,
                label=_("Open scoring"),
                explanation=_(
                    "Gives every panel member a score sheet for every candidate; later ones get "
                    "theirs as they arrive."
                ),
                preview=assignment.preview_opening,
                perform=assignment.perform_opening,
                stage=_("Scoring"),
            )
        )
        register_step(
            Step(
                key="close_scoring",
                order=40,
                label=_("Close scoring"),
                explanation=_(
                    "Closes nominations, counts the sheets and works out the standing in each "
                    "category."
                ),
                preview=results.preview_closing,
                perform=results.perform_closing,
                after=("open_scoring",),
                stage=_("Results to confirm"),
            )
        )
        register_step(
            Step(
                key="confirm_results",
                order=50,
                label=_("Confirm the results"),
                explanation=_(
                    "The selected candidates go on to the public notice and get a draft "
                    "profile; the others end here."
                ),
                preview=results.preview_confirmation,
                perform=results.perform_confirmation,
                after=("close_scoring",),
                stage=_("Public notice to start"),
            )
        )
