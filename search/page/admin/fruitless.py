"""The office's report of searches that found nothing: what is missing, or called otherwise."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from search.page import fruitless
from search.page.models import FruitlessSearch

CLEARED = "search_page.clear_fruitless"


class DayColumn(Column):
    """A date as it is written."""

    def get_value(self, instance: Any) -> str:
        """Return the date as 2026-05-01."""
        return super().get_value(instance).isoformat()


class FruitlessView(ReportView):
    """The words, how often and on which day last; the most frequent first."""

    model = FruitlessSearch
    page_title = gettext_lazy("Searches that found nothing")
    header_icon = "search"
    index_url_name = "search_page:fruitless"
    index_results_url_name = "search_page:fruitless_results"
    permission_required = "view"
    is_searchable = True
    search_fields = ["words"]
    default_ordering = "-times"
    columns = [
        Column("words", label=gettext_lazy("Searched for"), sort_key="words"),
        NumberColumn("times", label=gettext_lazy("How often"), sort_key="times"),
        DayColumn("last_day", label=gettext_lazy("Last on"), sort_key="last_day"),
    ]
    list_export = ["words", "times", "last_day"]
    export_headings = {
        "words": gettext_lazy("Searched for"),
        "times": gettext_lazy("How often"),
        "last_day": gettext_lazy("Last on"),
    }
    export_filename = "searches-that-found-nothing"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer to clear the list beside the downloads."""
        buttons = super().header_more_buttons.copy()
        if self.user_has_permission("delete") and FruitlessSearch.objects.exists():
            url = reverse("search_page:clear_fruitless")
            buttons.append(Button(_("Clear the list"), url=url, icon_name="bin", priority=100))
        return buttons


class ClearFruitlessView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Ask, then forget everything that was noted."""

    model = FruitlessSearch
    template_name = "search_page/admin/confirm_clear.html"
    permission_required = "delete"
    page_title = gettext_lazy("Clear the searches that found nothing")
    header_icon = "bin"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead by way of the report."""
        report = {"url": reverse("search_page:fruitless"), "label": FruitlessView.page_title}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say how much it is."""
        context = super().get_context_data(**kwargs)
        back = reverse("search_page:fruitless")
        return {**context, "rows": FruitlessSearch.objects.count(), "back": back}

    def post(self, request: HttpRequest) -> HttpResponse:
        """Forget, and log who did it."""
        with transaction.atomic():
            first = FruitlessSearch.objects.first()
            if first is not None:
                # The list as a whole; what stood in it is nobody's business any more.
                title = str(FruitlessView.page_title)
                log(instance=first, action=CLEARED, user=request.user, title=title)
            gone = fruitless.clear()
        text = ngettext("%(count)d entry was removed.", "%(count)d entries were removed.", gone)
        messages.success(request, text % {"count": gone})
        return redirect("search_page:fruitless")


class FruitlessMenuItem(MenuItem):
    """The report's place in the menu, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to whoever may read the report."""
        return request.user.has_perm("search_page.view_fruitlesssearch")
