"""A nomination's way so far, as its nominator may know it.

States and what the office wrote to the nominator; no notes of those who checked the facts, no
scores, no ranks. An outcome stands on the nomination only once it has been decided for good
(after the scoring: once the office has confirmed the results), so it may be told when it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import TaskState, WorkflowState

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination


@dataclass(frozen=True)
class Event:
    """One entry; ``reason`` is in the office's (or the nominator's own) words."""

    when: datetime | None
    what: str
    reason: str = ""
    tone: str = "neutral"
    is_now: bool = False


def timeline(nomination: Nomination) -> list[Event]:
    """Return the events, oldest first, the present state last; two queries."""
    events = [Event(nomination.created_at, _("Draft started"))]
    states = list(_task_states(nomination))
    for position, state in enumerate(states):
        before = states[position - 1] if position else None
        if before is None:
            events.append(Event(state.workflow_state.created_at, _("Sent to the office")))
        elif before.status == TaskState.STATUS_REJECTED:
            events.append(Event(state.started_at, _("Sent again")))
        if event := _decided(state):
            events.append(event)
    events.append(_present(nomination))
    return events


def _task_states(nomination: Nomination) -> Any:
    return (
        TaskState.objects.filter(
            workflow_state__in=WorkflowState.objects.filter(
                base_content_type=ContentType.objects.get_for_model(Nomination),
                object_id=str(nomination.pk),
            )
        )
        .select_related("workflow_state", "task__content_type")
        .order_by("started_at", "pk")
    )


_PASSED = {
    st.ELIGIBILITY: gettext_lazy("Eligibility check passed"),
    st.VERIFICATION: gettext_lazy("Facts verified"),
    st.SCORING: gettext_lazy("Proposed after the panel's scoring"),
    st.NOTICE: gettext_lazy("Public notice passed"),
}


def _decided(state: TaskState) -> Event | None:
    """Return what became of a step, unless it still runs or ended with the nomination."""
    if state.status == TaskState.STATUS_REJECTED:
        return Event(
            state.finished_at, _("Returned for changes"), reason=state.comment, tone="warn"
        )
    if state.status == TaskState.STATUS_APPROVED:
        kind = state.task.content_type.model.removesuffix("task")
        return Event(state.finished_at, str(_PASSED[kind]), tone="good")
    return None


def _present(nomination: Nomination) -> Event:
    state = nomination.state
    ended = state in st.ENDED
    return Event(
        nomination.updated_at if ended else None,
        str(nomination.state_label),
        reason=nomination.outcome_reason if ended else "",
        tone=st.STATE_TONES.get(state, "neutral"),
        is_now=True,
    )
