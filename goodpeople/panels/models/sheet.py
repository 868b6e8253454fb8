"""A score sheet: one panel member's points for one candidate."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models import Nomination
from goodpeople.panels.models.criterion import Criterion
from goodpeople.panels.models.panel import PanelMember


class ScoreSheet(models.Model):
    """Open until it is handed in or the member is recused; then it does not change."""

    class Status(models.TextChoices):
        OPEN = "open", _("to score")
        HANDED_IN = "handed_in", _("handed in")
        RECUSED = "recused", _("recused")

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="sheets")
    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="sheets")
    status = models.CharField(
        _("state"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    comment = models.TextField(_("remark"), blank=True, max_length=2000)
    version = models.PositiveIntegerField(default=0, editable=False)
    handed_in_at = models.DateTimeField(null=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "nomination"], name="one_sheet_a_member_and_candidate"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.nomination}"


class Score(models.Model):
    """The points for one criterion on one sheet; a missing row is a criterion not scored yet."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField(_("points"))

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "criterion"], name="one_score_a_sheet_and_criterion"
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"
