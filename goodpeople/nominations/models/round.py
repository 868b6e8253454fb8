"""A round: one yearly (or quarterly) selection, with all its rules as data."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from archive.models import Level

FROZEN_REASON = _(
    "This round has received its first nomination; its rules can no longer change for anyone."
)


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, in the office's words."""

    def open_for_nominations(self, today: date | None = None) -> RoundQuerySet:
        """Return rounds that take nominations on ``today`` (a local date)."""
        today = today or timezone.localdate()
        return self.filter(opens_on__lte=today, closes_on__gte=today).exclude(
            step_records__step="close_scoring"
        )


class Round(ClusterableModel):
    """One selection. Its rules freeze with the first submission (see ``FROZEN_FIELDS``)."""

    # What a nominator relied on when writing; dates, the title and the notice may still move.
    FROZEN_FIELDS = (
        "level",
        "year",
        "needs_verification",
        "headline_max",
        "overview_max",
        "summary_max",
        "story_min",
        "story_max",
        "photos_min",
        "asks_id_number",
    )

    title = models.CharField(_("title of the round"), max_length=120)
    year = models.PositiveSmallIntegerField(
        _("year of the list"), validators=[MinValueValidator(1949), MaxValueValidator(2200)]
    )
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    opens_on = models.DateField(_("nominations open on"))
    closes_on = models.DateField(_("nominations close on"))
    guidance = models.TextField(
        _("guidance for nominators"),
        blank=True,
        help_text=_("Shown above the nomination form: who may be nominated, and what is wanted."),
    )
    needs_verification = models.BooleanField(_("facts are verified before scoring"), default=True)
    headline_max = models.PositiveSmallIntegerField(
        _("one-line deed, at most"), default=70, validators=[MaxValueValidator(120)]
    )
    overview_max = models.PositiveSmallIntegerField(
        _("overview, at most"), default=140, validators=[MaxValueValidator(350)]
    )
    summary_max = models.PositiveSmallIntegerField(_("summary, at most"), default=500)
    story_min = models.PositiveSmallIntegerField(_("deeds text, at least"), default=800)
    story_max = models.PositiveSmallIntegerField(_("deeds text, at most"), default=2000)
    photos_min = models.PositiveSmallIntegerField(_("photos, at least"), default=1)
    asks_id_number = models.BooleanField(_("asks for the ID number"), default=False)
    notice_days = models.PositiveSmallIntegerField(
        _("length of the public notice, in days"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Calendar days, the first one included."),
    )
    notice_masks_names = models.BooleanField(
        _("the notice masks names"),
        default=False,
        help_text=_("Shows 张某某 instead of the full name."),
    )
    workflow = models.OneToOneField(
        "wagtailcore.Workflow",
        verbose_name=_("workflow"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="round",
    )
    # Everybody nominated in it is invented, and is marked as such wherever the public reads.
    is_sample = models.BooleanField(default=False, editable=False)
    frozen_at = models.DateTimeField(null=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["-year", "-opens_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_frozen(self) -> bool:
        """Whether the first nomination has come in, which fixes the rules."""
        return self.frozen_at is not None

    def task(self, kind: str):
        """Return this round's own task of ``kind`` ("scoring"…), specific, or None."""
        found = self.workflow.tasks.filter(content_type__model=f"{kind}task").first()
        return found.specific if found else None

    def takes_nominations(self, today: date | None = None) -> bool:
        """Whether a nomination may be submitted on ``today`` (a local date)."""
        return Round.objects.open_for_nominations(today).filter(pk=self.pk).exists()

    def clean(self) -> None:
        """Refuse impossible dates and lengths, and changed rules in a frozen round."""
        errors: dict[str, list] = {}
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            errors["closes_on"] = [_("The closing date lies before the opening date.")]
        if self.story_min and self.story_max and self.story_max < self.story_min:
            errors["story_max"] = [_("The longest length is below the shortest.")]
        for field in self.changed_frozen_fields():
            errors.setdefault(field, []).append(FROZEN_REASON)
        if errors:
            raise ValidationError(errors)

    def changed_frozen_fields(self) -> list[str]:
        """Return the frozen fields that differ from the database row; [] while not frozen."""
        if not self.pk:
            return []
        stored = (
            Round.objects.filter(pk=self.pk, frozen_at__isnull=False)
            .values(*self.FROZEN_FIELDS)
            .first()
        )
        if stored is None:
            return []
        return [name for name in self.FROZEN_FIELDS if stored[name] != getattr(self, name)]

    def save(self, *args, **kwargs) -> None:
        """Save; make the workflow anew from the round's data while the rules may still move."""
        from goodpeople.nominations.workflow_building import build_workflow

        if changed := self.changed_frozen_fields():
            raise ValidationError(dict.fromkeys(changed, FROZEN_REASON))
        super().save(*args, **kwargs)
        build_workflow(self)


class RoundChild(Orderable):
    """A row of a round's rules (a category, a criterion): fixed once the round is frozen."""

    class Meta(Orderable.Meta):
        abstract = True

    # The columns that are rules; the order of rows on a screen is not.
    FROZEN_FIELDS: tuple[str, ...] = ()

    def _refuse_if_frozen(self) -> None:
        if not Round.objects.filter(pk=self.round_id, frozen_at__isnull=False).exists():
            return
        stored = type(self).objects.filter(pk=self.pk).values(*self.FROZEN_FIELDS).first()
        # Compared as the column would store it: a form hands "40" over for Decimal("40.00").
        if stored is None or any(
            stored[name] != self._meta.get_field(name).to_python(getattr(self, name))
            for name in self.FROZEN_FIELDS
        ):
            raise ValidationError(FROZEN_REASON, code="round_frozen")

    def save(self, *args, **kwargs) -> None:
        """Save; raise ``ValidationError`` when the round is frozen and a rule would change."""
        self._refuse_if_frozen()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Delete; raise ``ValidationError`` when the round is frozen."""
        if Round.objects.filter(pk=self.round_id, frozen_at__isnull=False).exists():
            raise ValidationError(FROZEN_REASON, code="round_frozen")
        return super().delete(*args, **kwargs)


class RoundCategory(RoundChild):
    """A category of a round and how many of its candidates the list may hold."""

    FROZEN_FIELDS = ("category_id", "quota")

    round = ParentalKey(Round, on_delete=models.CASCADE, related_name="categories")
    category = models.ForeignKey(
        "archive.Category",
        verbose_name=_("category"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    quota = models.PositiveSmallIntegerField(
        _("quota"), default=2, validators=[MinValueValidator(1)]
    )

    class Meta(RoundChild.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        constraints = [
            models.UniqueConstraint(fields=["round", "category"], name="one_quota_a_category")
        ]

    def __str__(self) -> str:
        return f"{self.category} ({self.quota})"


class StepRecord(models.Model):
    """That a step of a round was performed: once, by whom, when. A second press finds it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="step_records")
    step = models.CharField(max_length=40)
    performed_at = models.DateTimeField(default=timezone.now)
    performed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    moved = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["performed_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "step"], name="each_step_once")]

    def __str__(self) -> str:
        return f"{self.round}: {self.step}"
