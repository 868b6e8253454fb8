"""The public notice of one round's proposed list."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goodpeople.nominations.models import Round, StepRecord


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by the calendar."""

    def running(self, today: date | None = None) -> NoticeQuerySet:
        """Return the notices whose period holds ``today`` (a local date)."""
        today = today or timezone.localdate()
        return self.filter(starts_on__lte=today, ends_on__gte=today)

    def with_announced(self) -> NoticeQuerySet:
        """Add the round and whether it was announced, which every page of a notice says."""
        announced = StepRecord.objects.filter(round=OuterRef("round"), step="announce")
        return self.select_related("round").annotate(announced=Exists(announced))

    def public(self, today: date | None = None) -> NoticeQuerySet:
        """Return the notices that have begun by ``today`` (a local date), for the public pages."""
        return self.with_announced().filter(starts_on__lte=today or timezone.localdate())


class Notice(models.Model):
    """From when to when the list is public; both days belong to the period."""

    class Phase(models.TextChoices):
        """Where a notice stands, as the public is told."""

        RUNNING = "running", _("Open for objections")
        OVER = "over", _("Period over")
        ANNOUNCED = "announced", _("List announced")

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

    @property
    def is_announced(self) -> bool:
        """Whether the round has been announced; without a query on rows of ``public()``."""
        annotated = self.__dict__.get("announced")
        if annotated is not None:
            return annotated
        return self.round.step_records.filter(step="announce").exists()

    @property
    def phase(self) -> Notice.Phase:
        """Return where the notice stands today."""
        if self.is_announced:
            return self.Phase.ANNOUNCED
        return self.Phase.RUNNING if self.is_running() else self.Phase.OVER

    @property
    def days(self) -> int:
        """Return the length in days, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def day_number(self) -> int:
        """Return which day of the period today is; 1 on the first."""
        return (timezone.localdate() - self.starts_on).days + 1

    @property
    def days_left(self) -> int:
        """Return how many days of the period are left, today included; 0 when it is over."""
        return max((self.ends_on - timezone.localdate()).days + 1, 0)
