"""Notices and objections for tests; they come about through the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from goodpeople.nominations import states as st
from goodpeople.nominations.announcement import draft_profile
from goodpeople.nominations.decisions import decide
from goodpeople.nominations.models import Nomination, Round, StepRecord
from goodpeople.nominations.rounds import perform
from goodpeople.notices.models import Notice, Objection
from goodpeople.notices.objections import raise_objection
from tests.factories.accounts import UserFactory
from tests.factories.nominations import NominationFactory, RoundFactory, UnitFactory

BEFORE_NOTICE = ("open_scoring", "close_scoring", "confirm_results")


def select(nomination: Nomination, office: Any) -> None:
    """Send a candidate in scoring on to the notice, as confirming the results does."""
    decision = decide(nomination.pk, None, "select", office, batch=True)
    if not decision.done:
        raise AssertionError(decision.reason)
    draft_profile(nomination.pk, office)


def notice_for(
    candidates: int | Iterable[Mapping[str, Any]] = 1,
    *,
    office: Any = None,
    now: datetime | None = None,
    **round_fields: Any,
) -> tuple[Notice, list[Nomination]]:
    """Start the notice of a new round ``now``; return it and its candidates in order.

    ``candidates`` is how many, or the fields of each. The panel's steps are only recorded:
    scoring has factories and tests of its own.
    """
    office = office or UserFactory(office=True)
    if isinstance(candidates, int):
        candidates = [{"name": f"示例张{n}三"} for n in range(candidates)]
    round_ = RoundFactory(needs_verification=False, **round_fields)
    unit = UnitFactory()
    proposed = [
        NominationFactory(state=st.SCORING, round=round_, unit=unit, office=office, **fields)
        for fields in candidates
    ]
    for nomination in proposed:
        select(nomination, office)
    for step in BEFORE_NOTICE:
        StepRecord.objects.create(round=round_, step=step, performed_by=office)
    result = perform("start_notice", round_.pk, office, now=now or timezone.now())
    if result.status != "done":
        raise AssertionError(result.reasons)
    notice = Notice.objects.select_related("round").get(round=round_)
    return notice, [Nomination.objects.get(pk=nomination.pk) for nomination in proposed]


def objection_to(nomination: Nomination, **fields: Any) -> Objection:
    """Raise an objection to a candidate on a running notice."""
    notice = Notice.objects.get(round=nomination.round_id)
    fields.setdefault("text", "材料所写的时间与我了解的不一致，请向村委会核实。")
    return raise_objection(notice, nomination.pk, **fields)


def fresh_round(notice: Notice) -> Round:
    """Return the notice's round with nothing kept in memory."""
    return Round.objects.get(pk=notice.round_id)
