"""Everything one score sheet's screen shows, read once: the candidate, the criteria, the way on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.forms import BoundField
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from goodpeople.nominations.models import Nomination, Photo
from goodpeople.nominations.permissions import allowed
from goodpeople.panels.assignment import scoring_is_open
from goodpeople.panels.desk.forms import SheetForm
from goodpeople.panels.methods.means import total_so_far
from goodpeople.panels.models import Criterion, ScoreSheet


@dataclass(frozen=True)
class Row:
    """One criterion: its share of the total in percent, the saved points, the input if any."""

    criterion: Criterion
    share: float
    points: int | None
    field: BoundField | None = None


@dataclass
class SheetPage:
    """A member's own sheet. ``shows_story`` only while they may read it in order to score."""

    sheet: ScoreSheet
    criteria: list[Criterion]
    shows_story: bool
    open_round: bool
    previous: ScoreSheet | None
    next: ScoreSheet | None

    @property
    def nomination(self) -> Nomination:
        """Return the candidate."""
        return self.sheet.nomination

    @property
    def writable(self) -> bool:
        """Whether points can be given now."""
        return self.shows_story and self.sheet.status == ScoreSheet.Status.OPEN

    @property
    def closed_reason(self) -> str:
        """Return why the story is not shown any more."""
        if self.open_round:
            return _("This candidate is not being scored any more.")
        return _("Scoring has closed.")

    @property
    def saved_at(self) -> datetime | None:
        """Return when the sheet was last saved, in local time; None where it never was."""
        return timezone.localtime(self.sheet.updated_at) if self.sheet.version else None

    @property
    def saved_today(self) -> bool:
        """Whether the time alone says when it was saved."""
        return self.saved_at is not None and self.saved_at.date() == timezone.localdate()

    @cached_property
    def points(self) -> dict[int, int]:
        """Return the saved points by criterion id."""
        return {score.criterion_id: score.points for score in self.sheet.scores.all()}

    def rows(self, form: SheetForm | None = None) -> list[Row]:
        """Return the criteria in order, with ``form``'s inputs."""
        weights = sum(criterion.weight for criterion in self.criteria)
        return [
            Row(
                criterion,
                100 * criterion.weight / weights,
                self.points.get(criterion.pk),
                form[form.name_of(criterion)] if form else None,
            )
            for criterion in self.criteria
        ]

    @property
    def missing(self) -> list[Criterion]:
        """Return the criteria without points."""
        return [c for c in self.criteria if c.pk not in self.points]

    @property
    def total(self) -> float:
        """Return the weighted total so far, 0 to 100."""
        if not self.criteria:
            return 0.0
        return total_so_far(
            np.array([self.points.get(c.pk, np.nan) for c in self.criteria], dtype=np.float64),
            np.array([c.max_points for c in self.criteria], dtype=np.float64),
            np.array([c.weight for c in self.criteria], dtype=np.float64),
        )

    @cached_property
    def photos(self) -> list[Photo]:
        """Return the photos, the portrait first; private files, each asked for by its key."""
        return list(self.nomination.photos.all()) if self.shows_story else []


def load_page(sheet: ScoreSheet, user: Any) -> SheetPage:
    """Return the screen of ``sheet``, which must be one of ``sheets_of(user)``."""
    nomination = sheet.nomination
    open_round = scoring_is_open(nomination.round)
    shows_story = open_round and bool(allowed(user, "view_for_scoring", nomination))
    criteria = list(Criterion.objects.filter(round_id=nomination.round_id))
    before, after = _neighbours(sheet)
    return SheetPage(sheet, criteria, shows_story, open_round, before, after)


def _neighbours(sheet: ScoreSheet) -> tuple[ScoreSheet | None, ScoreSheet | None]:
    """Return the member's sheets before and after, in the order of their list."""
    own = list(
        ScoreSheet.objects.filter(member_id=sheet.member_id)
        .select_related("nomination")
        .order_by("nomination__category__sort_order", "nomination_id")
    )
    place = [other.pk for other in own].index(sheet.pk)
    before = own[place - 1] if place else None
    after = own[place + 1] if place + 1 < len(own) else None
    return before, after
