"""Rounds in the office's menu: the list, the form, deletion, and each round's own page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from archive.admin.refusals import RefusedWhileReferredTo
from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.columns import DayColumn, TagColumn
from goodpeople.nominations.admin.refusals import OfficeOnly
from goodpeople.nominations.admin.round_form import round_edit_handler
from goodpeople.nominations.admin.round_page import RoundPageView, StepView
from goodpeople.nominations.admin.standing_of_rounds import whereabouts
from goodpeople.nominations.models import Round
from goodpeople.nominations.workflow_building import discard_workflow


class RoundIndexView(generic.IndexView):
    """All rounds, each leading to its own page."""

    page_title = gettext_lazy("Rounds")
    add_item_label = gettext_lazy("Add a round")

    def get_base_queryset(self) -> QuerySet:
        """Bring along what a row shows, so that rows ask nothing more."""
        return (
            super()
            .get_base_queryset()
            .prefetch_related("step_records")
            .annotate(nomination_count=Count("nominations"))
        )

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            TitleColumn("title", label=_("Round"), sort_key="title", get_url=_page_url),
            Column("year", label=_("Year"), sort_key="year", classname="wide-only"),
            Column("level", label=_("Level"), accessor="get_level_display", classname="wide-only"),
            TagColumn("whereabouts", label=_("Where it stands"), accessor=whereabouts),
            DayColumn("opens_on", label=_("Opens"), sort_key="opens_on", classname="wide-only"),
            DayColumn("closes_on", label=_("Closes"), sort_key="closes_on", classname="wide-only"),
            Column(
                "nomination_count",
                label=_("Nominations"),
                sort_key="nomination_count",
                classname="number",
            ),
        ]


def _page_url(round_: Round) -> str:
    return reverse("nominations_round:page", args=[round_.pk])


class _SavesOrSaysWhy:
    """Turn a refusal of the model's own into errors beside the fields, never a crash."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save and go on, or show the form with what was typed and the reasons."""
        try:
            return super().form_valid(form)
        except ValidationError as refusal:
            form.add_refusal(refusal)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def get_success_url(self) -> str:
        """Lead to the round's own page, where its next step stands."""
        return _page_url(self.object)

    def get_success_buttons(self) -> list:
        """Offer no button: the page that follows has one."""
        return []


class RoundCreateView(OfficeOnly, _SavesOrSaysWhy, generic.CreateView):
    """Plan a round."""

    page_title = gettext_lazy("Add a round")


class RoundEditView(OfficeOnly, _SavesOrSaysWhy, generic.EditView):
    """Change a round; of a frozen one what may still move."""

    template_name = "nominations/admin/round_form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether the rules are frozen."""
        context = super().get_context_data(**kwargs)
        return {**context, "is_frozen": self.object.is_frozen, "page_url": _page_url(self.object)}


class RoundDeleteView(OfficeOnly, RefusedWhileReferredTo, generic.DeleteView):
    """Take back a round that was never used, and its workflow with it."""

    def delete_action(self) -> None:
        """Delete the round and then the workflow that was made from it."""
        workflow = self.object.workflow
        super().delete_action()
        discard_workflow(workflow)


class RoundViewSet(AllowedRoutes, ModelViewSet):
    """Rounds."""

    model = Round
    name = "nominations_round"
    url_prefix = "rounds"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Rounds")
    menu_order = 10
    allowed_routes = frozenset({"index", "index_results", "add", "edit", "delete", "page", "step"})
    add_to_reference_index = False
    copy_view_enabled = False
    ordering = "-year"
    search_fields = ["title"]
    search_backend_name = None
    index_view_class = RoundIndexView
    add_view_class = RoundCreateView
    edit_view_class = RoundEditView
    delete_view_class = RoundDeleteView

    def get_edit_handler(self) -> Any:
        """Return the form's panels with those of the other rooms."""
        return round_edit_handler().bind_to_model(self.model)

    @property
    def edit_template_name(self) -> str:
        """Return our own template, which says when the rules are frozen."""
        return RoundEditView.template_name

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the round's page and its steps."""
        return [
            path("<int:pk>/", self.construct_view(RoundPageView), name="page"),
            path("<int:pk>/step/<slug:key>/", self.construct_view(StepView), name="step"),
        ]
