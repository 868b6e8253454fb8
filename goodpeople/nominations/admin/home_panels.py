"""The admin's front page: what waits, for the office and for editors, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from archive.models import HonoreePage
from archive.publishing import unfinished
from goodpeople.nominations.admin.standing_of_rounds import (
    StateCount,
    Whereabouts,
    counts_by_state,
    running_rounds,
    whereabouts,
)
from goodpeople.nominations.admin.waiting import waiting_for
from goodpeople.nominations.models import Round
from goodpeople.nominations.permissions import allowed_on_rounds
from goodpeople.nominations.round_links import RoundLink, round_links

ROUNDS_SHOWN = 4
# Each draft's reasons cost queries of their own, so only so many are asked.
DRAFTS_SHOWN = 12


class WaitingForOfficePanel(Component):
    """What waits for the office's decision, over all rounds."""

    name = "waiting_for_office"
    template_name = "nominations/admin/home_waiting.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Count it: a fixed number of queries."""
        return {"waiting": waiting_for(parent_context["request"].user)}


@dataclass(frozen=True)
class RunningRound:
    """A round on the front page."""

    round: Round
    whereabouts: Whereabouts
    counts: list[StateCount]
    links: list[RoundLink]


class RunningRoundsPanel(Component):
    """The rounds that run, with what waits in each state; for the office and the auditor."""

    name = "running_rounds"
    template_name = "nominations/admin/home_rounds.html"
    order = 100

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect the rounds and their counts: a fixed number of queries."""
        rounds = running_rounds(ROUNDS_SHOWN)
        counts = counts_by_state(rounds)
        user = parent_context["request"].user
        return {
            "rounds": [
                RunningRound(round_, whereabouts(round_), counts[round_.pk], round_links(round_))
                for round_ in rounds
            ],
            "may_add": bool(allowed_on_rounds(user, "edit_round")),
        }


@dataclass(frozen=True)
class WaitingDraft:
    """A draft profile with what it still lacks; [] when it is finished."""

    page: HonoreePage
    url: str
    lacks: list[str]


class WaitingDraftsPanel(Component):
    """Draft profiles that an editor is to complete before the announcement."""

    name = "waiting_drafts"
    template_name = "nominations/admin/home_drafts.html"
    order = 200

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Collect the drafts, the longest-waiting first, and count the ones left out."""
        waiting = HonoreePage.objects.awaiting_honour().order_by("latest_revision_created_at")
        shown = list(waiting.select_related("place").defer("body", "search_text")[:DRAFTS_SHOWN])
        drafts = [
            WaitingDraft(page, reverse("wagtailadmin_pages:edit", args=[page.pk]), unfinished(page))
            for page in shown
        ]
        more = waiting.count() - len(shown) if len(shown) == DRAFTS_SHOWN else 0
        return {"drafts": drafts, "more": more}


def put_own_panels(request: Any, panels: list[Component]) -> None:
    """Replace Wagtail's panels by those that fit the user's roles."""
    panels.clear()
    if allowed_on_rounds(request.user, "run_round"):
        panels.append(WaitingForOfficePanel())
    if allowed_on_rounds(request.user, "read_rounds"):
        panels.append(RunningRoundsPanel())
    if allowed_on_rounds(request.user, "complete_profile"):
        panels.append(WaitingDraftsPanel())


def leave_out_summary(request: Any, items: list[Any]) -> None:
    """Show no counts of pages and pictures: nobody here asks for them."""
    items.clear()
