"""The standing with the office's decision beside it, and one candidate's sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from goodpeople.nominations.models import Nomination
from goodpeople.nominations.permissions import allowed_on_rounds
from goodpeople.nominations.submission import NotAllowed, StaleVersion
from goodpeople.panels.admin.round_screens import RoundScreen, refused
from goodpeople.panels.admin.tags import Tag, decision_tag, verdict_tag
from goodpeople.panels.models import Criterion, Result, ScoreSheet
from goodpeople.panels.results import Choice, decide_results, over_quota, version_of
from goodpeople.panels.sheets import sheets_in
from goodpeople.panels.standing import totals_of_sheets


@dataclass
class ResultRow:
    """One candidate's place with what was typed (or stored) beside it.

    ``stored`` is set where the typed differs from what somebody else stored meanwhile.
    """

    result: Result
    decision: str
    reason: str
    error: str = ""
    stored: bool = False
    cut_below: bool = False

    @property
    def verdict(self) -> Tag:
        """Return what the standing alone says."""
        return verdict_tag(self.result)

    @property
    def tag(self) -> Tag:
        """Return the stored decision."""
        return decision_tag(self.result)


@dataclass
class CategoryRows:
    """A category's candidates in the order of the standing."""

    category: Any
    quota: int
    rows: list[ResultRow] = field(default_factory=list)

    @property
    def tie_across(self) -> bool:
        """Whether a tie lies across the cut line."""
        return any(row.result.proposed is None for row in self.rows)


class ResultsView(RoundScreen):
    """The standing by category, ties and cut line shown, and the office's decisions."""

    template_name = "panels/admin/results.html"
    header_icon = "list-ol"

    def get_page_title(self) -> str:
        """Return the screen's name."""
        return _("Results")

    @cached_property
    def results(self) -> list[Result]:
        """Return the round's results in the order of the standing."""
        return list(
            Result.objects.filter(round=self.round)
            .select_related("nomination__category", "decided_by")
            .order_by("nomination__category__sort_order", "rank", "nomination_id")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Lay out what is stored, or ``choices`` as they were typed with ``complaints``."""
        choices: Mapping[int, Choice] = kwargs.pop("choices", {})
        complaints: Mapping[int, str] = kwargs.pop("complaints", {})
        is_stale = kwargs.get("stale", "")
        rows = [_row(result, choices, complaints, bool(is_stale)) for result in self.results]
        may_decide = allowed_on_rounds(self.request.user, "decide_results")
        confirmed = "confirm_results" in self.done_steps
        return {
            **super().get_context_data(**kwargs),
            "is_closed": "close_scoring" in self.done_steps,
            "is_confirmed": confirmed,
            "writable": bool(may_decide) and not confirmed,
            "refusal": may_decide.reason,
            "categories": self._by_category(rows),
            "decisions": Result.Decision.choices,
            "version": version_of(self.results),
            "over_quota": over_quota(self.round, self.results),
            "undecided": sum(1 for result in self.results if not result.decision),
            "complaints": complaints,
            **kwargs,
        }

    def _by_category(self, rows: list[ResultRow]) -> list[CategoryRows]:
        quotas = dict(self.round.categories.values_list("category_id", "quota"))
        groups = []
        for category, group in groupby(rows, key=lambda row: row.result.nomination.category):
            shown = CategoryRows(category, quotas.get(category.pk, 0), list(group))
            if 0 < shown.quota <= len(shown.rows):
                shown.rows[shown.quota - 1].cut_below = True
            groups.append(shown)
        return groups

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Write the decisions, or show the page with all that was typed and what is wrong."""
        verdict = allowed_on_rounds(request.user, "decide_results")
        if not verdict:
            return refused(request, verdict.reason)
        choices = _typed(request.POST, self.results)
        version = request.POST.get("version", "")
        try:
            complaints = decide_results(self.round.pk, request.user, choices, version=version)
        except StaleVersion as stale:
            return self._again(choices, stale=stale.reason, status=409)
        except NotAllowed as error:
            messages.error(request, error.reason)
            return redirect("panels_admin:results", self.round.pk)
        if complaints:
            return self._again(choices, complaints=complaints)
        messages.success(request, _("The decisions are saved. They are not confirmed yet."))
        return redirect("panels_admin:results", self.round.pk)

    def _again(
        self, choices: Mapping[int, Choice], *, status: int = 200, **more: Any
    ) -> HttpResponse:
        context = self.get_context_data(choices=choices, **more)
        return self.render_to_response(context, status=status)


def _row(
    result: Result, choices: Mapping[int, Choice], complaints: Mapping[int, str], is_stale: bool
) -> ResultRow:
    pk = result.nomination_id
    typed = choices.get(pk, Choice(result.decision, result.reason))
    differs = (typed.decision, typed.reason) != (result.decision, result.reason)
    return ResultRow(
        result,
        typed.decision,
        typed.reason,
        error=complaints.get(pk, ""),
        stored=is_stale and differs,
    )


def _typed(data: Mapping[str, Any], results: list[Result]) -> dict[int, Choice]:
    """Return what was sent for each candidate; a row that was not sent keeps what is stored."""
    choices = {}
    for result in results:
        pk = result.nomination_id
        reason = data.get(f"reason_{pk}", result.reason).replace("\r\n", "\n").strip()
        choices[pk] = Choice(data.get(f"decision_{pk}", result.decision), reason)
    return choices


@dataclass(frozen=True)
class SheetColumn:
    """One member's sheet: points in the order of the criteria, and their weighted total."""

    sheet: ScoreSheet
    points: list[int | None]
    total: float


class SheetsView(RoundScreen):
    """One candidate's sheets, criteria down and members across; once scoring has closed."""

    template_name = "panels/admin/sheets.html"
    header_icon = "list-ul"

    @cached_property
    def nomination(self) -> Nomination:
        """Return the candidate of the address, or answer 404."""
        candidates = Nomination.objects.select_related("category", "round")
        return get_object_or_404(candidates, pk=self.kwargs["pk"], round=self.round)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse while the panel scores: nobody is to know points that can still change."""
        if "close_scoring" not in self.done_steps:
            return refused(request, _("Single sheets can be read once scoring has closed."))
        return super().get(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Return whose sheets they are."""
        return _("Score sheets for %(name)s") % {"name": self.nomination}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the results."""
        *way, here = super().get_breadcrumbs_items()
        url = reverse("panels_admin:results", args=[self.round.pk])
        return [*way, {"url": url, "label": _("Results")}, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Lay out the points; recused members with their reasons apart."""
        criteria = list(Criterion.objects.filter(round=self.round))
        sheets = list(sheets_in(self.round).filter(nomination=self.nomination))
        counted = [sheet for sheet in sheets if sheet.status == ScoreSheet.Status.HANDED_IN]
        columns = _columns(criteria, counted)
        weights = sum(criterion.weight for criterion in criteria)
        return {
            **super().get_context_data(**kwargs),
            "nomination": self.nomination,
            "result": Result.objects.filter(nomination=self.nomination).first(),
            "columns": columns,
            "lines": [
                (criterion, 100 * criterion.weight / weights, [c.points[i] for c in columns])
                for i, criterion in enumerate(criteria)
            ],
            "recused": [sheet for sheet in sheets if sheet.status == ScoreSheet.Status.RECUSED],
        }


def _columns(criteria: list[Criterion], sheets: list[ScoreSheet]) -> list[SheetColumn]:
    columns = []
    for sheet, total in zip(sheets, totals_of_sheets(criteria, sheets), strict=True):
        given = {score.criterion_id: score.points for score in sheet.scores.all()}
        columns.append(SheetColumn(sheet, [given.get(c.pk) for c in criteria], total))
    return columns
