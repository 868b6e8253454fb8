"""``decide()``: the one gate through which every decision on a nomination passes.

In one transaction it locks (round, then nomination, then task state), reads again, checks who
asks and that the task state is still the nomination's current one, lets the task act, and logs.
Nothing in Wagtail locks rows: without this, two approvals at once would both count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.models.task import (
    ActionAlreadyDone,
    ActionCall,
    ActionRefused,
    RoundTask,
    TaskAction,
)
from goodpeople.nominations.permissions import allowed

Status = Literal["done", "already_done", "refused"]


@dataclass(frozen=True)
class Decision:
    """What became of a decision; ``reason`` says why not, in the user's language."""

    status: Status
    reason: str = ""
    field: str = ""

    @property
    def done(self) -> bool:
        """Whether this very call took effect."""
        return self.status == "done"


def lock_nomination(nomination_id: int) -> Nomination:
    """Lock the round's and the nomination's rows, in that order, and return the fresh row.

    Must be called inside a transaction. The order is the same everywhere, so that two gates
    never wait for one another. Raise ``Nomination.DoesNotExist``.
    """
    round_id = Nomination.objects.values_list("round_id", flat=True).get(pk=nomination_id)
    Round.objects.select_for_update().get(pk=round_id)
    return Nomination.objects.select_for_update().get(pk=nomination_id)


def current_task_state(nomination: Nomination) -> TaskState | None:
    """Lock and return the specific current task state while the workflow is in progress."""
    workflow_state = (
        WorkflowState.objects.select_for_update()
        .filter(status=WorkflowState.STATUS_IN_PROGRESS)
        .for_instance(nomination)
        .first()
    )
    if workflow_state is None or workflow_state.current_task_state_id is None:
        return None
    state = TaskState.objects.select_for_update().get(pk=workflow_state.current_task_state_id)
    return state.specific


def decide(
    nomination_id: int,
    task_state_id: int | None,
    action_name: str,
    user: Any,
    *,
    reason: str = "",
    data: Mapping[str, Any] | None = None,
    now: datetime | None = None,
    batch: bool = False,
) -> Decision:
    """Take ``action_name`` at the task state that the user saw, once.

    ``task_state_id`` is the state the screen showed; None means whichever is current (a batch).
    ``data`` is what the task's form collected, already cleaned. ``batch`` admits the actions
    that only a step of the round takes. A refusal changes nothing and carries its reason;
    an action whose task state has already moved on is ``already_done``.
    """
    call = ActionCall(user, reason.strip(), data or {}, now or timezone.now())
    try:
        with transaction.atomic():
            nomination = lock_nomination(nomination_id)
            task_state = current_task_state(nomination)
            if refusal := _out_of_date(nomination, task_state, task_state_id):
                return refusal
            assert task_state is not None
            task = task_state.task.specific
            action = _checked_action(nomination, task, action_name, call, batch)
            task.act(task_state, action, call)
            _log_decision(nomination, task, action, call)
    except ActionAlreadyDone as repeated:
        return Decision("already_done", repeated.reason)
    except ActionRefused as refusal:
        return Decision("refused", refusal.reason, refusal.field)
    return Decision("done")


def _out_of_date(
    nomination: Nomination, task_state: TaskState | None, seen_id: int | None
) -> Decision | None:
    """Return the answer for a decision on something that is not current, else None."""
    if seen_id is not None and (task_state is None or task_state.pk != seen_id):
        seen = TaskState.objects.for_instance(nomination).filter(pk=seen_id).first()
        if seen is None:
            return Decision("refused", _("That step belongs to another nomination."))
        if seen.finished_at is not None:
            return Decision(
                "already_done",
                _("Already decided: %(name)s, %(when)s.")
                % {
                    "name": seen.finished_by or _("the system"),
                    "when": timezone.localtime(seen.finished_at).strftime("%Y-%m-%d %H:%M"),
                },
            )
        return Decision("refused", _("This nomination has moved on since you opened it."))
    if task_state is None:
        return Decision("refused", _("This nomination is not waiting for a decision."))
    return None


def _checked_action(
    nomination: Nomination, task: RoundTask, name: str, call: ActionCall, batch: bool
) -> TaskAction:
    """Return the action if the task offers it and the user may take it, else refuse."""
    action = task.action(name)
    if action is None or (action.batch and not batch):
        raise ActionRefused(_("This step does not offer that action."))
    verdict = allowed(call.user, action.permission, nomination)
    if not verdict:
        raise ActionRefused(verdict.reason)
    if action.needs_reason and not call.reason:
        missing = _("Please fill in: %(field)s.") % {"field": action.reason_label}
        reason = missing if action.reason_label else _("Please give a reason.")
        raise ActionRefused(reason, field="reason")
    return action


def _log_decision(
    nomination: Nomination, task: RoundTask, action: TaskAction, call: ActionCall
) -> None:
    data = {"task": task.kind, "action": action.name, "reason": call.reason}
    for key in ("honouree", "sheet", "objection"):
        if key in call.data:
            data[key] = call.data[key]
    nomination.refresh_from_db()
    data["state"] = nomination.state
    log(instance=nomination, action="nominations.decide", user=call.user, data=data)
