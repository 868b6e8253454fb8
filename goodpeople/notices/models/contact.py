"""Where the public reaches the office: printed under every notice."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="mail")
class OfficeContact(BaseGenericSetting):
    """The office's name and address for objections; one row for the site."""

    name = models.CharField(
        _("name of the office"),
        max_length=80,
        blank=True,
        help_text=_("The public notice is signed with this name."),
    )
    address = models.CharField(_("address of the office"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hours = models.CharField(
        _("office hours"),
        max_length=100,
        blank=True,
        help_text=_("When someone answers the telephone and receives visitors."),
    )

    class Meta:
        verbose_name = _("office for objections")

    @classmethod
    def current(cls) -> OfficeContact:
        """Return the row, or an empty unsaved one: a reader's request never writes."""
        return cls.objects.first() or cls()

    @property
    def is_complete(self) -> bool:
        """Whether somebody who does not use the form knows where to turn."""
        return bool(self.name and (self.address or self.phone))
