"""A result: where a candidate stands, and what the office made of it. Apart from the sheets."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models import Nomination, Round


class Result(models.Model):
    """One candidate's place in its category, as scoring closed, and the office's decision."""

    class Decision(models.TextChoices):
        SELECTED = "selected", _("selected")
        NOT_SELECTED = "not_selected", _("not selected")
        HELD = "held", _("held over")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="results")
    nomination = models.OneToOneField(Nomination, on_delete=models.PROTECT, related_name="result")
    # 0–100, the weighted mean over the sheets that were handed in.
    score = models.FloatField(_("score"))
    sheets_counted = models.PositiveSmallIntegerField(_("sheets counted"))
    rank = models.PositiveSmallIntegerField(_("rank"))
    tied = models.BooleanField(_("tied"), default=False)
    # What the standing alone says: True within the quota, False below the cut, None when a
    # tie straddles the cut and only the office can say.
    proposed = models.BooleanField(_("within the quota"), null=True)
    decision = models.CharField(_("decision"), max_length=12, choices=Decision.choices, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["nomination__category__sort_order", "rank", "pk"]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.score:.2f}"

    @property
    def departs(self) -> bool:
        """Whether it departs from the standing, or breaks a tie, and so needs a reason.

        Holding a candidate over always does: the standing only knows in and out.
        """
        if not self.decision:
            return False
        if self.proposed is None or self.decision == self.Decision.HELD:
            return True
        return self.proposed != (self.decision == self.Decision.SELECTED)
