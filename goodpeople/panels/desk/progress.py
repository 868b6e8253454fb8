"""What a member has to score, round by round, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from goodpeople.nominations import states as st
from goodpeople.nominations.models import Round
from goodpeople.panels.assignment import scoring_is_open
from goodpeople.panels.models import Panel, PanelMember, ScoreSheet
from goodpeople.panels.sheets import sheets_of

SheetState = Literal["to_score", "begun", "scored", "handed_in", "recused", "closed"]
SHEET_LABELS: dict[SheetState, Any] = {
    "to_score": _("To score"),
    "begun": _("Partly scored"),
    "scored": _("All scored, not handed in yet"),
    "handed_in": _("Handed in"),
    "recused": _("Recused"),
    "closed": _("Not needed any more"),
}
SHEET_TONES: dict[SheetState, str] = {
    "to_score": "warn",
    "begun": "info",
    "scored": "info",
    "handed_in": "good",
}
WAITS: frozenset[SheetState] = frozenset({"to_score", "begun", "scored"})


def state_of(sheet: ScoreSheet, criteria_count: int = 0) -> SheetState:
    """Return where a sheet of ``sheets_of`` stands; an ended candidate's is closed unscored.

    With the number of criteria given, "scored" is told from "begun"; those who watch the panel
    do without it.
    """
    if sheet.status == ScoreSheet.Status.RECUSED:
        return "recused"
    if sheet.status == ScoreSheet.Status.HANDED_IN:
        return "handed_in"
    if sheet.nomination.state != st.SCORING:
        return "closed"
    if criteria_count and len(sheet.scores.all()) >= criteria_count:
        return "scored"
    return "begun" if sheet.scores.all() or sheet.comment else "to_score"


@dataclass(frozen=True)
class MySheet:
    """One candidate as the member's list shows it."""

    sheet: ScoreSheet
    state: SheetState
    scored: int

    @property
    def label(self) -> Any:
        """Return the state in words."""
        return SHEET_LABELS[self.state]

    @property
    def tone(self) -> str:
        """Return the tag's tone; blank for a neutral one."""
        return SHEET_TONES.get(self.state, "")

    @property
    def waits(self) -> bool:
        """Whether the member is asked to score it."""
        return self.state in WAITS


@dataclass(frozen=True)
class MyRound:
    """One round that the member sits on the panel of."""

    round: Round
    panel: Panel
    stage: Literal["open", "waiting", "closed"]
    criteria_count: int
    groups: list[tuple[Any, list[MySheet]]] = field(default_factory=list)

    @property
    def sheets(self) -> list[MySheet]:
        """Return all sheets of the round, in the order of the list."""
        return [row for _category, rows in self.groups for row in rows]

    @property
    def done(self) -> int:
        """Return how many sheets are handed in."""
        return sum(1 for row in self.sheets if row.state == "handed_in")

    @property
    def total(self) -> int:
        """Return how many sheets are to be handed in altogether."""
        return self.done + sum(1 for row in self.sheets if row.waits)

    @property
    def next(self) -> MySheet | None:
        """Return the sheet to go on with: one that is begun before one that is not."""
        waiting = [row for row in self.sheets if row.waits]
        begun = [row for row in waiting if row.state in {"begun", "scored"}]
        return next(iter(begun or waiting), None)


def rounds_of(user: Any) -> list[MyRound]:
    """Return the rounds ``user`` scores in, those open now first. Six queries, however many."""
    seats = (
        PanelMember.objects.filter(user=user)
        .select_related("panel__round")
        .prefetch_related("panel__round__step_records", "panel__round__criteria")
        .order_by("-panel__round__year", "-panel__round__opens_on")
    )
    sheets: dict[int, list[ScoreSheet]] = {}
    for sheet in sheets_of(user):
        sheets.setdefault(sheet.member_id, []).append(sheet)
    found = [_my_round(seat, sheets.get(seat.pk, [])) for seat in seats]
    return sorted(found, key=lambda mine: ("open", "waiting", "closed").index(mine.stage))


def _my_round(seat: PanelMember, sheets: list[ScoreSheet]) -> MyRound:
    round_ = seat.panel.round
    steps = {record.step for record in round_.step_records.all()}
    stage: Literal["open", "waiting", "closed"] = "waiting"
    if scoring_is_open(round_):
        stage = "open"
    elif "close_scoring" in steps:
        stage = "closed"
    count = len(round_.criteria.all())
    return MyRound(round_, seat.panel, stage, count, _by_category(sheets, count))


def _by_category(
    sheets: Iterable[ScoreSheet], criteria_count: int
) -> list[tuple[Any, list[MySheet]]]:
    rows = [
        MySheet(sheet, state_of(sheet, criteria_count), len(sheet.scores.all())) for sheet in sheets
    ]
    return [
        (category, list(group))
        for category, group in groupby(rows, key=lambda row: row.sheet.nomination.category)
    ]
