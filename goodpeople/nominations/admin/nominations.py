"""Nominations in the office's menu: a snippet viewset with an explicit list of routes.

``SnippetViewSet``, since Wagtail's workflow code looks for ``obj.snippet_viewset``; but of its
two dozen routes only the list is served. Everything else about a nomination is our own page.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSet

from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.draft_profile import DraftProfileView
from goodpeople.nominations.admin.nomination_list import NominationIndexView, listed_nominations
from goodpeople.nominations.admin.nomination_page import (
    DecideView,
    EditRedirectView,
    NominationPageView,
    RevealView,
)
from goodpeople.nominations.models import Nomination


class NominationViewSet(AllowedRoutes, SnippetViewSet):
    """Nominations."""

    model = Nomination
    url_prefix = "nominations"
    url_namespace = "nominations_nomination"
    icon = "user"
    menu_label = gettext_lazy("Nominations")
    menu_order = 20
    # Or Wagtail lists it under "Snippets" as well.
    menu_item_is_registered = True
    allowed_routes = frozenset(
        {"list", "list_results", "inspect", "edit", "decide", "reveal", "draft_profile"}
    )
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 30
    index_view_class = NominationIndexView
    index_template_name = "wagtailadmin/generic/index.html"
    index_results_template_name = "wagtailadmin/generic/index_results.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return the rows that ``request``'s user may see."""
        return listed_nominations(request)

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the list's two routes and our own; Wagtail's edit view is not among them."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "edit"] + [
            path("edit/<int:pk>/", self.construct_view(EditRedirectView), name="edit")
        ]

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the nomination's page and what is done there."""
        return [
            path("<int:pk>/", self.construct_view(NominationPageView), name="inspect"),
            path("<int:pk>/decide/", self.construct_view(DecideView), name="decide"),
            path("<int:pk>/reveal/", self.construct_view(RevealView), name="reveal"),
            path("<int:pk>/profile/", self.construct_view(DraftProfileView), name="draft_profile"),
        ]

    def register_chooser_viewset(self) -> None:
        """Register none: a chooser would list nominees to whoever edits pages."""

    def get_permissions_to_register(self) -> Any:
        """Offer none for groups: what roles may do stands in ``permissions``."""
        return super().get_permissions_to_register().none()
