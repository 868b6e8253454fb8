"""What every task of a round has in common, and the two tasks that belong to this room.

A task says which actions it offers and what each does to its own task state. It never checks
who asks or locks anything: ``decisions.decide()`` does, and is the only caller of ``act()``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from archive.models import HonoreePage
from goodpeople.nominations.models.nomination import Nomination, Outcome


class ActionRefused(Exception):
    """A task's own rule forbids the action; the reason is in the user's language.

    ``field`` names the input that the reason belongs beside, where there is one.
    """

    def __init__(self, reason: str, *, field: str = ""):
        super().__init__(str(reason))
        self.reason = str(reason)
        self.field = field


class ActionAlreadyDone(ActionRefused):
    """Somebody (perhaps the same person, twice) has already done exactly this."""


@dataclass(frozen=True)
class TaskAction:
    """One thing that can be done at a task.

    ``permission`` is the action's key in ``permissions.RULES``; ``needs_reason`` makes an
    empty reason a refusal, and ``reason_label`` names it where it is more than a reason;
    ``batch`` marks an action that only a step of the round takes.
    """

    name: str
    label: Any
    permission: str
    needs_reason: bool = False
    tone: str = "neutral"
    batch: bool = False
    help_text: Any = ""
    reason_label: Any = ""


@dataclass(frozen=True)
class ActionCall:
    """What ``decide()`` hands to a task: who acts, why, with which data, and when."""

    user: Any
    reason: str
    data: Mapping[str, Any]
    now: datetime


RETURN = TaskAction(
    "return",
    _("Return for changes"),
    "decide",
    needs_reason=True,
    tone="warn",
    help_text=_("The nominator sees the reason, corrects the nomination and sends it again."),
)
HOLD = TaskAction(
    "hold",
    _("Hold over to a later round"),
    "decide",
    needs_reason=True,
    help_text=_("Neither passed nor refused; it ends in this round."),
)


class RoundTask(Task):
    """A step that one nomination passes, of one round's workflow."""

    kind: ClassVar[str] = ""
    actions: ClassVar[tuple[TaskAction, ...]] = ()

    class Meta:
        abstract = True

    @classmethod
    def action(cls, name: str) -> TaskAction | None:
        """Return the action called ``name``, or None when this task has none such."""
        return next((a for a in cls.actions if a.name == name), None)

    def act(self, task_state: RoundTaskState, action: TaskAction, call: ActionCall) -> None:
        """Do ``action``; raise ``ActionRefused``. Called by ``decide()`` under its locks."""
        if action.name == "return":
            task_state.reject(user=call.user, comment=call.reason)
        elif action.name == "hold":
            task_state.end(Outcome.HELD, call)
        else:
            raise ActionRefused(_("This step does not offer that action."))

    def blockers(
        self, nominations: Sequence[Nomination], step: str, now: datetime
    ) -> dict[int, list[str]]:
        """Return why each nomination, all now at this task, keeps the round's ``step`` waiting.

        Keyed by nomination id; asked once for a whole list, so that queries do not grow with it.
        """
        return {}

    # --- Wagtail's side of a task: everything leads to the one gate. ---

    def on_action(self, task_state, user, action_name, **kwargs):
        """Pass Wagtail's own route on to the gate; only a reason is taken from the request."""
        from goodpeople.nominations.decisions import decide

        decide(
            task_state.workflow_state.content_object.pk,
            task_state.pk,
            action_name,
            user,
            reason=str(kwargs.get("comment", "")),
        )

    def get_actions(self, obj, user):
        """Offer nothing in Wagtail's own menus: the office decides on the nomination's page."""
        return []

    def locked_for_user(self, obj, user) -> bool:
        """Lock the texts for everybody while a nomination is being decided on."""
        return True

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Return the task states at which ``user`` may decide."""
        from goodpeople.nominations.permissions import is_office

        if not is_office(user):
            return TaskState.objects.none()
        return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)


class RoundTaskState(TaskState):
    """A task's state with how it ended, where it ended the nomination."""

    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)

    class Meta:
        abstract = True

    def end(self, outcome: Outcome, call: ActionCall) -> None:
        """End the nomination here with ``outcome``: neither Wagtail's approve nor reject.

        Reject would invite a resubmission, so the task state is closed with its outcome and
        the workflow cancelled.
        """
        self.outcome = outcome
        self.status = self.STATUS_CANCELLED
        self.finished_at = call.now
        self.finished_by = call.user
        self.comment = call.reason
        self.save()
        self.workflow_state.cancel(user=call.user)
        nomination = Nomination.objects.get(pk=self.workflow_state.object_id)
        nomination.outcome = outcome
        nomination.outcome_reason = call.reason
        nomination.save(update_fields=["outcome", "outcome_reason", "updated_at"])


class EligibilityState(RoundTaskState):
    """What the office found at the eligibility check."""

    honouree_choice = models.CharField(max_length=8, blank=True)
    existing_page = models.ForeignKey(
        HonoreePage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )


class EligibilityTask(RoundTask):
    """Complete, in the right category, consent given, and: a new or an existing honouree?"""

    kind = "eligibility"
    task_state_class = EligibilityState
    actions = (
        TaskAction("approve", _("Eligible"), "decide", tone="good"),
        RETURN,
        TaskAction("refuse", _("Not eligible"), "decide", needs_reason=True, tone="bad"),
        HOLD,
    )

    class Meta:
        verbose_name = _("eligibility check")

    def act(self, task_state, action, call) -> None:
        """Approve with the choice between a new and an existing honouree, or end it here."""
        if action.name == "approve":
            self._approve(task_state, call)
        elif action.name == "refuse":
            task_state.end(Outcome.INELIGIBLE, call)
        else:
            super().act(task_state, action, call)

    def _approve(self, task_state: EligibilityState, call: ActionCall) -> None:
        choice = call.data.get("honouree")
        if choice not in {"new", "existing"}:
            raise ActionRefused(
                _("Say whether this is a new or an existing honouree."), field="honouree"
            )
        nomination = Nomination.objects.get(pk=task_state.workflow_state.object_id)
        page = None
        if choice == "existing":
            page = HonoreePage.objects.filter(pk=call.data.get("existing_page")).first()
            if page is None:
                raise ActionRefused(_("Choose the existing honouree."), field="existing_page")
            if page.awaiting_honour or page.alias_of_id or page.first_published_at is None:
                raise ActionRefused(
                    _("That page is not a published honouree's, or already waits for an honour."),
                    field="existing_page",
                )
            twin = Nomination.objects.filter(round_id=nomination.round_id, profile=page)
            if twin.exclude(pk=nomination.pk).exists():
                raise ActionRefused(
                    _("Another nomination of this round already stands for that honouree."),
                    field="existing_page",
                )
        task_state.honouree_choice = choice
        task_state.existing_page = page
        nomination.honouree_choice = choice
        nomination.profile = page
        nomination.save(update_fields=["honouree_choice", "profile", "updated_at"])
        task_state.approve(user=call.user, comment=call.reason)


class VerificationState(RoundTaskState):
    """How the facts were checked."""

    checked_how = models.TextField(blank=True)


class VerificationTask(RoundTask):
    """The facts are checked; whoever passes it says how."""

    kind = "verification"
    task_state_class = VerificationState
    actions = (
        TaskAction(
            "approve",
            _("Facts confirmed"),
            "decide",
            needs_reason=True,
            tone="good",
            help_text=_("Say how they were checked: who was asked, what was seen."),
            reason_label=_("How the facts were checked"),
        ),
        RETURN,
        TaskAction("refuse", _("Facts not confirmed"), "decide", needs_reason=True, tone="bad"),
        HOLD,
    )

    class Meta:
        verbose_name = _("verification")

    def act(self, task_state, action, call) -> None:
        """Confirm the facts with a note on how, or end it here."""
        if action.name == "approve":
            task_state.checked_how = call.reason
            task_state.approve(user=call.user, comment=call.reason)
        elif action.name == "refuse":
            task_state.end(Outcome.INELIGIBLE, call)
        else:
            super().act(task_state, action, call)
