"""Where honourees are from: a county-level city, its towns, and their villages."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from archive.pinyin import slug_for
from archive.shown import Shown, shown


class PlaceQuerySet(models.QuerySet):
    """Places by where they lie."""

    def under(self, place: Place) -> PlaceQuerySet:
        """Return ``place`` and everything that lies in it."""
        return self.filter(path__startswith=place.path)

    def towns(self) -> PlaceQuerySet:
        """Return the towns and subdistricts."""
        return self.filter(kind=Place.Kind.TOWN)


class Place(models.Model):
    """A city, a town (or subdistrict), or a village (or community).

    ``path``, ``town`` and the two chain texts follow from the parent and are kept by
    ``save()``, so that a list of honours needs no query a row to say where each was.
    """

    class Kind(models.TextChoices):
        CITY = "city", _("City")
        TOWN = "town", _("Town (subdistrict)")
        VILLAGE = "village", _("Village (community)")

    name = models.CharField(_("place name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=80, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    slug = models.SlugField(
        _("web address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("Made from the name when left blank."),
    )
    is_sample = models.BooleanField(_("sample"), default=False)
    path = models.CharField(max_length=120, db_index=True, editable=False, default="")
    town = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    chain_text = models.CharField(max_length=250, editable=False, default="")
    chain_text_en = models.CharField(max_length=300, editable=False, default="")

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = _("locality")
        verbose_name_plural = _("localities")

    def __str__(self) -> str:
        return self.chain_text or self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, keep what follows from the parent, and pass it on to the places inside."""
        from archive.models.pages import HonoreePage

        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)
        for place in self._settle():
            place.__dict__.pop("chain", None)
        self.__dict__.pop("chain", None)
        for page in HonoreePage.objects.from_place(self).live():
            page.refresh_search_text()

    @cached_property
    def chain(self) -> list[Place]:
        """The places from the outermost to this one, by one query."""
        ids = [int(part) for part in self.path.split("/") if part]
        found = Place.objects.in_bulk(ids)
        return [found[pk] for pk in ids if pk in found]

    @property
    def shown_name(self) -> Shown:
        """The name in the reader's language."""
        return shown(self.name, self.name_en)

    @property
    def shown_chain(self) -> Shown:
        """The whole place in the reader's language: 平湖市林埭镇双庙村."""
        return shown(self.chain_text, self.chain_text_en)

    @property
    def public_text(self) -> Shown:
        """The place down to the town, which is all that a public notice says."""
        if self.town is not None:
            return self.town.shown_name
        if self.kind == self.Kind.VILLAGE and self.parent is not None:
            return self.parent.public_text
        return self.shown_name

    def clean(self) -> None:
        """Refuse a place that would lie in itself."""
        super().clean()
        if self.pk and self.parent is not None and f"/{self.pk}/" in self.parent.path:
            raise ValidationError({"parent": _("A place cannot lie in itself.")})

    def _settle(self) -> list[Place]:
        """Write path, town and chain texts of this place and of all inside; return those."""
        parent = self.parent
        self.path = f"{parent.path if parent else '/'}{self.pk}/"
        self.chain_text = f"{parent.chain_text if parent else ''}{self.name}"
        in_english = [self.name_en]
        if parent is not None:
            in_english.append(parent.chain_text_en)
        self.chain_text_en = ", ".join(in_english) if all(in_english) else ""
        if self.kind == self.Kind.TOWN:
            self.town_id = self.pk
        else:
            self.town_id = parent.town_id if parent is not None else None
        Place.objects.filter(pk=self.pk).update(
            path=self.path,
            town_id=self.town_id,
            chain_text=self.chain_text,
            chain_text_en=self.chain_text_en,
        )
        settled = [self]
        for child in Place.objects.filter(parent_id=self.pk).exclude(pk=self.pk):
            child.parent = self
            settled += child._settle()
        return settled

    def _free_slug(self) -> str:
        stem = slug_for(self.name, is_person=False).replace("-", "") or "place"
        slug, number = stem, 1
        while Place.objects.filter(slug=slug).exclude(pk=self.pk).exists():
            number += 1
            slug = f"{stem}-{number}"
        return slug
