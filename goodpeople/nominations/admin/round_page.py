"""A round's own page: its steps, what each would move and what blocks it, and pressing it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton

from goodpeople.nominations.admin.history import history_of
from goodpeople.nominations.admin.log_actions import task_label
from goodpeople.nominations.admin.standing_of_rounds import counts_by_state, whereabouts
from goodpeople.nominations.models import Round
from goodpeople.nominations.permissions import allowed_on_rounds
from goodpeople.nominations.round_links import round_links
from goodpeople.nominations.rounds import StepResult, overview, perform
from goodpeople.nominations.steps import get_step, task_kinds

# How many names a step shows before the rest is folded away.
NAMES_SHOWN = 12


class RoundPageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Everything about one round on one page; the auditor reads it without buttons."""

    model = Round
    any_permission_required = ["view"]
    template_name = "nominations/admin/round_page.html"
    header_icon = "calendar-alt"
    index_url_name = None
    edit_url_name = None

    @cached_property
    def round(self) -> Round:
        """Return the round of the address, or answer 404."""
        rounds = Round.objects.prefetch_related("step_records", "categories__category")
        return get_object_or_404(rounds, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the round's title."""
        return self.round.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the rounds."""
        index = {"url": reverse("nominations_round:index"), "label": _("Rounds")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.round.title}]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Offer the form to those who may change rounds."""
        if not self.user_has_permission("change"):
            return []
        url = reverse("nominations_round:edit", args=[self.round.pk])
        return [HeaderButton(_("Edit the round"), url=url, icon_name="edit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Collect the steps, the counts, the links and the log."""
        round_ = self.round
        run = allowed_on_rounds(self.request.user, "run_round")
        return {
            **super().get_context_data(**kwargs),
            "round": round_,
            "whereabouts": whereabouts(round_),
            "steps": overview(round_),
            "names_shown": NAMES_SHOWN,
            "may_run": bool(run),
            "run_refusal": run.reason,
            "state_counts": counts_by_state([round_])[round_.pk],
            "links": round_links(round_),
            "tasks": [task_label(kind.model().kind) for kind in task_kinds(round_)],
            "history": history_of(round_),
        }


class StepView(RoundPageView):
    """Press a step of a round; the answer stands on the round's page in words."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Perform the step and lead back; a refusal keeps the page and answers 403."""
        try:
            step = get_step(self.kwargs["key"])
        except KeyError:
            raise Http404 from None
        result = perform(step.key, self.round.pk, request.user)
        tell(request, str(step.label), result)
        if result.status == "refused":
            context = self.get_context_data(**kwargs)
            return self.render_to_response(context, status=403)
        return redirect("nominations_round:page", self.round.pk)


def tell(request: HttpRequest, step: str, result: StepResult) -> None:
    """Put what became of pressing ``step`` into a message."""
    if result.status == "done":
        text = ngettext(
            "%(step)s: done, %(count)d nomination moved.",
            "%(step)s: done, %(count)d nominations moved.",
            result.moved,
        )
        messages.success(request, text % {"step": step, "count": result.moved})
        return
    reasons = " ".join(result.reasons)
    said = _("%(step)s: %(reasons)s") % {"step": step, "reasons": reasons}
    if result.status == "already_done":
        messages.warning(request, said)
    else:
        messages.error(request, said)
