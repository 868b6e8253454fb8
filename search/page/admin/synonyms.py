"""The editors' synonyms, beside the promoted results in the settings menu."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from search.page.models import SynonymGroup


class SynonymViewSet(ModelViewSet):
    """Groups of words; every change stands in the site's log."""

    model = SynonymGroup
    name = "synonyms"
    icon = "tag"
    menu_label = _("Synonyms")
    menu_order = 890
    add_to_settings_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["words"]
    list_display = ["words"]
    search_fields = ["words"]
    ordering = ["words"]
