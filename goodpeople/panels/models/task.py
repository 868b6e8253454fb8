"""The scoring task: sheets come in, the office confirms, and nobody approves by accident."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodpeople.nominations.models import Nomination, Outcome
from goodpeople.nominations.models.task import (
    HOLD,
    ActionRefused,
    RoundTask,
    RoundTaskState,
    TaskAction,
)


class ScoringState(RoundTaskState):
    """Whether every sheet is in. It never approves itself: a standing must come first."""

    complete = models.BooleanField(default=False)


class ScoringTask(RoundTask):
    """The panel scores; closing the scoring and the office's confirmation end it."""

    kind = "scoring"
    task_state_class = ScoringState
    actions = (
        TaskAction("hand_in", gettext_lazy("Hand in"), "score", tone="good", batch=True),
        TaskAction(
            "recuse", gettext_lazy("Declare a recusal"), "score", needs_reason=True, batch=True
        ),
        TaskAction(
            "excuse",
            gettext_lazy("Take a member off this candidate"),
            "excuse",
            needs_reason=True,
            batch=True,
        ),
        TaskAction(
            "select", gettext_lazy("Select for the list"), "decide", tone="good", batch=True
        ),
        TaskAction("pass_over", gettext_lazy("Not selected"), "decide", batch=True),
        HOLD,
    )

    class Meta:
        verbose_name = gettext_lazy("panel scoring")

    def start(self, workflow_state, user=None):
        """Start, and hand out sheets at once where the panel is already scoring."""
        from goodpeople.panels.assignment import deal_if_open

        task_state = super().start(workflow_state, user=user)
        deal_if_open(Nomination.objects.get(pk=workflow_state.object_id), user)
        return task_state

    def act(self, task_state, action, call) -> None:
        """Take in a sheet or a recusal, or end the task by the office's confirmation."""
        from goodpeople.panels import sheets

        if action.name == "hand_in":
            sheets.hand_in_under_lock(call)
            self._mark_complete(task_state)
        elif action.name in {"recuse", "excuse"}:
            sheets.recuse_under_lock(call)
            self._mark_complete(task_state)
        elif action.name == "select":
            task_state.approve(user=call.user, comment=call.reason)
        elif action.name == "pass_over":
            task_state.end(Outcome.NOT_SELECTED, call)
        elif action.name == "hold":
            if self._has_result(task_state):
                self._refuse_single_hold(call)
            task_state.end(Outcome.HELD, call)
        else:
            super().act(task_state, action, call)

    def _mark_complete(self, task_state: ScoringState) -> None:
        """Note that no sheet is open any more; starting the next task is not for a sheet to do."""
        from goodpeople.panels.models.sheet import ScoreSheet

        waiting = ScoreSheet.objects.filter(
            nomination_id=task_state.workflow_state.object_id, status=ScoreSheet.Status.OPEN
        )
        task_state.complete = not waiting.exists()
        task_state.save(update_fields=["complete"])

    @staticmethod
    def _has_result(task_state: ScoringState) -> bool:
        from goodpeople.panels.models.result import Result

        return Result.objects.filter(nomination_id=task_state.workflow_state.object_id).exists()

    @staticmethod
    def _refuse_single_hold(call) -> None:
        """After scoring closed, holding over is a decision on the results page, in its place."""
        if not call.data.get("confirming"):
            raise ActionRefused(_("Scoring has closed: decide on the results page."))

    def blockers(
        self, nominations: Sequence[Nomination], step: str, now: datetime
    ) -> dict[int, list[str]]:
        """Return, when scoring is to close, whose sheets are missing and who has no scorer."""
        if step != "close_scoring":
            return {}
        from goodpeople.panels.models.sheet import ScoreSheet

        reasons: dict[int, list[str]] = {nomination.pk: [] for nomination in nominations}
        scored: set[int] = set()
        sheets = ScoreSheet.objects.filter(nomination__in=nominations)
        for sheet in sheets.select_related("member__user"):
            if sheet.status != ScoreSheet.Status.RECUSED:
                scored.add(sheet.nomination_id)
            if sheet.status == ScoreSheet.Status.OPEN:
                reasons[sheet.nomination_id].append(
                    _("the sheet of %(member)s is not in") % {"member": sheet.member}
                )
        for pk in reasons.keys() - scored:
            reasons[pk].append(_("nobody scores this candidate"))
        return reasons
