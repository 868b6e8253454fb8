"""The search page as an app of its own, so that the search beside it knows no archive."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchPageConfig(AppConfig):
    """The readers' search page, the editors' synonyms, the office's list of fruitless searches."""

    name = "search.page"
    label = "search_page"
    verbose_name = _("Search page")
    default_auto_field = "django.db.models.BigAutoField"
    # Read by whoever keeps the roles, since this room knows none: see accounts.roles.
    role_permissions = {
        "office": (
            *(f"search_page.{verb}_synonymgroup" for verb in ("view", "add", "change", "delete")),
            *(
                f"wagtailsearchpromotions.{verb}_searchpromotion"
                for verb in ("view", "add", "change", "delete")
            ),
            "search_page.view_fruitlesssearch",
            "search_page.delete_fruitlesssearch",
        ),
        "editor": (
            *(f"search_page.{verb}_synonymgroup" for verb in ("view", "add", "change", "delete")),
            *(
                f"wagtailsearchpromotions.{verb}_searchpromotion"
                for verb in ("view", "add", "change", "delete")
            ),
            "search_page.view_fruitlesssearch",
        ),
    }
