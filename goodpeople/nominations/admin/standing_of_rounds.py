"""Where rounds stand, for the office's lists: in words, and counted by state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.states import DRAFT, STATE_LABELS, STATE_TONES, STATES, WITHDRAWN
from goodpeople.nominations.steps import steps

# What nobody on the office's side can or need do anything about.
_QUIET = frozenset({DRAFT, WITHDRAWN})


@dataclass(frozen=True)
class Whereabouts:
    """Where a round stands, in words and a tag's tone."""

    label: str
    tone: str


@dataclass(frozen=True)
class StateCount:
    """How many nominations of a round are in a state, and the list of just these."""

    key: str
    label: Any
    tone: str
    count: int
    url: str
    quiet: bool = False


def whereabouts(round_: Round, today: date | None = None) -> Whereabouts:
    """Return the stage ``round_`` is in: what its last step led to, else the calendar.

    Reads ``round_.step_records.all()``, which a list prefetches.
    """
    done = {record.step for record in round_.step_records.all()}
    performed = [step for step in steps() if step.key in done]
    if performed:
        last = performed[-1]
        tone = "good" if last == steps()[-1] else "info"
        return Whereabouts(str(last.stage or last.label), tone)
    today = today or timezone.localdate()
    if today < round_.opens_on:
        day = date_format(round_.opens_on, "MONTH_DAY_FORMAT")
        return Whereabouts(_("Opens on %(day)s") % {"day": day}, "neutral")
    if today <= round_.closes_on:
        day = date_format(round_.closes_on, "MONTH_DAY_FORMAT")
        return Whereabouts(_("Takes nominations until %(day)s") % {"day": day}, "info")
    return Whereabouts(_("Nominations closed"), "warn")


def running_rounds(limit: int) -> list[Round]:
    """Return the newest rounds that have not been announced, with their step records."""
    return list(
        Round.objects.exclude(step_records__step=steps()[-1].key).prefetch_related("step_records")[
            :limit
        ]
    )


def counts_by_state(rounds: Sequence[Round]) -> dict[int, list[StateCount]]:
    """Return the counts by state of each round, by its id, in the states' order; one query."""
    rows = (
        Nomination.objects.filter(round__in=rounds)
        .with_state()
        .order_by()
        .values("round_id", "state_key")
        .annotate(count=Count("pk"))
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row["round_id"]][row["state_key"]] = row["count"]
    address = reverse("nominations_nomination:list")
    return {
        round_.pk: [
            StateCount(
                key,
                STATE_LABELS[key],
                STATE_TONES.get(key, "neutral"),
                found[round_.pk][key],
                f"{address}?round={round_.pk}&state={key}",
                quiet=key in _QUIET,
            )
            for key in STATES
            if key in found[round_.pk]
        ]
        for round_ in rounds
    }
