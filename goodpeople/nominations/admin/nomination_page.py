"""A nomination's own page, and what the office does there: decide, reveal, close.

The views only carry requests to the verbs and answers back to the screen.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import AdminPageChooser

from archive.models import HonoreePage
from goodpeople.nominations.admin.decision_forms import (
    CLOSE_RETURNED,
    ActionForm,
    DecisionPanel,
    decision_panel,
    give_back,
    honouree_data,
)
from goodpeople.nominations.admin.draft_profile import draft_profile_url
from goodpeople.nominations.admin.history import history_of
from goodpeople.nominations.admin.nomination_reading import (
    facts_of,
    masked_facts,
    namesakes_of,
    other_nominations,
    passages_of,
    personal_facts,
)
from goodpeople.nominations.admin.waiting import DECIDED_BY_OFFICE
from goodpeople.nominations.decisions import Decision, decide
from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import allowed
from goodpeople.nominations.personal import reveal
from goodpeople.nominations.round_links import round_links
from goodpeople.nominations.scoping import get_visible_nomination, nominations_visible_to
from goodpeople.nominations.states import STATE_TONES
from goodpeople.nominations.submission import NotAllowed, close_returned, return_reason
from goodpeople.nominations.whole_numbers import ID_DIGITS, whole_number

PAGE = "nominations_nomination:inspect"


class NominationPageView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Everything the nominator wrote, the history, and what may be decided now."""

    model = Nomination
    any_permission_required = ["view"]
    template_name = "nominations/admin/nomination_page.html"
    header_icon = "user"

    @cached_property
    def nomination(self) -> Nomination:
        """Return the nomination of the address if the user may see it, else answer 404."""
        return get_visible_nomination(self.request.user, self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Return the nominee's name."""
        return str(self.nomination)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list of the same round."""
        nominations = reverse("nominations_nomination:list")
        return [
            *self.breadcrumbs_items,
            {
                "url": f"{nominations}?round={self.nomination.round_id}",
                "label": _("Nominations"),
            },
            {"url": "", "label": str(self.nomination)},
        ]

    @cached_property
    def panel(self) -> DecisionPanel:
        """Return what may be decided now."""
        return decision_panel(self.nomination, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Collect what the page shows."""
        nomination, user = self.nomination, self.request.user
        reason, returned_by, returned_at = return_reason(nomination)
        chooser = AdminPageChooser(target_models=[HonoreePage])
        asks_honouree = any(form.asks_honouree for form in self.panel.forms)
        return {
            "nomination": nomination,
            "tone": STATE_TONES.get(nomination.state, "neutral"),
            "facts": facts_of(nomination),
            "passages": passages_of(nomination),
            "photos": nomination.photos.all(),
            "papers": nomination.evidence.all(),
            "personal": masked_facts(nomination),
            "may_reveal": allowed(user, "reveal_personal", nomination),
            "namesakes": namesakes_of(nomination),
            "others": other_nominations(nomination),
            "panel": self.panel,
            "chooser": chooser.render("existing_page", None, {"id": "existing-page"})
            if asks_honouree
            else "",
            "media": chooser.media if asks_honouree else "",
            "return_reason": reason,
            "returned_by": returned_by,
            "returned_at": returned_at,
            "links": round_links(nomination.round),
            "profile_url": self._profile_url(),
            "draft_profile_url": draft_profile_url(nomination),
            "history": history_of(nomination),
            **super().get_context_data(**kwargs),
        }

    def _profile_url(self) -> str:
        """Return the page editor of the profile for those who may enter it, else ""."""
        page = self.nomination.profile
        if page is None or not page.permissions_for_user(self.request.user).can_edit():
            return ""
        return reverse("wagtailadmin_pages:edit", args=[page.pk])


class DecideView(NominationPageView):
    """Carry a decision to the gate and its answer back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide; lead back when it is done, or show why not beside what was typed."""
        name = request.POST.get("action", "")
        # As it stands before: afterwards the panel is already the next task's.
        form = self.panel.form(name)
        if name == CLOSE_RETURNED:
            decision = self._close()
        else:
            decision = decide(
                self.nomination.pk,
                _task_state_seen(request),
                name,
                request.user,
                reason=request.POST.get("reason", ""),
                data=honouree_data(request.POST),
            )
        if decision.status == "refused":
            return self._refuse(name, decision)
        if decision.status == "already_done":
            messages.warning(request, decision.reason)
        else:
            self._tell(form)
        return redirect(PAGE, self.nomination.pk)

    def _tell(self, form: ActionForm | None) -> None:
        """Say what was decided and where the nomination stands now, and lead to the next."""
        following = next_waiting(self.nomination, self.request.user)
        buttons = []
        if following is not None:
            label = _("Next one waiting: %(name)s") % {"name": following}
            buttons = [messages.button(reverse(PAGE, args=[following.pk]), label)]
        fresh = get_visible_nomination(self.request.user, self.nomination.pk)
        messages.success(
            self.request,
            _("%(name)s: %(action)s. It now stands at: %(state)s.")
            % {
                "name": fresh,
                "action": form.label if form else _("Done"),
                "state": fresh.state_label,
            },
            buttons=buttons,
        )

    def _close(self) -> Decision:
        try:
            close_returned(
                self.nomination.pk, self.request.user, reason=self.request.POST.get("reason", "")
            )
        except NotAllowed as refusal:
            return Decision("refused", refusal.reason, "reason")
        return Decision("done")

    def _refuse(self, name: str, decision: Decision) -> HttpResponse:
        shown = give_back(self.panel, name, self.request.POST, decision)
        if not shown:
            messages.error(self.request, decision.reason)
        # Without a form there was nothing that this person could have pressed here.
        status = 422 if shown else 403 if not self.panel.forms else 409
        return self.render_to_response(self.get_context_data(), status=status)


def next_waiting(nomination: Nomination, user: Any) -> Nomination | None:
    """Return the next nomination of the round in the state ``nomination`` was read in.

    None where that state does not wait for the office, or nothing else is in it.
    """
    if nomination.state not in DECIDED_BY_OFFICE:
        return None
    others = nominations_visible_to(user).filter(round_id=nomination.round_id)
    others = others.in_state(nomination.state).exclude(pk=nomination.pk).order_by("pk")
    return others.filter(pk__gt=nomination.pk).first() or others.first()


def _task_state_seen(request: HttpRequest) -> int:
    """Return the task state that the screen showed; 0, which is none, where it is missing.

    Never None: to the gate that means "whichever is current", which only a batch may say.
    """
    sent = request.POST.get("task_state", "")
    return whole_number(sent, 0, digits=ID_DIGITS)


class RevealView(NominationPageView):
    """Show the personal record in clear, once, to someone with the right who says why."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the page and the facts on it; nothing keeps this answer."""
        verdict = allowed(request.user, "reveal_personal", self.nomination)
        why = request.POST.get("why", "").strip()
        if verdict and not why:
            error = _("Please say what you need the data for.")
            return self.render_to_response(self.get_context_data(reveal_error=error), status=422)
        try:
            values = reveal(self.nomination, request.user, why=why)
        except NotAllowed as refusal:
            messages.error(request, refusal.reason)
            return self.render_to_response(self.get_context_data(), status=403)
        context = self.get_context_data(personal=personal_facts(values), revealed=True)
        response = self.render_to_response(context)
        response["Cache-Control"] = "no-store, private"
        return response


class EditRedirectView(PermissionCheckedMixin, View):
    """Where Wagtail links to a nomination's form, the office finds its page."""

    model = Nomination
    any_permission_required = ["view"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Lead to the nomination's page."""
        return redirect(PAGE, get_visible_nomination(request.user, pk).pk)
