"""What the search page hangs into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.search_promotions.views import IndexView as PromotionsView

from search.page.admin.fruitless import (
    CLEARED,
    ClearFruitlessView,
    FruitlessMenuItem,
    FruitlessView,
)
from search.page.admin.synonyms import SynonymViewSet

# How often words were asked for is counted nowhere on this site: the column would show noughts.
PromotionsView.columns = [column for column in PromotionsView.columns if column.name != "views"]


@hooks.register("register_admin_viewset")
def synonyms() -> SynonymViewSet:
    """Register the editors' synonyms."""
    return SynonymViewSet()


@hooks.register("register_admin_urls")
def report_addresses() -> list:
    """Register the report's addresses."""
    addresses = [
        path("", FruitlessView.as_view(), name="fruitless"),
        path("results/", FruitlessView.as_view(results_only=True), name="fruitless_results"),
        path("clear/", ClearFruitlessView.as_view(), name="clear_fruitless"),
    ]
    return [path("reports/fruitless-searches/", include((addresses, "search_page")))]


@hooks.register("register_reports_menu_item")
def report_item() -> MenuItem:
    """Return the item that leads to the report."""
    return FruitlessMenuItem(
        _("Searches that found nothing"),
        reverse("search_page:fruitless"),
        name="fruitless-searches",
        icon_name="search",
        order=20,
    )


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """Name what is logged."""
    actions.register_action(CLEARED, _("Clear the fruitless searches"), _("List cleared"))
