"""The archive's questions in the domain's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch, Q
from wagtail.models import PageQuerySet

if TYPE_CHECKING:
    from archive.models import Place


class HonoreePageQuerySet(PageQuerySet):
    """Honourees' pages."""

    def awaiting_honour(self) -> HonoreePageQuerySet:
        """Return the pages whose draft waits for an announcement."""
        return self.filter(awaiting_honour=True)

    def from_place(self, place: Place) -> HonoreePageQuerySet:
        """Return pages that name ``place``, or a place inside it, or have an honour from there."""
        return self.filter(
            Q(place__path__startswith=place.path) | Q(honours__place__path__startswith=place.path)
        ).distinct()

    def with_public_honours(self) -> HonoreePageQuerySet:
        """Prefetch each page's valid honours as ``public_honours``, newest first, and portrait."""
        return (
            self.with_honours_only()
            .select_related("portrait")
            .prefetch_related(standard_renditions("portrait"))
        )

    def with_honours_only(self) -> HonoreePageQuerySet:
        """Prefetch each page's valid honours as ``public_honours``, newest first."""
        from archive.models import Honour

        honours = Honour.objects.valid().select_related("category", "place__town")
        return self.defer("body").prefetch_related(
            Prefetch("honours", queryset=honours, to_attr="public_honours")
        )


class HonourQuerySet(models.QuerySet):
    """Honours."""

    def valid(self) -> HonourQuerySet:
        """Return the honours that have not been revoked."""
        return self.filter(status="valid")

    def public(self) -> HonourQuerySet:
        """Return the valid honours whose page anyone may read."""
        from archive.models import HonoreePage

        return self.valid().filter(page__in=HonoreePage.objects.live().public())

    def at(self, place: Place) -> HonourQuerySet:
        """Return the honours of ``place`` and of the places inside it."""
        return self.filter(place__path__startswith=place.path)

    def for_lists(self) -> HonourQuerySet:
        """Bring along what a list shows of each honour, so that rows ask nothing more."""
        return (
            self.select_related("page__portrait", "category", "place__town")
            .defer("page__body", "page__search_text")
            .prefetch_related(standard_renditions("page__portrait"))
        )


def standard_renditions(portrait: str) -> Prefetch:
    """Return a prefetch of the renditions that pages show, through the relation ``portrait``."""
    from wagtail.images import get_image_model

    from archive.pictures import STANDARD_SPECS

    rendition = get_image_model().get_rendition_model()
    return Prefetch(
        f"{portrait}__renditions",
        queryset=rendition.objects.filter(filter_spec__in=STANDARD_SPECS),
        to_attr="prefetched_renditions",
    )
