"""The nominator's verbs: begin, save, submit, withdraw. Same locks as the gate.

Wagtail's submit, resume and cancel never reach a task's ``on_action``, so they are verbs here.
Every verb checks its actor against ``permissions`` on the locked row, and says why not.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.registry import action_registry
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from goodpeople.nominations import states as st
from goodpeople.nominations.decisions import lock_nomination
from goodpeople.nominations.models import Nomination, Outcome, PersonalRecord, Round, Unit
from goodpeople.nominations.permissions import allowed
from goodpeople.nominations.scoping import own_units
from goodpeople.nominations.validators import Complaints, missing_for_submission


class NotAllowed(Exception):
    """The actor may not do this, or not now; ``reason`` is in the user's language."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


class StaleVersion(NotAllowed):
    """Somebody saved the nomination after the form was opened."""


class NotComplete(Exception):
    """The nomination misses something; ``complaints`` says what, by field."""

    def __init__(self, complaints: Complaints):
        super().__init__(", ".join(complaints))
        self.complaints = complaints


@transaction.atomic
def begin(round_: Round, unit: Unit, user: Any, *, now: datetime | None = None) -> Nomination:
    """Make an empty draft of ``unit`` in ``round_``; raise ``NotAllowed`` with the reason."""
    today = timezone.localdate(now)
    if all(own.pk != unit.pk for own in own_units(user)):
        raise NotAllowed(_("You can only nominate for your own unit."))
    if not round_.takes_nominations(today):
        raise NotAllowed(_("This round does not take nominations now."))
    nomination = Nomination(round=round_, unit=unit, created_by=user, place=unit.place, live=False)
    create = action_registry.get_action_class(Nomination, "create")
    create(nomination, user=user).execute(skip_permission_checks=True)
    PersonalRecord.objects.create(nomination=nomination)
    return nomination


def lock_for(action: str, nomination_id: int, user: Any) -> Nomination:
    """Lock a nomination and return it if ``user`` may take ``action``; raise ``NotAllowed``.

    Must be called inside a transaction.
    """
    nomination = lock_nomination(nomination_id)
    verdict = allowed(user, action, nomination)
    if not verdict:
        raise NotAllowed(verdict.reason)
    return nomination


def _check_version(nomination: Nomination, version: int | None) -> None:
    if version is not None and nomination.version != version:
        raise StaleVersion(
            _("Someone else saved this nomination after you opened it. Nothing you typed is lost.")
        )


@transaction.atomic
def save_draft(
    nomination_id: int,
    user: Any,
    texts: Mapping[str, Any],
    *,
    personal: Mapping[str, str] | None = None,
    version: int | None = None,
) -> Nomination:
    """Save the given fields of a draft or returned nomination and return the fresh row.

    ``texts`` holds cleaned values of ``Nomination.TEXT_FIELDS``, "category" and "place";
    fields that are not in it keep what they have. ``version`` is the one the form was opened
    with. Raise ``NotAllowed`` or ``StaleVersion``; then nothing is written.
    """
    nomination = lock_for("edit", nomination_id, user)
    _check_version(nomination, version)
    for name, value in texts.items():
        if name not in (*Nomination.TEXT_FIELDS, "category", "place"):
            raise ValueError(f"{name} is not a nominator's field")
        setattr(nomination, name, value)
    nomination.version += 1
    edit = action_registry.get_action_class(Nomination, "edit")
    edit(nomination, user=user, overwrite_revision=_own_recent_revision(nomination, user)).execute(
        skip_permission_checks=True
    )
    if personal:
        _save_personal(nomination, personal, user)
    return nomination


def touch(nomination: Nomination, user: Any, what: str, **data: Any) -> None:
    """Note a change beside the texts (a photo, a paper): a new version and a log entry."""
    nomination.version += 1
    nomination.save(update_fields=["version", "updated_at"])
    log(instance=nomination, action=f"nominations.{what}", user=user, data=data)


def _own_recent_revision(nomination: Nomination, user: Any):
    """Return the latest revision if this user made it and no task has looked at it, else None.

    Saving as one goes would otherwise leave a revision per step of the form.
    """
    revision = nomination.latest_revision
    if revision is None or revision.user_id != user.pk or revision.task_states.exists():
        return None
    return revision


def _save_personal(nomination: Nomination, facts: Mapping[str, str], user: Any) -> None:
    record, _created = PersonalRecord.objects.get_or_create(nomination=nomination)
    changed = [name for name in PersonalRecord.FIELDS if name in facts]
    changed = [name for name in changed if getattr(record, name) != facts[name]]
    if not changed:
        return
    for name in changed:
        setattr(record, name, facts[name])
    record.save(update_fields=changed)
    # Which fields changed, never what they hold.
    log(
        instance=nomination,
        action="nominations.edit_personal",
        user=user,
        data={"fields": changed},
    )


@transaction.atomic
def submit(
    nomination_id: int, user: Any, *, version: int | None = None, now: datetime | None = None
) -> Nomination:
    """Send a draft, or send a returned nomination again; the first one freezes the round.

    Raise ``NotAllowed``, ``StaleVersion`` or ``NotComplete`` (with complaints by field).
    """
    now = now or timezone.now()
    nomination = lock_for("submit", nomination_id, user)
    _check_version(nomination, version)
    first_time = nomination.state == st.DRAFT
    round_ = nomination.round
    if first_time and not round_.takes_nominations(timezone.localdate(now)):
        raise NotAllowed(_("This round does not take nominations now."))
    if complaints := missing_for_submission(nomination):
        raise NotComplete(complaints)
    if round_.frozen_at is None:
        Round.objects.filter(pk=round_.pk).update(frozen_at=now)
    nomination.submitted_at = now
    nomination.version += 1
    nomination.save(update_fields=["submitted_at", "version", "updated_at"])
    workflow_state = _needs_changes(nomination)
    if workflow_state is not None:
        workflow_state.resume(user=user)
    else:
        workflow = nomination.get_workflow()
        assert workflow is not None
        workflow.start(nomination, user)
    return nomination


@transaction.atomic
def withdraw(nomination_id: int, user: Any, *, reason: str = "") -> Nomination:
    """Take a draft or returned nomination back; it stays on record as withdrawn."""
    nomination = lock_for("withdraw", nomination_id, user)
    return _close(nomination, user, Outcome.WITHDRAWN, reason)


@transaction.atomic
def close_returned(nomination_id: int, user: Any, *, reason: str) -> Nomination:
    """Let the office close a returned nomination that never came back; needs a reason."""
    nomination = lock_for("close_return", nomination_id, user)
    if not reason.strip():
        raise NotAllowed(_("Please give a reason."))
    return _close(nomination, user, Outcome.HELD, reason)


def _close(nomination: Nomination, user: Any, outcome: Outcome, reason: str) -> Nomination:
    workflow_state = _needs_changes(nomination)
    if workflow_state is not None:
        workflow_state.cancel(user=user)
    nomination.outcome = outcome
    nomination.outcome_reason = reason.strip()
    nomination.save(update_fields=["outcome", "outcome_reason", "updated_at"])
    log(
        instance=nomination,
        action="nominations.close",
        user=user,
        data={"outcome": str(outcome.value), "reason": reason.strip()},
    )
    return nomination


def _needs_changes(nomination: Nomination) -> WorkflowState | None:
    return (
        WorkflowState.objects.select_for_update()
        .filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
        .for_instance(nomination)
        .first()
    )


def return_reason(nomination: Nomination) -> tuple[str, Any, datetime | None]:
    """Return (reason, who, when) of the return that a nomination now waits on; ("", None, None)."""
    workflow_state = (
        WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
        .for_instance(nomination)
        .select_related("current_task_state__finished_by")
        .first()
    )
    if workflow_state is None:
        return "", None, None
    state = workflow_state.current_task_state
    return state.comment, state.finished_by, state.finished_at
