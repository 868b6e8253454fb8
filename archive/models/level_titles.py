"""What the honours of each level are called here: 平湖好人, 嘉兴好人, 浙江好人, 中国好人."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from archive.models.honour import Level
from archive.shown import Shown, shown

if TYPE_CHECKING:
    from archive.models.honour import Honour


def _title(label: str) -> models.CharField:
    return models.CharField(label, max_length=20, blank=True)


def _title_en(label: str) -> models.CharField:
    return models.CharField(label, max_length=60, blank=True)


@register_setting(icon="success")
class LevelTitles(BaseGenericSetting):
    """The titles of the four levels; a blank one is called by its level. One row for the site."""

    county = _title(gettext_lazy("title at county level"))
    county_en = _title_en(gettext_lazy("English title at county level"))
    city = _title(gettext_lazy("title at city level"))
    city_en = _title_en(gettext_lazy("English title at city level"))
    province = _title(gettext_lazy("title at province level"))
    province_en = _title_en(gettext_lazy("English title at province level"))
    national = _title(gettext_lazy("title at national level"))
    national_en = _title_en(gettext_lazy("English title at national level"))

    class Meta:
        verbose_name = gettext_lazy("titles of the levels")

    @classmethod
    def current(cls) -> LevelTitles:
        """Return the row, or an empty unsaved one: a reader's request never writes."""
        return cls.objects.first() or cls()

    def of(self, level: str) -> Shown:
        """Return the title of ``level`` in the reader's language; never blank.

        Where the office has set none, the level speaks for itself: 县级好人.
        """
        title = getattr(self, level)
        return shown(title, getattr(self, f"{level}_en")) if title else Shown(_plain(level))

    def with_year(self, honour: Honour) -> Shown:
        """Return for instance 2025年度平湖好人, in the reader's language."""
        title = self.of(honour.level)
        return Shown(
            _("%(title)s, %(year)s") % {"title": title.plain, "year": honour.year}, title.lang
        )


def _plain(level: str) -> str:
    """Return what an honour of ``level`` is called where the office has no title for it."""
    return {
        Level.COUNTY: _("County-level Good Person"),
        Level.CITY: _("City-level Good Person"),
        Level.PROVINCE: _("Province-level Good Person"),
        Level.NATIONAL: _("National Good Person"),
    }[Level(level)]
