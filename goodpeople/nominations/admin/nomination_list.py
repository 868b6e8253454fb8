"""The list of nominations: states, filters and search, in a constant number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import IndexView

from archive.models import Category
from goodpeople.nominations.admin.columns import TagColumn
from goodpeople.nominations.models import Nomination, Round, Unit
from goodpeople.nominations.scoping import nominations_visible_to
from goodpeople.nominations.states import STATE_LABELS, STATE_TONES


@dataclass(frozen=True)
class StateTag:
    """A nomination's state as a tag."""

    label: Any
    tone: str


def state_tag(nomination: Nomination) -> StateTag:
    """Return the tag of a nomination's state."""
    state = nomination.state
    return StateTag(STATE_LABELS[state], STATE_TONES.get(state, "neutral"))


class UnitChoiceField(django_filters.fields.ModelChoiceField):
    """Units with those below a town set in, so that the tree can be read in a list."""

    def label_from_instance(self, unit: Unit) -> str:
        """Return the unit's name, moved in by its depth."""
        return "\u3000" * (unit.path.count("/") - 2) + unit.name


class UnitFilter(django_filters.ModelChoiceFilter):
    """A unit and everything below it."""

    field_class = UnitChoiceField


class NominationFilterSet(WagtailFilterSet):
    """By state, round, unit with its subtree, and category."""

    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"),
        choices=lambda: list(STATE_LABELS.items()),
        method="in_states",
        widget=forms.CheckboxSelectMultiple,
    )
    round = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Round"), queryset=Round.objects.all()
    )
    unit = UnitFilter(
        label=gettext_lazy("Unit and those below it"),
        queryset=Unit.objects.order_by("path"),
        method="under_unit",
    )
    category = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Category"), queryset=Category.objects.all()
    )

    class Meta:
        model = Nomination
        fields = ["state", "round", "unit", "category"]

    def in_states(self, queryset: Any, name: str, states: list[str]) -> Any:
        """Keep the nominations in one of ``states``."""
        return queryset.filter(state_key__in=states) if states else queryset

    def under_unit(self, queryset: Any, name: str, unit: Unit | None) -> Any:
        """Keep the nominations of ``unit`` and of those below it."""
        return queryset.filter(unit__in=Unit.objects.under([unit])) if unit else queryset


def listed_nominations(request: HttpRequest) -> QuerySet:
    """Return what the list of ``request``'s user may hold."""
    return nominations_visible_to(request.user).for_listing().defer("story", "summary")


class NominationIndexView(IndexView):
    """All nominations; each leads to its own page. No bulk actions, no export."""

    page_title = gettext_lazy("Nominations")
    any_permission_required = ["view"]
    filterset_class = NominationFilterSet
    # Through the ORM: a search backend refuses filters over joins (the unit's subtree).
    search_backend_name = None
    search_fields = ["name", "headline", "employer_post", "overview", "story"]
    default_ordering = "-updated_at"
    paginate_by = 30

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Take no notice of ``?export=``: a sheet of nominees would leave the log's sight."""
        super().setup(request, *args, **kwargs)
        self.is_export = False

    @property
    def no_results_message(self) -> str:
        """Say where nominations come from, while there is none; the office cannot add one."""
        if self.is_searching or self.is_filtering:
            return super().no_results_message
        return _("No nomination yet. They come here as units begin them while a round is open.")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            TitleColumn(
                "name", label=_("Full name"), accessor=str, sort_key="name", get_url=_page_url
            ),
            TagColumn("state", label=_("State"), accessor=state_tag, sort_key="state_key"),
            Column("unit", label=_("Unit"), sort_key="unit__path"),
            Column("category", label=_("Category"), accessor=_category, sort_key="category"),
            Column("round", label=_("Round"), sort_key="round", classname="wide-only"),
            DateColumn(
                "updated_at", label=_("Last changed"), sort_key="updated_at", classname="wide-only"
            ),
        ]


def _category(nomination: Nomination) -> str:
    return nomination.category.label if nomination.category else ""


def _page_url(nomination: Nomination) -> str:
    return reverse("nominations_nomination:inspect", args=[nomination.pk])
