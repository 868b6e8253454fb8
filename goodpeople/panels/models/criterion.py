"""What a round's candidates are scored against."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from goodpeople.nominations.models.round import Round, RoundChild


class Criterion(RoundChild):
    """One criterion of a round: its weight, and the most points a member can give for it."""

    FROZEN_FIELDS = ("name", "weight", "max_points")

    round = ParentalKey(Round, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(_("criterion"), max_length=60)
    description = models.TextField(
        _("what to look for"), blank=True, help_text=_("Panel members read this as they score.")
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Relative to the other criteria, for instance 40, 30, 20 and 10."),
    )
    max_points = models.PositiveSmallIntegerField(
        _("most points"), default=10, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta(RoundChild.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return self.name
