"""The search: for now its page; the engine behind it is a later room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The search app."""

    name = "search"
    label = "search"
    verbose_name = _("Search")
