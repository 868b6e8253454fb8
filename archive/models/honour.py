"""One honour of one honouree: a row of its own, outside the page's revisions."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.querysets import HonourQuerySet
from archive.share_cards import redraw_after_commit


class Level(models.TextChoices):
    """Who honours: the lists of the county up to those of the country."""

    COUNTY = "county", _("County level")
    CITY = "city", _("City level")
    PROVINCE = "province", _("Province level")
    NATIONAL = "national", _("National level")


class Honour(models.Model):
    """That a page's person or group was honoured, when, where and for what.

    An ordinary foreign key on purpose: publishing an older draft of the page deletes
    child rows that the draft lacks, and an honour is a fact, not a draft.
    """

    class Status(models.TextChoices):
        VALID = "valid", _("Valid")
        REVOKED = "revoked", _("Revoked")

    page = models.ForeignKey(
        "archive.HonoreePage",
        verbose_name=_("honouree"),
        related_name="honours",
        on_delete=models.PROTECT,
    )
    level = models.CharField(_("level"), max_length=10, choices=Level, default=Level.COUNTY)
    year = models.PositiveSmallIntegerField(_("year"), db_index=True)
    category = models.ForeignKey(
        "archive.Category",
        verbose_name=_("category"),
        related_name="honours",
        on_delete=models.PROTECT,
    )
    place = models.ForeignKey(
        "archive.Place",
        verbose_name=_("place"),
        related_name="honours",
        on_delete=models.PROTECT,
    )
    certificate_no = models.CharField(_("certificate number"), max_length=60, blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    source_title = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.VALID)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    revoked_reason = models.TextField(_("reason of the revocation"), blank=True)

    objects = HonourQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "category__sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "level", "year", "category"],
                name="archive_honour_once",
                violation_error_message=_(
                    "This honouree already has this honour: same level, year and category."
                ),
            )
        ]
        verbose_name = _("honour")
        verbose_name_plural = _("honours")

    def __str__(self) -> str:
        return f"{self.page.title} · {self.year} · {self.category}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; year, place and category belong to what the page is found by."""
        before = (
            Honour.objects.filter(pk=self.pk).values_list("page_id", flat=True).first()
            if self.pk
            else None
        )
        super().save(*args, **kwargs)
        self._refresh_pages({self.page_id, before})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete; the page is no longer found by this honour."""
        page_id = self.page_id
        result = super().delete(*args, **kwargs)
        self._refresh_pages({page_id})
        return result

    def clean(self) -> None:
        """Refuse a revocation that does not say when and why."""
        super().clean()
        if self.status == self.Status.REVOKED:
            missing = {}
            if not self.revoked_on:
                missing["revoked_on"] = _("Say when the honour was revoked.")
            if not self.revoked_reason.strip():
                missing["revoked_reason"] = _("Say why the honour was revoked.")
            if missing:
                raise ValidationError(missing)

    def _refresh_pages(self, page_ids: set[int | None]) -> None:
        from archive.models.pages import HonoreePage

        for page in HonoreePage.objects.filter(pk__in=[pk for pk in page_ids if pk]):
            page.refresh_search_text()
            redraw_after_commit(HonoreePage, page.pk)
