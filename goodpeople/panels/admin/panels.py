"""Panels in the office's menu: the list, the form, and each panel's page to read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.columns import TagColumn
from goodpeople.nominations.admin.rounds import RefusedWhileReferredTo
from goodpeople.panels.admin.panel_form import PanelForm
from goodpeople.panels.admin.tags import panel_stage
from goodpeople.panels.models import Panel, PanelMember

_SEATS = Prefetch("members", PanelMember.objects.select_related("user"))


def page_url(panel: Panel) -> str:
    """Return the panel's page."""
    return reverse("panels_panel:page", args=[panel.pk])


def _member_names(panel: Panel) -> str:
    return "、".join(str(member) for member in panel.members.all())


class PanelIndexView(generic.IndexView):
    """All panels, the newest round's first."""

    page_title = gettext_lazy("Panels")
    add_item_label = gettext_lazy("Add a panel")
    default_ordering = ("-round__year", "-pk")

    def get_base_queryset(self) -> QuerySet:
        """Bring along what a row shows, so that rows ask nothing more."""
        queryset = super().get_base_queryset().select_related("round")
        return queryset.prefetch_related(_SEATS, "round__step_records")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            TitleColumn("round", label=_("Round"), accessor="round.title", get_url=page_url),
            Column("members", label=_("Panel members"), accessor=_member_names),
            TagColumn("stage", label=_("Scoring"), accessor=panel_stage),
        ]


class PanelPageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """A panel to read: its briefing, its members, and the way to the scoring."""

    model = Panel
    any_permission_required = ["view"]
    template_name = "panels/admin/panel_page.html"
    header_icon = "group"

    @cached_property
    def panel(self) -> Panel:
        """Return the panel of the address, or answer 404."""
        panels = Panel.objects.select_related("round").prefetch_related(
            _SEATS, "round__step_records"
        )
        return get_object_or_404(panels, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return whose panel it is."""
        return str(self.panel)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("panels_panel:index"), "label": _("Panels")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer the form to those who may change panels."""
        if not self.user_has_permission("change"):
            return []
        url = reverse("panels_panel:edit", args=[self.panel.pk])
        return [HeaderButton(_("Edit the panel"), url=url, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the panel over."""
        panel = self.panel
        return {
            **super().get_context_data(**kwargs),
            "panel": panel,
            "members": list(panel.members.all()),
            "stage": panel_stage(panel),
        }


class _LeadsToItsPage:
    """After saving, show the panel's page; a refusal met while saving stands in the form."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, or show beside the members why not: scoring closed in the meantime."""
        try:
            return super().form_valid(form)
        except ValidationError as refusal:
            form.add_error("member_accounts", refusal)
            return self.form_invalid(form)

    def get_success_url(self) -> str:
        """Return the panel's page."""
        return page_url(self.object)

    def get_success_buttons(self) -> list:
        """Offer no button: the page that follows has one."""
        return []


class PanelCreateView(_LeadsToItsPage, generic.CreateView):
    """Seat a panel for a round."""

    page_title = gettext_lazy("Add a panel")


class PanelEditView(_LeadsToItsPage, generic.EditView):
    """Change the briefing; seat members, and unseat those who have no sheets."""


class PanelDeleteView(RefusedWhileReferredTo, generic.DeleteView):
    """Take back a panel that has not scored."""


class PanelViewSet(AllowedRoutes, ModelViewSet):
    """Panels."""

    model = Panel
    name = "panels_panel"
    url_prefix = "panels"
    icon = "group"
    menu_label = gettext_lazy("Panels")
    menu_hook = "register_selection_menu_item"
    menu_order = 30
    allowed_routes = frozenset({"index", "index_results", "add", "edit", "delete", "page"})
    add_to_reference_index = False
    copy_view_enabled = False
    search_fields = ["round__title"]
    search_backend_name = None
    index_view_class = PanelIndexView
    add_view_class = PanelCreateView
    edit_view_class = PanelEditView
    delete_view_class = PanelDeleteView

    def get_form_class(self, for_update: bool = False) -> type[PanelForm]:
        """Return the form for making or for changing a panel."""
        return PanelForm

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the panel's page."""
        return [path("<int:pk>/", self.construct_view(PanelPageView), name="page")]
