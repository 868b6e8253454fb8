"""The public notice of one round's proposed list."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models import Round


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by the calendar."""

    def running(self, today: date | None = None) -> NoticeQuerySet:
        """Return the notices whose period holds ``today`` (a local date)."""
        today = today or timezone.localdate()
        return self.filter(starts_on__lte=today, ends_on__gte=today)


class Notice(models.Model):
    """From when to when the list is public; both days belong to the period."""

    round = models.OneToOneField(
        Round, verbose_name=_("round"), on_delete=models.PROTECT, related_name="notice"
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    masks_names = models.BooleanField(_("names are masked"), default=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("public notice")
        verbose_name_plural = _("public notices")
        ordering = ["-starts_on", "-pk"]

    def __str__(self) -> str:
        return str(_("Public notice of %(round)s") % {"round": self.round})

    def is_running(self, today: date | None = None) -> bool:
        """Whether objections are taken on ``today`` (a local date)."""
        return self.starts_on <= (today or timezone.localdate()) <= self.ends_on

    def is_over(self, today: date | None = None) -> bool:
        """Whether the last day has passed."""
        return (today or timezone.localdate()) > self.ends_on
