"""What a person is honoured for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.shown import Shown, shown


class Category(models.Model):
    """One of the kinds of good deed that a list is divided by."""

    code = models.SlugField(
        _("code"),
        unique=True,
        max_length=40,
        help_text=_("Used in web addresses; do not change it."),
    )
    name = models.CharField(_("category name"), max_length=40)
    name_en = models.CharField(_("English name"), max_length=80, blank=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    description_en = models.CharField(_("English description"), max_length=300, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and bring what readers can search for up to date with the name."""
        from archive.models.pages import HonoreePage

        super().save(*args, **kwargs)
        for page in HonoreePage.objects.live().filter(honours__category=self).distinct():
            page.refresh_search_text()

    @property
    def label(self) -> Shown:
        """The name in the reader's language."""
        return shown(self.name, self.name_en)

    @property
    def shown_description(self) -> Shown:
        """What the category is for, in the reader's language."""
        return shown(self.description, self.description_en)
