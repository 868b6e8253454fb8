"""States in words and tones for the office's screens of panels, sheets and results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from goodpeople.panels.assignment import scoring_is_open
from goodpeople.panels.desk.progress import SHEET_LABELS, SHEET_TONES, SheetState
from goodpeople.panels.models import Panel, Result


@dataclass(frozen=True)
class Tag:
    """A word and its tone: info, good, warn, bad or neutral."""

    label: Any
    tone: str = "neutral"


def panel_stage(panel: Panel) -> Tag:
    """Return where the panel's round stands; read from prefetched step records."""
    if scoring_is_open(panel.round):
        return Tag(_("scores now"), "info")
    done = {record.step for record in panel.round.step_records.all()}
    if "close_scoring" in done:
        return Tag(_("closed"), "good")
    return Tag(_("not opened yet"))


def sheet_tag(state: SheetState) -> Tag:
    """Return a sheet's state as members see it too."""
    return Tag(SHEET_LABELS[state], SHEET_TONES.get(state, "neutral"))


_DECISION_TONES = {
    Result.Decision.SELECTED: "good",
    Result.Decision.NOT_SELECTED: "neutral",
    Result.Decision.HELD: "warn",
}


def decision_tag(result: Result) -> Tag:
    """Return the office's decision; a missing one asks for attention."""
    if not result.decision:
        return Tag(_("not decided yet"), "warn")
    decision = Result.Decision(result.decision)
    return Tag(decision.label, _DECISION_TONES[decision])


def verdict_tag(result: Result) -> Tag:
    """Return what the standing alone says."""
    if result.proposed is None:
        return Tag(_("tied at the cut"), "warn")
    return Tag(_("within the quota"), "good") if result.proposed else Tag(_("below the cut"))
