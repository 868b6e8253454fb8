"""Honours, places and categories in the office's "Archive" menu."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from archive.admin.refusals import RefusedWhileReferredTo
from archive.models import Category, Honour, Place


class HonourIndexView(generic.IndexView):
    """The list of honours, in a constant number of queries."""

    def get_base_queryset(self) -> Any:
        """Bring along what a row shows."""
        return (
            super()
            .get_base_queryset()
            .select_related("page", "category", "place")
            .defer("page__body", "page__search_text")
        )


class HonourViewSet(ModelViewSet):
    """Honours of the past are entered here; those of a round are written by its announcement."""

    model = Honour
    icon = "success"
    index_view_class = HonourIndexView
    copy_view_enabled = False
    list_display = ["page", "year", "level", "category", "place", "status"]
    list_filter = ["year", "level", "category", "status"]
    search_fields = ["page__title", "certificate_no"]
    ordering = ["-year", "pk"]
    edit_handler = ObjectList(
        [
            FieldPanel("page"),
            MultiFieldPanel(["year", "level", "category", "place"], heading=_("The honour")),
            MultiFieldPanel(["announced_on", "certificate_no"], heading=_("Announcement")),
            MultiFieldPanel(["source_title", "source_url", "source_date"], heading=_("Source")),
            MultiFieldPanel(["status", "revoked_on", "revoked_reason"], heading=_("Revocation")),
        ]
    )


class PlaceIndexView(generic.IndexView):
    """The list of places, in a constant number of queries."""

    def get_base_queryset(self) -> Any:
        """Bring along what a row shows."""
        return super().get_base_queryset().select_related("parent")


class PlaceDeleteView(RefusedWhileReferredTo, generic.DeleteView):
    """Delete a place that nothing refers to."""


class PlaceViewSet(ModelViewSet):
    """The city, its towns and their villages."""

    model = Place
    icon = "site"
    index_view_class = PlaceIndexView
    delete_view_class = PlaceDeleteView
    copy_view_enabled = False
    list_display = ["name", "kind", "parent", "name_en", "is_sample"]
    list_filter = ["kind", "is_sample"]
    search_fields = ["name", "name_en"]
    ordering = ["path"]
    form_fields = ["name", "name_en", "kind", "parent", "slug", "is_sample"]


class CategoryViewSet(ModelViewSet):
    """What people are honoured for."""

    model = Category
    icon = "tag"
    copy_view_enabled = False
    list_display = ["name", "name_en", "code", "sort_order"]
    search_fields = ["name", "name_en"]
    ordering = ["sort_order", "pk"]
    form_fields = [
        "name",
        "name_en",
        "code",
        "description",
        "description_en",
        "sort_order",
    ]


class ArchiveViewSetGroup(ViewSetGroup):
    """The office's menu for the published record."""

    menu_label = _("Archive")
    menu_icon = "folder-open-inverse"
    menu_order = 300
    items = (
        HonourViewSet("archive_honours"),
        PlaceViewSet("archive_places"),
        CategoryViewSet("archive_categories"),
    )
