"""The admin's menu, cut down to what this site's roles use.

Other rooms add to the "Selection" group by the hook ``register_selection_menu_item``: a
function that returns a ``MenuItem``, or a viewset with ``menu_hook`` set to that name.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from goodpeople.nominations.admin.nominations import NominationViewSet
from goodpeople.nominations.admin.rounds import RoundViewSet
from goodpeople.nominations.admin.units import UnitViewSet
from goodpeople.nominations.permissions import reads_everything

SELECTION_HOOK = "register_selection_menu_item"
# Wagtail's menu items by name: what they lead to is shut, or of no use here.
_NOT_NEEDED = {"help", "snippets"}
_CLOSED_SETTINGS = {"workflows", "workflow-tasks"}
_KEPT_REPORTS = {"site-log", "fruitless-searches"}


class SelectionGroup(ViewSetGroup):
    """The office's own menu, first of all."""

    menu_label = gettext_lazy("Selection")
    menu_name = "selection"
    menu_icon = "group"
    menu_order = 10
    submenu_hook = SELECTION_HOOK
    items = (RoundViewSet, NominationViewSet, UnitViewSet)


def cut_main_menu(request: HttpRequest, items: list[Any]) -> None:
    """Take out what leads nowhere, and call the pages what they are here."""
    items[:] = [item for item in items if item.name not in _NOT_NEEDED]
    for item in items:
        if item.name == "explorer":
            item.label = gettext_lazy("Profiles and pages")


def cut_settings_menu(request: HttpRequest, items: list[Any]) -> None:
    """Take out workflows and their tasks, which are made from rounds."""
    items[:] = [item for item in items if item.name not in _CLOSED_SETTINGS]


def cut_reports_menu(request: HttpRequest, items: list[Any]) -> None:
    """Keep our own items; what Wagtail reports of pages nobody here asks for."""
    items[:] = [item for item in items if item.name in _KEPT_REPORTS]


class SiteLogMenuItem(MenuItem):
    """The site's log. Wagtail shows its own item to whoever edits pages, not to the auditor."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to those who may read everything."""
        return reads_everything(request.user)


def site_log_item() -> MenuItem:
    """Return the item that leads to the site's log."""
    return SiteLogMenuItem(
        gettext_lazy("Site log"),
        reverse("wagtailadmin_reports:site_history"),
        name="site-log",
        icon_name="history",
        order=10,
    )
