"""The forms with which the office decides on a nomination, one for each action of its task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import TaskState

from goodpeople.nominations.admin.log_actions import task_label
from goodpeople.nominations.decisions import Decision
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.models.task import RoundTask, TaskAction
from goodpeople.nominations.permissions import allowed
from goodpeople.nominations.states import RETURNED
from goodpeople.nominations.whole_numbers import ID_DIGITS, whole_number

CLOSE_RETURNED = "close_returned"


@dataclass
class ActionForm:
    """One action with what was typed for it and what is wrong with that.

    ``errors`` is keyed by input: "reason", "honouree", "existing_page", or "" for the form.
    """

    name: str
    label: Any
    tone: str
    needs_reason: bool
    help_text: Any = ""
    asks_honouree: bool = False
    reason_label: Any = ""
    reason: str = ""
    honouree: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Whether it came back and must be seen."""
        return bool(self.errors)


@dataclass
class DecisionPanel:
    """What may be decided now: the task, its state as the screen saw it, and the forms.

    ``waiting`` says what the nomination waits for where nothing can be decided here.
    """

    title: str
    task_state_id: int | None
    forms: list[ActionForm]
    waiting: str = ""

    def form(self, name: str) -> ActionForm | None:
        """Return the form of the action called ``name``."""
        return next((form for form in self.forms if form.name == name), None)


def decision_panel(nomination: Nomination, user: Any) -> DecisionPanel:
    """Return what ``user`` may decide on ``nomination`` now."""
    if nomination.state == RETURNED:
        return _panel_while_returned(nomination, user)
    task_state = _current(nomination)
    if task_state is None:
        return DecisionPanel(str(nomination.state_label), None, [])
    task = task_state.task.specific
    offered = [action for action in task.actions if not action.batch]
    forms = [
        _form_of(task, action) for action in offered if allowed(user, action.permission, nomination)
    ]
    refusals = [allowed(user, action.permission, nomination).reason for action in offered]
    waiting = "" if forms else next((reason for reason in refusals if reason), "")
    return DecisionPanel(task_label(task.kind), task_state.pk, forms, waiting)


def _current(nomination: Nomination) -> TaskState | None:
    state = nomination.current_workflow_state
    return state.current_task_state if state else None


def _form_of(task: RoundTask, action: TaskAction) -> ActionForm:
    return ActionForm(
        action.name,
        action.label,
        action.tone,
        action.needs_reason,
        action.help_text,
        asks_honouree=task.kind == "eligibility" and action.name == "approve",
        reason_label=action.reason_label,
    )


def _panel_while_returned(nomination: Nomination, user: Any) -> DecisionPanel:
    verdict = allowed(user, "close_return", nomination)
    title = str(nomination.state_label)
    if not verdict:
        return DecisionPanel(title, None, [], verdict.reason)
    close = ActionForm(
        CLOSE_RETURNED,
        _("Close it without a new submission"),
        "warn",
        needs_reason=True,
        help_text=_("For a nomination that does not come back. It ends as held over."),
    )
    waiting = _("It lies with the nominator, who has been given the reason below.")
    return DecisionPanel(title, None, [close], waiting)


def honouree_data(sent: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the eligibility task reads from a request; everything else is left behind.

    The radio's value is "new", "page-12" for a namesake, or "other" with the page chooser's
    ``existing_page``.
    """
    choice = str(sent.get("honouree", ""))
    if choice == "new":
        return {"honouree": "new"}
    if choice.startswith("page-"):
        return {"honouree": "existing", "existing_page": _number(choice.removeprefix("page-"))}
    if choice == "other":
        return {"honouree": "existing", "existing_page": _number(sent.get("existing_page", ""))}
    return {}


def _number(text: Any) -> int | None:
    """Return ``text`` as an id; None for what is none (or too long to be one)."""
    text = str(text)
    return whole_number(text, None, digits=ID_DIGITS)


def give_back(panel: DecisionPanel, name: str, sent: Mapping[str, Any], decision: Decision) -> bool:
    """Put what was typed and why it was refused into the action's form; False if it has none."""
    form = panel.form(name)
    if form is None:
        return False
    form.reason = str(sent.get("reason", ""))
    form.honouree = str(sent.get("honouree", ""))
    beside = decision.field if decision.field in {"reason", "honouree", "existing_page"} else ""
    form.errors = {beside: decision.reason}
    return True
