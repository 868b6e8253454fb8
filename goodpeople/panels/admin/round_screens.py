"""What the office's screens of one round's scoring have in common, and the progress."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from goodpeople.nominations.models import Nomination, Round
from goodpeople.nominations.permissions import allowed, allowed_on_rounds
from goodpeople.panels.admin.tags import Tag, sheet_tag
from goodpeople.panels.assignment import scoring_is_open
from goodpeople.panels.desk.forms import RecusalForm
from goodpeople.panels.desk.progress import WAITS, SheetState, state_of
from goodpeople.panels.models import PanelMember, ScoreSheet
from goodpeople.panels.sheets import excuse_member, sheets_in


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Answer 403 with the reason: Wagtail would turn an exception into a redirect."""
    return render(request, "403.html", {"reason": reason}, status=403)


class RoundScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of one round for those who may take ``round_action``; others get the reason."""

    round_action: ClassVar[str] = "read_rounds"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask the table of permissions before anything is read."""
        verdict = allowed_on_rounds(request.user, self.round_action)
        if not verdict:
            return refused(request, verdict.reason)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def round(self) -> Round:
        """Return the round of the address, or answer 404."""
        rounds = Round.objects.prefetch_related("step_records")
        return get_object_or_404(rounds, pk=self.kwargs["round_id"])

    @property
    def done_steps(self) -> set[str]:
        """Return the keys of the steps that were performed."""
        return {record.step for record in self.round.step_records.all()}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the round."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("nominations_round:index"), "label": _("Rounds")},
            {"url": reverse("nominations_round:page", args=[self.round.pk]), "label": self.round},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the round over."""
        return {**super().get_context_data(**kwargs), "round": self.round}


@dataclass(frozen=True)
class Cell:
    """One member's sheet for one candidate: its state, never its points."""

    sheet: ScoreSheet
    state: SheetState

    @property
    def tag(self) -> Tag:
        """Return the state in words."""
        return sheet_tag(self.state)

    @property
    def waits(self) -> bool:
        """Whether the sheet is still to come."""
        return self.state in WAITS


@dataclass(frozen=True)
class Line:
    """One candidate with the cells of all members, None where a member has no sheet."""

    nomination: Nomination
    cells: list[Cell | None]


class ProgressView(RoundScreen):
    """Who has handed in what: members across, candidates down. Never any points."""

    template_name = "panels/admin/progress.html"
    header_icon = "tasks"

    def get_page_title(self) -> str:
        """Return the screen's name."""
        return _("Scoring progress")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Lay the sheets out as a table; a fixed number of queries."""
        seats = PanelMember.objects.filter(panel__round=self.round).select_related("user")
        members = list(seats)
        cells = [Cell(sheet, state_of(sheet)) for sheet in sheets_in(self.round)]
        missing = Counter(cell.sheet.member_id for cell in cells if cell.waits)
        return {
            **super().get_context_data(**kwargs),
            "members": members,
            "groups": _grouped(cells, members),
            "done": sum(1 for cell in cells if cell.state == "handed_in"),
            "total": sum(1 for cell in cells if cell.waits or cell.state == "handed_in"),
            "missing": [(seat, missing[seat.pk]) for seat in members if missing[seat.pk]],
            "recused": [cell.sheet for cell in cells if cell.state == "recused"],
            "is_open": scoring_is_open(self.round),
            "is_closed": "close_scoring" in self.done_steps,
            "may_excuse": bool(allowed_on_rounds(self.request.user, "run_round")),
        }


def _grouped(cells: list[Cell], members: list[PanelMember]) -> list[tuple[Any, list[Line]]]:
    """Return the lines by category, both in the order of the sheets."""
    lines = []
    for nomination, own in groupby(cells, key=lambda cell: cell.sheet.nomination):
        by_member = {cell.sheet.member_id: cell for cell in own}
        lines.append(Line(nomination, [by_member.get(member.pk) for member in members]))
    return [
        (category, list(group))
        for category, group in groupby(lines, key=lambda line: line.nomination.category)
    ]


class ExcuseView(RoundScreen):
    """Take a member off one candidate, with the reason."""

    round_action = "run_round"
    template_name = "panels/admin/excuse.html"
    header_icon = "user"

    @cached_property
    def sheet(self) -> ScoreSheet:
        """Return the sheet of the address, or answer 404."""
        return get_object_or_404(sheets_in(self.round), pk=self.kwargs["sheet_id"])

    def get_page_title(self) -> str:
        """Return who would be taken off whom."""
        return _("Take %(member)s off %(candidate)s") % {
            "member": self.sheet.member,
            "candidate": self.sheet.nomination,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Hand the sheet and the form over, and why it cannot be done, if so."""
        verdict = allowed(self.request.user, "excuse", self.sheet.nomination)
        refusal = "" if verdict else verdict.reason
        if self.sheet.status != ScoreSheet.Status.OPEN:
            refusal = _("This sheet is closed: %(state)s.") % {
                "state": self.sheet.get_status_display()
            }
        context = {
            "sheet": self.sheet,
            "tag": sheet_tag(state_of(self.sheet)),
            "refusal": refusal,
            "back_url": reverse("panels_admin:progress", args=[self.round.pk]),
            "form": RecusalForm(),
        }
        return {**super().get_context_data(**kwargs), **context, **kwargs}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the member off, or say beside the reason why not."""
        form = RecusalForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        decision = excuse_member(self.sheet.pk, request.user, form.cleaned_data["reason"])
        if decision.status == "refused":
            form.add_error("reason" if decision.field == "reason" else None, decision.reason)
            return self.render_to_response(self.get_context_data(form=form))
        if decision.done:
            done = _("%(member)s no longer scores %(candidate)s.")
            words = {"member": self.sheet.member, "candidate": self.sheet.nomination}
            messages.success(request, done % words)
        else:
            messages.warning(request, decision.reason)
        return redirect("panels_admin:progress", self.round.pk)
