"""A round's steps: what each would move, what blocks it, and doing it, once.

``preview`` and ``perform`` read the table in ``steps.py``; the office's screen, the
``walk_round`` command and the tests all call these two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from archive.publishing import PublishingRefused
from goodpeople.nominations.models import Round, StepRecord
from goodpeople.nominations.permissions import allowed_on_rounds
from goodpeople.nominations.steps import Preview, Step, get_step, steps


@dataclass(frozen=True)
class StepView:
    """A step of one round as a screen shows it."""

    step: Step
    record: StepRecord | None
    preview: Preview | None
    waits_for: list[Step] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether it has been performed."""
        return self.record is not None

    @property
    def ready(self) -> bool:
        """Whether pressing it now would perform it."""
        return self.preview is not None and not self.preview.blockers


@dataclass(frozen=True)
class StepResult:
    """What became of pressing a step; ``reasons`` say why not."""

    status: Literal["done", "already_done", "blocked", "refused"]
    reasons: list[str] = field(default_factory=list)
    moved: int = 0


class _Blocked(Exception):
    def __init__(self, reasons: list[str]):
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def overview(round_: Round, *, now: datetime | None = None) -> list[StepView]:
    """Return every step with its record, or with its preview where it is the next to go."""
    now = now or timezone.now()
    records = {record.step: record for record in round_.step_records.select_related("performed_by")}
    views = []
    for step in steps():
        record = records.get(step.key)
        waits = [get_step(key) for key in step.after if key not in records]
        seen = None if record or waits else step.preview(round_, now)
        views.append(StepView(step, record, seen, waits))
    return views


def preview(key: str, round_: Round, *, now: datetime | None = None) -> Preview:
    """Return what the step ``key`` would move now and what blocks it; raise ``KeyError``."""
    step = get_step(key)
    missing = _missing_predecessors(step, round_)
    if missing:
        return Preview(blockers=missing)
    return step.preview(round_, now or timezone.now())


def perform(key: str, round_id: int, user: Any, *, now: datetime | None = None) -> StepResult:
    """Perform a step of a round in one transaction, once.

    Return ``already_done`` for a second press, ``blocked`` with the reasons, or ``refused``
    where ``user`` does not run rounds. Files are made before the transaction and removed again
    when it does not go through.
    """
    now = now or timezone.now()
    step = get_step(key)
    verdict = allowed_on_rounds(user, "run_round")
    if not verdict:
        return StepResult("refused", [verdict.reason])
    round_ = Round.objects.get(pk=round_id)
    if early := _early_answer(step, round_, now):
        return early
    try:
        prepared = step.prepare(round_, user, now) if step.prepare else None
    except PublishingRefused as refused:
        return StepResult("blocked", [refused.reason])
    try:
        result = _perform_locked(step, round_id, user, now, prepared)
    except _Blocked as blocked:
        result = StepResult("blocked", blocked.reasons)
    except BaseException:
        if step.discard:
            step.discard(prepared)
        raise
    if result.status != "done" and step.discard:
        step.discard(prepared)
    return result


@transaction.atomic
def _perform_locked(
    step: Step, round_id: int, user: Any, now: datetime, prepared: Any
) -> StepResult:
    round_ = Round.objects.select_for_update().get(pk=round_id)
    if early := _early_answer(step, round_, now):
        return early
    moved = step.perform(round_, user, now, prepared)
    StepRecord.objects.create(
        round=round_, step=step.key, performed_at=now, performed_by=user, moved=moved
    )
    log(
        instance=round_,
        action="nominations.step",
        user=user,
        data={"step": step.key, "moved": moved},
    )
    return StepResult("done", moved=moved)


def _early_answer(step: Step, round_: Round, now: datetime) -> StepResult | None:
    """Return why the step does not go now, or None; asked before and again under the lock."""
    if round_.step_records.filter(step=step.key).exists():
        return StepResult("already_done", [_("This step has already been performed.")])
    blockers = _missing_predecessors(step, round_) or step.preview(round_, now).blockers
    return StepResult("blocked", blockers) if blockers else None


def _missing_predecessors(step: Step, round_: Round) -> list[str]:
    done = set(round_.step_records.values_list("step", flat=True))
    return [
        _("First: %(step)s.") % {"step": get_step(key).label}
        for key in step.after
        if key not in done
    ]


def block(reasons: list[str]) -> None:
    """Stop the step that is being performed and undo all of it; for a step's ``perform``."""
    raise _Blocked(reasons)
