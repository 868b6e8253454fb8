"""A recusal: a member with a conflict of interest does not score this candidate."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goodpeople.panels.models.sheet import ScoreSheet


class Recusal(models.Model):
    """Why a sheet is not scored: declared by the member, or recorded by the office."""

    sheet = models.OneToOneField(ScoreSheet, on_delete=models.PROTECT, related_name="recusal")
    reason = models.TextField(_("reason"))
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    declared_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")

    def __str__(self) -> str:
        return str(self.sheet)
