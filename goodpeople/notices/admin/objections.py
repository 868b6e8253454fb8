"""Objections in the office's menu: the list, one objection, deciding, revealing who objected."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.model import ModelViewSet

from goodpeople.nominations.admin.allowed_routes import AllowedRoutes
from goodpeople.nominations.admin.columns import TagColumn
from goodpeople.nominations.admin.menu import SELECTION_HOOK
from goodpeople.nominations.models import Round
from goodpeople.nominations.permissions import allowed, is_office
from goodpeople.nominations.submission import NotAllowed
from goodpeople.notices.admin.forms import DisposalForm
from goodpeople.notices.admin.notices import NoticePageView
from goodpeople.notices.admin.tags import objection_tag
from goodpeople.notices.models import Objection
from goodpeople.notices.objections import dispose_of, masked_objector, reveal_objector


class ObjectionFilterSet(WagtailFilterSet):
    """By state and by round."""

    status = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=Objection.Status)
    round = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Round"),
        field_name="notice__round",
        queryset=Round.objects.filter(notice__isnull=False),
    )

    class Meta:
        model = Objection
        fields = ["status", "round"]


class ObjectionIndexView(generic.IndexView):
    """All objections, the open ones first."""

    page_title = gettext_lazy("Objections")
    template_name = "notices/admin/objections.html"
    results_template_name = "notices/admin/objections_results.html"

    def get_base_queryset(self) -> QuerySet:
        """Bring along what a row shows, and put what waits for the office on top."""
        waits = Case(
            When(status=Objection.Status.OPEN, then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        return (
            super()
            .get_base_queryset()
            .select_related("nomination", "notice__round")
            .order_by(waits, "-raised_at", "-pk")
        )

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        return [
            TitleColumn(
                "reference", label=_("Reference"), get_url=page_url, classname="objection-reference"
            ),
            Column("nomination", label=_("Candidate"), accessor="nomination"),
            Column("round", label=_("Round"), accessor="notice.round"),
            DateColumn("raised_at", label=_("Raised on"), sort_key="raised_at"),
            TagColumn("status", label=_("State"), accessor=objection_tag),
        ]


def page_url(objection: Objection) -> str:
    """Return the office's page of one objection."""
    return reverse("notices_objection:page", args=[objection.pk])


class ObjectionPageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One objection: about whom, what it says, and what the office made of it."""

    model = Objection
    any_permission_required = ["view"]
    template_name = "notices/admin/objection_page.html"
    header_icon = "warning"

    @cached_property
    def objection(self) -> Objection:
        """Return the objection of the address, or answer 404."""
        rows = Objection.objects.select_related(
            "notice__round", "nomination__category", "nomination__place__town", "disposed_by"
        )
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the reference."""
        return _("Objection %(reference)s") % {"reference": self.objection.reference}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("notices_objection:index"), "label": _("Objections")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Collect the facts; who objected is masked unless ``who`` is handed over in clear."""
        objection = self.objection
        context = {
            "objection": objection,
            "tag": objection_tag(objection),
            "notice_url": reverse("notices_objection:notice", args=[objection.notice.round_id]),
            "who": masked_objector(objection),
            "has_objector": bool(objection.objector or objection.contact),
            "may_decide": is_office(self.request.user),
            "dismiss_form": DisposalForm(auto_id="dismiss-%s"),
            "uphold_form": DisposalForm(auto_id="uphold-%s"),
        }
        return {**super().get_context_data(**kwargs), **context, **kwargs}


class DecideView(ObjectionPageView):
    """Take one of the two decisions; a refusal keeps the page and the typed reason."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide and lead back to the objection, or say beside the reason why not."""
        chosen = request.POST.get("decision")
        if chosen not in {"dismiss", "uphold"}:
            # Without the right one learns that, whatever was sent.
            verdict = allowed(request.user, "decide", self.objection.nomination)
            if not is_office(request.user):
                return render(request, "403.html", {"reason": verdict.reason}, status=403)
            return HttpResponse(status=400)
        form = DisposalForm(request.POST, auto_id=f"{chosen}-%s")
        form.is_valid()
        reason = form.cleaned_data.get("reason", "")
        result = dispose_of(
            self.objection.pk, request.user, uphold=chosen == "uphold", reason=reason
        )
        if result.status == "refused":
            form.add_error("reason" if result.field == "reason" else None, result.reason)
            context = self.get_context_data(**{f"{chosen}_form": form})
            status = 400 if is_office(request.user) else 403
            return self.render_to_response(context, status=status)
        if result.status == "already_done":
            messages.warning(request, result.reason)
        elif chosen == "uphold":
            messages.success(
                request,
                _("Upheld: %(name)s is off the list.") % {"name": self.objection.nomination},
            )
        else:
            messages.success(request, _("Dismissed: it no longer holds the candidate up."))
        return redirect(page_url(self.objection))


class RevealView(ObjectionPageView):
    """Show who objected, once, to the office; the look is logged and no cache keeps the page."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer the page with the name and telephone in clear, or 403 with the reason."""
        try:
            who = reveal_objector(self.objection.pk, request.user)
        except NotAllowed as refused:
            return render(request, "403.html", {"reason": refused.reason}, status=403)
        response = self.render_to_response(self.get_context_data(who=who, revealed=True))
        add_never_cache_headers(response)
        return response


class ObjectionViewSet(AllowedRoutes, ModelViewSet):
    """Objections, and the page of the notice that they were raised on."""

    model = Objection
    name = "notices_objection"
    url_prefix = "objections"
    icon = "warning"
    menu_label = gettext_lazy("Objections")
    menu_hook = SELECTION_HOOK
    menu_order = 40
    allowed_routes = frozenset({"index", "index_results", "page", "decide", "reveal", "notice"})
    add_to_reference_index = False
    copy_view_enabled = False
    search_fields = ["reference", "nomination__name"]
    search_backend_name = None
    filterset_class = ObjectionFilterSet
    index_view_class = ObjectionIndexView

    def own_urlpatterns(self) -> list[URLPattern]:
        """Return the pages of one objection and of one round's notice."""
        return [
            path("<int:pk>/", self.construct_view(ObjectionPageView), name="page"),
            path("<int:pk>/decide/", self.construct_view(DecideView), name="decide"),
            path("<int:pk>/reveal/", self.construct_view(RevealView), name="reveal"),
            path("notice/<int:round_id>/", self.construct_view(NoticePageView), name="notice"),
        ]
