"""The states of a nomination, derived from Wagtail's workflow rows and the outcome column.

Nothing stores a state: it is read from the workflow state, its current task's kind and the
outcome, either for one row (``state_of``) or for a whole list in SQL (``state_expression``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowState

if TYPE_CHECKING:
    from goodpeople.nominations.models import Nomination

DRAFT = "draft"
RETURNED = "returned"
ELIGIBILITY = "eligibility"
VERIFICATION = "verification"
SCORING = "scoring"
NOTICE = "notice"
PASSED = "passed"
ANNOUNCED = "announced"
NOT_SELECTED = "not_selected"
HELD = "held"
INELIGIBLE = "ineligible"
OBJECTION_UPHELD = "objection_upheld"
WITHDRAWN = "withdrawn"

STATE_LABELS = {
    DRAFT: _("Draft"),
    RETURNED: _("Returned for changes"),
    ELIGIBILITY: _("Eligibility check"),
    VERIFICATION: _("Verification"),
    SCORING: _("Panel scoring"),
    NOTICE: _("Public notice"),
    PASSED: _("Passed the public notice"),
    ANNOUNCED: _("Announced"),
    NOT_SELECTED: _("Not selected"),
    HELD: _("Held over"),
    INELIGIBLE: _("Not eligible"),
    OBJECTION_UPHELD: _("Taken off after an objection"),
    WITHDRAWN: _("Withdrawn"),
}
STATES = tuple(STATE_LABELS)
# Where the nominator may write.
WITH_NOMINATOR = frozenset({DRAFT, RETURNED})
IN_WORKFLOW = frozenset({ELIGIBILITY, VERIFICATION, SCORING, NOTICE})
ENDED = frozenset({ANNOUNCED, NOT_SELECTED, HELD, INELIGIBLE, OBJECTION_UPHELD, WITHDRAWN})
# A word on the tag's tone, for every list that shows a state.
STATE_TONES = {
    DRAFT: "neutral",
    RETURNED: "warn",
    ELIGIBILITY: "info",
    VERIFICATION: "info",
    SCORING: "info",
    NOTICE: "info",
    PASSED: "good",
    ANNOUNCED: "good",
}

# A task's model name is its kind plus "task": EligibilityTask → "eligibilitytask".
_KIND_OF_MODEL = {f"{kind}task": kind for kind in (ELIGIBILITY, VERIFICATION, SCORING, NOTICE)}


def state_of(nomination: Nomination) -> str:
    """Return the state's key of one nomination, with at most one query."""
    if nomination.outcome:
        return nomination.outcome
    if nomination.pk is None:
        return DRAFT
    workflow_state = (
        WorkflowState.objects.active()
        .for_instance(nomination)
        .select_related("current_task_state__task__content_type")
        .first()
    )
    if workflow_state is None:
        return DRAFT
    if workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return RETURNED
    return _KIND_OF_MODEL[workflow_state.current_task_state.task.content_type.model]


def state_expression(model: type[Nomination]) -> Case:
    """Return the same as ``state_of`` as an SQL expression over ``model``'s rows."""
    from django.contrib.contenttypes.models import ContentType

    active = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(model),
        object_id=Cast(OuterRef("pk"), models.CharField(max_length=255)),
    )
    kind = Case(
        When(status=WorkflowState.STATUS_NEEDS_CHANGES, then=Value(RETURNED)),
        *[
            When(current_task_state__task__content_type__model=name, then=Value(kind))
            for name, kind in _KIND_OF_MODEL.items()
        ],
        output_field=models.CharField(),
    )
    current = Subquery(active.annotate(_kind=kind).values("_kind")[:1])
    return Case(
        When(~models.Q(outcome=""), then=F("outcome")),
        default=models.functions.Coalesce(current, Value(DRAFT)),
        output_field=models.CharField(),
    )
