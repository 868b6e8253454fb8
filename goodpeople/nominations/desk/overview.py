"""What the nominator's first page shows: my nominations, by what is asked of me."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import WorkflowState

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Nomination, Round, Unit
from goodpeople.nominations.querysets import NominationQuerySet
from goodpeople.nominations.scoping import own_units


@dataclass(frozen=True)
class Returned:
    """The office's reason on a returned nomination."""

    reason: str
    when: datetime | None


@dataclass(frozen=True)
class Row:
    """A nomination in a list, with what the list says beside it."""

    nomination: Nomination
    returned: Returned | None = None
    # Whether a draft's round has stopped taking nominations.
    too_late: bool = False

    @property
    def tone(self) -> str:
        """Return the tag's tone."""
        return st.STATE_TONES.get(self.nomination.state, "neutral")


@dataclass
class Overview:
    """My nominations, grouped."""

    returned: list[Row] = field(default_factory=list)
    drafts: list[Row] = field(default_factory=list)
    under_way: list[Row] = field(default_factory=list)
    ended: list[Row] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there is no nomination at all."""
        return not (self.returned or self.drafts or self.under_way or self.ended)


def nominations_of(units: Iterable[Unit]) -> NominationQuerySet:
    """Return the nominations of exactly these units, newest change first."""
    return Nomination.objects.filter(unit__in=list(units)).for_listing()


def nominations_below(user: Any) -> NominationQuerySet:
    """Return the nominations of the units that stand below the user's own."""
    units = own_units(user)
    below = Unit.objects.under(units).exclude(pk__in=[unit.pk for unit in units])
    return (
        Nomination.objects.filter(unit__in=below)
        .for_listing()
        .order_by("unit__path", "-updated_at")
    )


def overview_for(user: Any, *, today: date | None = None) -> Overview:
    """Return the nominations of the user's own units, grouped, by a constant number of queries."""
    today = today or timezone.localdate()
    groups = Overview()
    found = list(nominations_of(own_units(user)))
    reasons = return_reasons(found)
    open_ids = set(Round.objects.open_for_nominations(today).values_list("pk", flat=True))
    for nomination in found:
        if nomination.state == st.RETURNED:
            groups.returned.append(Row(nomination, reasons.get(nomination.pk)))
        elif nomination.state == st.DRAFT:
            groups.drafts.append(Row(nomination, too_late=nomination.round_id not in open_ids))
        elif nomination.state in st.ENDED:
            groups.ended.append(Row(nomination))
        else:
            groups.under_way.append(Row(nomination))
    return groups


def return_reasons(nominations: Iterable[Nomination]) -> dict[int, Returned]:
    """Return the office's reasons of those that wait for changes, by id, by one query.

    The same as ``submission.return_reason`` says of one.
    """
    waiting = [str(n.pk) for n in nominations if n.state == st.RETURNED]
    if not waiting:
        return {}
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES,
        base_content_type=ContentType.objects.get_for_model(Nomination),
        object_id__in=waiting,
    ).select_related("current_task_state")
    return {
        int(state.object_id): Returned(
            state.current_task_state.comment, state.current_task_state.finished_at
        )
        for state in states
    }


@dataclass(frozen=True)
class OpenRound:
    """A round that takes nominations, as the first page offers it."""

    round: Round
    days_left: int


def open_rounds(today: date | None = None) -> list[OpenRound]:
    """Return the rounds that take nominations today, the one that closes first at the top."""
    today = today or timezone.localdate()
    return [
        OpenRound(round_, (round_.closes_on - today).days)
        for round_ in Round.objects.open_for_nominations(today).order_by("closes_on", "pk")
    ]


def next_round(today: date | None = None) -> Round | None:
    """Return the round that opens next, for when none is open."""
    today = today or timezone.localdate()
    return Round.objects.filter(opens_on__gt=today).order_by("opens_on", "pk").first()
