"""Units (village, community, town, office) and the accounts that work for them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units, in the tree's words."""

    def under(self, units: models.QuerySet[Unit] | list[Unit]) -> UnitQuerySet:
        """Return ``units`` themselves and everything below them."""
        condition = models.Q(pk__in=[])
        for unit in units:
            condition |= models.Q(path__startswith=unit.path)
        return self.filter(condition)


class Unit(models.Model):
    """A body that nominates; a town stands above its villages and sees their nominations."""

    name = models.CharField(_("name of the unit"), max_length=80)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("parent unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    place = models.ForeignKey(
        "archive.Place",
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Where this unit's nominees usually live."),
    )
    active = models.BooleanField(_("active"), default=True)
    # "/1/4/9/": the ids from the root down, so that a subtree is one indexed prefix query.
    path = models.CharField(max_length=255, editable=False, db_index=True, default="")

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args, **kwargs) -> None:
        """Save, and keep the path of this unit and of all below it true."""
        super().save(*args, **kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if path != self.path:
            old, self.path = self.path, path
            Unit.objects.filter(pk=self.pk).update(path=path)
            if old:
                for below in Unit.objects.filter(path__startswith=old).exclude(pk=self.pk):
                    moved = path + below.path[len(old) :]
                    Unit.objects.filter(pk=below.pk).update(path=moved)

    def clean(self) -> None:
        """Refuse a parent that is this unit or stands below it."""
        if self.parent and self.pk and f"/{self.pk}/" in self.parent.path:
            raise ValidationError(
                {"parent": _("A unit cannot stand below itself.")}, code="unit_cycle"
            )


class UnitStaff(models.Model):
    """An account that works for a unit: it nominates for it and sees what stands below."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), on_delete=models.CASCADE, related_name="staff"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="unit_posts",
    )

    class Meta:
        verbose_name = _("staff member")
        verbose_name_plural = _("unit staff")
        constraints = [
            models.UniqueConstraint(fields=["unit", "user"], name="one_post_a_unit_and_account")
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.unit}"
